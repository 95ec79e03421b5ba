import json
import lzma
from pathlib import Path

import pytest

from embedding.training_data import LAWS
from embedding.training_pairs import Source, triplets
from embedding.training_rows import in_file, law_questions


def pack(folder: Path, name: str, rows: list[dict[str, str]]) -> None:
    (folder / name).write_bytes(lzma.compress("\n".join(json.dumps(row) for row in rows).encode()))


ROWS = [
    {"query": "Siapa mencatat aset?", "positive": "Pengurus barang mencatat aset.", "doc": "a"},
    {"query": "Siapa menghapus aset?", "positive": "Pengelola barang menghapus aset.", "doc": "a"},
    {"query": "Siapa memeriksa aset?", "positive": "Inspektorat memeriksa aset.", "doc": "b"},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pack(tmp_path, "pairs.jsonl.xz", ROWS)
    return tmp_path


def test_a_triplet_has_prompts_and_a_negative_that_is_not_the_answer(folder: Path) -> None:
    found = triplets(folder, Source("pairs", in_file("pairs.jsonl.xz"), 3), seed=1)
    assert len(found) == 3
    for question, positive, negative in found:
        assert question.startswith("query: ")
        assert positive.startswith("passage: ")
        assert negative.startswith("passage: ")
        assert positive != negative


def test_where_a_document_answers_as_a_whole_its_passages_are_no_negatives(folder: Path) -> None:
    found = triplets(folder, Source("pairs", in_file("pairs.jsonl.xz"), 3, same_document=False), seed=1)
    documents = {"passage: " + row["positive"]: row["doc"] for row in ROWS}
    assert all(documents[positive] != documents[negative] for _, positive, negative in found)


def test_the_same_seed_draws_the_same(folder: Path) -> None:
    source = Source("pairs", in_file("pairs.jsonl.xz"), 2)
    assert triplets(folder, source, seed=7) == triplets(folder, source, seed=7)


def test_a_question_with_several_answers_is_left_out(tmp_path: Path) -> None:
    twice = [ROWS[0], ROWS[0] | {"positive": "Kuasa pengguna barang mencatat aset."}, *ROWS[1:]]
    pack(tmp_path, "pairs.jsonl.xz", twice)
    found = triplets(tmp_path, Source("pairs", in_file("pairs.jsonl.xz"), 9), seed=1)
    assert not [question for question, _, _ in found if "mencatat" in question]


ARTICLES = [
    {"doc": "pp/1", "pasal": "1", "title": "Peraturan tentang Barang Daerah", "bab": "Penghapusan"}
    | {"text": "Penghapusan barang milik daerah ditetapkan oleh Gubernur."},
    {"doc": "pp/2", "pasal": "4", "title": "Peraturan tentang Aset Negara", "bab": "Pencatatan"}
    | {"text": "Pencatatan barang milik daerah ditetapkan oleh Menteri Dalam Negeri."},
]


def test_questions_are_made_from_articles_which_often_stand_under_title_and_chapter(tmp_path: Path) -> None:
    pack(tmp_path, LAWS, ARTICLES)
    passages = set()
    for seed in range(20):
        for question, positive, negative in triplets(tmp_path, Source("laws", law_questions, 2, headed=True), seed):
            assert "barang" in question.lower()
            assert positive != negative
            passages.add(positive)
    text = ARTICLES[0]["text"]
    assert {f"passage: {text}", f"passage: Barang Daerah\nPenghapusan\n{text}"} <= passages


def test_what_explains_an_article_finds_its_title(tmp_path: Path) -> None:
    pack(tmp_path, LAWS, ARTICLES)
    pairs = [
        {"query": f"Yang dimaksud dengan barang milik daerah {n}", "positive": row["text"]}
        | {"doc": row["doc"], "pasal": row["pasal"]}
        for n, row in enumerate(ARTICLES)
    ]
    pack(tmp_path, "penjelasan.jsonl.xz", pairs)
    found = [
        t
        for seed in range(20)
        for t in triplets(tmp_path, Source("penjelasan", in_file("penjelasan.jsonl.xz"), 2, headed=True), seed)
    ]
    assert any(positive.startswith("passage: Aset Negara\nPencatatan\n") for _, positive, _ in found)
    assert any(negative.startswith("passage: Aset Negara\nPencatatan\n") for _, _, negative in found)


def test_a_question_asked_several_times_looks_for_other_negatives(folder: Path) -> None:
    found = triplets(folder, Source("pairs", in_file("pairs.jsonl.xz"), 3, times=20), seed=1)
    assert len(found) == 60
    assert len({(positive, negative) for _, positive, negative in found}) > 3


def test_a_question_in_another_language_gets_negatives_that_share_words_with_its_answer(tmp_path: Path) -> None:
    english = [row | {"query": f"Who does number {n}?"} for n, row in enumerate(ROWS)]
    pack(tmp_path, "english.jsonl.xz", english)
    rows = in_file("english.jsonl.xz")
    assert triplets(tmp_path, Source("english", rows, 3), seed=1) == []
    assert len(triplets(tmp_path, Source("english", rows, 3, near_passage=True), seed=1)) == 3

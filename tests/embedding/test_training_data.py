import json
import lzma
import random
from pathlib import Path

import pytest

from embedding.training_data import KEPT, LAWS, Source, as_typed, kept_texts, question_of, triplets


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
    found = triplets(folder, Source("pairs.jsonl.xz", 3), seed=1)
    assert len(found) == 3
    for question, positive, negative in found:
        assert question.startswith("query: ")
        assert positive.startswith("passage: ")
        assert negative.startswith("passage: ")
        assert positive != negative


def test_where_a_document_answers_as_a_whole_its_passages_are_no_negatives(folder: Path) -> None:
    found = triplets(folder, Source("pairs.jsonl.xz", 3, same_document=False), seed=1)
    documents = {"passage: " + row["positive"]: row["doc"] for row in ROWS}
    assert all(documents[positive] != documents[negative] for _, positive, negative in found)


def test_the_same_seed_draws_the_same(folder: Path) -> None:
    source = Source("pairs.jsonl.xz", 2)
    assert triplets(folder, source, seed=7) == triplets(folder, source, seed=7)


def test_a_question_with_several_answers_is_left_out(tmp_path: Path) -> None:
    twice = [ROWS[0], ROWS[0] | {"positive": "Kuasa pengguna barang mencatat aset."}, *ROWS[1:]]
    pack(tmp_path, "pairs.jsonl.xz", twice)
    found = triplets(tmp_path, Source("pairs.jsonl.xz", 9), seed=1)
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
        for question, positive, negative in triplets(tmp_path, Source(LAWS, 2, headed=True), seed):
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
    found = [t for seed in range(20) for t in triplets(tmp_path, Source("penjelasan.jsonl.xz", 2, headed=True), seed)]
    assert any(positive.startswith("passage: Aset Negara\nPencatatan\n") for _, positive, _ in found)
    assert any(negative.startswith("passage: Aset Negara\nPencatatan\n") for _, _, negative in found)


def test_a_legal_term_becomes_a_question_and_a_question_stays() -> None:
    chance = random.Random(1)
    assert "Izin Usaha" in question_of({"query": "Izin Usaha", "alias": ""}, chance)
    assert question_of({"query": "Apa itu Izin Usaha?"}, chance) == "Apa itu Izin Usaha?"


def test_some_questions_are_typed_in_small_letters() -> None:
    chance = random.Random(1)
    typed = {as_typed("Siapa Menteri Dalam Negeri?", chance) for _ in range(50)}
    assert typed == {"Siapa Menteri Dalam Negeri?", "siapa menteri dalam negeri"}


def test_kept_texts_are_questions_when_short_and_passages_when_long(tmp_path: Path) -> None:
    long = " ".join(["kata"] * 20)
    for name, _ in KEPT:
        rows = (
            ["ini kalimat pendek\tthis is short", f"{long}\t{long}"] if ".tsv" in name else ["ini kalimat pendek", long]
        )
        text = "\n".join(json.dumps({"text": row}) for row in rows) if ".jsonl" in name else "\n".join(rows)
        (tmp_path / name).write_bytes(lzma.compress(text.encode()))
    found = kept_texts(tmp_path, seed=1)
    assert {text.split(": ")[0]: len(text.split()) > 16 for text in found} == {"query": False, "passage": True}

import json
import lzma
import random
from pathlib import Path

import pytest

from embedding.reader.exercises import exercises
from embedding.training_data import LAWS
from embedding.training_rows import cropped, entailments, exercised, in_file, law_questions, papers, translations


def pack(folder: Path, name: str, lines: list[str]) -> None:
    (folder / name).write_bytes(lzma.compress("\n".join(lines).encode()))


def chance() -> random.Random:
    return random.Random(5)


def test_rows_of_a_file_stay_as_they_are(tmp_path: Path) -> None:
    row = {"query": "Siapa mencatat aset?", "positive": "Pengurus barang."}
    pack(tmp_path, "pairs.jsonl.xz", [json.dumps(row)])
    assert list(in_file("pairs.jsonl.xz")(tmp_path, chance())) == [row]


def test_an_article_that_says_something_askable_gives_one_question(tmp_path: Path) -> None:
    told = {"doc": "pp/1", "pasal": "1", "text": "Penghapusan barang milik daerah ditetapkan oleh Gubernur."}
    pack(tmp_path, LAWS, [json.dumps(row) for row in (told, told | {"pasal": "2", "text": "Cukup jelas."})])
    (row,) = law_questions(tmp_path, chance())
    assert row["positive"] == told["text"]
    assert row["pasal"] == "1"


def test_only_what_a_premise_entails_looks_for_it(tmp_path: Path) -> None:
    rows = [
        {"premise": "Aset dicatat pada hari kerja.", "hypothesis": "Aset dicatat.", "label": "entailment"},
        {"premise": "Aset dicatat pada hari kerja.", "hypothesis": "Aset dijual.", "label": "contradiction"},
    ]
    for name in ("nli-indonli-train.jsonl.xz", "nli-indonli-val.jsonl.xz"):
        pack(tmp_path, name, [json.dumps(row) for row in rows])
    found = list(entailments(tmp_path, chance()))
    assert found == [{"query": "Aset dicatat.", "positive": "Aset dicatat pada hari kerja."}] * 2


def test_either_language_looks_for_the_other_and_short_sentences_do_not(tmp_path: Path) -> None:
    lines = [f"Laporan nomor {n} sudah selesai\tReport number {n} is done" for n in range(40)]
    pack(tmp_path, "parallel.tsv.xz", [*lines, "Ya\tYes"])
    found = list(translations(tmp_path, chance()))
    assert len(found) == 40
    assert {row["query"].split()[0] for row in found} == {"Report", "Laporan"}
    assert all(row["query"].split()[0] != row["positive"].split()[0] for row in found)


@pytest.mark.parametrize("field", ["", "text"])
def test_a_cropped_sentence_keeps_the_order_of_its_words_and_looks_for_the_passage_it_stands_in(
    tmp_path: Path, field: str
) -> None:
    text = " ".join(f"Pada langkah {n} pengurus memeriksa daftar barang, ruang dan label nomor {n}." for n in range(30))
    pack(tmp_path, "texts.jsonl.xz" if field else "texts.txt.xz", [json.dumps({"text": text}) if field else text])
    (row,) = cropped("texts.jsonl.xz" if field else "texts.txt.xz", field)(tmp_path, chance())
    assert len(row["positive"].split()) == 110
    asked, said = row["query"].split(), iter(row["positive"].replace(",", "").replace(".", "").split())
    assert 3 <= len(asked) <= 12
    assert all(word in said for word in asked)


def test_invented_papers_are_asked_for_what_they_tell(tmp_path: Path) -> None:
    found = list(papers(tmp_path, chance()))
    assert len(found) > 3000
    assert all(row["query"] and row["positive"] for row in found)


def test_reading_exercises_are_asked_but_for_those_kept_apart(tmp_path: Path) -> None:
    pack(tmp_path, LAWS, [])
    found = list(exercised(tmp_path, chance()))
    kept_apart = {exercise.text for exercise in exercises(tmp_path) if exercise.kept_apart}
    assert len(found) > 5000
    assert not any(row["positive"].endswith(text) for row in found for text in kept_apart)

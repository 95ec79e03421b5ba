"""The reader that is shipped."""

import shutil
from pathlib import Path

import pytest

from embedding.description import ModelError
from embedding.embedder import BUNDLED as MODEL
from embedding.reader.description import DESCRIPTION, TOKENIZER, WEIGHTS, check, describe
from embedding.reader.reader import BUNDLED, Reader, load

OFFICE = "Kantor Samsat Jakarta Utara berada di Jalan Gunung Sahari dan buka pukul delapan pagi setiap hari kerja."
LOAN = "Peminjam mengajukan nota dinas paling lambat tiga hari kerja sebelum pemakaian kendaraan dinas."
MIB_45 = 45 * 1024 * 1024


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load(threads=2)


@pytest.mark.parametrize(
    ("question", "passage", "answer"),
    [
        ("Di mana kantor Samsat Jakarta Utara?", OFFICE, "Jalan Gunung Sahari"),
        ("Paling lambat kapan nota dinas diajukan?", LOAN, "tiga hari kerja"),
    ],
)
def test_it_finds_the_words_that_answer(reader: Reader, question: str, passage: str, answer: str) -> None:
    (read,) = reader.read(question, [passage])
    found = read.best(0, len(passage))
    assert found is not None
    assert answer in passage[found.start : found.end] or passage[found.start : found.end] in answer


def test_a_passage_that_answers_scores_above_one_that_does_not(reader: Reader) -> None:
    read = reader.read("Di mana kantor Samsat Jakarta Utara?", [LOAN, OFFICE])
    other, right = (reading.best(0, 200) for reading in read)
    assert other is not None
    assert right is not None
    assert right.score > 0 > other.score


def test_what_one_passage_says_does_not_depend_on_the_others(reader: Reader) -> None:
    alone, beside = reader.read("Kapan buka?", [OFFICE]), reader.read("Kapan buka?", [OFFICE, LOAN, OFFICE])
    assert alone[0].best(0, 200) == beside[0].best(0, 200) == beside[2].best(0, 200)


def test_tokens_stand_where_their_characters_are(reader: Reader) -> None:
    (read,) = reader.read("Kapan buka?", [OFFICE])
    assert "".join(OFFICE[start:end] for start, end in read.places).replace(" ", "") == OFFICE.replace(" ", "")


def test_no_passages_give_no_readings(reader: Reader) -> None:
    assert reader.read("Kapan buka?", []) == []


def test_a_passage_beyond_what_is_read_is_read_in_part(reader: Reader) -> None:
    (read,) = reader.read("Kapan buka?", [OFFICE * 40])
    assert read.best(0, 200) is not None
    assert read.best(3500, 4000) is None


@pytest.mark.parametrize("question", ["arsip inaktif " * 150, "x" * 2000, "1 " * 1000])
def test_a_long_question_leaves_room_for_the_passage(reader: Reader, question: str) -> None:
    (read,) = reader.read(question, [OFFICE])
    assert "".join(OFFICE[start:end] for start, end in read.places).replace(" ", "") == OFFICE.replace(" ", "")


def test_the_description_is_that_of_the_shipped_files(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(BUNDLED, tmp_path / "reader"))
    describe(folder)
    assert (folder / DESCRIPTION).read_bytes() == (BUNDLED / DESCRIPTION).read_bytes()
    assert check(BUNDLED) == TOKENIZER


def test_weights_cut_short_are_refused_by_name(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(BUNDLED, tmp_path / "reader"))
    (folder / WEIGHTS).write_bytes(b"short")
    with pytest.raises(ModelError, match=WEIGHTS):
        load(folder)


def test_a_folder_without_a_description_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=DESCRIPTION):
        load(tmp_path)


def test_the_card_and_the_licence_travel_with_it() -> None:
    assert "arXiv 2402.05672" in (BUNDLED / "README.md").read_text(encoding="utf-8")
    assert (BUNDLED / "LICENSE").read_bytes() == (MODEL / "LICENSE").read_bytes()
    assert sum(path.stat().st_size for path in BUNDLED.rglob("*") if path.is_file()) < MIB_45

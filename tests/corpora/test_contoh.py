import csv
import functools
import importlib
import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests.corpora.texts import Pages, pages

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
FOLDER = CORPORA / "contoh"
ROWS = list(csv.DictReader((CORPORA / "contoh.csv").open(encoding="utf-8", newline="")))
QUESTIONS = [json.loads(line) for line in (CORPORA / "contoh.questions.jsonl").read_text("utf-8").splitlines()]
COMMUNITIES = tomllib.loads((CORPORA / "contoh.communities.toml").read_text("utf-8"))["community"]
ANSWERABLE = [question for question in QUESTIONS if question["path"]]
SCANS = {"DSDA/SCAN SOP Pemeliharaan Pompa 2019.pdf", "GULKAR/scan0012_hidran.pdf"}
STATUSES = {
    "draf",
    "diajukan",
    "ditelaah",
    "dikembalikan",
    "disahkan",
    "perlu_diperbarui",
    "diarsipkan",
    "ditarik",
}
VALIDITIES = {"berlaku", "perlu_diperbarui", "digantikan", "kedaluwarsa", "belum_dikonfirmasi"}


@functools.cache
def read(path: str) -> Pages:
    return pages(FOLDER / path)


def test_the_manifest_names_each_file_once_and_nothing_else_lies_there() -> None:
    found = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file())
    assert [row["path"] for row in ROWS] == found
    assert len(found) >= 36
    assert {Path(path).suffix for path in found} == {".pdf", ".docx", ".xlsx", ".pptx"}


def test_eight_agencies_and_six_communities_two_never_assessed() -> None:
    assert len({row["unit"] for row in ROWS}) >= 8
    assert {row["community"] for row in ROWS} - {""} == {community["name"] for community in COMMUNITIES}
    never = {community["name"] for community in COMMUNITIES if not community.get("assessment")}
    assert never == {"Komunitas Pembelajar Satpol PP", "Komunitas Pembelajar BPPBJ"}


def test_each_access_class_status_and_known_validity_occurs() -> None:
    assert {row["access"] for row in ROWS} == {"terbuka", "internal", "terbatas"}
    assert {row["status"] for row in ROWS} == STATUSES
    assert {row["validity"] for row in ROWS} <= VALIDITIES
    approved = [row for row in ROWS if row["status"] == "disahkan"]
    assert len(approved) > len(ROWS) / 2


def test_dates_are_dates_and_a_review_follows_its_paper() -> None:
    for row in ROWS:
        written = date.fromisoformat(row["date"])
        assert not row["review_on"] or date.fromisoformat(row["review_on"]) > written, row["path"]


@pytest.mark.parametrize("path", [row["path"] for row in ROWS])
def test_each_file_says_that_it_is_a_sample_and_scans_have_no_text(path: str) -> None:
    texts = read(path)
    if path in SCANS:
        assert not any(texts.values())
    elif path.endswith((".pdf", ".pptx")):
        assert all("DOKUMEN CONTOH" in text for text in texts.values())
    else:
        assert "DOKUMEN CONTOH" in " ".join(texts.values())


@pytest.mark.parametrize("path", sorted(row["path"] for row in ROWS if row["path"] not in SCANS))
def test_each_file_is_long_enough_to_be_of_use(path: str) -> None:
    assert len(" ".join(read(path).values()).split()) >= 150


def test_the_sixty_questions_and_ten_more_are_judged() -> None:
    assert [question["id"] for question in QUESTIONS] == [f"q{number:02}" for number in range(1, 71)]
    refused = {question["id"] for question in QUESTIONS if question["path"] is None}
    assert refused == {f"q{number}" for number in range(49, 61)}
    assert all(question["reason"] for question in QUESTIONS if question["path"] is None)


@pytest.mark.parametrize("question", ANSWERABLE, ids=lambda question: question["id"])
def test_the_judged_quote_stands_where_the_judgement_says(question: dict) -> None:
    place = question["page"] if question["page"] is not None else question["sheet"]
    quote = " ".join(question["quote"].split())
    assert quote in read(question["path"])[place]
    assert len(quote) <= 400
    assert set(question["also"]) <= {row["path"] for row in ROWS}


@pytest.mark.slow
def test_the_program_writes_the_committed_bytes_again(tmp_path: Path) -> None:
    pytest.importorskip("reportlab")
    pytest.importorskip("PIL")
    importlib.import_module("tools.contoh.__main__").write_corpus(tmp_path)
    for name in ("contoh.csv", "contoh.questions.jsonl", *(f"contoh/{row['path']}" for row in ROWS)):
        assert (tmp_path / name).read_bytes() == (CORPORA / name).read_bytes(), name

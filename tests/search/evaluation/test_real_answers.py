"""Answers of which a file of questions has but the hash."""

import json
from pathlib import Path

import pytest

from catalog.database import Catalog
from catalog.errors import RujukanError
from search.evaluation.real_answers import hashed, with_words
from search.evaluation.real_measures import judge
from search.evaluation.real_questions import RealQuestion, load
from tests.engine.shelf import shelve
from tests.search.library import searcher_of

PAGES = ("Arsip inaktif dipindahkan setelah dua tahun.", "Arsip vital disimpan di brankas-besi, senilai Rp1.500,00.")


@pytest.fixture
def asked(catalog: Catalog, tmp_path: Path) -> RealQuestion:
    shelve(catalog, "arsip.pdf", PAGES)
    line = {"q": "Arsip vital disimpan di mana?", "path": "arsip.pdf", "page": 2, "answer_words": 3}
    file = tmp_path / "soal.jsonl"
    file.write_text(json.dumps(line | {"answer_sha256": hashed("di brankas besi")}), encoding="utf8")
    (question,), bad = load([file])
    assert not bad
    return question


def test_the_words_are_found_on_the_judged_page(catalog: Catalog, asked: RealQuestion) -> None:
    assert with_words(catalog, asked).quote == "di brankas besi"


def test_a_question_with_a_hash_is_judged_as_one_with_the_words(catalog: Catalog, asked: RealQuestion) -> None:
    (judgement,) = judge(catalog, searcher_of(catalog), [asked])
    assert (judgement.error, judgement.measures["quote"], judgement.measures["page1"]) == (None, 1, 1)


def test_a_paper_that_has_other_words_by_now_is_told(catalog: Catalog, asked: RealQuestion) -> None:
    elsewhere = RealQuestion(asked.id, asked.text, asked.type, "arsip.pdf", told=asked.told, places=frozenset("1"))
    with pytest.raises(RujukanError, match="SHA-256"):
        with_words(catalog, elsewhere)
    (judgement,) = judge(catalog, searcher_of(catalog), [elsewhere])
    assert judgement.error is not None
    assert judgement.measures["quote"] == 0


def test_words_are_hashed_as_they_are_compared() -> None:
    assert hashed("Di BRANKAS-besi,") == hashed("di brankas besi")
    assert hashed("Rp1.500,00") != hashed("Rp1.500,01")


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"answer_words": 0, "answer_sha256": "0" * 64}, "answer_words"),
        ({"answer_words": 3, "answer_sha256": "z"}, "answer_sha256"),
        ({"answer_words": 3}, "answer_sha256"),
    ],
)
def test_half_a_hash_is_a_bad_line(tmp_path: Path, more: dict[str, object], reason: str) -> None:
    file = tmp_path / "soal.jsonl"
    file.write_text(json.dumps({"q": "apa", "path": "a.pdf", "page": 1} | more), encoding="utf8")
    questions, (bad,) = load([file])
    assert not questions
    assert reason in bad.reason


def test_the_kept_questions_are_well_formed_and_hold_no_answer() -> None:
    file = Path("benchmarks/office_questions.jsonl")
    questions, bad = load([file])
    assert not bad
    assert (sum(question.answerable for question in questions), len(questions)) == (360, 740)
    assert all(question.told and not question.quote for question in questions if question.answerable)

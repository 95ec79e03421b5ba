from dataclasses import replace
from datetime import date, timedelta

import pytest

from catalog import questions
from catalog.database import Catalog
from catalog.questions import Question

TODAY = date(2026, 11, 26)
ASKED = Question("2026-11-26", "berapa lama telaah?", "jawaban", "answered", 3, "publik", "a1")


def on(days_ago: int) -> Question:
    return replace(ASKED, day=(TODAY - timedelta(days=days_ago)).isoformat())


def test_questions_are_kept_and_read_youngest_first(catalog: Catalog) -> None:
    hidden = replace(ASKED, text=None, outcome="personal_data")
    questions.keep(catalog, [ASKED, hidden], days=90, today=TODAY)
    assert list(questions.kept(catalog, 9)) == [hidden, ASKED]
    assert list(questions.kept(catalog, 1)) == [hidden]


@pytest.mark.parametrize(("days", "left"), [(90, [0, 1, 89]), (2, [0, 1]), (1, [0]), (0, [])])
def test_what_is_older_than_the_days_to_keep_is_forgotten(catalog: Catalog, days: int, left: list[int]) -> None:
    ages = [0, 1, 89, 90, 400]
    questions.keep(catalog, [on(age) for age in ages], days=days, today=TODAY)
    assert [one.day for one in questions.kept(catalog, 9)] == [on(age).day for age in reversed(left)]


def test_a_gap_is_noted_once_for_each_asker(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    for asker, text in (("x", "SOP drone"), ("x", "SOP drone"), ("y", "SOP drone")):
        questions.note_gap(catalog, text, "BPAD" if asker == "y" else None, asker)
    assert [(gap["text"], gap["unit"]) for gap in questions.gaps(catalog, 9)] == [
        ("SOP drone", "BPAD"),
        ("SOP drone", None),
    ]
    assert questions.is_noted(catalog, "x") and not questions.is_noted(catalog, "z")
    monkeypatch.setattr(questions, "LONGEST_GAPS", 2)
    questions.note_gap(catalog, "lain", None, "z")
    assert len(list(questions.gaps(catalog, 9))) == 2

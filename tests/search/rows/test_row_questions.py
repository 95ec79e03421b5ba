"""The committed questions for rows of the sample: each right or declared to have several readings, none wrong."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from catalog.database import Catalog
from catalog.scope import scope_of
from search.rows.answering import answer, answer_by_days, answer_of_two
from search.rows.results import RowAnswer
from search.understanding.glossary import load
from search.understanding.understand import understand
from tests.search.rows.sample import CORPORA, catalog_of

QUESTIONS = [json.loads(line) for line in (CORPORA / "contoh.row_questions.jsonl").read_text("utf-8").splitlines()]

WAYS = (answer, answer_by_days, answer_of_two)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    catalog = catalog_of(tmp_path_factory.mktemp("contoh") / "data")
    yield catalog
    catalog.close()


def given(catalog: Catalog, question: dict[str, Any]) -> RowAnswer | None:
    text = understand(question["q"], load()).text
    with catalog.reading():
        scope = scope_of(question["as"])
        return next(filter(None, (way(catalog, text, scope) for way in WAYS)), None)


@pytest.mark.parametrize("question", QUESTIONS, ids=[question["id"] for question in QUESTIONS])
def test_every_question_has_its_exact_figure_or_is_declared_to_have_several_readings(
    sample: Catalog, question: dict[str, Any]
) -> None:
    found = given(sample, question)
    if question["expect"] == "none":
        assert found is None
        return
    assert found is not None, "rows answer nothing"
    figures = [reading.sum or reading.count for reading in found.readings]
    if question["expect"] == "ambiguous":
        assert found.sure is None
        assert set(question["figures"]) <= set(figures)
        return
    expected = question["sum"] or str(question["count"])
    assert expected in figures
    if found.sure:
        assert found.sure.operation == question["operation"]
        assert len(found.sure.cells) == question.get("rows", len(found.sure.cells))
        assert (found.sure.mean, found.sure.share) == (question.get("mean"), question.get("share"))
        assert found.sure.whole == question.get("whole")
        assert {part.value: part.sum or part.count for part in found.sure.parts} == question.get("parts", {})
        if "at" in question:
            assert all(question["at"] in cell.cells.values() for cell in found.sure.cells)


def test_most_questions_with_one_figure_have_one_reading(sample: Catalog) -> None:
    exact = [question for question in QUESTIONS if question["expect"] == "figure"]
    sure = [question for question in exact if (found := given(sample, question)) and found.sure]
    assert len(sure) >= 0.9 * len(exact)


def test_the_set_is_large_and_holds_questions_that_rows_must_not_answer() -> None:
    assert len(QUESTIONS) >= 40
    assert sum(question["expect"] == "none" for question in QUESTIONS) >= 8

"""The invented registers: no figure is wrong, and what is not told has none."""

from collections import Counter

import pytest

from benchmarks.register_questions import REGISTERS, WAYS, RegisterQuestion, load
from catalog import opening
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR
from search.rows.results import RowAnswer
from search.understanding.glossary import load as load_glossary
from search.understanding.understand import in_standard_words
from tests.search.rows.sample import add

QUESTIONS = load()
RIGHT = 430


@pytest.fixture(scope="module")
def registers(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    catalog = opening.create(tmp_path_factory.mktemp("registers") / "data")
    for file in sorted(REGISTERS.iterdir()):
        add(catalog, file, file.name, Metadata())
    return catalog


def found(catalog: Catalog, question: RegisterQuestion) -> RowAnswer | None:
    text = in_standard_words(question.q, load_glossary())
    return next(filter(None, (way(catalog, text, OPERATOR) for way in WAYS)), None)


def test_every_question_is_of_a_register_that_is_there() -> None:
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS)
    assert {question.file for question in QUESTIONS} <= {file.name for file in REGISTERS.iterdir()}


def test_no_figure_is_wrong_and_half_of_those_that_are_told_are_right(registers: Catalog) -> None:
    verdicts = {question.id: question.verdict(found(registers, question)) for question in QUESTIONS}
    assert [one for one, verdict in verdicts.items() if verdict == "wrong"] == []
    assert Counter(verdicts.values())["right"] >= RIGHT

"""How well the sample papers are answered never falls below these floors, with the real models and indexes."""

from collections import Counter
from collections.abc import Iterator

import pytest

from benchmarks import sample_questions, short_questions
from benchmarks.short_questions import ShortQuestion
from catalog.database import Catalog
from catalog.scope import OPERATOR
from operations.demo import sample_folder
from search.answer import ask
from search.results import Answer, Quote
from search.searcher import Searcher
from search.understanding.glossary import load
from search.understanding.understand import understand
from tests.search.answering.test_differing import CARD

Sample = tuple[Catalog, Searcher]


@pytest.fixture(scope="module")
def sample() -> Iterator[Sample]:
    with sample_questions.sample() as opened:
        yield opened


@pytest.mark.slow
def test_the_judged_questions_are_answered_from_the_right_file_or_refused(sample: Sample) -> None:
    found = sample_questions.summary(sample_questions.verdicts(*sample))
    assert found["refused_rightly"] == 12
    assert found["section_9_right"] >= 58
    assert found["right"] >= 68
    assert found["right_place"] >= 55
    assert found["right_sentence"] >= 54


@pytest.mark.slow
def test_questions_of_few_words_begin_with_the_right_quote_or_are_refused(sample: Sample) -> None:
    catalog, searcher = sample
    questions = short_questions.load()
    counts = Counter(question.verdict(ask(searcher, catalog, question.q, OPERATOR)) for question in questions)
    assert counts["right"] >= 44
    assert counts["right"] + counts["found"] >= 53
    assert counts["rightly refused"] >= 19


@pytest.mark.slow
def test_what_a_paper_tells_of_itself_is_told_of_that_paper_or_of_none(sample: Sample) -> None:
    catalog, searcher = sample
    questions = short_questions.load(short_questions.OF_PAPERS)
    counts = Counter(question.verdict(ask(searcher, catalog, question.q, OPERATOR)) for question in questions)
    assert counts["right"] >= 22
    assert counts["rightly refused"] >= 11


def test_a_short_question_names_files_of_the_sample_and_what_a_right_quote_holds() -> None:
    questions = [*short_questions.load(), *short_questions.load(short_questions.OF_PAPERS)]
    assert len({question.q for question in questions}) == len(questions)
    assert sum(not question.paths for question in questions) >= 42
    for question in questions:
        assert bool(question.paths) == bool(question.holds)
        assert all((sample_folder() / path).is_file() for path in question.paths), question.id


def test_the_verdict_goes_by_the_first_quote_and_by_whether_any_paper_answers() -> None:
    right, other = quoted("a.pdf", "Garansi  LIMA tahun."), quoted("b.pdf", "Garansi lima tahun.")
    asked = ShortQuestion("k", "garansi", ("a.pdf",), ("lima tahun",))
    unanswerable = ShortQuestion("k", "garansi", (), ())
    assert asked.verdict(answer(right, other)) == "right"
    assert asked.verdict(answer(other, right)) == "found"
    assert asked.verdict(answer(other)) == unanswerable.verdict(answer(right)) == "wrong"
    assert (asked.verdict(answer()), unanswerable.verdict(answer())) == ("refused", "rightly refused")


def quoted(path: str, text: str) -> Quote:
    return Quote(text, 0, len(text), CARD._replace(path=path), None)


def answer(*quotes: Quote) -> Answer:
    asked = understand("garansi", load())
    return Answer("garansi", bool(quotes), 0.5, "", "", quotes, (), (), 0, asked)

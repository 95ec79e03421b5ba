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
from search.searcher import Searcher

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


def test_a_short_question_names_files_of_the_sample_and_what_a_right_quote_holds() -> None:
    questions = short_questions.load()
    assert len({question.q for question in questions}) == len(questions)
    assert sum(not question.paths for question in questions) >= 30
    for question in questions:
        assert bool(question.paths) == bool(question.holds)
        assert all((sample_folder() / path).is_file() for path in question.paths), question.id


@pytest.mark.slow
@pytest.mark.parametrize(("paths", "verdict"), [((), "rightly refused"), (("a.pdf",), "refused")])
def test_a_refusal_is_right_where_no_paper_answers(sample: Sample, paths: tuple[str, ...], verdict: str) -> None:
    catalog, searcher = sample
    refused = ask(searcher, catalog, "harga pesawat luar angkasa", OPERATOR)
    assert ShortQuestion("k", "harga pesawat luar angkasa", paths, paths).verdict(refused) == verdict

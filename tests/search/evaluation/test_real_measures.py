"""What is counted right of what a searcher gives for questions about real files."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from catalog.database import Catalog
from catalog.scope import OPERATOR
from search.evaluation.real_measures import Judgement, as_json, compared, figures, grouped, judge
from search.evaluation.real_questions import RealQuestion
from search.searcher import Searcher
from tests.engine.shelf import shelve
from tests.search.library import searcher_of
from tests.word_counts import WordCounts

PAGES = ("Arsip inaktif dipindahkan ke unit kearsipan setelah dua tahun.", "Arsip vital disimpan di brankas besi.")
TAX = "Pajak reklame dibayar paling lambat tanggal 30 September 2025."
ASKED = RealQuestion(
    "1", "Arsip vital disimpan di mana?", "tempat", "arsip.pdf", None, "DI BRANKAS-BESI", frozenset("2")
)
UNANSWERED = RealQuestion("0", "Siapa juara lomba mewarnai?", "orang")


class Breaking(WordCounts):
    """A model whose runtime fails at every question."""

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        raise RuntimeError("out of arena memory")


@pytest.fixture
def searcher(catalog: Catalog) -> Searcher:
    shelve(catalog, "arsip.pdf", PAGES)
    shelve(catalog, "files/pajak.pdf", [TAX])
    return searcher_of(catalog)


def measured(catalog: Catalog, searcher: Searcher, question: RealQuestion) -> Judgement:
    (one,) = judge(catalog, searcher, [question])
    return one


def test_the_right_file_and_page_count_at_their_depth(catalog: Catalog, searcher: Searcher) -> None:
    right = measured(catalog, searcher, ASKED).measures
    assert (right["doc1"], right["doc5"], right["page1"], right["page5"]) == (1, 1, 1, 1)
    other_page = measured(catalog, searcher, replace(ASKED, places=frozenset("1"))).measures
    assert (other_page["doc1"], other_page["page5"]) == (1, 0)
    other_file = measured(catalog, searcher, replace(ASKED, path="lain.pdf")).measures
    assert (other_file["doc5"], other_file["page5"]) == (0, 0)


def test_a_file_that_answers_as_well_is_right_on_any_page(catalog: Catalog, searcher: Searcher) -> None:
    also = replace(ASKED, path="lain.pdf", also=frozenset({"arsip.pdf"}))
    assert measured(catalog, searcher, also).measures["page1"] == 1


def test_a_path_is_compared_without_the_folder_in_front(catalog: Catalog, searcher: Searcher) -> None:
    tax = RealQuestion("2", "Kapan pajak reklame dibayar?", "waktu", "pajak.pdf", None, "30 September 2025")
    assert measured(catalog, searcher, tax).measures["doc1"] == 1


def test_an_answer_is_judged_by_its_quotes_and_a_refusal_by_whether_it_is_right(
    catalog: Catalog, searcher: Searcher
) -> None:
    answered, refused = judge(catalog, searcher, [ASKED, UNANSWERED])
    assert answered.answered == (answered.measures["false_refusal"] == 0)
    assert answered.measures["quote"] == float(any(answered.exact))
    assert refused.measures == {"refusal": float(not refused.answered)}
    assert all(answered.exact)


def test_a_question_that_fails_scores_nothing_and_ends_nothing(catalog: Catalog, searcher: Searcher) -> None:
    broken = Searcher(searcher.engine, Breaking(), searcher.glossary, searcher.reader)
    told: list[tuple[int, int]] = []
    judged = judge(catalog, broken, [ASKED, UNANSWERED], lambda *done: told.append(done))
    assert [one.error for one in judged] == ["RuntimeError: out of arena memory"] * 2
    assert all(score == 0 for one in judged for score in one.measures.values())
    assert told == [(1, 2), (2, 2)]


def test_a_question_without_a_word_is_told_as_failed(catalog: Catalog, searcher: Searcher) -> None:
    assert "Pertanyaan kosong" in str(measured(catalog, searcher, replace(UNANSWERED, text="?!")).error)


def scored(kind: str, **measures: float) -> Judgement:
    return Judgement(RealQuestion(kind, "?", kind, "a.pdf"), measures, (True, False))


def test_figures_are_means_within_their_intervals_over_what_applies() -> None:
    found = figures([scored("a", doc1=1), scored("b", doc1=0), scored("c", refusal=1)])
    assert (found["doc1"].value, found["doc1"].n) == (0.5, 2)
    assert found["doc1"].low <= 0.5 <= found["doc1"].high
    assert (found["exact"].value, found["exact"].n) == (0.5, 6)
    assert "quote" not in found
    assert as_json(found)["refusal"] == {"value": 1.0, "low": 1.0, "high": 1.0, "n": 1}
    assert figures([scored("a", doc1=1)]) == figures([scored("a", doc1=1)])


def test_figures_are_told_for_each_group() -> None:
    groups = grouped([scored("b", doc1=1), scored("a", doc1=0), scored("b", doc1=0)], lambda question: question.type)
    assert {name: found["doc1"].value for name, found in groups.items()} == {"a": 0.0, "b": 0.5}


def test_two_searchers_are_compared_question_by_question() -> None:
    old, new = [scored("a", doc5=0, refusal=1)] * 6, [scored("a", doc5=1, refusal=1)] * 6
    tests = compared(old, new)
    assert (tests["doc5"].difference, tests["doc5"].better) == (1.0, 6)
    assert tests["doc5"].p == pytest.approx(2 / 2**6)
    assert tests["refusal"].p == 1.0
    assert "quote" not in tests


def test_one_side_alone_is_another_setting(catalog: Catalog, searcher: Searcher) -> None:
    by_words = Searcher(searcher.engine, searcher.embedder, searcher.glossary, searcher.reader, "lexical")
    by_sense = Searcher(searcher.engine, searcher.embedder, searcher.glossary, searcher.reader, "dense")
    assert measured(catalog, by_words, ASKED).measures["page1"] == 1
    assert measured(catalog, by_sense, replace(ASKED, text="brankas")).measures["doc5"] == 1
    assert not by_words.search(catalog, "kuitansi", OPERATOR).hits

"""How well a paper's passages tell what is asked beside the paper's name."""

import math
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.ranking.own_words import shares_told
from search.understanding.glossary import load
from search.understanding.understand import understand


def told(question: str, passages: Mapping[int, str], naming: str = "") -> dict[int, float]:
    return shares_told(understand(question, load()), {n: text.split() for n, text in passages.items()}, naming.split())


def test_a_word_that_names_the_paper_counts_nothing() -> None:
    passages = {1: "genset dinas dinas", 2: "servis pompa"}
    assert told("servis genset", passages, "genset")[1] == 0.0
    assert told("servis genset", passages)[1] > 0.0


def test_the_figure_is_that_of_okapi_bm25_over_the_rarity_of_what_is_said() -> None:
    """One of two passages as long as the other says the word once: rarity ln 2, and (k1 + 1) / (1 + k1) of it is 1."""
    assert told("pompa", {1: "pompa air", 2: "genset besar"}) == {1: pytest.approx(1.0), 2: 0.0}
    twice = 2 * 2.2 / (2 + 1.2)
    assert told("pompa", {1: "pompa pompa", 2: "genset besar"})[1] == pytest.approx(twice)


def test_what_one_passage_says_counts_for_more_than_what_nearly_all_say() -> None:
    passages = {1: "air", 2: "air", 3: "pompa", 4: "air"}
    shares = told("pompa air", passages)
    assert shares[3] / shares[1] == pytest.approx(math.log(1 + 3.5 / 1.5) / math.log(1 + 1.5 / 3.5))


def test_the_rarity_of_a_wording_is_its_own_not_that_of_a_part_of_it() -> None:
    """ "Kepala dinas" is told by one passage, though "dinas" alone stands in all."""
    passages = {1: "laporan dinas dinas", 2: "barang dinas", 3: "pala dinas"}
    shares = told("kepala dinas", passages)
    assert max(shares, key=shares.__getitem__) == 3


def test_where_the_question_only_names_the_paper_no_passage_tells_more() -> None:
    assert told("genset", {1: "genset", 2: "pompa"}, "genset") == {1: 0.0, 2: 0.0}
    assert told("kapal", {1: "genset", 2: "pompa"}) == {1: 0.0, 2: 0.0}


@given(st.dictionaries(st.integers(0, 9), st.lists(st.sampled_from(["pompa", "air", "genset"])), min_size=1))
def test_shares_lie_between_nothing_and_what_bm25_can_reach(passages: dict[int, list[str]]) -> None:
    shares = shares_told(understand("pompa air genset", load()), passages, [])
    assert shares.keys() == passages.keys()
    assert all(0.0 <= share < 2.2 for share in shares.values())

"""Fusing two rankings."""

from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.query import Scored
from search.ranking.fusion import Beside, Fusion, Weights, by_reciprocal_rank, fuse, pair_shares

SCORES = st.floats(0, 50, allow_nan=False)
COSINES = st.floats(-1, 1, allow_nan=False, width=32)


def ranked(scores: dict[int, float]) -> list[Scored]:
    return sorted((Scored(key, score) for key, score in scores.items()), key=lambda hit: -hit.score)


LEXICAL = st.dictionaries(st.integers(0, 30), SCORES, max_size=20).map(ranked)
DENSE = st.dictionaries(st.integers(0, 30), COSINES, max_size=20).map(ranked)


@given(LEXICAL, DENSE)
def test_every_passage_once_best_first_from_0_to_1(lexical: list[Scored], dense: list[Scored]) -> None:
    fused = fuse(lexical, dense)
    assert sorted(hit.passage for hit in fused) == sorted({hit.passage for hit in [*lexical, *dense]})
    assert [hit.score for hit in fused] == sorted((hit.score for hit in fused), reverse=True)
    assert all(-1e-9 <= hit.score <= 1 + 1e-9 for hit in fused)


@given(LEXICAL, DENSE)
def test_the_order_of_the_lists_does_not_matter(lexical: list[Scored], dense: list[Scored]) -> None:
    assert fuse(lexical, dense) == fuse(lexical[::-1], dense[::-1])


SHARES = st.dictionaries(st.integers(0, 30), st.floats(0, 1))


@given(LEXICAL, DENSE, st.builds(Beside, SHARES, st.sets(st.integers(0, 30)), SHARES))
def test_the_parts_of_a_score_add_up_to_it(lexical: list[Scored], dense: list[Scored], beside: Beside) -> None:
    fusion = Fusion(lexical, dense).with_beside(beside)
    for hit in fusion.ranking():
        parts = astuple(fusion.parts(hit.passage))
        assert sum(parts) == pytest.approx(hit.score)
        assert min(parts) >= 0
        assert hit.score <= 1 + 1e-9


def test_first_on_both_sides_is_first() -> None:
    lexical = [Scored(7, 12.0), Scored(1, 11.0)]
    dense = [Scored(7, 0.9), Scored(2, 0.88)]
    assert fuse(lexical, dense)[0].passage == 7


def test_equal_scores_stand_by_passage_id() -> None:
    assert [hit.passage for hit in fuse([Scored(9, 3.0), Scored(4, 3.0)], [])] == [4, 9]


def test_one_side_alone_keeps_its_order() -> None:
    assert [hit.passage for hit in fuse([], [Scored(2, 0.9), Scored(5, 0.8)])] == [2, 5]
    assert [hit.passage for hit in fuse([Scored(2, 9.0), Scored(5, 8.0)], [])] == [2, 5]


def test_where_meaning_is_level_words_decide() -> None:
    lexical = [Scored(1, 10.0), Scored(2, 6.0)]
    dense = [Scored(2, 0.801), Scored(1, 0.800)]
    assert fuse(lexical, dense)[0].passage == 1


def test_pairs_lift_the_text_in_which_they_stand_together() -> None:
    texts = {1: ["naik", "jabat", "pegawai"], 2: ["pegawai", "naik", "lalu", "jabat"]}
    shares = pair_shares({("naik", "jabat")}, texts)
    assert shares == {1: 1.0, 2: 0.0}
    level = [Scored(2, 5.0), Scored(1, 5.0)]
    assert fuse(level, [], Beside(shares), Weights(pairs=0.5))[0].passage == 1


def test_nothing_asked_no_shares() -> None:
    assert pair_shares(set(), {1: ["a", "b"]}) == {}


def test_reciprocal_rank_fusion_is_the_published_sum() -> None:
    fused = by_reciprocal_rank([Scored(1, 9.0), Scored(2, 8.0)], [Scored(2, 0.9)])
    assert fused == [Scored(2, 1 / 62 + 1 / 61), Scored(1, 1 / 61)]


def test_a_passage_that_holds_the_kind_of_answer_wanted_gains() -> None:
    level = [Scored(1, 5.0), Scored(2, 5.0)]
    assert [hit.passage for hit in fuse(level, [], Beside(fitting={2}))] == [2, 1]


def test_the_kind_of_answer_does_not_outweigh_words() -> None:
    assert fuse([Scored(1, 10.0), Scored(2, 5.0)], [], Beside(fitting={2}))[0].passage == 1


def test_of_two_passages_with_as_many_words_the_one_that_names_more_stands_first() -> None:
    level = [Scored(1, 5.0), Scored(2, 5.0)]
    assert [hit.passage for hit in fuse(level, [], Beside(named={1: 0.4, 2: 0.9}))] == [2, 1]

"""The measures, against values worked out by hand."""

import math

import pytest

from search.evaluation.metrics import means, ndcg, recall, reciprocal_rank


def test_ndcg_of_one_relevant_at_rank_three() -> None:
    assert ndcg(["a", "b", "c"], {"c": 1}) == pytest.approx(1 / math.log2(4))


def test_ndcg_counts_grades_against_the_ideal_order() -> None:
    gain = 1 / math.log2(2) + 3 / math.log2(3)
    ideal = 3 / math.log2(2) + 1 / math.log2(3)
    assert ndcg(["a", "b"], {"a": 1, "b": 3}) == pytest.approx(gain / ideal)


def test_beyond_the_depth_nothing_counts() -> None:
    ranking = [str(n) for n in range(20)]
    assert ndcg(ranking, {"10": 1}) == 0.0
    assert reciprocal_rank(ranking, {"10": 1}) == 0.0
    assert recall(ranking, {"10": 1, "3": 1}, 10) == 0.5


def test_reciprocal_rank_is_of_the_first_relevant() -> None:
    assert reciprocal_rank(["x", "y", "z"], {"z": 1, "y": 2}) == 0.5


def test_means_are_over_all_judged_questions() -> None:
    judgements = {"q1": {"a": 1}, "q2": {"b": 1}}
    assert means({"q1": ["a"]}, judgements) == {"ndcg@10": 0.5, "recall@1": 0.5, "recall@10": 0.5, "mrr@10": 0.5}

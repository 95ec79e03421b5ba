"""The paired test: by hand on small lists, and what must hold for any lists."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.evaluation.paired import DRAWS, paired

SCORE = st.integers(0, 100).map(lambda n: n / 100)
PAIRS = st.lists(st.tuples(SCORE, SCORE), min_size=1, max_size=30)


def apart(pairs: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [old for old, _ in pairs], [new for _, new in pairs]


def test_the_means_and_the_questions_are_counted() -> None:
    found = paired([0.2, 0.5, 1.0, 0.0], [0.4, 0.5, 0.5, 0.5])
    assert [found.old, found.new] == pytest.approx([0.425, 0.475])
    assert found.difference == pytest.approx(0.05)
    assert (found.better, found.worse, found.equal) == (2, 1, 1)


def test_of_eight_swappings_two_are_as_far_when_three_questions_all_gain() -> None:
    found = paired([0.0, 0.0, 0.0], [0.1, 0.2, 0.4])
    assert found.exact
    assert found.p == pytest.approx(2 / 8)


def test_sums_that_are_equal_on_paper_count_as_equal() -> None:
    assert paired([0.3, 0.0, 0.0], [0.0, 0.1, 0.2]).p == 1.0  # 0.1 + 0.2 - 0.3 is not 0 in floats


@given(st.lists(st.tuples(SCORE, SCORE), min_size=1, max_size=8))
def test_few_questions_are_counted_as_the_definition_counts_them(pairs: list[tuple[float, float]]) -> None:
    gained = [round(100 * new) - round(100 * old) for old, new in pairs]
    seen = abs(sum(gained))
    swapped = [
        abs(sum(sign * gain for sign, gain in zip(signs, gained, strict=True)))
        for signs in itertools.product((1, -1), repeat=len(gained))
    ]
    expected = sum(total >= seen for total in swapped) / len(swapped)
    assert paired(*apart(pairs)).p == pytest.approx(expected)


@settings(max_examples=40)
@given(PAIRS)
def test_swapping_the_two_turns_the_signs_and_keeps_p(pairs: list[tuple[float, float]]) -> None:
    old, new = apart(pairs)
    there, back = paired(old, new), paired(new, old)
    assert there.p == back.p
    assert there.difference == -back.difference
    assert (there.better, there.worse) == (back.worse, back.better)
    assert [there.low, there.high] == pytest.approx([-back.high, -back.low])


@settings(max_examples=40)
@given(PAIRS)
def test_the_order_of_the_questions_does_not_matter_to_p(pairs: list[tuple[float, float]]) -> None:
    turned = sorted(pairs)
    assert paired(*apart(pairs)).p == paired(*apart(turned)).p


@settings(max_examples=40)
@given(PAIRS)
def test_p_is_a_probability_and_the_interval_lies_within_the_scores(pairs: list[tuple[float, float]]) -> None:
    found = paired(*apart(pairs))
    assert 0 < found.p <= 1
    assert -1 <= found.low <= found.high <= 1


@given(st.lists(SCORE, min_size=1, max_size=200))
def test_identical_lists_do_not_differ(scores: list[float]) -> None:
    found = paired(scores, scores)
    assert (found.p, found.difference, found.low, found.high) == (1.0, 0.0, 0.0, 0.0)


@settings(max_examples=20)
@given(st.lists(st.integers(1, 50), min_size=14, max_size=60))
def test_where_all_of_many_gain_p_is_small_and_never_zero(gains: list[int]) -> None:
    found = paired([0.0] * len(gains), [gain / 100 for gain in gains])
    assert not found.exact
    assert 1 / (DRAWS + 1) <= found.p < 0.005
    assert found.low > 0


@settings(max_examples=10)
@given(st.lists(st.tuples(SCORE, SCORE), min_size=20, max_size=60))
def test_two_runs_agree(pairs: list[tuple[float, float]]) -> None:
    assert paired(*apart(pairs)) == paired(*apart(pairs))


def test_drawn_swappings_come_near_the_exact_share() -> None:
    gained = [3, -1, 2, 2, -2, 1, 4, -3, 1, 1, 2, -1, 1, 2]  # 14 questions: one more than are counted whole
    swapped = (
        abs(sum(s * g for s, g in zip(signs, gained, strict=True))) for signs in itertools.product((1, -1), repeat=14)
    )
    exact = sum(total >= abs(sum(gained)) for total in swapped) / 2**14
    assert paired([0.0] * 14, [float(g) for g in gained]).p == pytest.approx(exact, abs=0.02)


@pytest.mark.parametrize(
    ("old", "new"), [([], []), ([0.1], [0.1, 0.2]), ([float("nan")], [0.0]), ([0.0], [float("inf")])]
)
def test_what_does_not_pair_is_an_error(old: list[float], new: list[float]) -> None:
    with pytest.raises(ValueError, match="score"):
        paired(old, new)

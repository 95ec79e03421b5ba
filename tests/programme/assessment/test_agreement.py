"""Values worked out by hand, and what holds of every two raters."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.assessment.agreement import Ratings, agreement, median, weighted_kappa

RATINGS = st.dictionaries(st.sampled_from("abcdefgh"), st.none() | st.integers(1, 5))


def rated(levels: str) -> Ratings:
    """One digit for each thing rated, a dash for N/A."""
    return {str(at): None if level == "-" else int(level) for at, level in enumerate(levels)}


@pytest.mark.parametrize(
    ("one", "other", "kappa"),
    [
        ("12345", "12345", Fraction(1)),
        ("12345", "54321", Fraction(-1)),
        # observed (0 + 1 + 0 + 1) / 4; expected over the 16 pairs of 1 2 3 4 with 1 1 3 3: (2 * 14 + 2 * 6) / 16
        ("1234", "1133", Fraction(4, 5)),
        # observed 2 / 3; expected over the 9 pairs of 2 3 4 with 3 3 3: 6 / 9
        ("234", "333", Fraction(0)),
        # what only one of them could rate counts for neither
        ("12-45", "123-5", Fraction(1)),
    ],
)
def test_kappa_is_what_a_hand_works_out(one: str, other: str, kappa: Fraction) -> None:
    assert weighted_kappa(rated(one), rated(other)) == kappa


@pytest.mark.parametrize(("one", "other"), [("", ""), ("3", "3"), ("3", "5"), ("333", "333"), ("12--", "--34")])
def test_kappa_is_undefined_without_two_things_in_common_or_without_any_spread(one: str, other: str) -> None:
    assert weighted_kappa(rated(one), rated(other)) is None
    assert agreement([rated(one), rated(other)]) is None


def test_the_agreement_of_three_is_the_mean_of_the_pairs_that_have_one() -> None:
    three = [rated("1234"), rated("1234"), rated("1133")]
    assert agreement(three) == (1 + 2 * Fraction(4, 5)) / 3
    assert agreement([rated("33"), rated("33"), rated("34")]) == 0


@given(RATINGS, RATINGS)
def test_kappa_is_the_same_both_ways_and_never_above_one(one: Ratings, other: Ratings) -> None:
    kappa = weighted_kappa(one, other)
    assert kappa == weighted_kappa(other, one)
    assert kappa is None or -1 <= kappa <= 1


@pytest.mark.parametrize(
    ("values", "middle"),
    [((3,), 3), ((2, 3), 2), ((2, 5, 3), 3), ((None, 4), 4), ((None, None, 4), None), ((), None)],
)
def test_the_median_is_a_level_that_somebody_gave(values: tuple[int | None, ...], middle: int | None) -> None:
    assert median(values) == middle

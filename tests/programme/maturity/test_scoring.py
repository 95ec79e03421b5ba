"""Levels by the rules of the instrument; the two vectors are those of the domain brief."""

import dataclasses
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import RujukanError
from catalog.folder import DataFolder
from programme.maturity.instrument import of_folder
from programme.maturity.scoring import Hold, Score, exact, holds, score, shown

BUNDLED = of_folder(DataFolder(Path("tidak ada")))
CODES = list(BUNDLED.indicators)
FIRST = {
    **{"1.1": 3, "1.2": 3, "1.3": 3, "2.1": 2, "2.2": 3, "2.3": 3, "3.1": 3, "3.2": 3, "3.3": 3, "3.4": 4},
    **{"4.1": 3, "4.2": 3, "4.3": 3, "4.4": 3, "5.1": 2, "5.2": 2, "5.3": 3, "6.1": 4, "6.2": 4, "6.3": 3},
    **{"7.1": 2, "7.2": 2, "7.3": 2},
}
all_at = dict.fromkeys
values_of = st.fixed_dictionaries({code: st.none() | st.integers(1, 5) for code in CODES})


def of(values: dict[str, int | None]) -> Score:
    return score(BUNDLED, values)


def test_the_first_vector_is_level_two() -> None:
    reached = of(dict(FIRST))
    means = [Fraction(3), Fraction(8, 3), Fraction(13, 4), Fraction(3), Fraction(7, 3), Fraction(11, 3), Fraction(2)]
    assert list(reached.dimensions.values()) == means
    assert (reached.total, reached.level) == (Fraction(28375, 10000), 2)
    assert reached.total is not None
    assert shown(reached.total) == "2.84"


def test_the_second_vector_is_held_at_three_by_the_gate_of_staff_reached() -> None:
    reached = of({**all_at(CODES, 4), "5.1": 3, "5.3": 5})
    assert reached.dimensions["D5"] == 4
    assert (reached.total, reached.level) == (Fraction(4), 3)
    assert reached.holds == (Hold(4, "5.1", Fraction(4), Fraction(3)),)


def test_just_under_three_is_two_though_it_would_be_shown_as_three() -> None:
    weights = [dataclasses.replace(d, weight=Fraction(1, 7)) for d in BUNDLED.dimensions]
    even = dataclasses.replace(BUNDLED, dimensions=tuple(weights), gates=())
    reached = score(even, {**all_at(CODES, 3), "3.1": 2, "4.1": 3})
    assert reached.total == 3 - Fraction(1, 28)
    assert reached.level == 2
    assert shown(3 - Fraction(1, 1000)) == "3.00"


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_all_indicators_alike_are_that_level(level: int) -> None:
    reached = of(all_at(CODES, level))
    assert (reached.total, reached.level, reached.holds) == (Fraction(level), level, ())


def test_what_has_no_data_is_left_out_and_is_never_a_one() -> None:
    reached = of({**all_at(CODES, 4), "3.1": None, "3.2": None})
    assert reached.dimensions["D3"] == 4
    assert (reached.total, reached.level) == (Fraction(4), 4)


def test_a_dimension_without_data_gives_its_weight_to_the_others_and_caps_the_level_at_two() -> None:
    without = {code: None for code in CODES if code.startswith("7")}
    reached = of({**FIRST, **without})
    parts = {"D1": 15 * 3, "D2": Fraction(80, 3), "D3": 15 * Fraction(13, 4), "D4": 60, "D5": Fraction(140, 3)}
    assert reached.dimensions["D7"] is None
    assert reached.total == (sum(parts.values()) + 10 * Fraction(11, 3)) / 90
    capped = of({**all_at(CODES, 5), **without})
    assert (capped.total, capped.level) == (Fraction(5), 2)
    assert Hold(3, "D7", Fraction(2), Fraction(0), few=True) in capped.holds


def test_one_valid_indicator_of_a_dimension_caps_the_level_at_two() -> None:
    assert of({**all_at(CODES, 4), "1.2": None, "1.3": None}).level == 2
    assert of({**all_at(CODES, 4), "1.3": None}).level == 4


def test_a_gate_without_data_does_not_hold() -> None:
    reached = of({**all_at(CODES, 4), "5.1": None})
    assert reached.level == 3
    assert reached.holds == (Hold(4, "5.1", Fraction(4), None),)


def test_no_dimension_may_lie_more_than_one_level_behind() -> None:
    low = {code: 2 for code in CODES if code.startswith("2")}
    reached = of({**all_at(CODES, 5), **low})
    assert (reached.total, reached.level) == (Fraction(47, 10), 3)
    assert Hold(4, "D2", Fraction(3), Fraction(2)) in reached.holds


def test_without_a_single_value_there_is_no_level() -> None:
    reached = of({})
    assert (reached.total, reached.level, reached.holds) == (None, None, ())


@pytest.mark.parametrize("value", [0, 6, True, 3.0, "3"])
def test_values_are_whole_numbers_from_one_to_five(value: object) -> None:
    with pytest.raises(RujukanError, match=r"1\.1"):
        score(BUNDLED, {"1.1": value})


def test_an_unknown_indicator_is_refused() -> None:
    with pytest.raises(RujukanError, match=r"9\.9"):
        of({"9.9": 3})


@given(values_of)
def test_totals_stay_within_one_and_five(values: dict[str, int | None]) -> None:
    reached = of(values)
    if reached.total is None or reached.level is None:
        assert not any(values.values())
    else:
        assert 1 <= reached.level <= reached.total <= 5


@given(values_of, st.sampled_from(CODES))
def test_raising_an_indicator_never_lowers_the_level(values: dict[str, int | None], code: str) -> None:
    """Of one that has a value: a first value may lower a mean, as the rule on missing data says."""
    before = values[code]
    if before is None or before == 5:
        return
    was, now = of(values), of({**values, code: before + 1})
    assert was.level is not None
    assert now.level is not None
    assert now.level >= was.level


@given(values_of)
def test_a_level_lacks_nothing_and_every_level_above_it_lacks_something(values: dict[str, int | None]) -> None:
    reached = of(values)
    if reached.level is None or reached.total is None:
        return
    assert reached.level == 1 or not holds(BUNDLED, values, reached.level)
    for above in range(reached.level + 1, int(reached.total) + 1):
        assert any(hold.level == above for hold in reached.holds)


@given(values_of, st.randoms())
def test_the_order_of_the_values_does_not_matter(values: dict[str, int | None], random: Random) -> None:
    mixed = list(values.items())
    random.shuffle(mixed)
    assert of(dict(mixed)) == of(values)


@pytest.mark.parametrize(
    ("number", "six", "two"),
    [
        (Fraction(3), "3", "3.00"),
        (Fraction(8, 3), "2.666667", "2.67"),
        (Fraction(13, 4), "3.25", "3.25"),
        (Fraction(2835, 1000), "2.835", "2.84"),
        (Fraction(1, 2_000_000), "0.000001", "0.00"),
        (Fraction(10), "10", "10.00"),
    ],
)
def test_numbers_are_rounded_half_up(number: Fraction, six: str, two: str) -> None:
    assert (exact(number), shown(number)) == (six, two)

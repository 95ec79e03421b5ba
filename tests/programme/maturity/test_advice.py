"""The way to the next level: exact, no longer than it must be, and nothing promised where data is missing."""

from fractions import Fraction
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.maturity import instrument as instruments
from programme.maturity.advice import advice
from programme.maturity.instrument import Instrument
from programme.maturity.scoring import score

INSTRUMENT: Instrument = instruments.parse(resources.files("corpora").joinpath("instrumen.toml").read_text("utf8"))
CODES = list(INSTRUMENT.indicators)
VALUES = st.fixed_dictionaries({code: st.none() | st.integers(1, 5) for code in CODES})
FOURS = dict.fromkeys(CODES, 4)


def test_a_gate_is_named_with_what_it_needs_and_what_there_is() -> None:
    found = advice(INSTRUMENT, FOURS | {"5.1": 3, "5.3": 5})
    assert found
    assert found.level == 4
    assert [(hold.code, hold.needs, hold.has) for hold in found.holds] == [("5.1", 4, 3)]
    assert [(one.code, one.has, one.needs, one.reason) for one in found.raises] == [("5.1", 3, 4, "gerbang")]
    assert found.raises[0].criterion == INSTRUMENT.indicators["5.1"].criteria[2]
    assert found.gap == 0


def test_the_total_lacks_what_it_lacks_exactly_and_what_adds_most_is_raised_first() -> None:
    twos = dict.fromkeys(CODES, 2) | {"4.2": 3, "6.3": 3}
    found = advice(INSTRUMENT, twos)
    assert found
    assert found.gap == 3 - Fraction(score(INSTRUMENT, twos).total or 0)
    assert found.raises[0].code in ("5.1", "5.2", "5.3")  # a fifth of the total over three indicators
    assert {one.reason for one in found.raises} == {"total"}


def test_a_dimension_that_lags_is_lifted_where_it_is_lowest() -> None:
    found = advice(INSTRUMENT, FOURS | {"2.1": 3, "2.2": 1, "2.3": 2, "5.1": 5, "5.2": 5, "5.3": 5})
    assert found
    assert found.gap == 0
    assert [(one.code, one.has, one.needs, one.reason) for one in found.raises if one.reason == "dimensi"] == [
        ("2.2", 1, 3, "dimensi"), ("2.3", 2, 3, "dimensi"),
    ]  # fmt: skip


def test_missing_data_is_named_and_never_planned_with() -> None:
    found = advice(INSTRUMENT, FOURS | {"5.1": None})
    assert found
    assert [(hold.code, hold.has) for hold in found.missing] == [("5.1", None)]
    assert "5.1" not in [one.code for one in found.raises]


@pytest.mark.parametrize("values", [{}, dict.fromkeys(CODES, 5)])
def test_there_is_none_without_a_level_and_at_the_highest(values: dict[str, int]) -> None:
    assert advice(INSTRUMENT, values) is None


@settings(max_examples=60, deadline=None)
@given(VALUES)
def test_the_raises_reach_the_level_and_none_of_them_can_be_left_out(values: dict[str, int | None]) -> None:
    found = advice(INSTRUMENT, values)
    if found is None or found.missing:
        return
    done = values | {one.code: one.needs for one in found.raises}
    assert (score(INSTRUMENT, done).level or 0) >= found.level
    for one in found.raises:
        assert one.needs > one.has == values[one.code]
        assert one.needs <= found.level or one.reason == "gerbang"
        assert (score(INSTRUMENT, done | {one.code: one.needs - 1}).level or 0) < found.level

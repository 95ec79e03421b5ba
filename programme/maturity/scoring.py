"""From indicator values to a level, in exact fractions: a level is the floor of the total before it is rounded.

The rules are those of the instrument: dimensions are plain means of their valid indicators; the total weighs them, and
a dimension without any gives its weight to the others in proportion; gates, and what is missing, hold the level down.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from catalog.errors import RujukanError
from programme.maturity.instrument import LEVELS, Dimension, Instrument

Values = Mapping[str, int | None]
"""Indicator code to 1-5, or None for N/A; a code that is not there is N/A too."""


@dataclass(frozen=True)
class Hold:
    """Why a level is not reached though the total would be enough: what it needs, and what there is (None: no data).

    `code` is an indicator (a gate), a dimension (too far below), or a dimension with `few` valid indicators.
    """

    level: int
    code: str
    needs: Fraction
    has: Fraction | None
    few: bool = False


@dataclass(frozen=True)
class Score:
    """What some values amount to; `total` and `level` are None while no indicator has a value.

    `holds` tells of each level above `level`, up to the floor of the total, what it lacks.
    """

    instrument: str
    dimensions: Mapping[str, Fraction | None]
    total: Fraction | None
    level: int | None
    holds: tuple[Hold, ...]


def score(instrument: Instrument, values: Values) -> Score:
    """Return the score of some values; RujukanError `bad_value` for codes and values that the instrument lacks."""
    _check(instrument, values)
    means = {dimension.code: _mean(dimension, values) for dimension in instrument.dimensions}
    whole = _total(instrument, means)
    if whole is None:
        return Score(instrument.version, means, None, None, ())
    level = reach = math.floor(whole)
    while level > LEVELS[0] and holds(instrument, values, level):
        level -= 1
    kept = tuple(hold for above in range(level + 1, reach + 1) for hold in holds(instrument, values, above))
    return Score(instrument.version, means, whole, level, kept)


def total(instrument: Instrument, values: Values) -> Fraction | None:
    """Return the total alone of values that the instrument has; None while no indicator has a value."""
    return _total(instrument, {dimension.code: _mean(dimension, values) for dimension in instrument.dimensions})


def holds(instrument: Instrument, values: Values, level: int) -> list[Hold]:
    """Return what a level lacks beside a total that is high enough; nothing if all that it needs is there."""
    found: list[Hold] = []
    for dimension in instrument.dimensions:
        mean, needs = _mean(dimension, values), Fraction(level - instrument.slack)
        if mean is not None and mean < needs:
            found.append(Hold(level, dimension.code, needs, mean))
        valid = Fraction(_valid(dimension, values))
        if valid < instrument.few_indicators and level > instrument.few_indicators_cap:
            found.append(Hold(level, dimension.code, Fraction(instrument.few_indicators), valid, few=True))
    for gate in instrument.gates:
        value = values.get(gate.indicator)
        if gate.level == level and (value is None or value < gate.at_least):
            has = None if value is None else Fraction(value)
            found.append(Hold(level, gate.indicator, Fraction(gate.at_least), has))
    return found


def exact(number: Fraction, places: int = 6) -> str:
    """Return a number as decimals, rounded half up, without zeros at its end."""
    text = _decimals(number, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown(number: Fraction) -> str:
    """Return a number with the two decimals, rounded half up, that people are shown."""
    return _decimals(number, 2)


def _decimals(number: Fraction, places: int) -> str:
    whole, part = divmod(math.floor(number * 10**places + Fraction(1, 2)), 10**places)
    return f"{whole}.{part:0{places}d}"


def _check(instrument: Instrument, values: Values) -> None:
    known = instrument.indicators
    for code, value in values.items():
        if code not in known:
            raise RujukanError(
                "bad_value",
                f"Indikator “{code}” tidak ada pada instrumen versi {instrument.version};"
                f" yang ada: {', '.join(known)}.",
            )
        if value is not None and (type(value) is not int or value not in LEVELS):
            raise RujukanError(
                "bad_value", f"Nilai indikator {code} harus bilangan bulat 1 sampai 5, atau null; bukan {value!r}."
            )


def _valid(dimension: Dimension, values: Values) -> int:
    return sum(values.get(indicator.code) is not None for indicator in dimension.indicators)


def _mean(dimension: Dimension, values: Values) -> Fraction | None:
    found = [value for indicator in dimension.indicators if (value := values.get(indicator.code)) is not None]
    return Fraction(sum(found), len(found)) if found else None


def _total(instrument: Instrument, means: Mapping[str, Fraction | None]) -> Fraction | None:
    parts = [(d.weight, mean) for d in instrument.dimensions if (mean := means[d.code]) is not None]
    weights = sum((weight for weight, _ in parts), Fraction(0))
    return sum((weight * mean for weight, mean in parts), Fraction(0)) / weights if parts else None

"""What stands in the way of the next level: gates, dimensions that lag, missing data, and the total; by how much."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from programme.instrument import LEVELS, Dimension, Instrument
from programme.scoring import Hold, Values, holds, score


@dataclass(frozen=True)
class Advice:
    """One thing to do, for the indicator of this code."""

    code: str
    text: str


def advice(instrument: Instrument, values: Values) -> list[Advice]:
    """Return what to do for the next level, one for each indicator and reason; nothing at the highest level.

    Where the total is too low, single raises of one level are named until it would be enough, those with most effect
    first, and none beyond the next level's own criteria.
    """
    reached = score(instrument, values)
    if reached.level is None or reached.level == LEVELS[-1]:
        return []
    wanted = reached.level + 1
    lacks = holds(instrument, values, wanted)
    found = [one for hold in lacks for one in _of_hold(instrument, values, hold)]
    gates = {hold.code: int(hold.needs) for hold in lacks if hold.code in values and hold.has is not None}
    named = {one.code for one in found}
    raises = _raises(instrument, {**values, **gates}, wanted)
    return found + [Advice(code, text) for code, text in raises.items() if code not in named]


def _of_hold(instrument: Instrument, values: Values, hold: Hold) -> Iterator[Advice]:
    indicators = instrument.indicators
    if hold.code in indicators:
        has = "belum ada data" if hold.has is None else f"sekarang {hold.has}"
        said = f"Gerbang level {hold.level}: {hold.code} harus paling sedikit {hold.needs}, {has}."
        yield Advice(hold.code, f"{said} {_criterion(instrument, hold.code, int(hold.needs))}")
        return
    dimension = next(one for one in instrument.dimensions if one.code == hold.code)
    for indicator in dimension.indicators:
        value = values.get(indicator.code)
        if hold.few and value is None:
            yield Advice(
                indicator.code, f"Lengkapi data {indicator.code}: dimensi {hold.code} terlalu sedikit datanya."
            )
        elif not hold.few and value is not None and value < hold.needs:
            said = f"Dimensi {hold.code} harus paling sedikit {hold.needs}: naikkan {indicator.code} dari {value}."
            yield Advice(indicator.code, f"{said} {_criterion(instrument, indicator.code, value + 1)}")


def _raises(instrument: Instrument, values: Values, wanted: int) -> dict[str, str]:
    """Return the raises by which the total would reach a level, by indicator."""
    tried = dict(values)
    total = score(instrument, tried).total
    named: dict[str, str] = {}
    while total is not None and total < wanted:
        lower = [
            (-_gain(dimension, tried), value, indicator.code)
            for dimension in instrument.dimensions
            for indicator in dimension.indicators
            if (value := tried.get(indicator.code)) is not None and value < wanted
        ]
        _, value, code = min(lower)
        tried[code] = value + 1
        total = score(instrument, tried).total
        said = f"Naikkan {code} {instrument.indicators[code].name} dari {values[code]} ke {value + 1}."
        named[code] = f"{said} {_criterion(instrument, code, value + 1)}"
    return named


def _gain(dimension: Dimension, values: Values) -> Fraction:
    """Return what one more level of an indicator adds to the total, but for what all dimensions share."""
    valid = sum(values.get(indicator.code) is not None for indicator in dimension.indicators)
    return dimension.weight / valid


def _criterion(instrument: Instrument, code: str, level: int) -> str:
    """Return the criterion of a level of 2 or more in words."""
    return f"Level {level}: {instrument.indicators[code].criteria[level - 2]}"

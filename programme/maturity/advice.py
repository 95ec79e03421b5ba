"""What stands between a community and its next level: the fewest raises of indicators that reach it, exactly.

Gates come first, then dimensions that lag, then what the total still lacks, where each raise goes to the indicator that
adds most, and none beyond the criteria of that level: if all are there, the total is. A raise of one level adds its
dimension's share of the weights over the number of its valid indicators, so taking the largest first takes the fewest.
What has no data is named, for nobody knows what it would give.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from programme.maturity.instrument import LEVELS, Dimension, Instrument
from programme.maturity.scoring import Hold, Values, holds, score


@dataclass(frozen=True)
class Raise:
    """An indicator that is to go from one value to another, and the `criterion` of the latter.

    `reason` is `gerbang`, `dimensi` or `total`: the first of them that asked for it.
    """

    code: str
    name: str
    has: int
    needs: int
    reason: str
    criterion: str


@dataclass(frozen=True)
class Advice:
    """The way to a level: what holds it (`holds`), how much the total lacks, the raises, and what data is missing.

    With the raises alone the level is reached, unless data is `missing`.
    """

    level: int
    holds: tuple[Hold, ...]
    gap: Fraction
    raises: tuple[Raise, ...]
    missing: tuple[Hold, ...]


def advice(instrument: Instrument, values: Values) -> Advice | None:
    """Return the way to the next level; None at the highest one, and where there is no level to start from."""
    reached = score(instrument, values)
    if reached.level is None or reached.total is None or reached.level == LEVELS[-1]:
        return None
    wanted = reached.level + 1
    lacks = holds(instrument, values, wanted)
    return Advice(
        level=wanted,
        holds=tuple(lacks),
        gap=max(Fraction(wanted) - reached.total, Fraction(0)),
        raises=tuple(_Way(instrument, values, wanted).raises(lacks)),
        missing=tuple(hold for hold in lacks if hold.few or hold.has is None),
    )


class _Way:
    """Values on their way to a level."""

    def __init__(self, instrument: Instrument, values: Values, wanted: int) -> None:
        self._instrument = instrument
        self._first = {code: value for code in instrument.indicators if (value := values.get(code)) is not None}
        self._now = dict(self._first)
        self._wanted = wanted
        self._reasons: dict[str, str] = {}

    def raises(self, lacks: list[Hold]) -> Iterator[Raise]:
        """Yield what is to be raised, in the order in which it was found."""
        for hold in lacks:
            if hold.code in self._now:
                self._raise(hold.code, int(hold.needs), "gerbang")
        for dimension in self._instrument.dimensions:
            self._lift(dimension)
        self._fill()
        for code, reason in self._reasons.items():
            indicator, needs = self._instrument.indicators[code], self._now[code]
            criterion = indicator.criteria[needs - LEVELS[1]]
            yield Raise(code, indicator.name, self._first[code], needs, reason, criterion)

    def _raise(self, code: str, to: int, reason: str) -> None:
        self._now[code] = to
        self._reasons.setdefault(code, reason)

    def _lift(self, dimension: Dimension) -> None:
        """Raise what is lowest in a dimension until it is near enough to the level."""
        valid = self._valid(dimension)
        needs = (self._wanted - self._instrument.slack) * len(valid)
        while valid and sum(self._now[code] for code in valid) < needs:
            lowest = min(valid, key=lambda code: self._now[code])
            self._raise(lowest, self._now[lowest] + 1, "dimensi")

    def _fill(self) -> None:
        """Raise what adds most to the total until it is enough; of equal ones, what is lowest."""
        gains = {
            code: Fraction(dimension.weight, len(valid))
            for dimension in self._instrument.dimensions
            if (valid := self._valid(dimension))
            for code in valid
        }
        while (total := score(self._instrument, self._now).total) is not None and total < self._wanted:
            _, value, code = min(
                (-gain, self._now[code], code) for code, gain in gains.items() if self._now[code] < self._wanted
            )
            self._raise(code, value + 1, "total")

    def _valid(self, dimension: Dimension) -> list[str]:
        return [indicator.code for indicator in dimension.indicators if indicator.code in self._now]

"""What an indicator found in the rows, and what it comes to by the instrument: an exact figure, a value, the rows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from programme.maturity.instrument import LEVELS, Indicator
from programme.measures.case import Case


@dataclass(frozen=True)
class Line:
    """One row behind a figure, without names of people.

    `asset` is the id of an asset, whose title a page shows through its viewer's scope; `text` is what the row says of
    itself, `detail` what it adds. A row that is not `counted` is in the denominator alone.
    """

    asset: int | None = None
    text: str = ""
    day: str | None = None
    detail: str = ""
    counted: bool = True


@dataclass(frozen=True)
class Found:
    """What an indicator counted.

    The figure is the numerator over the denominator, unless `figure` says otherwise; the value is the level that it
    reaches on the instrument's scale, at most `most`, unless `level` says otherwise. `missing` says which input there
    is none of: then there is no value. With `people`, what is counted are people. `since`
    is the first day that is looked at, where that is not the first of the period; `note` is what else whoever reads the
    figure must know.
    """

    numerator: Fraction | int
    denominator: int
    lines: tuple[Line, ...] = ()
    figure: Fraction | None = None
    level: int | None = None
    most: int = LEVELS[-1]
    missing: str = ""
    people: bool = False
    since: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Computed:
    """An indicator that is computed: by which function, and in words what that asks of which rows."""

    find: Callable[[Case], Found]
    query: str


@dataclass(frozen=True)
class Measure:
    """One indicator of one community over one period, from `first` to `last`.

    `value` is 1 to 5, None where there is not enough data, and `reason` says of what. `figure` is exact, `note` is what
    else whoever reads it must know.
    """

    indicator: str
    figure: Fraction | None
    numerator: Fraction
    denominator: int
    value: int | None
    reason: str
    query: str
    first: date
    last: date
    lines: tuple[Line, ...]
    people: bool
    note: str = ""

    def without_lines(self) -> "Measure":
        """Return the same without the rows behind it."""
        return replace(self, lines=())


def measured(case: Case, indicator: Indicator, computed: Computed) -> Measure:
    """Return what an indicator comes to in a case."""
    found = computed.find(case)
    figure = found.figure
    if figure is None and found.denominator:
        figure = Fraction(found.numerator) / found.denominator
    reason = found.missing or _too_few(found, indicator)
    return Measure(
        indicator=indicator.code,
        figure=figure,
        numerator=Fraction(found.numerator),
        denominator=found.denominator,
        value=None if reason else _level(found, indicator, figure),
        reason=reason,
        query=computed.query,
        first=found.since or case.first,
        last=case.last,
        lines=found.lines,
        people=found.people,
        note=found.note,
    )


def _too_few(found: Found, indicator: Indicator) -> str:
    if found.denominator >= indicator.minimum:
        return ""
    return f"Baru {found.denominator}; paling sedikit {indicator.minimum} supaya dapat dinilai."


def _level(found: Found, indicator: Indicator, figure: Fraction | None) -> int:
    if found.level is not None:
        return min(found.level, found.most)
    return LEVELS[0] if figure is None else min(indicator.level_of(figure), found.most)

"""Drawings of maturity as figures that a template writes as SVG: a radar, a line over time, a small line, levels.

Whatever they draw stands in a table or in words beside them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import cos, pi, sin

from programme.maturity.instrument import LEVELS

MOST = LEVELS[-1]
RADAR = (420, 320)
LINE = (480, 240)
SPARK = (120, 32)
BAR = 200
"""Widths, and heights, of the pictures in their own units."""
_CENTRE, _REACH, _BEYOND = (210, 160), 115, 20
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 16, 14, 28


@dataclass(frozen=True)
class Point:
    """A place in a picture, what stands there, and where that text is anchored."""

    x: float
    y: float
    said: str = ""
    anchor: str = "middle"


@dataclass(frozen=True)
class Shape:
    """A named line of a radar: `corners` as SVG takes them, and its points, of those dimensions that have a value."""

    name: str
    corners: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Radar:
    """A radar: a ring for each level, the ends of its axes with their names, and its shapes."""

    rings: tuple[str, ...]
    ends: tuple[Point, ...]
    names: tuple[Point, ...]
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Line:
    """Totals over time: the heights of levels, the ends of the time, a line, its points, and single marks."""

    levels: tuple[Point, ...]
    ends: tuple[Point, ...]
    corners: str
    points: tuple[Point, ...]
    marks: tuple[Point, ...]


@dataclass(frozen=True)
class LevelBar:
    """How many are at a level now and were before, and how wide that is drawn."""

    level: str
    now: int
    before: int
    width: float
    width_before: float


def radar(axes: Sequence[str], shapes: Mapping[str, Sequence[Fraction | None]]) -> Radar:
    """Return a radar of named shapes over the same axes; a value that is None has no point."""
    count = len(axes)
    rings = tuple(_corners(_at(n, count, level) for n in range(count)) for level in LEVELS)
    ends = tuple(_at(n, count, MOST) for n in range(count))
    return Radar(rings, ends, tuple(_name(n, count, axis) for n, axis in enumerate(axes)), tuple(_shapes(shapes)))


def line(points: Sequence[tuple[date, Fraction]], marks: Sequence[tuple[date, Fraction]]) -> Line | None:
    """Return totals over time with single marks; None where fewer than two days are known."""
    days = sorted({day for day, _ in (*points, *marks)})
    if len(days) < 2:
        return None
    first, last = days[0], days[-1]
    span, wide = (last - first).days, LINE[0] - _LEFT - _RIGHT

    def at(day: date, total: Fraction, said: str = "") -> Point:
        return Point(round(_LEFT + wide * (day - first).days / span, 1), _height(total), said)

    drawn = tuple(at(day, total) for day, total in points)
    return Line(
        levels=tuple(Point(_LEFT, _height(Fraction(level)), str(level), "end") for level in LEVELS),
        ends=(
            Point(_LEFT, LINE[1] - 8, first.isoformat(), "start"),
            Point(wide + _LEFT, LINE[1] - 8, last.isoformat(), "end"),
        ),
        corners=_corners(drawn),
        points=drawn,
        marks=tuple(at(day, total) for day, total in marks),
    )


def spark(totals: Sequence[Fraction]) -> str:
    """Return the corners of a small line; "" for fewer than two totals."""
    if len(totals) < 2:
        return ""
    step, tall = SPARK[0] / (len(totals) - 1), SPARK[1]
    return _corners(
        Point(round(n * step, 1), round(tall - tall * float(total - 1) / (MOST - 1), 1))
        for n, total in enumerate(totals)
    )


def levels(distribution: Mapping[str, tuple[int, int]]) -> list[LevelBar]:
    """Return a bar for each level, all to one scale."""
    longest = max((max(pair) for pair in distribution.values()), default=0) or 1
    return [
        LevelBar(level, now, before, round(BAR * now / longest, 1), round(BAR * before / longest, 1))
        for level, (now, before) in distribution.items()
    ]


def _shapes(shapes: Mapping[str, Sequence[Fraction | None]]) -> Iterable[Shape]:
    for name, values in shapes.items():
        known = tuple(_at(n, len(values), value) for n, value in enumerate(values) if value is not None)
        yield Shape(name, _corners(known), known)


def _at(place: int, count: int, value: Fraction | int, beyond: float = 0) -> Point:
    """Return the point of a value on an axis; the first axis goes up, the others follow clockwise."""
    angle, far = 2 * pi * place / count, _REACH * float(value) / MOST + beyond
    return Point(round(_CENTRE[0] + far * sin(angle), 1), round(_CENTRE[1] - far * cos(angle), 1))


def _name(place: int, count: int, said: str) -> Point:
    end = _at(place, count, MOST, _BEYOND)
    aside = end.x - _CENTRE[0]
    anchor = "middle" if abs(aside) < _BEYOND else ("start" if aside > 0 else "end")
    return Point(end.x, round(end.y + 5, 1), said, anchor)


def _height(total: Fraction) -> float:
    return round(LINE[1] - _BOTTOM - (LINE[1] - _TOP - _BOTTOM) * float(total - 1) / (MOST - 1), 1)


def _corners(points: Iterable[Point]) -> str:
    return " ".join(f"{point.x:g},{point.y:g}" for point in points)

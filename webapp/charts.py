"""Bars for the operator's pages: where each piece begins and how long it is; a template draws them as SVG."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

WIDTH = 560  # of the longest bar, in units of the picture


@dataclass(frozen=True)
class Piece:
    """A part of a bar: how it is coloured, what it counts, where it begins and how wide it is."""

    name: str
    count: int
    start: float
    width: float


@dataclass(frozen=True)
class Bar:
    """One row: its name, its pieces from left to right, and all its counts."""

    name: str
    pieces: tuple[Piece, ...]
    counts: Mapping[str, int]


def bars(counted: Mapping[str, Mapping[str, int]]) -> list[Bar]:
    """Return a bar for each name, all to one scale; pieces that count nothing have no width and are left out."""
    longest = max((sum(counts.values()) for counts in counted.values()), default=0)
    return [Bar(name, tuple(_pieces(counts, longest)), counts) for name, counts in counted.items()]


def _pieces(counts: Mapping[str, int], longest: int) -> Iterator[Piece]:
    before = 0
    for name, count in counts.items():
        if count:
            yield Piece(name, count, round(WIDTH * before / longest, 2), round(WIDTH * count / longest, 2))
        before += count

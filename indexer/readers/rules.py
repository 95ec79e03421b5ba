"""The rules that a page draws, and the grid of cells that they make."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product

from indexer.readers.paths import Drawn

THIN = 2.5  # points: a drawn path that is no thicker is a rule
NEAR = 3.0  # points between ends that are meant to meet
MIN_RULE = 6.0
MIN_CELLS = 6

Place = tuple[int, int]  # row and column, from 0


@dataclass(frozen=True)
class Rules:
    """The edges of columns from the left and of rows from the top, and the rules that lie on them."""

    columns: list[float]
    rows: list[float]
    flat: Sequence[Drawn]
    upright: Sequence[Drawn]

    @cached_property
    def parted(self) -> frozenset[Place]:
        """Return each row with the edges of columns at which a rule stands in it."""
        middles = [-(above + below) / 2 for above, below in pairwise(self.rows)]
        return _crossings(((-p.top, -p.bottom, p.left) for p in set(self.upright)), middles, self.columns)

    @cached_property
    def ended(self) -> frozenset[Place]:
        """Return each column with the edges of rows at which a rule lies in it."""
        middles = [(left + right) / 2 for left, right in pairwise(self.columns)]
        edges = [-edge for edge in self.rows]
        return _crossings(((p.left, p.right, -p.top) for p in set(self.flat)), middles, edges)


def _crossings(
    rules: Iterable[tuple[float, float, float]], middles: Sequence[float], edges: Sequence[float]
) -> frozenset[Place]:
    """Return the places of the middles that a rule passes, each with those of the edges on which it may lie."""
    found: set[Place] = set()
    reach = NEAR + THIN
    for first, last, at in rules:
        passed = range(bisect_left(middles, first), bisect_right(middles, last))
        on = range(bisect_left(edges, at - reach), bisect_right(edges, at + reach))
        found.update(product(passed, on))
    return frozenset(found)


def cells_of(rules: Rules) -> dict[Place, Place]:
    """Return each cell by its top left place in the grid, with the last row and the last column that it takes up."""
    taken: set[Place] = set()
    cells = {}
    parted, ended = rules.parted, rules.ended
    last_row, last_column = len(rules.rows) - 2, len(rules.columns) - 2
    for row, column in product(range(last_row + 1), range(last_column + 1)):
        if (row, column) in taken:
            continue
        right, below = column, row
        while right < last_column and (row, right + 1) not in parted:
            right += 1
        while below < last_row and (column, below + 1) not in ended:
            below += 1
        cells[row, column] = (below, right)
        if (below, right) != (row, column):
            taken.update(product(range(row, below + 1), range(column, right + 1)))
    return cells


def rules_of(paths: Collection[Drawn]) -> Rules:
    """Return the rules of the tables: those between columns end on those between rows, and the other way round.

    The arrows of a flowchart do not.
    """
    drawn = set(paths)
    drawn |= _sides(drawn)
    flat = [p for p in drawn if p.top - p.bottom <= THIN and p.right - p.left >= MIN_RULE]
    heights = merged(p.top for p in flat)
    upright = [p for p in drawn if p.right - p.left <= THIN and p.top - p.bottom >= MIN_RULE]
    on = _close({end for p in upright for end in (p.top, p.bottom)}, heights)
    upright = [p for p in upright if p.top in on and p.bottom in on]
    columns = merged(p.left for p in upright)
    on = _close({end for p in flat for end in (p.left, p.right)}, columns)
    flat = [p for p in flat if p.left in on and p.right in on]
    return Rules(columns, merged(p.top for p in flat)[::-1], flat, upright)


def _sides(paths: Collection[Drawn]) -> set[Drawn]:
    """Return the sides of boxes that touch each other at both ends, as cells do and symbols do not."""
    boxes = [p for p in paths if p.right - p.left > THIN and p.top - p.bottom > THIN]
    lefts, tops = merged(b.left for b in boxes), merged(b.top for b in boxes)
    across, upward = _close({b.right for b in boxes}, lefts), _close({b.bottom for b in boxes}, tops)
    cells = [b for b in boxes if b.right in across and b.bottom in upward]
    if len(cells) < MIN_CELLS:
        return set()
    sides = ((b.left, b.top, b.right, b.top) for b in cells), ((b.left, b.bottom, b.right, b.bottom) for b in cells)
    ends = ((b.left, b.bottom, b.left, b.top) for b in cells), ((b.right, b.bottom, b.right, b.top) for b in cells)
    return {Drawn(*side) for group in (*sides, *ends) for side in group}


def merged(values: Iterable[float]) -> list[float]:
    """Return the values in order, those that are meant to be one only once."""
    kept: list[float] = []
    for value in sorted(set(values)):
        if not kept or value - kept[-1] > NEAR:
            kept.append(value)
    return kept


def _close(values: Iterable[float], edges: Sequence[float]) -> set[float]:
    """Return those of the values that are near one of the edges."""
    found = set()
    for value in values:
        at = bisect_right(edges, value)
        if any(abs(edge - value) <= NEAR for edge in edges[max(at - 1, 0) : at + 1]):
            found.add(value)
    return found

"""Which words of a page stand in which cell of the tables that its rules draw, and in which rows that is not sure."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, product
from typing import NamedTuple, Protocol

from indexer.document import Box
from indexer.readers.boxes import Edges, line_ranges
from indexer.readers.rules import NEAR, Place, Rules, cells_of, merged

MIN_COLUMNS = 3
OUTSIDE = 1.5  # points that a word may reach out of its cell
ACROSS = 0.35  # of its height that a word may
SPACE = 0.6  # of its height that a word may be away from the next one of its text

_WORD = re.compile(r"\S+")
_FIGURE = re.compile(r"[(\-<>~±+ ]*(?:Rp\.? ?)?\d[\d.,x() %–-]*")

NOWHERE: Edges = (-1.0, -1.0, -1.0, -1.0)  # of a word that is not seen, or is outside of the tables


class Seen(Protocol):
    """A raw text, and where its ranges are seen on the page, as shares of it."""

    raw: str

    def __call__(self, first: int, last: int, /) -> Edges | None:
        """Return the edges of what a range shows."""


class Word(NamedTuple):
    """A word of the page's text: its range, its text, and its edges as shares of the page."""

    start: int
    end: int
    text: str
    edges: Edges


@dataclass(frozen=True)
class Table:
    """Cells of rows from the top, by (row, column) of their first place; `spans` are the last ones."""

    columns: Sequence[float]
    rows: int
    spans: dict[Place, Place]
    words: dict[Place, list[int]]  # their numbers in the text
    unsure: frozenset[int]  # rows


def placed(
    rules: Rules, size: tuple[float, float], text: str, boxes: Sequence[Box], seen: Seen
) -> tuple[list[Word], list[Table]]:
    """Return the words of a page of this size, and its tables from the top; none where a word cannot be followed."""
    words = _words(text, boxes, seen, _Cells(rules, size))
    return words, [_table(_Cells(part, size), words) for part in _apart(rules)] if words else []


class _Cells:
    """The grid that rules make: in which place of it something stands, by shares of the page."""

    def __init__(self, rules: Rules, size: tuple[float, float]) -> None:
        self.rules = rules
        self.across = [edge / size[0] for edge in rules.columns]
        self.down = [-edge / size[1] for edge in rules.rows]
        self._outside = OUTSIDE / size[0]
        self._shape = size[1] / size[0]

    def at(self, x: float, y: float) -> Place:
        """Return the row and the column; a place outside has one that no cell has."""
        return bisect_right(self.down, y) - 1, bisect_right(self.across, x) - 1

    def holds(self, cell: Edges, words: Iterable[Word]) -> bool:
        """Tell whether no word reaches out of a cell."""
        left, top, right, bottom = cell[0] - self._outside, cell[1], cell[2] + self._outside, cell[3]
        for _, _, _, (x0, y0, x1, y1) in words:
            across = ACROSS * (y1 - y0)
            if x0 < left or x1 > right or y0 < top - across or y1 > bottom + across:
                return False
        return True

    def runs_on(self, word: Edges, after: Edges) -> bool:
        """Tell whether the next word stands as near as words of one text do, though a rule is between them."""
        space = SPACE * (word[3] - word[1]) * self._shape
        return _same_line(word, after) and 0 <= after[0] - word[2] < space

    def apart(self, line: Edges) -> bool:
        """Tell a line above or below everything, and one on the page that no rule of a column can part."""
        left, top, right, bottom = line
        return bottom < self.down[0] or top > self.down[-1] or self.at(left, top) == self.at(right, bottom)


def _words(text: str, boxes: Sequence[Box], seen: Seen, cells: _Cells) -> list[Word]:
    """Return the words of the text in order, none where a part of it cannot be followed.

    The words of a line that stands in one cell, or outside of the tables, have the edges of the line.
    """
    words: list[Word] = []
    lines = {box.start: box[2:] for box in boxes}
    for first, last, start, end in line_ranges(seen.raw, text):
        plain = [m.span() for m in _WORD.finditer(text, start, end)]
        line = lines.get(start)
        if line and cells.apart(line):
            words += [Word(a, b, text[a:b], line) for a, b in plain]
            continue
        drawn = [m.span() for m in _WORD.finditer(seen.raw, first, last)]
        if len(drawn) != len(plain):
            return []
        words += [Word(a, b, text[a:b], seen(*d) or NOWHERE) for (a, b), d in zip(plain, drawn, strict=True)]
    followed = sum(word.end - word.start for word in words)
    return words if followed == sum(map(len, text.split())) else []


def _apart(rules: Rules) -> Iterator[Rules]:
    """Yield the tables of a page: no rule between columns goes from one to the next."""
    crossed = {row for row, _ in rules.parted}
    for is_table, found in groupby(range(len(rules.rows) - 1), crossed.__contains__):
        rows = list(found)
        if not is_table:
            continue
        edges = rules.rows[rows[0] : rows[-1] + 2]
        flat, upright = (
            [p for p in paths if p.bottom >= edges[-1] - 2 * NEAR and p.top <= edges[0] + 2 * NEAR]
            for paths in (rules.flat, rules.upright)
        )
        columns = merged(p.left for p in upright)
        if len(edges) == len(rules.rows) and len(upright) == len(rules.upright):
            yield rules
        elif len(columns) > MIN_COLUMNS:
            yield Rules(columns, edges, flat, upright)


def _table(cells: _Cells, words: Sequence[Word]) -> Table:
    """Return the table with its words; a row of a word that may be another cell's is not sure."""
    spans = cells_of(cells.rules)
    held = _held(cells, spans, words)
    unsure = _torn(held, spans)
    inside = {number for numbers in held.values() for number in numbers}
    for (row, column), numbers in held.items():
        below, last = spans[row, column]
        edges = cells.across[column], cells.down[row], cells.across[last + 1], cells.down[below + 1]
        own = [words[number] for number in numbers]
        beside = [words[n] for n in (numbers[0] - 1, numbers[-1] + 1) if n not in inside and 0 <= n < len(words)]
        after = words[numbers[-1] + 1].edges if numbers[-1] + 1 in inside else NOWHERE
        if (
            not cells.holds(edges, own)
            or any(_is_level(w.edges, edges) for w in beside)
            or cells.runs_on(own[-1].edges, after)
        ):
            unsure.update(range(row, below + 1))
        elif not _is_one(own):
            unsure.add(row)
    return Table(cells.rules.columns, len(cells.rules.rows) - 1, spans, held, frozenset(unsure))


def _held(cells: _Cells, spans: Mapping[Place, Place], words: Sequence[Word]) -> dict[Place, list[int]]:
    """Return the numbers of the words in each cell."""
    owners = {place: place for place in spans}
    for (top, left), (below, last) in spans.items():
        if (below, last) != (top, left):
            owners |= dict.fromkeys(product(range(top, below + 1), range(left, last + 1)), (top, left))
    held: dict[Place, list[int]] = {}
    line, cell = NOWHERE, None
    for number, word in enumerate(words):
        if word.edges is not line:  # else they are those of one line
            line = word.edges
            cell = owners.get(cells.at((line[0] + line[2]) / 2, (line[1] + line[3]) / 2))
        if cell:
            held.setdefault(cell, []).append(number)
    return held


def _torn(held: Mapping[Place, object], spans: Mapping[Place, Place]) -> set[int]:
    """Return the rows that may be one: one reaches down into another, and they share no column."""
    columns: dict[int, set[int]] = {}
    for row, column in held:
        columns.setdefault(row, set()).add(column)
    reach = {row: max(spans[row, column][0] for column in found) for row, found in columns.items()}
    torn = [
        {row, below}
        for row, found in columns.items()
        for below in range(row + 1, reach[row] + 1)
        if found.isdisjoint(columns.get(below, found))
    ]
    return set().union(*torn)


def _is_level(word: Edges, cell: Edges) -> bool:
    """Tell a word outside of the table that may belong to a cell: on its height, or not seen at all."""
    return word is NOWHERE or cell[1] <= (word[1] + word[3]) / 2 <= cell[3]


def _is_one(words: Sequence[Word]) -> bool:
    """Tell whether words follow each other as they are read, and are not figures one below the other."""
    if len(words) == 1:
        return True
    lines: list[list[Word]] = []
    for word in words:
        if lines and _same_line(lines[-1][-1].edges, word.edges):
            lines[-1].append(word)
        else:
            lines.append([word])
    ordered = all(a.edges[0] <= b.edges[0] for line in lines for a, b in pairwise(line))
    downward = all(b[0].edges[1] >= a[0].edges[1] for a, b in pairwise(lines))
    figures = sum(bool(_FIGURE.fullmatch(" ".join(word.text for word in line))) for line in lines)
    return ordered and downward and figures < 2


def _same_line(a: Edges, b: Edges) -> bool:
    return min(a[3], b[3]) - max(a[1], b[1]) >= min(a[3] - a[1], b[3] - b[1]) / 2


def joined(words: Sequence[Word]) -> str:
    """Return the text of a cell; a word that was cut at the end of a line is whole in the page's text."""
    gaps = ["" if a.end == b.start else " " for a, b in pairwise(words)]
    return words[0].text + "".join(gap + word.text for gap, word in zip(gaps, words[1:], strict=True))

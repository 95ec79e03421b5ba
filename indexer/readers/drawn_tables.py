"""Typed rows of the tables that a PDF page draws with rules: cells of the very words of the page's text.

Which words stand in which cell is told by pdfium's places of words and of drawn rules. pdfplumber is not used: on eight
files with tables its `find_tables` took 26.5 s of CPU where reading them whole, rows too, takes 2.3 s, and it reads the
words a second time, in another order. A row is left out where its cells are not certain.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, product
from typing import NamedTuple, Protocol

import pypdfium2

from indexer.document import Box, SheetRow
from indexer.readers.boxes import Edges, line_ranges
from indexer.readers.paths import shown_paths
from indexer.readers.rules import NEAR, Place, Rules, cells_of, merged, rules_of
from indexer.readers.table import HEADER_WORDS, Grid, Merge, read_tables

MIN_COLUMNS = 3
MIN_ROWS = 2
MIN_PATHS = 6  # of a page: the sides of fewer boxes make no table
MAX_ROWS = 200
MAX_COLUMNS = 60
MAX_PATHS = 100_000  # of a file: what is drawn after that makes no tables
NO_RULES = Rules([], [], [], [])
HEADER_ROWS = 8  # that go with a table to the next page
NAMES = 2  # words of headers on a page without which no drawing is looked at
OUTSIDE = 1.5  # points that a word may reach out of its cell
ACROSS = 0.35  # of its height that a word may
SPACE = 0.6  # of its height that a word may be away from the next one of its text
AROUND = 2  # lines before a table that may state the unit of its money

_WORD = re.compile(r"\S+")
_FIGURE = re.compile(r"[(\-<>~±+ ]*(?:Rp\.? ?)?\d[\d.,x() %–-]*")

NOWHERE: Edges = (-1.0, -1.0, -1.0, -1.0)  # of a word that is not seen, or is outside of the tables


class Seen(Protocol):
    """A raw text, and where its ranges are seen on the page, as shares of it."""

    raw: str

    def __call__(self, first: int, last: int, /) -> Edges | None:
        """Return the edges of what a range shows."""


class Found(NamedTuple):
    """The data rows of a page, and the form that one of its tables is."""

    rows: tuple[SheetRow, ...] = ()
    form: str | None = None


NO_ROWS = Found()


class _Word(NamedTuple):
    """A word of the page's text: its range, its text, and its edges as shares of the page."""

    start: int
    end: int
    text: str
    edges: Edges


@dataclass(frozen=True)
class _Table:
    """Cells of rows from the top, by (row, column) of their first place; `spans` are the last ones."""

    columns: Sequence[float]
    rows: int
    spans: dict[Place, Place]
    words: dict[Place, list[int]]  # their numbers in the text
    unsure: frozenset[int]  # rows


@dataclass(frozen=True)
class _Head:
    """The rows over the first data row, which go on on the next page: each with its cells, and what they span."""

    columns: Sequence[float]
    rows: list[dict[int, str]]
    merges: list[Merge]  # rows count from 0
    layout: frozenset[Place]
    around: list[str]


class DrawnTables:
    """The tables of one file's pages, read in order: a table goes on without its header on the page after."""

    def __init__(self) -> None:
        self._head: _Head | None = None
        self._left = MAX_PATHS

    def read(self, page: pypdfium2.PdfPage, text: str, boxes: Sequence[Box], seen: Seen) -> Found:
        """Return the data rows of the next page.

        `text` was made by `clean` from the raw text that `seen` places; `boxes` are those of its lines.
        """
        head, self._head = self._head, None
        if self._left <= 0 or not (head or _may_have_header(text)):
            return NO_ROWS
        paths = shown_paths(page)
        self._left -= len(paths)
        rules = rules_of(paths) if len(paths) >= MIN_PATHS else NO_RULES
        if not (MIN_COLUMNS < len(rules.columns) <= MAX_COLUMNS and MIN_ROWS < len(rules.rows) <= MAX_ROWS):
            return NO_ROWS
        size = _shown_size(page)
        words = _words(text, boxes, seen, _Cells(rules, size))
        tables = [_table(_Cells(part, size), words) for part in _apart(rules)] if words else []
        return self._found(text, tables, words, head)

    def _found(self, text: str, tables: Sequence[_Table], words: Sequence[_Word], head: _Head | None) -> Found:
        rows: list[SheetRow] = []
        form, first = None, 1
        for number, table in enumerate(tables):
            reading = _Reading(text, table, words, first)
            known = head if number == 0 and head and _is_alike(head.columns, table.columns) else None
            found = reading.rows(known)
            rows += found.rows
            form = form or found.form
            first += table.rows
            self._head = reading.head
        return Found(tuple(rows), form)


class _Reading:
    """One table's rows, numbered from `first`; `head` is what is known for the page after, once they are read."""

    def __init__(self, text: str, table: _Table, words: Sequence[_Word], first: int) -> None:
        self._text, self._table, self._words, self._first = text, table, words, first
        self._by_row: dict[int, list[tuple[int, list[int]]]] = {}
        for (row, column), numbers in sorted(table.words.items()):
            self._by_row.setdefault(row, []).append((column, numbers))
        self.head: _Head | None = None

    def rows(self, known: _Head | None) -> Found:
        """Return the data rows that are certain; `known` is the header of the same table on the page before."""
        cells = [self._cells(row) for row in range(self._table.rows)]
        spans = ((place, last) for place, last in self._table.spans.items() if place != last)
        merges = [Merge(row, column + 1, below, right + 1) for (row, column), (below, right) in spans]
        above, over, around = (known.rows, known.merges, known.around) if known else ([], [], self._around())
        shift = self._first - len(above)
        numbered = [(n + shift, row) for n, row in enumerate([*above, *cells]) if row]
        spread = [*(_moved(m, shift) for m in over), *(_moved(m, self._first) for m in merges)]
        tables = read_tables(Grid("", numbered, spread), around)
        data = {n - self._first: row for n, row in tables.rows.items() if n >= self._first}
        if len(data) < (1 if known else MIN_ROWS):
            return NO_ROWS
        if not known and not _is_named(next(iter(data.values()))):
            return NO_ROWS
        self.head = known or self._own_head(min(data), cells, merges, around)
        if self.head is None:
            return NO_ROWS
        kept = (self._placed(n, row) for n, row in data.items() if self._is_certain(n, self.head.layout))
        return Found(tuple(row for row in kept if row), tables.form)

    def _own_head(
        self, end: int, cells: list[dict[int, str]], merges: Sequence[Merge], around: list[str]
    ) -> _Head | None:
        """Return the rows over the first data row; None where what they say or name is not certain."""
        start = max(0, end - HEADER_ROWS)
        layout = max((self._layout(row) for row in range(start, end)), key=len, default=frozenset())
        if len(layout) < MIN_COLUMNS or any(row in self._table.unsure for row in range(start, end)):
            return None
        own = [_moved(m, -start) for m in merges if start <= m.top < end]
        return _Head(self._table.columns, cells[start:end], own, layout, around)

    def _layout(self, row: int) -> frozenset[Place]:
        """Return the first and the last column of each cell that takes part in a row."""
        spans = self._table.spans.items()
        return frozenset((left, right) for (top, left), (below, right) in spans if top <= row <= below)

    def _is_certain(self, row: int, layout: frozenset[Place]) -> bool:
        """Tell whether each cell of a row with words stands under one name."""
        spans = [(column, self._table.spans[row, column][1]) for column, _ in self._by_row[row]]
        return row not in self._table.unsure and layout.issuperset(spans)

    def _placed(self, row: int, found: SheetRow) -> SheetRow | None:
        """Return the row with its range, None where other words stand in it."""
        own = sorted(n for _, numbers in self._by_row[row] for n in numbers)
        if own[-1] - own[0] != len(own) - 1:
            return None
        return replace(found, start=self._words[own[0]].start, end=self._words[own[-1]].end)

    def _cells(self, row: int) -> dict[int, str]:
        return {c + 1: _joined([self._words[n] for n in numbers]) for c, numbers in self._by_row.get(row, [])}

    def _around(self) -> list[str]:
        first = min((n for words in self._table.words.values() for n in words), default=0)
        return self._text[: self._words[first].start].rstrip().split("\n")[-AROUND:]


def _moved(merge: Merge, rows: int) -> Merge:
    return Merge(merge.top + rows, merge.left, merge.bottom + rows, merge.right)


def _may_have_header(text: str) -> bool:
    return len(HEADER_WORDS.intersection(text.lower().split())) >= NAMES


def _is_named(row: SheetRow) -> bool:
    """Tell the names of columns from a first row of text, which a header may look like."""
    return _may_have_header(" ".join(row.cells))


def _is_alike(columns: Sequence[float], others: Sequence[float]) -> bool:
    return len(columns) == len(others) and all(abs(a - b) <= NEAR for a, b in zip(columns, others, strict=True))


def _shown_size(page: pypdfium2.PdfPage) -> tuple[float, float]:
    left, bottom, right, top = page.get_bbox()
    size = (right - left, top - bottom)
    return size if page.get_rotation() % 180 == 0 else size[::-1]


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

    def holds(self, cell: Edges, words: Iterable[_Word]) -> bool:
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


def _words(text: str, boxes: Sequence[Box], seen: Seen, cells: _Cells) -> list[_Word]:
    """Return the words of the text in order, none where a part of it cannot be followed.

    The words of a line that stands in one cell, or outside of the tables, have the edges of the line.
    """
    words: list[_Word] = []
    lines = {box.start: box[2:] for box in boxes}
    for first, last, start, end in line_ranges(seen.raw, text):
        plain = [m.span() for m in _WORD.finditer(text, start, end)]
        line = lines.get(start)
        if line and cells.apart(line):
            words += [_Word(a, b, text[a:b], line) for a, b in plain]
            continue
        drawn = [m.span() for m in _WORD.finditer(seen.raw, first, last)]
        if len(drawn) != len(plain):
            return []
        words += [_Word(a, b, text[a:b], seen(*d) or NOWHERE) for (a, b), d in zip(plain, drawn, strict=True)]
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


def _table(cells: _Cells, words: Sequence[_Word]) -> _Table:
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
    return _Table(cells.rules.columns, len(cells.rules.rows) - 1, spans, held, frozenset(unsure))


def _held(cells: _Cells, spans: Mapping[Place, Place], words: Sequence[_Word]) -> dict[Place, list[int]]:
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


def _is_one(words: Sequence[_Word]) -> bool:
    """Tell whether words follow each other as they are read, and are not figures one below the other."""
    if len(words) == 1:
        return True
    lines: list[list[_Word]] = []
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


def _joined(words: Sequence[_Word]) -> str:
    """Return the text of a cell; a word that was cut at the end of a line is whole in the page's text."""
    gaps = ["" if a.end == b.start else " " for a, b in pairwise(words)]
    return words[0].text + "".join(gap + word.text for gap, word in zip(gaps, words[1:], strict=True))

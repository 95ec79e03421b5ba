"""Typed rows of the tables that a PDF page draws with rules: cells of the very words of the page's text.

Which words stand in which cell is told by pdfium's places of words and of drawn rules. pdfplumber is not used: on eight
files with tables its `find_tables` took 26.5 s of CPU where reading them whole, rows too, takes 2.3 s, and it reads the
words a second time, in another order. A row is left out where its cells are not certain.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import pypdfium2

from indexer.document import Box, SheetRow
from indexer.readers.cell_words import MIN_COLUMNS, Seen, Table, Word, joined, placed
from indexer.readers.paths import shown_paths
from indexer.readers.rules import NEAR, Place, Rules, rules_of
from indexer.readers.table import HEADER_WORDS, Grid, Merge, read_tables

MIN_ROWS = 2
MIN_PATHS = 6  # of a page: the sides of fewer boxes make no table
MAX_ROWS = 200
MAX_COLUMNS = 60
MAX_PATHS = 100_000  # of a file: what is drawn after that makes no tables
NO_RULES = Rules([], [], [], [])
HEADER_ROWS = 8  # that go with a table to the next page
NAMES = 2  # words of headers on a page without which no drawing is looked at
AROUND = 2  # lines before a table that may state the unit of its money


class Found(NamedTuple):
    """The data rows of a page, and the form that one of its tables is."""

    rows: tuple[SheetRow, ...] = ()
    form: str | None = None


NO_ROWS = Found()


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
        words, tables = placed(rules, _shown_size(page), text, boxes, seen)
        return self._found(text, tables, words, head)

    def _found(self, text: str, tables: Sequence[Table], words: Sequence[Word], head: _Head | None) -> Found:
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

    def __init__(self, text: str, table: Table, words: Sequence[Word], first: int) -> None:
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
        return {c + 1: joined([self._words[n] for n in numbers]) for c, numbers in self._by_row.get(row, [])}

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

"""A row of a table as a question looks at it: the words of its cells, their parts and its codes, in one spelling."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from catalog.table_rows import SheetRow
from search.rows.wording import fold

if TYPE_CHECKING:
    from search.rows.tables import Table

NAMES = ("nama", "nama_spesifikasi", "uraian", "judul")
BRANDS = ("merk", "tipe", "spesifikasi")
_SHORTEST_CODE = 5  # letters, figures and the spaces around
_PARTS = re.compile(r"[;:,()/–—|]|\s-\s")
_NONE: frozenset[str] = frozenset()
_WORDED = frozenset(["text", "condition"])
_FIGURES = re.compile(r"[\d.,/\s-]+$")

TableId = tuple[int, int]
"""The sheet of a table, and its place among the tables of that sheet."""
RowPlace = tuple[int, int]
"""What tells a row from all others: its sheet and its number."""


@dataclass(frozen=True)
class Row:
    """A row of a table, with the title of the section that it stands in ("" for none) and the parts of that title."""

    table: "Table"
    stored: SheetRow
    section: str
    section_parts: frozenset[str] = frozenset()

    @property
    def place(self) -> RowPlace:
        """Return what tells the row from all others."""
        return self.table.sheet.id, self.stored.row

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield the cells that say what the thing is, each with the name of its column."""
        for name in NAMES:
            if value := self.stored.values.get(name):
                yield value.column, fold(value.value)

    @cached_property
    def worded(self) -> Mapping[str, str]:
        """Return the folded cells of words, by the name of their column in the file."""
        typed = {value.column: value.type for value in self.stored.values.values()}
        cells = {name: cell for name, cell in self.stored.cells.items() if typed.get(name, "text") in _WORDED}
        return {name: fold(cell) for name, cell in cells.items() if not _FIGURES.match(cell)}

    @cached_property
    def parts(self) -> Mapping[str, frozenset[str]]:
        """Return the whole cells of words and the parts that marks cut them into, folded, by column.

        A code that the sheet explains has what it stands for among them.
        """
        codes = self.table.coded_columns
        told = {name: codes[name].get(cell, _NONE) for name, cell in self.worded.items() if name in codes}
        return {name: cut(self.stored.cells[name]) | told.get(name, _NONE) for name in self.worded}

    @cached_property
    def coded(self) -> Mapping[str, str]:
        """Return the folded cells that are numbers and codes of the thing, by column: a plate's, a certificate's."""
        codes = (value for value in self.stored.values.values() if value.type == "code")
        return {value.column: code for value in codes if len(code := fold(value.value)) > _SHORTEST_CODE}

    def says(self, canonical: str) -> str:
        """Return the folded cell of a known column, "" where it has none."""
        value = self.stored.values.get(canonical)
        return fold(value.value) if value else ""


def cut(text: str) -> frozenset[str]:
    """Return a text and the parts that marks cut it into, folded."""
    return frozenset([fold(text), *map(fold, _PARTS.split(text))])

"""What an answer from rows gives back."""

from collections.abc import Mapping
from dataclasses import dataclass

from catalog.table_rows import Sheet

OF_PAPERS = "aset"
"""What is counted where papers are, by their fields; see `unit_of_count`."""


@dataclass(frozen=True)
class Told:
    """One condition as it was read: a column, an operator, a value, and the words of the question it came from."""

    column: str
    operator: str
    value: str
    words: str


@dataclass(frozen=True)
class Counted:
    """A row that was counted, or a paper by one of its fields: its place, and its cells or that field.

    `row` is None where the place is none of a table.
    """

    sheet: Sheet
    row: int | None
    cells: Mapping[str, str]
    start: int
    end: int
    hidden: bool = False

    @property
    def text(self) -> str:
        """Return what stands there in the page's text."""
        return self.sheet.text[self.start : self.end]


@dataclass(frozen=True)
class Part:
    """A part of a figure: what the column says by which it is broken down, "" for nothing, and the part's figures.

    `rows` are those that its mean is of.
    """

    value: str
    count: str
    sum: str | None
    mean: str | None
    rows: int | None


@dataclass(frozen=True)
class RowReading:
    """One way to read the question, with its figure.

    `operation` is hitung, jumlah, rata-rata, bagian, selisih or daftar. `count` is of units, rows or papers, as
    `unit_of_count` says; `sum` and `count` are exact decimal digits. `mean` of `of_rows` rows, and `share` (percent) of
    `whole` units, are rounded to two decimals; there is no share where rows do not say whether they belong. `parts` are
    the figure for each of what the column `by` says. Where the sum is a difference, it is that of `difference_of`, the
    first less the second. `notes` are what the reader of the figure has to know.
    """

    text: str
    operation: str
    conditions: tuple[Told, ...]
    count: str
    unit_of_count: str
    sum: str | None
    unit_of_sum: str | None
    column: str | None
    cells: tuple[Counted, ...]
    notes: tuple[str, ...]
    mean: str | None = None
    of_rows: int | None = None
    share: str | None = None
    whole: str | None = None
    by: str | None = None
    parts: tuple[Part, ...] = ()
    difference_of: tuple[str, str] | None = None


@dataclass(frozen=True)
class RowAnswer:
    """What rows answer: one reading is the answer; of several, none is taken for it. `more` are not shown."""

    readings: tuple[RowReading, ...]
    more: int = 0

    @property
    def sure(self) -> RowReading | None:
        """Return the answer, None where the question can be read in several ways."""
        return self.readings[0] if len(self.readings) == 1 and not self.more else None

"""Tables in running text, as DOCX and HTML have them: cells that span rows and columns become a grid."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from indexer.document import SheetRow
from indexer.readers.table import Grid, Merge, read_tables

MAX_ACROSS = 64  # columns that one cell may span; no printed table has more


class Spanned(NamedTuple):
    """A cell as its file writes it: its text on one line, and how many columns and rows it spans."""

    text: str
    across: int = 1
    down: int = 1


class TextTables:
    """The tables of one text, in order: the numbers of their rows count on, so that each stands for one row."""

    def __init__(self) -> None:
        self.form: str | None = None
        self._rows = 0

    def read(self, rows: Sequence[Sequence[Spanned]], around: Iterable[str] = ()) -> list[SheetRow | None]:
        """Return for each row of the next table its data row, None where it is none; its range is still to come.

        `around` are the lines before it, which may state the unit of its money. A cell stands in the first column that
        no cell above it spans.
        """
        first = self._rows + 1
        self._rows += len(rows)
        tables = read_tables(_grid(rows, first), around)
        self.form = self.form or tables.form
        return [tables.rows.get(number) for number in range(first, self._rows + 1)]


def _grid(rows: Sequence[Sequence[Spanned]], first: int) -> Grid:
    filled: list[tuple[int, dict[int, str]]] = []
    merges: list[Merge] = []
    taken: dict[int, int] = {}  # column: the last row that a cell above spans in it
    for number, row in enumerate(rows, first):
        cells: dict[int, str] = {}
        column = 1
        for cell in row:
            while taken.get(column, 0) >= number:
                column += 1
            last = number + min(max(cell.down, 1), len(rows)) - 1
            right = column + min(max(cell.across, 1), MAX_ACROSS) - 1
            cells |= {column: cell.text} if cell.text else {}
            merges += [Merge(number, column, last, right)] if (last, right) != (number, column) else []
            taken |= dict.fromkeys(range(column, right + 1), last)
            column = right + 1
        filled += [(number, cells)] if cells else []
    return Grid("", filled, merges)

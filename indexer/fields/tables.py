"""Ruled tables as they are drawn: rows of cells, and the cells that hold a drawn symbol."""

from dataclasses import dataclass

from indexer.document import PageRead


@dataclass(frozen=True)
class Ruled:
    """A table on a page: its cells from the top left, "" for empty ones; `marks` are (row, column) with a symbol.

    `numbers` are the sheet's row numbers, None for a table that is on no sheet.
    """

    page: PageRead
    rows: tuple[tuple[str, ...], ...]
    marks: frozenset[tuple[int, int]] = frozenset()
    numbers: tuple[int | None, ...] = ()

    def number(self, row: int) -> int | None:
        """Return the sheet's number of a row."""
        return self.numbers[row] if row < len(self.numbers) else None

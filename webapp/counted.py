"""The rows that a figure was counted from, as tables with the columns of their sheets."""

from collections.abc import Sequence
from dataclasses import dataclass

from search.rows.results import Counted


@dataclass(frozen=True)
class CountedTable:
    """Rows of one sheet and the columns in which any of them says something; of papers counted by fields no columns."""

    columns: tuple[str, ...]
    rows: tuple[Counted, ...]


def counted_tables(counted: Sequence[Counted], summed: str | None) -> list[CountedTable]:
    """Return what was counted, sheet by sheet as they first come; papers counted by a field stand together.

    The column that was `summed` stands before the others: wide sheets are seen only by scrolling.
    """
    sheets: dict[int | None, list[Counted]] = {}
    for one in counted:
        sheets.setdefault(None if one.row is None else one.sheet.id, []).append(one)
    return [CountedTable(_columns(rows, summed) if sheet else (), tuple(rows)) for sheet, rows in sheets.items()]


def _columns(rows: Sequence[Counted], summed: str | None) -> tuple[str, ...]:
    """Give the columns of rows, the summed one and then the others in the order of their sheet.

    Each row leaves out those in which it says nothing.
    """
    found: list[str] = []
    for row in rows:
        at = 0
        for column in row.cells:
            if column not in found:
                found.insert(at, column)
            at = found.index(column) + 1
    return tuple(sorted(found, key=lambda column: column != summed))

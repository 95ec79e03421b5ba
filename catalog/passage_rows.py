"""Rows of the table in which a passage stands, for whoever has read the passage in its scope."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog import typed_cells
from catalog.database import Catalog

_CELLS = "SELECT p.id, r.cells FROM passage p JOIN sheet_row r ON r.page = p.page AND r.row = p.row WHERE p.id IN "
_AT = (
    "SELECT r.cells, r.typed, r.start, substr(page.text, r.start + 1, r.end - r.start) AS text FROM passage p"
    " JOIN page ON page.id = p.page JOIN sheet_row r ON r.page = p.page AND r.start < ? AND r.end > ? WHERE p.id = ?"
    " LIMIT 2"
)
_ABOVE = (
    "SELECT substr(page.text, 1, coalesce((SELECT min(r.start) FROM sheet_row r WHERE r.page = page.id), 0)) AS text"
    " FROM passage p JOIN page ON page.id = p.page WHERE p.id = ?"
)
_FIRST = (
    "SELECT r.cells, r.typed FROM passage p JOIN sheet_row r ON r.page = p.page WHERE p.id = ? ORDER BY r.row LIMIT 200"
)
_REACHING = (
    "SELECT DISTINCT r.end > ? AND r.start < ? FROM passage p JOIN sheet_row r ON r.page = p.page WHERE p.id = ?"
)


@dataclass(frozen=True)
class PassageRow:
    """A row as it stands in its page: its text and where that starts, its cells by column, values by canonical name."""

    text: str
    start: int
    cells: Mapping[str, str]
    values: Mapping[str, str]

    def holds(self, start: int, end: int) -> bool:
        """Tell whether all of `start:end` of the page stands in the row."""
        return self.start <= start and end <= self.start + len(self.text)


def row_at(catalog: Catalog, passage: int, start: int, end: int) -> PassageRow | None:
    """Return the one row that reaches into a range of a passage's page; None where none does, or several do."""
    found = list(catalog.db.query(_AT, [end, start, passage]))
    if len(found) != 1:
        return None
    return PassageRow(found[0]["text"], found[0]["start"], json.loads(found[0]["cells"]), _values(found[0]))


def cells_of(catalog: Catalog, passages: Sequence[int]) -> dict[int, dict[str, str]]:
    """Return of each passage that is a row its cells by column, what a merged cell says from above included."""
    marks = ", ".join("?" * len(passages))
    return {key: json.loads(cells) for key, cells in catalog.db.execute(f"{_CELLS} ({marks})", list(passages))}


def columns_of(catalog: Catalog, passage: int) -> list[str]:
    """Return the names of the columns of a passage that is a row; none for others, which hold header or prose."""
    return list(cells_of(catalog, [passage]).get(passage, ()))


def rows_beside(catalog: Catalog, passage: int) -> int:
    """Return how many rows the page of a passage has."""
    sql = "SELECT count(*) FROM passage p JOIN sheet_row r ON r.page = p.page WHERE p.id = ?"
    return int(catalog.db.execute(sql, [passage]).fetchone()[0])


def above_rows(catalog: Catalog, passage: int) -> str:
    """Return what stands above the first row of a passage's page; nothing where it has no rows."""
    return next((row["text"] for row in catalog.db.query(_ABOVE, [passage])), "")


def columns_told(catalog: Catalog, passage: int) -> frozenset[str]:
    """Return the canonical names of the columns that hold letters or figures in the first rows of a passage's sheet."""
    rows = map(_values, catalog.db.query(_FIRST, [passage]))
    return frozenset(name for values in rows for name, value in values.items() if any(map(str.isalnum, value)))


def is_outside_rows(catalog: Catalog, passage: int, start: int, end: int) -> bool:
    """Tell whether the page of a passage has rows, of which none reaches into `start:end` of its text."""
    found = list(catalog.db.execute(_REACHING, [start, end, passage]))
    return bool(found) and not any(inside for (inside,) in found)


def _values(row: Mapping[str, str]) -> dict[str, str]:
    typed = typed_cells.load(row["typed"], json.loads(row["cells"]))
    return {name: cell.value for name, cell in typed.items()}

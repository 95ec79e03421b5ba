"""One page or sheet of a version with what stands beside it: where its lines are, its neighbours, some of its rows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from catalog.assets import Card, Page, Row
from catalog.database import Catalog
from catalog.errors import NotFoundError

_IN_CARD = "version = ?1 AND (?2 IS NULL OR number BETWEEN ?2 AND ?3)"
Line = tuple[int, int, float, float, float, float]
"""Start and end in the page's text; left, top, right and bottom as shares of the page."""


@dataclass(frozen=True)
class Neighbour:
    """The page before or after: its number, and its sheet's name in a workbook."""

    number: int
    sheet: str | None


@dataclass(frozen=True)
class SourcePage:
    """A page without its rows; `first` and `last` are the numbers of the outermost pages of the card."""

    id: int
    page: Page
    lines: tuple[Line, ...]
    before: Neighbour | None
    after: Neighbour | None
    first: int
    last: int


def source_page(catalog: Catalog, shown: Card, number: int | None, sheet: str | None) -> SourcePage:
    """Return a page by its sheet's name, or its number, or the first; NotFoundError where the card has none such.

    The caller got the card through its scope.
    """
    part = shown.part
    bounds = [shown.version_id, part and part.first_page, part and part.last_page]
    rows = catalog.db.query(
        f"SELECT * FROM page WHERE {_IN_CARD} AND (?4 IS NULL OR sheet = ?4)"
        " AND (?5 IS NULL OR ?4 IS NOT NULL OR number = ?5) ORDER BY number LIMIT 1",
        [*bounds, sheet, number],
    )
    for row in rows:
        told = {name: row[name] for name in ("number", "page", "sheet", "state", "quality", "text", "form")}
        page = Page(**told, rows=(), tabular=shown.tabular)
        lines = tuple(tuple(line) for line in json.loads(row["boxes"] or "[]"))
        around = list(catalog.db.query(f"SELECT number, sheet FROM page WHERE {_IN_CARD} ORDER BY number", bounds))
        return _between(row["id"], page, lines, [Neighbour(**one) for one in around])
    raise NotFoundError


def _between(key: int, page: Page, lines: tuple[Line, ...], pages: Sequence[Neighbour]) -> SourcePage:
    at = next(i for i, one in enumerate(pages) if one.number == page.number)
    before = pages[at - 1] if at else None
    after = pages[at + 1] if at + 1 < len(pages) else None
    return SourcePage(key, page, lines, before, after, pages[0].number, pages[-1].number)


def rows_near(catalog: Catalog, page_id: int, row: int, most: int) -> tuple[list[Row], int]:
    """Return the data rows of a page around a row number, that row and at most so many on each side; and their total.

    A number that is none of theirs has the rows that would stand around it.
    """
    earlier = _rows(catalog, "page = ? AND row < ? ORDER BY row DESC LIMIT ?", [page_id, row, most])
    later = _rows(catalog, "page = ? AND row >= ? ORDER BY row LIMIT ?", [page_id, row, most + 1])
    total = catalog.db.execute("SELECT count(*) FROM sheet_row WHERE page = ?", [page_id]).fetchone()[0]
    return [*reversed(earlier), *later], int(total)


def row_range(catalog: Catalog, page_id: int, row: int) -> tuple[int, int] | None:
    """Return where a data row stands in its page's text; None where the page has no row of that number."""
    for found in catalog.db.query("SELECT start, end FROM sheet_row WHERE page = ? AND row = ?", [page_id, row]):
        return found["start"], found["end"]
    return None


def _rows(catalog: Catalog, which: str, values: list[int]) -> list[Row]:
    found = catalog.db.query(f"SELECT row, cells, hidden, hidden_columns FROM sheet_row WHERE {which}", values)
    return [
        Row(
            row["row"],
            json.loads(row["cells"]),
            hidden=row["hidden"] == 1,
            hidden_columns=tuple(json.loads(row["hidden_columns"] or "[]")),
        )
        for row in found
    ]

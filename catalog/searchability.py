"""What of a version can be searched, page by page: in few words, without the rows of its tables."""

from dataclasses import dataclass

from catalog.database import Catalog

BEGINNING = 160
"""Characters of a page's text that are shown of it."""


@dataclass(frozen=True)
class PageTold:
    """A page, slide or sheet: its state, how its text begins, and how many rows of a table it has."""

    page: int | None
    sheet: str | None
    state: str
    begins: str
    rows: int


def pages(catalog: Catalog, version: int) -> list[PageTold]:
    """Return the pages of a version in their order."""
    rows = catalog.db.query(
        "SELECT page, sheet, state, substr(text, 1, ?) AS begins,"
        " (SELECT count(*) FROM sheet_row WHERE sheet_row.page = page.id) AS rows"
        " FROM page WHERE version = ? ORDER BY number",
        [2 * BEGINNING, version],
    )
    return [PageTold(**row | {"begins": " ".join(row["begins"].split())[:BEGINNING]}) for row in rows]

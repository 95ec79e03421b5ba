"""The rules that a version cites, as rows; they belong to its pages, and go with them."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.database import Catalog

_OF_PAGE = "SELECT rule, start, end, basis, amends FROM citation WHERE page = ? ORDER BY start, end"


@dataclass(frozen=True)
class NewCitation:
    """A rule cited at `start:end` of the page at index `page_index`.

    `basis` if it stands in a list of legal bases; `amends` is the rule that it is said to amend.
    """

    page_index: int
    rule: str
    start: int
    end: int
    basis: bool
    amends: str | None


def add(catalog: Catalog, pages: Sequence[int], citations: Sequence[NewCitation]) -> None:
    """Store what the pages with these ids cite."""
    catalog.db.conn.executemany(
        "INSERT OR IGNORE INTO citation (page, rule, start, end, basis, amends) VALUES (?, ?, ?, ?, ?, ?)",
        [(pages[c.page_index], c.rule, c.start, c.end, int(c.basis), c.amends) for c in citations],
    )


def stored(catalog: Catalog, pages: Sequence[int]) -> tuple[NewCitation, ...]:
    """Return what the pages with these ids cite, in reading order."""
    return tuple(
        NewCitation(index, rule, start, end, bool(basis), amends)
        for index, page in enumerate(pages)
        for rule, start, end, basis, amends in catalog.db.execute(_OF_PAGE, [page])
    )


def forget(catalog: Catalog, version: int) -> None:
    """Forget what a version cites, before its pages are forgotten."""
    catalog.db.execute("DELETE FROM citation WHERE page IN (SELECT id FROM page WHERE version = ?)", [version])

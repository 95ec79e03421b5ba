"""The whole text of an asset that a viewer was shown a passage of: what tells whether two assets are one paper."""

from dataclasses import dataclass

from catalog.database import Catalog
from catalog.passages import Passage
from catalog.words import UNSEARCHABLE_STATES

_PLACE = """
SELECT version.id, version.sha256, coalesce(part.first_page, 1) AS first_page,
    coalesce(part.last_page, (SELECT max(number) FROM page WHERE page.version = version.id)) AS last_page
FROM version LEFT JOIN part ON part.version = version.id AND part.key = ?
WHERE version.asset = ? AND version.number = ?
"""
_PAGES = "SELECT state, text FROM page WHERE version = ? AND number BETWEEN ? AND ? ORDER BY number"


@dataclass(frozen=True)
class Extent:
    """Which bytes an asset is: its version, the SHA-256 of the file, and its pages in it, both inclusive."""

    version: int
    sha256: str
    first_page: int
    last_page: int

    @property
    def bytes_and_pages(self) -> tuple[str, int, int]:
        """Return what two assets share that are the same pages of the same bytes."""
        return self.sha256, self.first_page, self.last_page


def extent(catalog: Catalog, shown: Passage) -> Extent:
    """Return the extent of the asset, and the version of it, that a passage stands in; its scope saw the passage."""
    row = next(iter(catalog.db.query(_PLACE, [shown.asset, shown.asset_id, shown.version])))
    return Extent(row["id"], row["sha256"], row["first_page"], row["last_page"])


def whole_text(catalog: Catalog, of: Extent) -> str | None:
    """Return all text of an asset, None where a page of it could not be read: nobody knows what stands there."""
    rows = list(catalog.db.query(_PAGES, [of.version, of.first_page, of.last_page]))
    if any(row["state"] in UNSEARCHABLE_STATES for row in rows):
        return None
    return "\n".join(row["text"] for row in rows)

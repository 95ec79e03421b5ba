"""The whole of an asset that a viewer was shown: its text, which tells whether two are one paper, and its passages."""

from dataclasses import dataclass

from catalog.assets import Card
from catalog.database import Catalog
from catalog.passages import Passage
from catalog.words import UNSEARCHABLE_STATES

_PLACE = """
SELECT version.id, version.sha256, coalesce(part.first_page, 1) AS first_page,
    coalesce(part.last_page, (SELECT max(number) FROM page WHERE page.version = version.id)) AS last_page
FROM version LEFT JOIN part ON part.version = version.id AND part.key = ?
WHERE version.asset = ? AND version.number = ?
"""
_OPENING = """
SELECT substr(page.text, 1, ?) AS text
FROM version
LEFT JOIN part ON part.version = version.id AND part.key = ?
JOIN page ON page.version = version.id AND page.number = coalesce(part.first_page, 1)
WHERE version.asset = ? AND version.number = ?
"""
_NEWEST = """
SELECT page.page, page.sheet, page.text
FROM page JOIN version ON version.id = page.version AND version.newest = 1 JOIN asset ON asset.id = version.asset
WHERE asset.path = ? ORDER BY asset.id, page.number
"""
_FOLLOWING = """
SELECT page.id, page.text FROM page JOIN passage p ON p.id = ? AND page.version = p.version
WHERE page.number = (SELECT number + 1 FROM page WHERE id = p.page) AND page.number <= ?
"""
_PAGES = "SELECT id, state, text FROM page WHERE version = ? AND number BETWEEN ? AND ? ORDER BY number"

_EMBEDDED = """
SELECT p.id FROM passage p JOIN page ON page.id = p.page
WHERE p.version = ? AND p.splitting = ? AND p.hash IS NOT NULL AND page.number BETWEEN ? AND ? ORDER BY p.id
"""


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
    return _extent(catalog, shown.asset, shown.asset_id, shown.version)


def extent_of_card(catalog: Catalog, shown: Card) -> Extent:
    """Return the extent of an asset, in the version of it that its viewer was shown."""
    return _extent(catalog, shown.key, shown.id, shown.version)


def embedded_passages(catalog: Catalog, of: Extent, splitting: int) -> list[int]:
    """Return the ids of the passages of an asset that have vectors, in their order."""
    rows = catalog.db.execute(_EMBEDDED, [of.version, splitting, of.first_page, of.last_page])
    return [row[0] for row in rows]


def _extent(catalog: Catalog, key: str, asset: int, version: int) -> Extent:
    row = next(iter(catalog.db.query(_PLACE, [key, asset, version])))
    return Extent(row["id"], row["sha256"], row["first_page"], row["last_page"])


def page_texts(catalog: Catalog, of: Extent) -> list[tuple[int, str]]:
    """Return each page of an asset as the id of its row and its text, in their order."""
    rows = catalog.db.query(_PAGES, [of.version, of.first_page, of.last_page])
    return [(row["id"], row["text"]) for row in rows]


def following_page(catalog: Catalog, shown: Passage) -> tuple[int, str] | None:
    """Return the page behind a passage's as the id of its row and its text; None where its asset ends."""
    last = extent(catalog, shown).last_page
    return next(iter(catalog.db.execute(_FOLLOWING, [shown.id, last])), None)


def paths(catalog: Catalog) -> list[str]:
    """Return the path of every asset, as it was indexed; one that several sources have stands once."""
    return [row[0] for row in catalog.db.execute("SELECT DISTINCT path FROM asset ORDER BY path")]


def pages_at(catalog: Catalog, path: str) -> list[tuple[str, str]]:
    """Return the pages of the newest version of each asset at a path, as what each is called and its text.

    A page is called by its number, else by its sheet's name. For the operator: all that is stored is seen.
    """
    rows = catalog.db.execute(_NEWEST, [path])
    return [(str(sheet if page is None else page), text) for page, sheet, text in rows]


def opening(catalog: Catalog, shown: Passage, characters: int) -> str:
    """Return what the asset, in the version that a passage stands in, begins with; its scope saw the passage."""
    rows = catalog.db.execute(_OPENING, [characters, shown.asset, shown.asset_id, shown.version])
    return next((row[0] for row in rows), "")


def whole_text(catalog: Catalog, of: Extent) -> str | None:
    """Return all text of an asset, None where a page of it could not be read: nobody knows what stands there."""
    rows = list(catalog.db.query(_PAGES, [of.version, of.first_page, of.last_page]))
    if any(row["state"] in UNSEARCHABLE_STATES for row in rows):
        return None
    return "\n".join(row["text"] for row in rows)

"""One hash over what the catalog says: equal for equal catalogs, however they came to be. No ids, no times."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from catalog.database import Catalog
from catalog.editions import CURRENT_SPLITTING

_ASSETS = """
SELECT asset.id, source.name AS source, asset.path, asset.title, asset.kind, asset.unit, community.name AS community,
    asset.access, asset.validity, asset.date, asset.review_on, account.login AS owner
FROM asset JOIN source ON source.id = asset.source LEFT JOIN community ON community.id = asset.community
LEFT JOIN account ON account.id = asset.owner
ORDER BY source.name, asset.path
"""
_VERSIONS = """
SELECT id, number, sha256, media_type, title, kind, fields, status, newest, live
FROM version WHERE asset = ? ORDER BY number
"""
_PAGES = "SELECT id, page, sheet, state, quality, text FROM page WHERE version = ? ORDER BY number"
_PARTS = "SELECT first_page, last_page, title, kind, fields FROM part WHERE version = ? ORDER BY number"
_ROWS = "SELECT row, cells, start, end FROM sheet_row WHERE page = ? ORDER BY row"
_PASSAGES = f"""
SELECT kind, row, heading, start, end, text, hash FROM passage
WHERE page = ? AND splitting = {CURRENT_SPLITTING} ORDER BY id
"""


def digest(catalog: Catalog) -> str:
    """Return the SHA-256, in hex, of sources, paths, bytes, versions, parts, pages, rows, metadata and passages.

    A catalog without parts, owners or descriptions has the digest that it had before there were any.
    """
    made = hashlib.sha256()
    with catalog.reading():
        for record in _records(catalog):
            made.update(json.dumps(record, ensure_ascii=False, sort_keys=True, default=bytes.hex).encode("utf8"))
            made.update(b"\n")
    return made.hexdigest()


def _records(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """Yield every row as it counts: depth first, in an order that no id decides."""
    for asset in list(catalog.db.query(_ASSETS)):
        yield _without_id(asset)
        for version in list(catalog.db.query(_VERSIONS, [asset["id"]])):
            yield _without_id(version)
            yield from catalog.db.query(_PARTS, [version["id"]])
            yield from catalog.db.query("SELECT fields AS described FROM described WHERE version = ?", [version["id"]])
            for page in catalog.db.query(_PAGES, [version["id"]]):
                yield _without_id(page)
                yield from catalog.db.query(_ROWS, [page["id"]])
                yield from catalog.db.query(_PASSAGES, [page["id"]])


def _without_id(row: dict[str, Any]) -> dict[str, Any]:
    return _without(row, "id")


def _without(row: dict[str, Any], column: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != column}

"""How much a catalog holds, for the operator."""

from typing import Any

from catalog import settings
from catalog.database import Catalog

_COUNTS = {
    "assets": "SELECT count(*) AS n FROM asset",
    "versions": "SELECT count(*) AS n FROM version",
    "pages": "SELECT count(*) AS n FROM page JOIN version v ON v.id = page.version WHERE v.newest = 1",
    "pages_unsearchable": "SELECT count(*) AS n FROM page JOIN version v ON v.id = page.version"
    " WHERE v.newest = 1 AND page.state IN ('poor', 'needs_ocr')",
    "passages": "SELECT count(*) AS n FROM passage p JOIN version v ON v.id = p.version WHERE v.live = 1",
    "vectors": "SELECT count(*) AS n FROM vector",
    "communities": "SELECT count(*) AS n FROM community",
    "units": "SELECT count(*) AS n FROM unit",
}


def overview(catalog: Catalog) -> dict[str, Any]:
    """Return counts, files by outcome, sources, and the model of the vectors."""
    with catalog.reading():
        counts: dict[str, Any] = {name: _count(catalog, sql) for name, sql in _COUNTS.items()}
        rows = catalog.db.query("SELECT outcome, gone, count(*) AS n FROM file GROUP BY outcome, gone")
        by_outcome = {f"{row['outcome']}{' (hilang)' if row['gone'] else ''}": row["n"] for row in rows}
        sources = [row["name"] for row in catalog.db.query("SELECT name FROM source ORDER BY name")]
        model = settings.model(catalog)
    name = None if model is None else {"id": model.id, "width": model.width, "name": model.name}
    return counts | {"files": by_outcome, "sources": sources, "model": name}


def _count(catalog: Catalog, sql: str) -> int:
    return int(next(iter(catalog.db.query(sql)))["n"])

"""How much a catalog holds, for the operator."""

from dataclasses import asdict
from typing import Any

from catalog import editions
from catalog.database import Catalog
from catalog.editions import Edition

_COUNTS = {
    "assets": "SELECT count(*) AS n FROM asset",
    "parts": "SELECT count(*) AS n FROM part JOIN version v ON v.id = part.version WHERE v.newest = 1",
    "versions": "SELECT count(*) AS n FROM version",
    "pages": "SELECT count(*) AS n FROM page JOIN version v ON v.id = page.version WHERE v.newest = 1",
    "pages_unsearchable": "SELECT count(*) AS n FROM page JOIN version v ON v.id = page.version"
    " WHERE v.newest = 1 AND page.state IN ('poor', 'needs_ocr')",
    "passages": "SELECT count(*) AS n FROM passage p JOIN version v ON v.id = p.version WHERE v.live = 1"
    f" AND p.splitting = {editions.CURRENT_SPLITTING}",
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
        told = {state: _edition(editions.in_state(catalog, state)) for state in ("current", "shadow", "previous")}
    model = told["current"] and told["current"]["model"]
    return counts | {"files": by_outcome, "sources": sources, "model": model, "editions": told}


def _edition(edition: Edition | None) -> dict[str, Any] | None:
    if edition is None:
        return None
    return {"number": edition.number, "model": asdict(edition.model), **asdict(edition.splitting)}


def _count(catalog: Catalog, sql: str) -> int:
    return int(next(iter(catalog.db.query(sql)))["n"])

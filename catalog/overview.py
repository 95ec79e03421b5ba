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

FILE_STATES = ("indexed", "partly", "skipped", "failed")
"""What a file may have come to; `partly` has pages that no search finds."""

_BY_UNIT = """
SELECT coalesce(a.unit, '') AS unit, count(*) AS n,
    CASE WHEN f.outcome IN ('skipped', 'failed') THEN f.outcome WHEN f.ocr IS NULL THEN 'indexed'
        ELSE 'partly' END AS state
FROM file f LEFT JOIN asset a ON a.source = f.source AND a.path = f.path WHERE f.gone = 0 GROUP BY 1, 3 ORDER BY 1
"""


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


def files_by_unit(catalog: Catalog) -> dict[str, dict[str, int]]:
    """Return how many files of each unit ("" is none) are indexed, indexed in part, skipped or failed."""
    found: dict[str, dict[str, int]] = {}
    for row in catalog.db.query(_BY_UNIT):
        found.setdefault(row["unit"], dict.fromkeys(FILE_STATES, 0))[row["state"]] += row["n"]
    return found


def _edition(edition: Edition | None) -> dict[str, Any] | None:
    if edition is None:
        return None
    sizes = {"words": edition.splitting.words, "overlap": edition.splitting.overlap}
    return {"number": edition.number, "model": asdict(edition.model), **sizes}


def _count(catalog: Catalog, sql: str) -> int:
    return int(next(iter(catalog.db.query(sql)))["n"])

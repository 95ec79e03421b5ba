"""Stored versions as they were read: what a new splitting is cut from, and what a new reading is compared with."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from catalog import citations, parts, typed_cells
from catalog.database import Catalog
from catalog.storing import NewPage, NewPassage, NewRow, NewVersion

_VERSIONS = """
SELECT v.id, v.sha256, a.path, s.name AS source, a.key AS asset, v.number, coalesce(a.title, v.title) AS title,
    a.title AS given_title, v.media_type
FROM version v JOIN asset a ON a.id = v.asset JOIN source s ON s.id = a.source
"""

_READING = """
SELECT v.sha256, o.bytes, v.media_type, v.title, v.kind, v.fields, v.fields_at, v.kind_evidence
FROM version v JOIN original o ON o.sha256 = v.sha256 WHERE v.id = ?
"""
_PASSAGES = """
SELECT kind, row, heading, start, end, text, hash FROM passage WHERE page = ? AND splitting = ? ORDER BY id
"""


@dataclass(frozen=True)
class StoredVersion:
    """One stored version: its row's id, the hash of its original, its asset, and what the asset is called.

    `given_title` is None where nobody gave the asset a title of its own.
    """

    id: int
    sha256: str
    path: str
    source: str
    asset: str
    number: int
    title: str
    given_title: str | None
    media_type: str


def without_passages(catalog: Catalog, splitting: int) -> list[int]:
    """Return the ids of the versions that have no passages of this splitting yet."""
    rows = catalog.db.execute(
        "SELECT v.id FROM version v WHERE NOT EXISTS"
        " (SELECT 1 FROM passage p WHERE p.version = v.id AND p.splitting = ?) ORDER BY v.id",
        [splitting],
    )
    return [row[0] for row in rows]


def without_headings(catalog: Catalog) -> int:
    """Return how many pages were read before headings were kept: passages cut from them carry no heading path."""
    return int(catalog.db.execute("SELECT count(*) FROM page WHERE headings IS NULL").fetchone()[0])


def to_read_again(
    catalog: Catalog, *, kind: str | None, unit: str | None, job: int, asset: str | None = None
) -> list[StoredVersion]:
    """Return the versions that answer now, but for those that this job has read.

    Those of a kind, a unit, or one asset by its key, if told.
    """
    rows = catalog.db.query(
        f"{_VERSIONS} WHERE v.live = 1 AND v.read_by <> ?1 AND (?2 IS NULL OR coalesce(a.kind, v.kind) = ?2)"
        " AND (?3 IS NULL OR a.unit = ?3) AND (?4 IS NULL OR a.key = ?4) ORDER BY v.id",
        [job, kind, unit, asset],
    )
    return [StoredVersion(**row) for row in rows]


def version(catalog: Catalog, number: int) -> StoredVersion:
    """Return a version by its row's id."""
    return StoredVersion(**next(iter(catalog.db.query(f"{_VERSIONS} WHERE v.id = ?", [number]))))


def newest(catalog: Catalog, asset: int) -> StoredVersion | None:
    """Return the newest version of an asset, None if it has none."""
    rows = catalog.db.query(f"{_VERSIONS} WHERE v.asset = ? AND v.newest = 1", [asset])
    return next((StoredVersion(**row) for row in rows), None)


def pages(catalog: Catalog, version_id: int) -> list[tuple[int, NewPage]]:
    """Return the pages of a version in order, each with its row's id; without headings where none were kept."""
    rows = list(catalog.db.query("SELECT * FROM page WHERE version = ? ORDER BY number", [version_id]))
    return [(row["id"], _page(catalog, row)) for row in rows]


def reading(catalog: Catalog, version_id: int, splitting: int) -> NewVersion:
    """Return all that the last reading of a version gave, with its passages of one splitting."""
    row = next(iter(catalog.db.query(_READING, [version_id])))
    told = {name: json.loads(row[name]) for name in ("fields", "fields_at")}
    stored = pages(catalog, version_id)
    return NewVersion(
        **row | told | {"kind_evidence": tuple(json.loads(row["kind_evidence"]))},
        pages=tuple(page for _, page in stored),
        passages=tuple(_passages(catalog, [key for key, _ in stored], splitting)),
        splitting=splitting,
        citations=citations.stored(catalog, [key for key, _ in stored]),
        parts=parts.as_read(catalog, version_id),
    )


def _passages(catalog: Catalog, page_ids: list[int], splitting: int) -> Iterator[NewPassage]:
    for index, page in enumerate(page_ids):
        for row in catalog.db.query(_PASSAGES, [page, splitting]):
            yield NewPassage(index, **row | {"heading": tuple(json.loads(row["heading"]))})


def _page(catalog: Catalog, row: dict[str, Any]) -> NewPage:
    rows = catalog.db.query("SELECT * FROM sheet_row WHERE page = ? ORDER BY row", [row["id"]])
    return NewPage(
        page=row["page"],
        sheet=row["sheet"],
        state=row["state"],
        quality=row["quality"],
        text=row["text"],
        rows=tuple(_row(r) for r in rows),
        headings=_tuples(row["headings"]),
        boxes=_tuples(row["boxes"]),
        aside=_tuples(row["aside"]),
        form=row["form"],
    )


def _row(stored: dict[str, Any]) -> NewRow:
    cells = json.loads(stored["cells"])
    return NewRow(
        row=stored["row"],
        cells=cells,
        start=stored["start"],
        end=stored["end"],
        values=typed_cells.load(stored["typed"], cells),
        hidden=stored["hidden"] == 1,
        hidden_columns=tuple(json.loads(stored["hidden_columns"] or "[]")),
    )


def _tuples(text: str | None) -> tuple[Any, ...]:
    return () if text is None else tuple(tuple(part) for part in json.loads(text))

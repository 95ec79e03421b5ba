"""Assets as cards and whole: what `show` and the asset's page tell, always through a Scope."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from catalog import typed_cells
from catalog.database import Catalog
from catalog.editions import CURRENT_SPLITTING
from catalog.errors import NotFoundError
from catalog.fields import SET_BY_A_PERSON, Evidence, Fields, Places
from catalog.scope import Scope
from catalog.typed_cells import CellValue

_CARD = """
SELECT asset.id, asset.key, version.id AS version_id, version.number AS version, source.name AS source, asset.path,
    version.sha256, original.bytes, version.media_type, coalesce(asset.title, version.title) AS title,
    coalesce(asset.kind, version.kind) AS kind, asset.kind AS given_kind, version.kind_evidence, version.fields,
    version.fields_at, asset.unit, community.name AS community,
    asset.access, version.status, asset.validity, asset.date, asset.review_on
FROM asset
JOIN version ON version.asset = asset.id
JOIN original ON original.sha256 = version.sha256
JOIN source ON source.id = asset.source
LEFT JOIN community ON community.id = asset.community
"""


@dataclass(frozen=True)
class Card:
    """One version of an asset with its metadata; `versions` are the numbers that the viewer may see."""

    id: int
    key: str
    version_id: int
    version: int
    source: str
    path: str
    sha256: str
    bytes: int
    media_type: str
    title: str
    kind: str
    kind_evidence: Evidence
    fields: Fields
    fields_at: Places
    unit: str | None
    community: str | None
    access: str
    status: str
    validity: str
    date: str | None
    review_on: str | None
    versions: tuple[int, ...]


@dataclass(frozen=True)
class Row:
    """One typed row of a table; `values` are those of known columns by canonical name."""

    row: int
    cells: dict[str, str]
    values: Mapping[str, CellValue] = field(default_factory=dict)
    hidden: bool = False
    hidden_columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """One page, slide or sheet of a version, with its typed rows."""

    number: int
    page: int | None
    sheet: str | None
    state: str
    quality: float
    text: str
    rows: tuple[Row, ...]
    form: str | None = None


@dataclass(frozen=True)
class Counts:
    """How much the newest version of an asset holds."""

    key: str
    version: int
    pages: int
    pages_unsearchable: int
    passages: int
    rows: int


def card(catalog: Catalog, key: str, scope: Scope, version: int | None = None) -> Card:
    """Return the version of an asset that answers this scope, or the given earlier one; NotFoundError otherwise."""
    condition, values = scope.to_sql()
    rows = list(catalog.db.query(f"{_CARD} WHERE asset.key = ? AND {condition}", [key, *values]))
    if not rows:
        raise NotFoundError
    versions = _versions(catalog, rows[0]["id"], scope, rows[0]["version"])
    if version not in (None, rows[0]["version"]):
        if version not in versions:
            raise NotFoundError
        rows = list(catalog.db.query(f"{_CARD} WHERE asset.key = ? AND version.number = ?", [key, version]))
    return _card(rows[0], versions)


def _card(row: dict[str, Any], versions: tuple[int, ...]) -> Card:
    """Return a card; a kind that a person gave stands for itself, whatever the signs in the file say."""
    told = {name: json.loads(row[name]) for name in ("fields", "fields_at", "kind_evidence")}
    if row.pop("given_kind") is not None:
        told["kind_evidence"] = SET_BY_A_PERSON
    return Card(**row | told, versions=versions)


def _versions(catalog: Catalog, asset: int, scope: Scope, answering: int) -> tuple[int, ...]:
    """Return the numbers up to the answering version whose status the scope may see."""
    rows = catalog.db.query(
        "SELECT number, status FROM version WHERE asset = ? AND number <= ? ORDER BY number", [asset, answering]
    )
    return tuple(row["number"] for row in rows if row["status"] in scope.statuses)


def pages(catalog: Catalog, shown: Card) -> Iterator[Page]:
    """Yield the pages of a version in order; the caller got the card through its scope."""
    for row in catalog.db.query("SELECT * FROM page WHERE version = ? ORDER BY number", [shown.version_id]):
        yield Page(
            number=row["number"],
            page=row["page"],
            sheet=row["sheet"],
            state=row["state"],
            quality=row["quality"],
            text=row["text"],
            rows=tuple(_rows(catalog, row["id"])),
            form=row["form"],
        )


def _rows(catalog: Catalog, page: int) -> Iterator[Row]:
    for row in catalog.db.query("SELECT * FROM sheet_row WHERE page = ? ORDER BY row", [page]):
        cells = json.loads(row["cells"])
        unseen = tuple(json.loads(row["hidden_columns"] or "[]"))
        yield Row(row["row"], cells, typed_cells.load(row["typed"], cells), row["hidden"] == 1, unseen)


def counts(catalog: Catalog, source: int) -> dict[int, Counts]:
    """Return what the newest version of each asset of a source holds, by asset id."""
    rows = catalog.db.query(
        f"""
        SELECT a.id, a.key, v.number AS version,
            (SELECT count(*) FROM page WHERE version = v.id) AS pages,
            (SELECT count(*) FROM page WHERE version = v.id AND state IN ('poor', 'needs_ocr')) AS unsearchable,
            (SELECT count(*) FROM passage WHERE version = v.id AND splitting = {CURRENT_SPLITTING}) AS passages,
            (SELECT count(*) FROM passage WHERE version = v.id AND splitting = {CURRENT_SPLITTING} AND kind = 'row')
                AS rows
        FROM asset a JOIN version v ON v.asset = a.id AND v.newest = 1 WHERE a.source = ?
        """,
        [source],
    )
    return {row["id"]: _counts(row) for row in rows}


def _counts(row: dict[str, Any]) -> Counts:
    return Counts(row["key"], row["version"], row["pages"], row["unsearchable"], row["passages"], row["rows"])

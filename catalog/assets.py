"""Assets as cards and whole: what `show` and the asset's page tell, always through a Scope."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from catalog import parts, typed_cells
from catalog.database import Catalog
from catalog.editions import CURRENT_SPLITTING
from catalog.errors import NotFoundError
from catalog.fields import SET_BY_A_PERSON, Evidence, Fields, Places
from catalog.parts import Part
from catalog.scope import Scope
from catalog.typed_cells import CellValue
from catalog.words import CSV

_ANSWERING = """
SELECT asset.id, version.number FROM asset JOIN version ON version.asset = asset.id
WHERE asset.id IN (
    SELECT id FROM asset WHERE key = ? UNION SELECT v.asset FROM part JOIN version v ON v.id = part.version
    WHERE part.key = ?
)
"""
_CARD = """
SELECT asset.id, coalesce(part.key, asset.key) AS key, version.id AS version_id, version.number AS version,
    source.name AS source, asset.path, version.sha256, original.bytes, version.media_type,
    coalesce(part.title, asset.title, version.title) AS title, coalesce(asset.kind, part.kind, version.kind) AS kind,
    asset.kind AS given_kind, coalesce(part.kind_evidence, version.kind_evidence) AS kind_evidence,
    coalesce(part.fields, version.fields) AS fields, coalesce(part.fields_at, version.fields_at) AS fields_at,
    asset.unit, community.name AS community, asset.access, version.status, asset.validity, asset.date,
    asset.review_on, asset.key AS file, asset.portal
FROM asset
JOIN version ON version.asset = asset.id
JOIN original ON original.sha256 = version.sha256
JOIN source ON source.id = asset.source
LEFT JOIN part ON part.version = version.id AND part.key = ?
LEFT JOIN community ON community.id = asset.community
WHERE asset.id = ? AND version.number = ?
"""


@dataclass(frozen=True)
class Card:
    """One version of an asset with its metadata; `versions` are the numbers that the viewer may see.

    `file` is the key of the whole file, `parts` are the parts that this version of it has, and `key` is that of one of
    them or of the file itself. `portal` is its address in the older Portal KM.
    """

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
    file: str
    parts: tuple[Part, ...]
    portal: str | None = None

    @property
    def part(self) -> Part | None:
        """Return the part of the file that this is, None for the whole file."""
        return next((part for part in self.parts if part.key == self.key), None)

    @property
    def tabular(self) -> bool:
        """Tell whether the file is one table: its page is shown like a sheet."""
        return self.media_type == CSV


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
    """One page, slide or sheet of a version, with its typed rows; `tabular` where the file is one table."""

    number: int
    page: int | None
    sheet: str | None
    state: str
    quality: float
    text: str
    rows: tuple[Row, ...]
    form: str | None = None
    tabular: bool = False

    @property
    def is_sheet(self) -> bool:
        """Tell a sheet of a workbook, or a file that is one table, from what only has tables in it."""
        return self.tabular or self.sheet is not None


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
    rows = list(catalog.db.query(f"{_ANSWERING} AND {condition}", [key, key, *values]))
    if not rows:
        raise NotFoundError
    asset, answering = rows[0]["id"], rows[0]["number"]
    versions = _versions(catalog, (asset, key), scope, answering)
    chosen = answering if version is None else version
    if chosen not in versions:
        raise NotFoundError
    row = next(iter(catalog.db.query(_CARD, [key, asset, chosen])))
    return _card(row, versions, parts.of_version(catalog, row["version_id"]))


def _card(row: dict[str, Any], versions: tuple[int, ...], bound: tuple[Part, ...]) -> Card:
    """Return a card; a kind that a person gave stands for itself, whatever the signs in the file say."""
    told = {name: json.loads(row[name]) for name in ("fields", "fields_at", "kind_evidence")}
    if row.pop("given_kind") is not None:
        told["kind_evidence"] = SET_BY_A_PERSON
    return Card(**row | told, versions=versions, parts=bound)


def _versions(catalog: Catalog, named: tuple[int, str], scope: Scope, answering: int) -> tuple[int, ...]:
    """Return the numbers up to the answering version that the scope may see and that hold what is named.

    That is the asset's id, and the key by which it or one of its parts was asked for.
    """
    rows = catalog.db.query(
        "SELECT v.number, v.status FROM version v JOIN asset a ON a.id = v.asset WHERE a.id = ?1 AND v.number <= ?3"
        " AND (a.key = ?2 OR EXISTS (SELECT 1 FROM part WHERE part.version = v.id AND part.key = ?2))"
        " ORDER BY v.number",
        [*named, answering],
    )
    return tuple(row["number"] for row in rows if row["status"] in scope.statuses)


def pages(catalog: Catalog, shown: Card) -> Iterator[Page]:
    """Yield the pages of a version in order, of a part its own alone; the caller got the card through its scope."""
    part = shown.part
    for row in catalog.db.query(
        "SELECT * FROM page WHERE version = ?1 AND (?2 IS NULL OR number BETWEEN ?2 AND ?3) ORDER BY number",
        [shown.version_id, part and part.first_page, part and part.last_page],
    ):
        yield Page(
            number=row["number"],
            page=row["page"],
            sheet=row["sheet"],
            state=row["state"],
            quality=row["quality"],
            text=row["text"],
            rows=tuple(_rows(catalog, row["id"])),
            form=row["form"],
            tabular=shown.tabular,
        )


def _rows(catalog: Catalog, page: int) -> Iterator[Row]:
    for row in catalog.db.query("SELECT * FROM sheet_row WHERE page = ? ORDER BY row", [page]):
        cells = json.loads(row["cells"])
        unseen = tuple(json.loads(row["hidden_columns"] or "[]"))
        values = typed_cells.load(row["typed"], cells).items()
        known = {name: value for name, value in values if not typed_cells.is_other(name)}
        yield Row(row["row"], cells, known, row["hidden"] == 1, unseen)


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

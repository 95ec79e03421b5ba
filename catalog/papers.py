"""Papers with their fields, read through a Scope: what questions about their dates and budgets are answered from."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.database import Catalog
from catalog.fields import Fields, Place, Places
from catalog.parts import OF_PAGE
from catalog.passages import Passage, at
from catalog.scope import Scope
from catalog.table_rows import Sheet
from catalog.words import REPLACED, WITHDRAWN

_PAPERS = """
SELECT version.id AS version_id, coalesce(part.key, asset.key) AS asset, version.number AS version,
    coalesce(part.title, asset.title, version.title) AS title, coalesce(asset.kind, part.kind, version.kind) AS kind,
    asset.unit, source.name AS source, asset.path, version.status, asset.validity, asset.date, asset.review_on,
    coalesce(part.fields, version.fields) AS fields, coalesce(part.fields_at, version.fields_at) AS fields_at
FROM version
JOIN asset ON asset.id = version.asset
JOIN source ON source.id = asset.source
LEFT JOIN part ON part.version = version.id
WHERE coalesce(asset.kind, part.kind, version.kind) = ? AND (? IS NULL OR asset.unit = ?)
"""
_BESIDE = f"""
SELECT version.id AS version, coalesce(part.fields_at, version.fields_at) AS fields_at
FROM passage p JOIN version ON version.id = p.version JOIN page ON page.id = p.page
{OF_PAGE}
WHERE p.id = ?
"""
_NEXT_LINE = 3  # characters behind a field's end: a full stop, the end of its line
_PAGE = "SELECT id, page, sheet, state, text FROM page WHERE version = ? AND page IS ? AND sheet IS ?"


@dataclass(frozen=True)
class Paper:
    """A paper, or one of those that a file binds, with its fields and where they stand."""

    card: Mapping[str, Any]
    version_id: int
    fields: Fields
    fields_at: Places
    review_on: str | None

    @property
    def is_current(self) -> bool:
        """Tell whether it was neither replaced by another nor archived or withdrawn."""
        return self.card["validity"] != REPLACED and self.card["status"] not in WITHDRAWN


def papers(catalog: Catalog, scope: Scope, kind: str, unit: str | None) -> list[Paper]:
    """Return the papers of a kind, and of a unit if told, that the scope sees."""
    condition, values = scope.to_sql()
    given = [kind, unit, unit, *values]
    rows = catalog.db.query(f"{_PAPERS} AND {condition} ORDER BY version.id, part.number", given)
    return [_paper(dict(row)) for row in rows]


def place_of(catalog: Catalog, paper: Paper, field: str) -> tuple[Sheet, int, int] | None:
    """Return the page on which a field of a paper stands, and its range there; None where that is not known."""
    at = paper.fields_at.get(field)
    if not isinstance(at, Mapping):
        return None
    rows = catalog.db.query(_PAGE, [paper.version_id, at["page"], at["sheet"]])
    page = next(iter(rows), None)
    if page is None:
        return None
    sheet = Sheet(
        **paper.card, id=page["id"], page=page["page"], sheet=page["sheet"], page_state=page["state"], form=None,
        text=page["text"],
    )  # fmt: skip
    start, end = at["start"], at["end"]
    return (sheet, start, end) if isinstance(start, int) and isinstance(end, int) else None


def passage_of_field(
    catalog: Catalog, beside: int, field: str, scope: Scope, *, below: bool = False
) -> tuple[Passage, int, int] | None:
    """Return the passage in which a field of a paper begins, and the field's range on its page; None where it has none.

    The paper is the one, or the part of a file, of the passage `beside`. Of a list, it is the first item. With `below`
    the passage is the one of the next line, if there is any: a field may end its own.
    """
    row = next(iter(catalog.db.query(_BESIDE, [beside])), None)
    place = _first(json.loads(row["fields_at"]).get(field)) if row else None
    if row is None or place is None:
        return None
    page = next(iter(catalog.db.query(_PAGE, [row["version"], place["page"], place["sheet"]])), None)
    start, end = place["start"], place["end"]
    if page is None or not isinstance(start, int) or not isinstance(end, int):
        return None
    passage = at(catalog, page["id"], end + _NEXT_LINE, end + _NEXT_LINE, scope) if below else None
    passage = passage or at(catalog, page["id"], start, start, scope)
    return passage and (passage, start, end)


def _first(places: Place | list[Place] | None) -> Place | None:
    return (places[0] if places else None) if isinstance(places, list) else places


def _paper(row: dict[str, Any]) -> Paper:
    read = {name: json.loads(row.pop(name)) for name in ("fields", "fields_at")}
    apart = {name: row.pop(name) for name in ("version_id", "review_on")}
    return Paper(card=row, **apart, **read)

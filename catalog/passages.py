"""Reading passages: for the viewer through a Scope, for the engine through the change log's ids."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from catalog.database import Catalog
from catalog.editions import CURRENT_SPLITTING
from catalog.parts import OF_PAGE
from catalog.scope import Scope
from catalog.words import CSV

_BATCH = 900  # SQLite's default limit of parameters is 999 in old builds

_WHOLE = f"""
JOIN page ON page.id = p.page
{OF_PAGE}
JOIN version ON version.id = p.version
JOIN asset ON asset.id = version.asset
JOIN source ON source.id = asset.source
LEFT JOIN community ON community.id = asset.community
"""

_VISIBLE = f"""
SELECT p.id, coalesce(part.key, asset.key), asset.id, version.number,
    coalesce(part.title, asset.title, version.title), coalesce(asset.kind, part.kind, version.kind), asset.unit,
    community.name, source.name, asset.path, asset.access, version.status, asset.validity, asset.date, page.page,
    page.sheet, page.state, p.row, p.heading, p.start, p.end, p.text, page.page IS NULL AND EXISTS (
        SELECT 1 FROM sheet_row r INDEXED BY sheet_row_hidden
        WHERE r.page = p.page AND r.hidden > 0 AND r.start < p.end AND r.end > p.start
    ), CASE WHEN part.key IS NOT NULL THEN asset.key END, version.media_type = '{CSV}'
FROM json_each(?) wanted CROSS JOIN passage p ON p.id = wanted.value
{_WHOLE}
"""
"""The fields of Passage in their order, the heading as JSON.

CROSS JOIN: each id is looked up as it comes. INDEXED BY: SQLite would go through every row of a sheet for a passage.
A page of paper hides no rows, so most passages need no look at them.
"""

_AT = f"""
SELECT id FROM passage WHERE page = ? AND start <= ? AND end >= ? AND splitting = {CURRENT_SPLITTING}
ORDER BY end - start, id LIMIT 1
"""

_OVERLAPPING = f"""
SELECT id FROM passage WHERE page = ? AND start < ? AND end > ? AND splitting = {CURRENT_SPLITTING} ORDER BY start, id
"""

_INDEXED = f"""
SELECT p.id, p.text, p.heading, p.hash, coalesce(part.title, asset.title, version.title) AS title,
    coalesce(asset.kind, part.kind, version.kind) AS kind, asset.unit, community.name AS community, asset.access,
    version.status, version.newest, asset.date
FROM passage p
{_WHOLE}
"""


class Passage(NamedTuple):
    """A passage that its viewer may see, with its place and its asset's card.

    `asset` is the key of the part that it stands in, and then `part_of` the key of the file; `asset_id` is the file's.
    `hidden` says that a row in it, or a cell of one, is not shown by the spreadsheet's own program. A tuple: of the
    hundreds that a question reads, each is made in a quarter of a dataclass's time. `tabular` is 1 where the file is
    one table, which is a sheet without a name.
    """

    id: int
    asset: str
    asset_id: int
    version: int
    title: str
    kind: str
    unit: str | None
    community: str | None
    source: str
    path: str
    access: str
    status: str
    validity: str
    date: str | None
    page: int | None
    sheet: str | None
    page_state: str
    row: int | None
    heading: tuple[str, ...]
    start: int
    end: int
    text: str
    hidden: bool = False
    part_of: str | None = None
    tabular: int = 0

    @property
    def of_sheet(self) -> bool:
        """Tell whether it is of a sheet of a workbook, or of a file that is one table."""
        return self.sheet is not None or bool(self.tabular)


class Indexed(NamedTuple):
    """A passage as the derived indexes hold it; `hash` is None where it has no vector."""

    id: int
    text: str
    heading: tuple[str, ...]
    hash: bytes | None
    title: str
    kind: str
    unit: str | None
    community: str | None
    access: str | None
    status: str
    newest: int
    date: str | None


_HEADING, _HIDDEN = (Passage._fields.index(name) for name in ("heading", "hidden"))


def read(catalog: Catalog, ids: Sequence[int], scope: Scope) -> dict[int, Passage]:
    """Return those of the passages that still stand and that the scope may see, by id."""
    condition, values = scope.to_sql()
    # Hundreds of rows a question: tuples cost half of what dictionaries do.
    rows = catalog.db.execute(f"{_VISIBLE} WHERE {condition}", [json.dumps(sorted(ids)), *values])
    return {row[0]: _passage(row) for row in rows}


def at(catalog: Catalog, page: int, start: int, end: int, scope: Scope) -> Passage | None:
    """Return the shortest passage that holds `start:end` of a page, None if there is none or the scope sees it not."""
    ids = [row["id"] for row in catalog.db.query(_AT, [page, start, end])]
    return next(iter(read(catalog, ids, scope).values()), None)


def overlapping(catalog: Catalog, page: int, start: int, end: int, scope: Scope) -> list[Passage]:
    """Return the passages of a page that share characters with `start:end` of it, in their order, as far as seen."""
    ids = [row["id"] for row in catalog.db.query(_OVERLAPPING, [page, end, start])]
    found = read(catalog, ids, scope)
    return [found[key] for key in ids if key in found]


def page_text(catalog: Catalog, passage: int) -> str:
    """Return the whole text of the page that the passage stands on; the caller has read the passage in its scope."""
    rows = catalog.db.query("SELECT page.text FROM passage p JOIN page ON page.id = p.page WHERE p.id = ?", [passage])
    return str(next(iter(rows))["text"])


def indexed(catalog: Catalog, ids: Sequence[int]) -> Iterator[list[Indexed]]:
    """Yield the passages of these ids as indexes hold them, some hundred at a time; an id that is gone is left out."""
    for at in range(0, len(ids), _BATCH):
        part = list(ids[at : at + _BATCH])
        marks = ", ".join("?" * len(part))
        rows = catalog.db.execute(f"{_INDEXED} WHERE p.id IN ({marks}) ORDER BY p.id", part)
        yield [Indexed(key, text, _heading(path), *card) for key, text, path, *card in rows]


def live_ids(catalog: Catalog, splitting: int = 1) -> list[int]:
    """Return the ids of all passages that the lexical index of a splitting must hold."""
    rows = catalog.db.query(
        "SELECT p.id FROM passage p JOIN version v ON v.id = p.version"
        " WHERE v.live = 1 AND p.splitting = ? ORDER BY p.id",
        [splitting],
    )
    return [row["id"] for row in rows]


def of_community(catalog: Catalog, name: str, splitting: int) -> list[int]:
    """Return the ids of the live passages of a splitting whose assets are of the named community."""
    rows = catalog.db.execute(
        "SELECT p.id FROM community c JOIN asset ON asset.community = c.id"
        " JOIN version v ON v.asset = asset.id AND v.live = 1"
        " JOIN passage p ON p.version = v.id AND p.splitting = ? WHERE c.name = ?",
        [splitting, name],
    )
    return [row[0] for row in rows]


def _passage(row: Sequence[Any]) -> Passage:
    heading, hidden = _heading(row[_HEADING]), bool(row[_HIDDEN])
    values = (*row[:_HEADING], heading, *row[_HEADING + 1 : _HIDDEN], hidden, *row[_HIDDEN + 1 :])
    return tuple.__new__(Passage, values)  # what `_make` does, less a call for each of hundreds


def _heading(path: str) -> tuple[str, ...]:
    return tuple(json.loads(path)) if path != "[]" else ()

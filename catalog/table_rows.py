"""Tables with typed rows, read through a Scope: what questions for counts and sums are answered from."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalog import typed_cells
from catalog.database import Catalog
from catalog.scope import Scope
from catalog.typed_cells import CellValue
from catalog.words import CSV, OUT_OF_FORCE, WITHDRAWN

_NO_REGISTERS = ("template", "formulir", "juknis", "faq", "lesson", "paparan", "regulasi", "sop", "kak", "notulen")
"""Kinds whose tables are examples or plans."""

# The tables of PDF pages lack the rows that were not certain: nothing is counted from them.

_SHEETS = f"""
SELECT page.id, asset.key AS asset, version.number AS version, coalesce(asset.title, version.title) AS title,
    coalesce(asset.kind, version.kind) AS kind, asset.unit, source.name AS source, asset.path, version.status,
    asset.validity, asset.date, page.page, page.sheet, page.state AS page_state, page.form, page.text,
    version.media_type = '{CSV}' AS tabular
FROM page
JOIN version ON version.id = page.version
JOIN asset ON asset.id = version.asset
JOIN source ON source.id = asset.source
WHERE page.page IS NULL AND EXISTS (SELECT 1 FROM sheet_row r WHERE r.page = page.id AND r.typed IS NOT NULL)
    AND asset.validity NOT IN ({", ".join(f"'{word}'" for word in OUT_OF_FORCE)})
    AND coalesce(asset.kind, version.kind) NOT IN ({", ".join(f"'{word}'" for word in _NO_REGISTERS)})
    AND version.status NOT IN ({", ".join(f"'{word}'" for word in WITHDRAWN)})
"""
_SAYS = (
    "(page.text LIKE ? OR page.sheet LIKE ? OR coalesce(asset.title, version.title) LIKE ?"
    " OR asset.path LIKE ? OR asset.unit LIKE ? OR page.form LIKE ?)"
)
_ROW_OF = "SELECT r.cells FROM passage p JOIN sheet_row r ON r.page = p.page AND r.row = p.row WHERE p.id = ?"
_TYPED_AT = (
    "SELECT r.cells, r.typed FROM passage p JOIN sheet_row r ON r.page = p.page AND r.start < ? AND r.end > ?"
    " WHERE p.id = ? LIMIT 2"
)
_TEXT_AT = (
    "SELECT r.cells, r.start, substr(page.text, r.start + 1, r.end - r.start) AS text FROM passage p"
    " JOIN page ON page.id = p.page JOIN sheet_row r ON r.page = p.page AND r.start <= ? AND r.end >= ? WHERE p.id = ?"
    " LIMIT 2"
)
_ROWS_OF = "SELECT p.id, r.cells FROM passage p JOIN sheet_row r ON r.page = p.page AND r.row = p.row WHERE p.id IN "
_HEAD = (
    "SELECT substr(page.text, 1, coalesce((SELECT min(r.start) FROM sheet_row r WHERE r.page = page.id), 0)) AS text"
    " FROM passage p JOIN page ON page.id = p.page WHERE p.id = ?"
)
_TYPED_BESIDE = (
    "SELECT r.cells, r.typed FROM passage p JOIN sheet_row r ON r.page = p.page WHERE p.id = ? ORDER BY r.row LIMIT 200"
)
_ROWS_BESIDE = (
    "SELECT DISTINCT r.end > ? AND r.start < ? FROM passage p JOIN sheet_row r ON r.page = p.page WHERE p.id = ?"
)
_ROWS = "SELECT row, cells, typed, start, end, hidden, hidden_columns FROM sheet_row WHERE page = ? ORDER BY row"


@dataclass(frozen=True)
class Sheet:
    """A page or sheet with typed rows that its viewer may see, and the card of its asset.

    `tabular` is 1 where the file is one table: its rows have the numbers of its lines.
    """

    id: int
    asset: str
    version: int
    title: str
    kind: str
    unit: str | None
    source: str
    path: str
    status: str
    validity: str
    date: str | None
    page: int | None
    sheet: str | None
    page_state: str
    form: str | None
    text: str
    tabular: int = 0


@dataclass(frozen=True)
class SheetRow:
    """A row with its cells as they stand, their values by canonical name, and its range in the page's text."""

    row: int
    cells: Mapping[str, str]
    values: Mapping[str, CellValue]
    start: int
    end: int
    hidden: bool


@dataclass(frozen=True)
class RowText:
    """A row as it stands in its page: its text, where that starts, and its cells by the names of their columns."""

    text: str
    start: int
    cells: Mapping[str, str]


def sheets(catalog: Catalog, scope: Scope, words: Sequence[Sequence[str]]) -> list[Sheet]:
    """Return the tables of assets in force that the scope sees and that, with their card, hold each of the words.

    A word is given with its other spellings, as patterns of LIKE; the form of a table is one of its words.
    """
    condition, values = scope.to_sql()
    told = [f"%{spelling}%" for word in words for spelling in word for _ in range(6)]
    said = "".join(f" AND ({' OR '.join([_SAYS] * len(word))})" for word in words)
    sql = f"{_SHEETS} AND {condition}{said} ORDER BY page.id"
    return [Sheet(**row) for row in catalog.db.query(sql, [*values, *told])]


def count(catalog: Catalog, found: Sequence[Sheet]) -> int:
    """Return how many rows tables have together."""
    pages = ", ".join(str(sheet.id) for sheet in found)
    return int(catalog.db.execute(f"SELECT count(*) FROM sheet_row WHERE page IN ({pages})").fetchone()[0])


def rows(catalog: Catalog, sheet: Sheet) -> Iterator[SheetRow]:
    """Yield the rows of a table in order; the caller got the sheet through its scope."""
    for row in catalog.db.query(_ROWS, [sheet.id]):
        cells = json.loads(row["cells"])
        values = typed_cells.load(row["typed"], cells)
        hidden = row["hidden"] > 0
        yield SheetRow(row["row"], cells, values, row["start"], row["end"], hidden)


def columns_of(catalog: Catalog, passage: int) -> list[str]:
    """Return the names of the columns of a passage that is a row; none for others, which hold header or prose.

    The caller has read the passage in its scope.
    """
    found = catalog.db.query(_ROW_OF, [passage])
    return next((list(json.loads(row["cells"])) for row in found), [])


def row_at(catalog: Catalog, passage: int, start: int, end: int) -> tuple[list[str], dict[str, str]] | None:
    """Return the columns of the one row in a range of a passage's page, and its values by canonical name; else None.

    The caller has read the passage in its scope.
    """
    found = [dict(row) for row in catalog.db.query(_TYPED_AT, [end, start, passage])]
    if len(found) != 1:
        return None
    return list(json.loads(found[0]["cells"])), {name: cell.value for name, cell in _typed(found[0]).items()}


def row_text(catalog: Catalog, passage: int, start: int, end: int) -> RowText | None:
    """Return the row of a passage's page in which all of `start:end` stands; None where there is none.

    The caller has read the passage in its scope.
    """
    found = [
        RowText(row["text"], row["start"], json.loads(row["cells"]))
        for row in catalog.db.query(_TEXT_AT, [start, end, passage])
    ]
    return found[0] if len(found) == 1 else None


def rows_of(catalog: Catalog, passages: Sequence[int]) -> dict[int, list[str]]:
    """Return what the cells say of each passage that is a row, what a merged one says from above included.

    The caller has read the passages in its scope.
    """
    marks = ", ".join("?" * len(passages))
    found = catalog.db.execute(f"{_ROWS_OF} ({marks})", list(passages))
    return {key: list(json.loads(cells).values()) for key, cells in found}


def head_of(catalog: Catalog, passage: int) -> str:
    """Return what stands above the first row of a passage's page; nothing where it has no rows.

    The caller has read the passage in its scope.
    """
    return next((row["text"] for row in catalog.db.query(_HEAD, [passage])), "")


def columns_told(catalog: Catalog, passage: int) -> frozenset[str]:
    """Return the canonical names of the columns that hold letters or figures in the first rows of a passage's sheet.

    The caller has read the passage in its scope.
    """
    rows = map(_typed, catalog.db.query(_TYPED_BESIDE, [passage]))
    return frozenset(name for values in rows for name, cell in values.items() if any(map(str.isalnum, cell.value)))


def _typed(row: Mapping[str, str]) -> dict[str, CellValue]:
    return typed_cells.load(row["typed"], json.loads(row["cells"]))


def is_outside_rows(catalog: Catalog, passage: int, start: int, end: int) -> bool:
    """Tell whether the page of a passage has rows, of which none reaches into `start:end` of its text.

    The caller has read the passage in its scope.
    """
    found = list(catalog.db.execute(_ROWS_BESIDE, [start, end, passage]))
    return bool(found) and not any(inside for (inside,) in found)

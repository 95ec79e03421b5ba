"""Tables with typed rows, read through a Scope: what questions for counts and sums are answered from."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalog import typed_cells
from catalog.database import Catalog
from catalog.scope import Scope
from catalog.typed_cells import CellValue
from catalog.words import CSV, OUT_OF_FORCE, WITHDRAWN

_NO_REGISTERS = ("template", "formulir", "juknis", "faq")
"""Kinds whose tables are examples."""
_PAPERS = ("lesson", "paparan", "regulasi", "sop", "kak", "notulen")
"""Kinds of written papers, whose tables are plans; a spreadsheet of that kind is a list of them."""

_TABLES = f"""
SELECT page.id, asset.key AS asset, version.number AS version, coalesce(asset.title, version.title) AS title,
    coalesce(asset.kind, version.kind) AS kind, asset.unit, source.name AS source, asset.path, version.status,
    asset.validity, asset.date, page.page, page.sheet, page.state AS page_state, page.form, page.text,
    version.media_type = '{CSV}' AS tabular
FROM page
JOIN version ON version.id = page.version
JOIN asset ON asset.id = version.asset
JOIN source ON source.id = asset.source
WHERE EXISTS (SELECT 1 FROM sheet_row r WHERE r.page = page.id AND r.typed IS NOT NULL)
    AND asset.validity NOT IN ({", ".join(f"'{word}'" for word in OUT_OF_FORCE)})
    AND coalesce(asset.kind, version.kind) NOT IN ({", ".join(f"'{word}'" for word in _NO_REGISTERS)})
    AND (page.sheet IS NOT NULL OR version.media_type = '{CSV}'
        OR coalesce(asset.kind, version.kind) NOT IN ({", ".join(f"'{word}'" for word in _PAPERS)}))
    AND version.status NOT IN ({", ".join(f"'{word}'" for word in WITHDRAWN)})
"""
_SHEETS = f"{_TABLES} AND page.page IS NULL"
_PAGES = f"{_TABLES} AND page.page IS NOT NULL"
"""Tables on pages lack the rows that were not certain: `search.rows.page_tables` counts what is proven to be whole."""
_SAYS = (
    "(page.text LIKE ? OR page.sheet LIKE ? OR coalesce(asset.title, version.title) LIKE ?"
    " OR asset.path LIKE ? OR asset.unit LIKE ? OR page.form LIKE ?)"
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


def sheets(catalog: Catalog, scope: Scope, words: Sequence[Sequence[str]]) -> list[Sheet]:
    """Return the tables of assets in force that the scope sees and that, with their card, hold each of the words.

    A word is given with its other spellings, as patterns of LIKE; the form of a table is one of its words.
    """
    condition, values = scope.to_sql()
    told = [f"%{spelling}%" for word in words for spelling in word for _ in range(6)]
    said = "".join(f" AND ({' OR '.join([_SAYS] * len(word))})" for word in words)
    sql = f"{_SHEETS} AND {condition}{said} ORDER BY page.id"
    return [Sheet(**row) for row in catalog.db.query(sql, [*values, *told])]


def pages_with_rows(catalog: Catalog, scope: Scope, assets: Sequence[str]) -> list[Sheet]:
    """Return the pages with rows of these assets in force, by their keys, that the scope sees, in their order."""
    condition, values = scope.to_sql()
    sql = f"{_PAGES} AND {condition} AND asset.key IN (SELECT value FROM json_each(?)) ORDER BY version.id, page.page"
    return [Sheet(**row) for row in catalog.db.query(sql, [*values, json.dumps(list(assets))])]


def text_behind(catalog: Catalog, sheet: Sheet) -> str:
    """Return the text of the page behind a page, "" for the last; the caller got the page through its scope."""
    sql = "SELECT n.text FROM page p JOIN page n ON n.version = p.version AND n.number = p.number + 1 WHERE p.id = ?"
    return next((str(row["text"]) for row in catalog.db.query(sql, [sheet.id])), "")


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

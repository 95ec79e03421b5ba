"""A document on its way through the pipe from the child that read it: as JSON values, and back."""

import dataclasses
from typing import Any

from catalog.typed_cells import CellValue
from indexer.document import Box, Document, Evidence, Heading, PageRead, SheetRow

Columns = tuple[tuple[str, ...], tuple[tuple[str, str, str], ...], bool, tuple[str, ...]]
"""What the rows of a table share: cell names; of each value its name, column and type; what of them is hidden."""


def _columns(row: SheetRow) -> Columns:
    known = tuple((name, value.column, value.type) for name, value in row.values.items())
    return tuple(row.cells), known, row.hidden, row.hidden_columns


def _beside(value: CellValue, cells: dict[str, str]) -> str | None:
    """Return what a value says, None where its cell says the same: most do, and rows are many."""
    return None if cells.get(value.column) == value.value else value.value


def pack(document: Document) -> dict[str, Any]:
    """Return a document as JSON values; a table's column names are sent once, boxes as numbers only."""
    pages = []
    for page in document.pages:
        columns: dict[Columns, int] = {}
        rows = [
            [
                *(r.row, r.start, r.end, columns.setdefault(_columns(r), len(columns))),
                *(*r.cells.values(), *(_beside(v, r.cells) for v in r.values.values())),
            ]
            for r in page.rows
        ]
        headings = [[h.start, h.end, h.level] for h in page.headings]
        # One flat list of numbers: boxes are many, and their names and brackets would be longer than they.
        boxes = [number for box in page.boxes for number in box]
        plain = {f.name: getattr(page, f.name) for f in dataclasses.fields(page)}
        pages.append(plain | {"headings": headings, "rows": rows, "columns": list(columns), "boxes": boxes})
    return {f.name: getattr(document, f.name) for f in dataclasses.fields(document)} | {"pages": pages}


def unpack(packed: dict[str, Any]) -> Document:
    """Return the document that a child packed."""
    pages = tuple(_unpack_page(page) for page in packed["pages"])
    evidence = tuple(Evidence(*sign) for sign in packed["kind_evidence"])
    return Document(**packed | {"pages": pages, "kind_evidence": evidence})


def _unpack_page(page: dict[str, Any]) -> PageRead:
    headings = tuple(Heading(*heading) for heading in page["headings"])
    rows = tuple(
        _unpack_row(page["columns"][columns], (row, start, end), texts)
        for row, start, end, columns, *texts in page["rows"]
    )
    numbers = iter(page["boxes"])
    boxes = tuple(map(Box, *[numbers] * len(Box._fields)))
    aside = tuple((start, end) for start, end in page["aside"])
    found = (headings, rows, boxes, page["pictured"], aside, page["form"])
    return PageRead(page["page"], page["sheet"], page["text"], page["state"], page["quality"], *found)


def _unpack_row(columns: list[Any], place: tuple[int, int, int], texts: list[str | None]) -> SheetRow:
    names, known, hidden, hidden_columns = columns
    cells = {name: text or "" for name, text in zip(names, texts, strict=False)}
    values = {
        name: CellValue(column, cells[column] if text is None else text, kind)
        for (name, column, kind), text in zip(known, texts[len(names) :], strict=True)
    }
    return SheetRow(place[0], cells, place[1], place[2], values, hidden, tuple(hidden_columns))

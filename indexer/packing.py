"""A document on its way through the pipe from the child that read it: as JSON values, and back."""

import dataclasses
from typing import Any

from indexer.document import Box, Document, Evidence, Heading, PageRead, SheetRow


def pack(document: Document) -> dict[str, Any]:
    """Return a document as JSON values; a table's column names are sent once, boxes as numbers only."""
    pages = []
    for page in document.pages:
        columns: dict[tuple[str, ...], int] = {}
        rows = [
            [r.row, r.start, r.end, columns.setdefault(tuple(r.cells), len(columns)), *r.cells.values()]
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
        SheetRow(row, dict(zip(page["columns"][columns], values, strict=True)), start, end)
        for row, start, end, columns, *values in page["rows"]
    )
    numbers = iter(page["boxes"])
    boxes = tuple(map(Box, *[numbers] * len(Box._fields)))
    found = (headings, rows, boxes, page["pictured"], tuple((start, end) for start, end in page["aside"]))
    return PageRead(page["page"], page["sheet"], page["text"], page["state"], page["quality"], *found)

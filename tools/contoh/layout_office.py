"""Draws blocks as DOCX, and saves DOCX, XLSX and PPTX so that equal content gives equal bytes."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table, _Cell

from tools.contoh.blocks import (
    NOTICE,
    PROVINCE,
    Block,
    Break,
    Grid,
    Head,
    Items,
    Kop,
    Pairs,
    Par,
    Sign,
    Title,
)

STAMP = "2025-01-01T00:00:00Z"
TEXT_WIDTH = 16.6
Place = DocxDocument | _Cell


class Saves(Protocol):
    """A document of python-docx, openpyxl or python-pptx."""

    def save(self, stream: io.BytesIO) -> None:
        """Write the document to a stream."""


def save_office(document: Saves, path: Path) -> None:
    """Save a DOCX, XLSX or PPTX without the clock: zip entries and core properties have fixed dates."""
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, date_time=(2025, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, _without_clock(name, source.read(name)))


def _without_clock(name: str, data: bytes) -> bytes:
    if name != "docProps/core.xml":
        return data
    pattern = rb"(<dcterms:(created|modified)[^>]*>)[^<]*"
    return re.sub(pattern, rb"\g<1>" + STAMP.encode(), data)


def write_docx(path: Path, title: str, blocks: Sequence[Block]) -> None:
    """Write `blocks` to `path`, with the notice in the header and the footer of each page."""
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = "Dokumen contoh"
    _page(document)
    for block in blocks:
        draw(document, block)
    save_office(document, path)


def draw(place: Place, block: "Block | str") -> None:
    """Add one block to a document or a cell; a plain string is a paragraph."""
    if isinstance(block, str):
        block = Par(block)
    painters: dict[type, Callable[..., None]] = {
        Kop: _kop,
        Title: _title,
        Head: _head,
        Par: _par,
        Items: _items,
        Grid: _grid,
        Pairs: _pairs,
        Sign: _sign,
        Break: _break,
    }
    painters[type(block)](place, block)


def _page(document: DocxDocument) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Bookman Old Style", Pt(11)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    for part in (section.header, section.footer):
        part.paragraphs[0].text = NOTICE
        part.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def _centred(place: Place, text: str, size: float, *, bold: bool = True) -> None:
    paragraph = place.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)


def _kop(place: Place, block: Kop) -> None:
    _centred(place, PROVINCE, 12)
    _centred(place, block.agency.upper(), 14)
    _centred(place, block.address, 9, bold=False)
    _centred(place, "_" * 70, 9)


def _title(place: Place, block: Title) -> None:
    for line in block.lines:
        _centred(place, line, 13)
    place.add_paragraph()


def _head(place: Place, block: Head) -> None:
    place.add_paragraph(block.text, style=f"Heading {block.level}")


def _par(place: Place, block: Par) -> None:
    paragraph = place.add_paragraph(block.text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def _items(place: Place, block: Items) -> None:
    for index, item in enumerate(block.items):
        mark = {"1": f"{index + 1}.", "a": f"{chr(97 + index % 26)}.", "-": "–"}[block.mark]
        paragraph = place.add_paragraph(f"{mark}\t{item}")
        paragraph.paragraph_format.left_indent = Cm(0.8)
        paragraph.paragraph_format.first_line_indent = Cm(-0.8)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))
        paragraph.paragraph_format.space_after = Pt(3)


def _grid(place: Place, block: Grid) -> None:
    table = _table(place, len(block.rows) + 1, len(block.header))
    table.style = "Table Grid"
    shares = block.widths or [1] * len(block.header)
    width = TEXT_WIDTH if not isinstance(place, _Cell) else TEXT_WIDTH * 0.7
    for row, texts in zip(table.rows, [block.header, *block.rows], strict=True):
        for cell, text, share in zip(row.cells, texts, shares, strict=True):
            cell.width = Cm(width * share / sum(shares))
            cell.paragraphs[0].add_run(text).font.size = Pt(9)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    place.add_paragraph()


def _pairs(place: Place, block: Pairs) -> None:
    table = _table(place, len(block.rows), 2)
    for row, (label, parts) in zip(table.rows, block.rows, strict=True):
        row.cells[0].width, row.cells[1].width = Cm(TEXT_WIDTH * 0.28), Cm(TEXT_WIDTH * 0.72)
        row.cells[0].paragraphs[0].add_run(label).bold = True
        for part in parts:
            draw(row.cells[1], part)
        _drop_empty_first(row.cells[1])


def _drop_empty_first(cell: _Cell) -> None:
    first = cell.paragraphs[0]
    if not first.text and len(cell.paragraphs) > 1:
        first._element.getparent().remove(first._element)


def _table(place: Place, rows: int, columns: int) -> Table:
    return place.add_table(rows, columns)


def _sign(place: Place, block: Sign) -> None:
    for line in (block.where_when, block.post, "", "", block.name, f"NIP {block.nip}"):
        paragraph = place.add_paragraph(line)
        paragraph.paragraph_format.left_indent = Cm(9)
        paragraph.paragraph_format.space_after = Pt(0)


def _break(place: DocxDocument, _block: Break) -> None:
    place.add_page_break()

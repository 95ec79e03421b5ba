"""Reads the sample files again, each kind by the library that offices' readers stand on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import openpyxl
import pptx
import pypdfium2
from docx.document import Document
from docx.table import Table, _Cell

Pages = dict[int | str | None, str]


def pages(path: Path) -> Pages:
    """Return the text of each page (PDF, PPTX), sheet (XLSX) or of the whole file under None (DOCX)."""
    readers: dict[str, Callable[[Path], Pages]] = {".pdf": _pdf, ".docx": _docx, ".xlsx": _xlsx, ".pptx": _pptx}
    return {place: " ".join(text.split()) for place, text in readers[path.suffix](path).items()}


def _pdf(path: Path) -> Pages:
    document = pypdfium2.PdfDocument(path)
    texts: Pages = {number: page.get_textpage().get_text_bounded() for number, page in enumerate(document, 1)}
    document.close()
    return texts


def _docx(path: Path) -> Pages:
    document = docx.Document(str(path))
    header = [paragraph.text for section in document.sections for paragraph in section.header.paragraphs]
    return {None: "\n".join([*_lines(document), *header])}


def _lines(place: Document | _Cell) -> Iterator[str]:
    for part in place.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                for cell in row.cells:
                    yield from _lines(cell)
        else:
            yield part.text


def _xlsx(path: Path) -> Pages:
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: "\n".join(str(cell) for row in sheet.values for cell in row if cell is not None) for sheet in book
    }


def _pptx(path: Path) -> Pages:
    slides = enumerate(pptx.Presentation(str(path)).slides, 1)
    return {number: "\n".join(_shapes(slide.shapes)) for number, slide in slides}


def _shapes(shapes: object) -> Iterator[str]:
    for shape in shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)

"""PDF: text in reading order by pdfium, page by page; a scanned or garbled page is marked for OCR."""

from itertools import islice
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.document import PageRead
from indexer.readers.clean import clean, one_line
from indexer.readers.page import inferred
from indexer.readers.quality import STAMP_CHARS, judge
from indexer.readers.reasons import refusal

MAX_OBJECTS = 5_000  # enough to tell a scan; a drawing of 100,000 lines must not cost seconds
FORM_DEPTH = 3  # pictures inside form objects inside form objects


def read_pdf(path: Path, max_pages: int) -> tuple[tuple[PageRead, ...], str]:
    """Return the pages and the title of the file's metadata; raise ReadError when pdfium cannot open it."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        raise refusal("encrypted" if locked else "corrupt") from error
    count = len(document)
    if count > max_pages:
        raise refusal("too_large")
    pages = [_page(document, index) for index in range(count)]
    if not any(pages):
        raise refusal("corrupt")
    title = one_line(document.get_metadata_value("Title") or "")
    return tuple(page or PageRead(i, None, "", "poor", 0.0) for i, page in enumerate(pages, 1)), title


def _page(document: pypdfium2.PdfDocument, index: int) -> PageRead | None:
    """Read one page; None when its objects are broken."""
    try:
        page = document[index]
        raw = page.get_textpage().get_text_range()
        # Pictures matter only where there is hardly any text: counting them costs more than the text.
        cover = _picture_cover(page) if len(raw) <= 2 * STAMP_CHARS else 0.0
    except pypdfium2.PdfiumError:
        return None
    verdict = judge(raw, cover)
    text = clean(raw) if verdict.quality > 0 else ""
    page.close()
    return PageRead(index + 1, None, text, verdict.state, verdict.quality, tuple(inferred(text)))


def _picture_cover(page: pypdfium2.PdfPage) -> float:
    """Return the share of the page under pictures, at most 1, over 0 for even the smallest picture."""
    width, height = page.get_size()
    objects = islice(page.get_objects(max_depth=FORM_DEPTH), MAX_OBJECTS)
    pictures = [o.get_bounds() for o in objects if o.type == pdfium.FPDF_PAGEOBJ_IMAGE]
    covered = sum(_overlap(left, right, width) * _overlap(low, top, height) for left, low, right, top in pictures)
    return min(1.0, 0.001 * bool(pictures) + covered / (width * height or 1.0))


def _overlap(start: float, end: float, size: float) -> float:
    return max(0.0, min(end, size) - max(start, 0.0))

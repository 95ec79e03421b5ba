"""PDF: text and the boxes of its lines by pdfium, page by page; a scanned or garbled page is marked for OCR.

pypdf adds what pdfium does not tell, or tells badly: see `second`.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.document import Box, PageRead
from indexer.limits import over
from indexer.readers.bookmarks import with_bookmarks
from indexer.readers.boxes import Places, line_boxes
from indexer.readers.clean import clean
from indexer.readers.drawn_tables import NO_ROWS, DrawnTables
from indexer.readers.order import Reordered, in_order, is_doubtful
from indexer.readers.page import Reading, inferred
from indexer.readers.quality import STAMP_CHARS, Verdict, is_language, judge
from indexer.readers.reasons import refusal
from indexer.readers.second import SecondReading, described, unlocked
from indexer.readers.spacing import Joined
from indexer.readers.stamps import MOST_STAMPED, without_stamps

MAX_OBJECTS = 5_000  # enough to tell a scan; a drawing of 100,000 lines must not cost seconds
FORM_DEPTH = 3  # pictures inside form objects inside form objects
SHORT = 2 * STAMP_CHARS  # hardly any text
PICTURED = 0.5  # of the page under pictures: OCR may find text on them
BESIDE_LITTLE = 0.05  # the same, where the text is no more than a caption, a page's number or a button
LITTLE = 80  # letters
INK = 0.0005  # of a page without text: drawn letters, a table, a sketch
INK_SCALE = 0.5  # pixels a point: enough to see whether there is any
MAX_BOXES = 400_000  # of a file, about 8,000 pages of prose: what comes after has none
MAX_WORSE = 5  # pages on which pypdf did no better: then it will not on the others of this file
_LOCKED = frozenset({pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY})


@dataclass(frozen=True)
class _Seen:
    """A page as pdfium reads it; `poorly` if there are words on it that another reader may read better."""

    page: PageRead
    poorly: bool = False
    broken: bool = False


def read_pdf(path: Path, max_pages: int) -> Reading:
    """Return the pages and the file's own properties; raise ReadError when pdfium cannot open it."""
    began = time.monotonic()
    document = opened(path)
    if len(document) > max_pages:
        raise over("pages", len(document))
    seen = _seen(document)
    with SecondReading(path, began) as second:
        own = second.properties() or described(lambda key: document.get_metadata_value(key[1:]))
        pages = with_bookmarks(without_stamps(_read_again(seen, second)), second.bookmarks())
    if all(s.broken and not p.text for s, p in zip(seen, pages, strict=True)):
        raise refusal("corrupt")
    return Reading(pages, own.title, own.fields)


def opened(path: Path) -> pypdfium2.PdfDocument:
    """Return the document, an empty password tried; ReadError `encrypted` or `corrupt` where pdfium cannot open it."""
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in _LOCKED
        plain = unlocked(path) if locked else None
        if plain is None:
            raise refusal("encrypted" if locked else "corrupt") from error
    try:
        return pypdfium2.PdfDocument(plain)
    except pypdfium2.PdfiumError as error:
        raise refusal("corrupt") from error


def _seen(document: pypdfium2.PdfDocument) -> list[_Seen]:
    seen, left, tables = [], MAX_BOXES, DrawnTables()
    for index in range(len(document)):
        seen.append(_page(document, index, tables if left > 0 else None))
        left -= len(seen[-1].page.boxes)
    return seen


def _page(document: pypdfium2.PdfDocument, index: int, tables: DrawnTables | None) -> _Seen:
    """Return a page as seen; no `tables` means that nothing on it is placed any more."""
    try:
        page = document[index]
        words = page.get_textpage()
        raw = words.get_text_range()
        # Pictures matter only where there is little text: counting them costs more than the text.
        cover = _picture_cover(page) if len(raw) <= MOST_STAMPED else 0.0
        verdict = judge(raw, cover or _drawn_share(page, raw))
        text, boxes, seen = _placed(words, raw, boxed=tables is not None) if verdict.quality > 0 else ("", (), None)
        found = tables.read(page, text, boxes, seen) if tables and seen else NO_ROWS
    except pypdfium2.PdfiumError:
        return _Seen(PageRead(index + 1, None, "", "poor", 0.0), poorly=True, broken=True)
    page.close()
    poorly = verdict.state == "poor" or (verdict.state == "needs_ocr" and len(raw) > SHORT)
    little = len("".join(raw.split())) <= LITTLE
    pictured = verdict.state == "text" and cover >= (BESIDE_LITTLE if little else PICTURED)
    built = replace(_built(index, text, verdict), boxes=boxes, rows=found.rows, form=found.form, pictured=pictured)
    return _Seen(built, poorly)


def _placed(
    words: pypdfium2.PdfTextPage, raw: str, *, boxed: bool
) -> tuple[str, tuple[Box, ...], Joined | Reordered | None]:
    """Return the text of a page in its reading order; if wanted, the boxes of its lines, and what places its words."""
    if not boxed:
        return clean(raw), (), None
    drawn = Joined(raw, Places(words, raw))
    text = clean(drawn.raw)
    boxes = line_boxes(drawn.raw, text, drawn)
    again = in_order(drawn.raw, drawn) if is_doubtful(boxes) else None
    if again is None:
        return text, boxes, drawn
    text = clean(again.raw)
    return text, line_boxes(again.raw, text, again), again


def _built(index: int, text: str, verdict: Verdict) -> PageRead:
    return PageRead(index + 1, None, text, verdict.state, verdict.quality, tuple(inferred(text)))


def _read_again(seen: Sequence[_Seen], second: SecondReading) -> list[PageRead]:
    """Return the pages, those that pdfium read poorly as pypdf reads them where that is better."""
    pages, worse = [], 0
    for index, first in enumerate(seen):
        better = _better(index, first.page, second) if first.poorly and worse < MAX_WORSE else None
        worse += first.poorly and better is None
        pages.append(better or first.page)
    return pages


def _better(index: int, first: PageRead, second: SecondReading) -> PageRead | None:
    raw = second.text(index)
    verdict = judge(raw)
    if verdict.quality <= first.quality or not is_language(raw):
        return None
    return _built(index, clean(raw), verdict)


def _picture_cover(page: pypdfium2.PdfPage) -> float:
    """Return the share of the page under pictures, at most 1, over 0 for even the smallest picture."""
    width, height = page.get_size()
    objects = islice(page.get_objects(max_depth=FORM_DEPTH), MAX_OBJECTS)
    pictures = [o.get_bounds() for o in objects if o.type == pdfium.FPDF_PAGEOBJ_IMAGE]
    covered = sum(_overlap(left, right, width) * _overlap(low, top, height) for left, low, right, top in pictures)
    return min(1.0, 0.001 * bool(pictures) + covered / (width * height or 1.0))


def _drawn_share(page: pypdfium2.PdfPage, raw: str) -> float:
    """Return the share of a page without text that is under ink, 0 where that is next to nothing.

    Letters drawn as curves are neither text nor pictures.
    """
    if any(c.isalnum() for c in raw) or next(page.get_objects(), None) is None:
        return 0.0
    bitmap = page.render(scale=INK_SCALE, grayscale=True)
    pixels = bytes(bitmap.buffer)
    dark = len(pixels) - len(pixels.translate(None, bytes(range(128))))
    share = dark / (len(pixels) or 1)
    return share if share >= INK else 0.0


def _overlap(start: float, end: float, size: float) -> float:
    return max(0.0, min(end, size) - max(start, 0.0))

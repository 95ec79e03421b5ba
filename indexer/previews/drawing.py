"""In the reading child: a page of a PDF or of a picture file drawn for the web, and where a quote stands on it."""

import io
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from indexer.previews.letters import occurrences
from indexer.readers.boxes import Edges, Places
from indexer.readers.pdf import opened
from indexer.readers.picture import opened_picture
from indexer.readers.reasons import refusal

MOST_PIXELS = 12_000_000  # A4 2,400 pixels wide has 8 million; a roll of plans is drawn smaller
MOST_SIDE = 16_000  # WebP ends at 16,383
QUALITY, EFFORT = 75, 2  # of WebP: a page of text is 100 kB, in 0.15 s
SAME_LINE = 1.5  # times the highest piece: what is together higher stands in several lines, or is turned
NEAR = 3.0  # times the height: pieces of a line that are farther apart are marked each
_LINE = re.compile("[^\r\n\x0b\x0c\x85\u2028\u2029\ufffe]+")


class Sheets:
    """The pages of one file after another; the last PDF stays open."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._document: pypdfium2.PdfDocument | None = None

    def picture(self, path: Path, index: int, width: int) -> bytes:
        """Return the page at `index` from 0 as WebP, so many pixels wide; ReadError where it cannot be drawn."""
        if not _is_pdf(path):
            sheet = _photographed(path, index)
            sheet.thumbnail(_within(sheet.size, width))
            return _packed(sheet)
        page = self._page(path, index)
        try:
            across, _ = _within(page.get_size(), width)
            bitmap = page.render(scale=across / max(page.get_width(), 1e-6))
            return _packed(bitmap.to_pil())
        except pypdfium2.PdfiumError as error:
            raise refusal("corrupt") from error
        finally:
            page.close()

    def seen(self, path: Path, index: int, quote: str) -> tuple[tuple[float, float], list[list[Edges]]]:
        """Return the size of a page, and where the letters of a quote stand on it: a list of edges for each place."""
        if not _is_pdf(path):
            return _photographed(path, index).size, []
        page = self._page(path, index)
        try:
            return page.get_size(), list(_found(page, quote)) if quote else []
        except pypdfium2.PdfiumError as error:
            raise refusal("corrupt") from error
        finally:
            page.close()

    def _page(self, path: Path, index: int) -> pypdfium2.PdfPage:
        if self._document is None or self._path != path:
            self._document, self._path = opened(path), path
        try:
            return self._document[index]
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise refusal("corrupt") from error


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return b"%PDF-" in file.read(1024)


def _photographed(path: Path, index: int) -> Image.Image:
    with opened_picture(path) as picture:
        try:
            picture.seek(index)
            sheet = ImageOps.exif_transpose(picture) or picture
            if sheet.mode.startswith("I"):
                return sheet.convert("I").point(lambda value: value / 256).convert("L")
            paper = Image.new("RGBA", sheet.size, "white")
            return Image.alpha_composite(paper, sheet.convert("RGBA")).convert("RGB")
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            raise refusal("corrupt") from error


def _within(size: tuple[float, float], width: int) -> tuple[int, int]:
    """Return the size in pixels of a page that is drawn so wide, smaller where it would be too large."""
    across, down = max(size[0], 1e-6), max(size[1], 1e-6)
    scale = min(width / across, (MOST_PIXELS / (across * down)) ** 0.5, MOST_SIDE / down)
    return max(1, int(across * scale)), max(1, int(down * scale))


def _packed(sheet: Image.Image) -> bytes:
    out = io.BytesIO()
    try:
        sheet.convert("RGB").save(out, "WEBP", quality=QUALITY, method=EFFORT)
    except (OSError, ValueError) as error:
        raise refusal("corrupt") from error
    return out.getvalue()


def _found(page: pypdfium2.PdfPage, quote: str) -> Iterator[list[Edges]]:
    words = page.get_textpage()
    raw = words.get_text_range()
    places = Places(words, raw)
    for first, last in occurrences(raw, quote):
        edges = list(_placed(raw, first, last, places))
        if edges:
            yield edges


def _placed(raw: str, first: int, last: int, places: Places) -> Iterator[Edges]:
    """Yield the edges of a range, line by line; nothing at all where one of its lines is not on the page."""
    lines = [_trimmed(raw, *m.span()) for m in _LINE.finditer(raw, first, last) if m.group().strip()]
    pieces = [places.pieces(start, end) for start, end in lines]
    if all(pieces):
        for line in pieces:
            yield from _joined(line)


def _trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    text = raw[start:end]
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())


def _joined(pieces: Sequence[Edges]) -> Sequence[Edges]:
    """Return the pieces of one line as one, if they stand beside one another and not far apart."""
    left, top, right, bottom = zip(*pieces, strict=True)
    highest = max(b - t for _, t, _, b in pieces)
    in_order = sorted(pieces)
    gaps = [after[0] - before[2] for before, after in pairwise(in_order)]
    together = max(bottom) - min(top) <= SAME_LINE * highest and max(gaps, default=0.0) <= NEAR * highest
    return [(min(left), min(top), max(right), max(bottom))] if together else pieces

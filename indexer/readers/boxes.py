"""Where the lines of a PDF page stand: the rectangles of pdfium, tied to ranges of the plain text.

A range is given only where the plain text can be followed from the raw text word by word; else the line has no box.
"""

import ctypes
import re
from collections.abc import Callable, Iterator
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.document import Box
from indexer.readers.clean import clean

STEPS = 10_000
"""Places are whole ten-thousandths of the page: 0.03 mm on A4, short to send and to store."""
MAX_LINES = 1_000  # of a page; a drawing whose every label is a line needs no boxes
MAX_RECTANGLES = 20_000  # of a page: pdfium gives one for each piece of text that is set on its own
CERTAIN = 12  # characters that occur once: shorter ones may stand inside of a line that was changed

# The same functions without ctypes' check of each argument, which costs three times what they do.
_BARE = ctypes.CFUNCTYPE(ctypes.c_int)
_read_rectangle = _BARE(ctypes.cast(pdfium.FPDFText_GetRect, ctypes.c_void_p).value or 0)
_count_rectangles = _BARE(ctypes.cast(pdfium.FPDFText_CountRects, ctypes.c_void_p).value or 0)

_LINE = re.compile("[^\r\n\x0b\x0c\x85\u2028\u2029\ufffe]+(?:\ufffe(?=\\s*[^\\W_]))?")
_MARKED = frozenset("\u00ad\ufffe")  # a word goes on in the next line, with a hyphen or without
_SPACE = frozenset(" \n")
_PLACES = tuple(step / STEPS for step in range(STEPS + 1))  # shared: a large file has a million of them

Edges = tuple[float, float, float, float]
_Axis = tuple[float, float, float]  # a place along it is this times (x, y, 1)


def line_boxes(raw: str, text: str, place: Callable[[int, int], Edges | None]) -> tuple[Box, ...]:
    """Return the boxes of the lines of `text`, made by `clean` from `raw`, the ranges of which `place` places."""
    ranges = list(islice(line_ranges(raw, text), MAX_LINES + 1))
    if len(ranges) > MAX_LINES:
        return ()
    placed = ((start, end, place(first, last)) for first, last, start, end in ranges)
    return tuple(Box(start, end, *edges) for start, end, edges in placed if edges)


class Places:
    """Where ranges of a page's raw text are seen on the page, as shares of it."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, raw: str) -> None:
        self._known = _length(textpage) == len(raw)
        self._rectangles = _Rectangles(textpage)
        self._sheet = Sheet(textpage.page)

    def __call__(self, first: int, last: int) -> Edges | None:
        """Return the edges of what `first:last` shows; None where nothing of it is on the page."""
        rectangle = self._rectangles.around(first, last) if self._known else None
        return self._sheet.place(rectangle) if rectangle else None

    def pieces(self, first: int, last: int) -> list[Edges]:
        """Return the edges of each piece of what `first:last` shows; none where something of it is off the page."""
        pieces = [self._sheet.place(r) for r in self._rectangles.each(first, last)] if self._known else []
        placed = [edges for edges in pieces if edges]
        return placed if len(placed) == len(pieces) else []


def line_ranges(raw: str, text: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield, for each line as it was set, its range in the raw text and its range in the plain text made of it.

    A line that cannot be followed is passed over; those after it are taken up again where they occur only once.
    """
    at, lost = 0, False
    for found in _LINE.finditer(raw):
        words = " ".join(found.group().split())
        if not words:
            continue
        while text[at : at + 1] in _SPACE:
            at += 1
        if lost or not text.startswith(words, at):
            words, at, lost = _followed(words, text, at, lost=lost)
        if words and not lost:
            first, last = found.span()
            yield first, last, at, at + len(words)
            at += len(words)


def _followed(words: str, text: str, at: int, *, lost: bool) -> tuple[str, int, bool]:
    """Return the form of a raw line that stands in the text, where, and whether that is still uncertain."""
    for form in _forms(words):
        if lost and len(form) >= CERTAIN and text.count(form, at) == 1:
            return form, text.index(form, at), False
        if form and not lost and text.startswith(form, at):
            return form, at, False
    return ("", at, lost) if not clean(words) else (words, at, True)


def _forms(words: str) -> Iterator[str]:
    """Yield the forms that a raw line may have in the plain text, the most frequent first."""
    yield words
    if words[-1] in _MARKED:
        yield clean(words[:-1]) + "-"
    yield clean(words)
    if words[-1] == "-" and words[-2:-1].isalpha():
        yield clean(words[:-1])


def _length(textpage: pypdfium2.PdfTextPage) -> int:
    """Return the number of characters of the page's text as pdfium counts them."""
    return 1 + int(pdfium.FPDFText_GetTextIndexFromCharIndex(textpage, textpage.count_chars() - 1))


class _Rectangles:
    """The rectangles around ranges of a page's text, as many as are affordable."""

    def __init__(self, textpage: pypdfium2.PdfTextPage) -> None:
        self._textpage = textpage.raw
        # pdfium's list of characters holds all of its text, and may hold more: signs without a meaning.
        self._all_are_text = textpage.count_chars() == _length(textpage)
        self._left = MAX_RECTANGLES
        self._edges = (ctypes.c_double * 4)()
        size = ctypes.sizeof(ctypes.c_double)
        # In the order that pdfium asks for: left, top, right, bottom.
        self._targets = [ctypes.byref(self._edges, size * place) for place in (0, 3, 2, 1)]

    def around(self, first: int, last: int) -> Edges | None:
        """Return the rectangle, in points of the page, of what `first:last` shows; None for nothing."""
        count = self._count(first, last)
        if count <= 0:
            return None
        textpage, edges, targets = self._textpage, self._edges, self._targets
        _read_rectangle(textpage, 0, *targets)
        left, bottom, right, top = edges[:]
        for index in range(1, count):
            _read_rectangle(textpage, index, *targets)
            x0, y0, x1, y1 = edges[:]
            left, right = x0 if x0 < left else left, x1 if x1 > right else right
            bottom, top = y0 if y0 < bottom else bottom, y1 if y1 > top else top
        return left, bottom, right, top

    def each(self, first: int, last: int) -> Iterator[Edges]:
        """Yield the rectangles of the pieces of what `first:last` shows."""
        for index in range(self._count(first, last)):
            _read_rectangle(self._textpage, index, *self._targets)
            left, bottom, right, top = self._edges[:]
            yield left, bottom, right, top

    def _count(self, first: int, last: int) -> int:
        """Let pdfium find the rectangles of a range, and return how many there are; 0 where they are too many."""
        start, end = first, last
        if not self._all_are_text:
            start = pdfium.FPDFText_GetCharIndexFromTextIndex(self._textpage, first)
            end = pdfium.FPDFText_GetCharIndexFromTextIndex(self._textpage, last - 1) + 1
        count = _count_rectangles(self._textpage, start, end - start) if 0 <= start < end else 0
        self._left -= max(0, count)
        return count if self._left >= 0 else 0


class Sheet:
    """A page as it is shown: what part of the drawing, and turned how."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        left, bottom, right, top = page.get_bbox()
        width, height = max(right - left, 1e-6), max(top - bottom, 1e-6)
        from_left, from_right = (1 / width, 0.0, -left / width), (-1 / width, 0.0, right / width)
        from_bottom, from_top = (0.0, 1 / height, -bottom / height), (0.0, -1 / height, top / height)
        # The edges that become the left and the upper one, by quarter turns clockwise.
        turned = ((from_left, from_top), (from_bottom, from_left), (from_right, from_bottom), (from_top, from_right))
        across, down = turned[page.get_rotation() // 90]
        self._across: _Axis = across
        self._down: _Axis = down

    def place(self, rectangle: Edges) -> Edges | None:
        """Return left, top, right and bottom as shares of the page; None where nothing of it is on the page."""
        x0, y0, x1, y1 = rectangle
        a, b, c = self._across
        left, right = a * x0 + b * y0 + c, a * x1 + b * y1 + c
        a, b, c = self._down
        top, bottom = a * x0 + b * y0 + c, a * x1 + b * y1 + c
        across, down = _covering(left, right), _covering(top, bottom)
        return (across[0], down[0], across[1], down[1]) if across and down else None


def _covering(one: float, other: float) -> tuple[float, float] | None:
    """Return the steps that hold everything between two places, as far as it is on the page."""
    low, high = (one, other) if one < other else (other, one)
    if not (low < 1 and high > 0):
        return None
    return _PLACES[int(low * STEPS) if low > 0 else 0], _PLACES[int(high * STEPS) + 1 if high < 1 else STEPS]

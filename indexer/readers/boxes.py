"""Where the lines of a PDF page stand: the rectangles of pdfium, tied to ranges of the plain text.

A range is given only where the plain text can be followed from the raw text word by word; else the line has no box.
"""

import ctypes
import re
from collections.abc import Iterator
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.document import Box
from indexer.readers.clean import clean

STEPS = 10_000
"""Places are whole ten-thousandths of the page: 0.03 mm on A4, short to send and to store."""
MAX_LINES = 1_000  # of a page; a drawing whose every label is a line needs no boxes
MAX_RECTANGLES = 20_000  # of a page: pdfium gives one for each piece of text that is set on its own

_LINE = re.compile("[^\r\n\x0b\x0c\x85\u2028\u2029\ufffe]+\ufffe?")
_CUT = frozenset("-\u00ad\ufffe")
_PLACES = tuple(step / STEPS for step in range(STEPS + 1))  # shared: a large file has a million of them

Rectangle = tuple[float, float, float, float]
_Axis = tuple[float, float, float]  # a place along it is this times (x, y, 1)


def line_boxes(textpage: pypdfium2.PdfTextPage, raw: str, text: str) -> tuple[Box, ...]:
    """Return the boxes of the lines of `text`, made by `clean` from `raw`, all of `textpage`'s text."""
    ranges = list(islice(line_ranges(raw, text), MAX_LINES + 1))
    if not ranges or len(ranges) > MAX_LINES or _length(textpage) != len(raw):
        return ()
    rectangles, sheet, boxes = _Rectangles(textpage), _Sheet(textpage.page), []
    for first, last, start, end in ranges:
        rectangle = rectangles.around(first, last)
        place = sheet.place(rectangle) if rectangle else None
        if place:
            boxes.append(Box(start, end, *place))
    return tuple(boxes)


def line_ranges(raw: str, text: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield, for each line as it was set, its range in the raw text and its range in the plain text made of it.

    A line that cannot be followed is passed over; those after it are taken up again where they occur only once.
    """
    at, lost = 0, False
    for found in _LINE.finditer(raw):
        line = found.group()
        span = _found(line, text, at, lost=lost)
        if span is None:
            lost = lost or not line.isspace()
        elif span[0] < span[1]:
            lost, at = False, span[1]
            yield found.start(), found.end(), *span


def _found(line: str, text: str, at: int, *, lost: bool) -> tuple[int, int] | None:
    """Return where a raw line stands in the text at or after `at`; None where that is not certain."""
    while at < len(text) and text[at] in " \n":
        at += 1
    for words in _readings(line):
        if words and lost and text.count(words, at) == 1:
            at = text.index(words, at)
        if words and text.startswith(words, at):
            return at, at + len(words)
    return None


def _readings(line: str) -> Iterator[str]:
    """Yield the forms that a raw line may have in the plain text, the most frequent first."""
    plain = " ".join(line.split())
    yield plain
    if plain[-1:] in _CUT:
        yield clean(plain[:-1]) + "-"
        yield clean(plain[:-1])
    else:
        yield clean(plain)


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
        self._read = pdfium.FPDFText_GetRect
        self._edges = (ctypes.c_double * 4)()
        size = ctypes.sizeof(ctypes.c_double)
        # In the order that pdfium asks for: left, top, right, bottom.
        shared = [ctypes.c_double.from_buffer(self._edges, size * place) for place in (0, 3, 2, 1)]
        self._targets = [ctypes.pointer(edge) for edge in shared]

    def around(self, first: int, last: int) -> Rectangle | None:
        """Return the rectangle, in points of the page, of what `first:last` shows; None for nothing."""
        start, end = first, last
        if not self._all_are_text:
            start = pdfium.FPDFText_GetCharIndexFromTextIndex(self._textpage, first)
            end = pdfium.FPDFText_GetCharIndexFromTextIndex(self._textpage, last - 1) + 1
        count = pdfium.FPDFText_CountRects(self._textpage, start, end - start) if 0 <= start < end else 0
        self._left -= max(0, count)
        if count <= 0 or self._left < 0:
            return None
        self._read(self._textpage, 0, *self._targets)
        left, bottom, right, top = self._edges
        for index in range(1, count):
            self._read(self._textpage, index, *self._targets)
            x0, y0, x1, y1 = self._edges
            left, right = x0 if x0 < left else left, x1 if x1 > right else right
            bottom, top = y0 if y0 < bottom else bottom, y1 if y1 > top else top
        return left, bottom, right, top


class _Sheet:
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

    def place(self, rectangle: Rectangle) -> Rectangle | None:
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
    return _PLACES[int(max(0.0, low) * STEPS)], _PLACES[min(STEPS, int(min(1.0, high) * STEPS) + 1)]

"""The order in which a PDF page is read, where the order in which it was drawn is clearly another one.

pdfium tells text as it was drawn. A program may draw a table from below, the boxes of a leaflet anyhow; and a page of
text that is turned clockwise is told from its end. Only then are the pieces of its lines put in order by their places:
down the columns of prose, and across the rows of all else.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from statistics import median

from indexer.document import Box
from indexer.readers.boxes import Edges

UPWARD = (4, 0.05)
"""So many lines, and this share of a page's, begin above the line before them though they are of one column."""
NEARLY_ALL = (2, 0.5)  # of a page of few lines
SHARED_WIDTH = 0.5  # of the narrower of two lines of one column
TALL = 2.0  # times as high as wide: a line that is set upwards or downwards
SHORT = 4  # characters: the parts of a formula stand anyhow
LONG = 8  # characters of a line that shows how it is set
SPACE = 0.018  # of the page's width: more is no space between two words of a line
GUTTER = 0.016  # of the page's width, without ink
PLACES = [n / 50 for n in range(12, 39)]  # where a gutter may be
COLUMN_LINES = 6
COLUMN_WORDS = 3.0  # of a line of prose, on average
FILLED = (0.5, 0.7)  # half of the lines of prose fill so much of their column: the cells of a table do not
PLAIN_WORDS = 0.6  # of the words of prose: letters only
TORN = 0.15  # of the rows of several pieces go across two texts: they are no rows
MAX_WORDS = 4_000  # a page of more is read as it was drawn

_CUT = "\ufffe"  # a hyphen of line breaking, as pdfium writes it
_WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
_LINE_END = re.compile(r"[\r\n\ufffe]")
_PLAIN = re.compile(r"[(\"“]?[^\W\d_]{2,}[.,;:)\"”]*")


@dataclass(frozen=True)
class Piece:
    """Words of a line without a wide gap: the number of the line as it was drawn, its words, their edges, its own."""

    line: int
    words: tuple[str, ...]
    places: tuple[Edges, ...]
    edges: Edges

    @property
    def middle(self) -> float:
        """Half of the way between its top and its bottom."""
        return (self.edges[1] + self.edges[3]) / 2


def is_doubtful(boxes: Sequence[Box]) -> bool:
    """Tell whether the lines of a page are worth a look at every word: drawn upwards, or not set from left to right."""
    long = [box for box in boxes if box.end - box.start >= LONG]
    tall = sum(box.bottom - box.top > TALL * (box.right - box.left) for box in long)
    return tall * 2 > len(long) or _is_upward([b[2:] for b in boxes if b.end - b.start >= SHORT])


def in_order(raw: str, place: Callable[[int, int], Edges | None]) -> "Reordered | None":
    """Return the text of a page in the order in which it is read; None where it was drawn in that order."""
    words = _words(raw, place)
    if len(words) > MAX_WORDS:
        return None
    direction = _direction(words)
    upright = [(line, text, seen, _upright(seen, direction)) for line, text, seen in words]
    pieces = list(_pieces(upright))
    if not _is_upward(_lines(pieces)):
        return None
    rows = _arranged(pieces, deep=2)
    return None if _tears_prose(rows) else Reordered(rows)


class Reordered:
    """The raw text of rows, and where its ranges are seen: called as `boxes.Places` are."""

    def __init__(self, rows: Sequence[Sequence[Piece]]) -> None:
        lines = [[word for piece in row for word in piece.words] for row in rows]
        # In the middle of a row it is a plain hyphen: the word does not go on in the next one.
        plain = [[*(word.replace(_CUT, "-") for word in line[:-1]), *line[-1:]] for line in lines]
        self.raw = "\r\n".join(map(" ".join, plain))
        self._places = [edges for row in rows for piece in row for edges in piece.places]
        self._starts = [found.start() for found in _WORD.finditer(self.raw)]

    def __call__(self, first: int, last: int) -> Edges | None:
        """Return the edges of the words in a range of the raw text."""
        found = self._places[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
        return _around(found) if found else None


def _words(raw: str, place: Callable[[int, int], Edges | None]) -> list[tuple[int, str, Edges]]:
    """Return each word with the number of its line and its place; one that is seen nowhere stays with its neighbour."""
    words: list[tuple[int, str, Edges]] = []
    line, end = 0, 0
    for found in islice(_WORD.finditer(raw), MAX_WORDS + 1):
        line += bool(_LINE_END.search(raw, max(0, end - 1), found.start()))
        end = found.end()
        edges = place(*found.span()) or (words[-1][2] if words else (0.0, 0.0, 0.0, 0.0))
        words.append((line, found.group(), edges))
    return words


def _pieces(words: Sequence[tuple[int, str, Edges, Edges]]) -> Iterator[Piece]:
    """Yield the pieces of lines; `words` come with their line, and their edges as seen and as they stand upright."""
    open_words: list[tuple[int, str, Edges, Edges]] = []
    for word in words:
        if open_words and not _goes_on(open_words[-1], word):
            yield _piece(open_words)
            open_words = []
        open_words.append(word)
    if open_words:
        yield _piece(open_words)


def _goes_on(a: tuple[int, str, Edges, Edges], b: tuple[int, str, Edges, Edges]) -> bool:
    return a[0] == b[0] and -SPACE < b[3][0] - a[3][2] < SPACE and _share_row(a[3], b[3])


def _piece(words: Sequence[tuple[int, str, Edges, Edges]]) -> Piece:
    lines, texts, seen, upright = zip(*words, strict=True)
    return Piece(lines[0], texts, seen, _around(upright))


def _lines(pieces: Sequence[Piece]) -> list[Edges]:
    lines: dict[int, list[Piece]] = {}
    for piece in pieces:
        lines.setdefault(piece.line, []).append(piece)
    long = [line for line in lines.values() if sum(len(word) for piece in line for word in piece.words) >= SHORT]
    return [_around([piece.edges for piece in line]) for line in long]


def _is_upward(lines: Sequence[Edges]) -> bool:
    upward = sum(b[3] <= a[1] + (a[3] - a[1]) / 5 and _share_width(a, b) for a, b in pairwise(lines))
    return any(upward >= count and upward >= share * len(lines) for count, share in (UPWARD, NEARLY_ALL))


def _share_width(a: Edges, b: Edges) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > SHARED_WIDTH * min(a[2] - a[0], b[2] - b[0])


def _share_row(a: Edges, b: Edges) -> bool:
    """Tell whether two stand on one row; a dash or a dot is inside of the height of a word."""
    return min(a[3], b[3]) - max(a[1], b[1]) >= min(a[3] - a[1], b[3] - b[1]) / 2


def _around(edges: Sequence[Edges]) -> Edges:
    left, top, right, bottom = zip(*edges, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _direction(words: Sequence[tuple[int, str, Edges]]) -> str:
    """Return where the words of a line follow each other: right, left, up or down."""
    steps = Counter({"right": 0})
    for (line, _, a), (other, _, b) in pairwise(words):
        if line == other:
            across, along = b[0] - a[0], b[1] - a[1]
            wide = abs(across) > abs(along)
            steps[("right" if across > 0 else "left") if wide else ("down" if along > 0 else "up")] += 1
    return steps.most_common(1)[0][0]


def _upright(edges: Edges, direction: str) -> Edges:
    """Return the edges on the page turned so that its lines run from left to right."""
    left, top, right, bottom = edges
    if direction == "down":
        return top, 1 - right, bottom, 1 - left
    if direction == "up":
        return 1 - bottom, left, 1 - top, right
    return (1 - right, 1 - bottom, 1 - left, 1 - top) if direction == "left" else edges


def _arranged(pieces: Sequence[Piece], deep: int) -> list[list[Piece]]:
    """Return rows of pieces: those above two columns, the left column, the right one, and those below."""
    found = _columns(pieces) if deep else None
    if found is None:
        return list(_rows(pieces))
    gutter, (top, bottom) = found
    inside = [piece for piece in pieces if top <= piece.middle <= bottom]
    return [
        *_arranged([piece for piece in pieces if piece.middle < top], deep - 1),
        *_arranged([piece for piece in inside if piece.edges[0] < gutter], deep - 1),
        *_arranged([piece for piece in inside if piece.edges[0] >= gutter], deep - 1),
        *_arranged([piece for piece in pieces if piece.middle > bottom], deep - 1),
    ]


def _tears_prose(rows: Sequence[Sequence[Piece]]) -> bool:
    """Tell whether rows go across texts that stand side by side, whose lines follow each other as they were drawn."""
    wide = [row for row in rows if len(row) > 1]
    torn = sum(sum(_plain_words(piece.words) >= COLUMN_WORDS for piece in row) > 1 for row in wide)
    return torn > TORN * len(wide)


def _plain_words(words: Sequence[str]) -> int:
    return sum(bool(_PLAIN.fullmatch(word)) for word in words)


def _rows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the rows from the top down, the pieces of each from the left."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.middle, p.edges)):
        if row and not _share_row(row[0].edges, piece.edges):
            yield sorted(row, key=lambda p: p.edges)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda p: p.edges)


def _columns(pieces: Sequence[Piece]) -> tuple[float, tuple[float, float]] | None:
    """Return the gutter between two columns of prose, and from where to where it reaches down; None without any."""
    found = [(bottom - top, -abs(x - 0.5), x, (top, bottom)) for x in PLACES for top, bottom in _free_bands(pieces, x)]
    for _, _, x, band in sorted(found, reverse=True):
        inside = [piece for piece in pieces if band[0] <= piece.middle <= band[1]]
        left = [piece for piece in inside if piece.edges[0] < x]
        if _is_prose(left) and _is_prose([piece for piece in inside if piece.edges[0] >= x]):
            return x, band
    return None


def _free_bands(pieces: Sequence[Piece], x: float) -> Iterator[tuple[float, float]]:
    """Yield the stretches, several lines high, in which no ink is near this place between left and right."""
    over = sorted(p.middle for p in pieces if p.edges[0] - GUTTER / 2 < x < p.edges[2] + GUTTER / 2)
    least = COLUMN_LINES * median([p.edges[3] - p.edges[1] for p in pieces] or [1.0])
    for above, below in pairwise([-1.0, *over, 2.0]):
        inside = [p.middle for p in pieces if above < p.middle < below]
        if inside and max(inside) - min(inside) >= least:
            yield min(inside), max(inside)


def _is_prose(pieces: Sequence[Piece]) -> bool:
    rows = [_around([piece.edges for piece in row]) for row in _rows(pieces)]
    if len(rows) < COLUMN_LINES:
        return False
    words = [word for piece in pieces for word in piece.words]
    left, _, right, _ = _around(rows)
    filled = sum(row[2] - row[0] >= FILLED[1] * (right - left) for row in rows)
    return (
        len(words) >= COLUMN_WORDS * len(rows)
        and filled >= FILLED[0] * len(rows)
        and _plain_words(words) >= PLAIN_WORDS * len(words)
    )

"""Tables that a page draws with rules, and the symbols drawn in their cells."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from indexer.document import PageRead
from indexer.fields.tables import Ruled
from indexer.readers.clean import clean
from indexer.readers.pdf import opened

_WANTED = re.compile(
    r"(mutu\s+baku|baku\s+mutu|pelaksana)(?=.{0,400}\bwaktu\b)|(posisi|personel|personil|tenaga ahli).{0,60}"
    r"(kualifikasi|pendidikan|sertifikat)",
    re.IGNORECASE | re.DOTALL,
)
MAX_PAGES = 30  # whose drawings are looked at
THIN = 2.5  # points: a drawn path that is no thicker is a rule
NEAR = 3.0  # points between ends that are meant to meet
MIN_RULE = 6.0
MIN_SYMBOL = 5.0
MIN_CELLS = 6
MAX_OBJECTS = 20_000  # of a page
MAX_ROWS = 200
MAX_COLUMNS = 60
FORM_DEPTH = 3


class _Path(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float

    @property
    def flat(self) -> bool:
        return self.top - self.bottom <= THIN and self.right - self.left >= MIN_RULE

    @property
    def upright(self) -> bool:
        return self.right - self.left <= THIN and self.top - self.bottom >= MIN_RULE


class _Rules(NamedTuple):
    """The edges of columns from the left and of rows from the top, and the rules that lie on them."""

    columns: list[float]
    rows: list[float]
    flat: list[_Path]
    upright: list[_Path]

    def parts(self, row: int, column: int) -> bool:
        """Tell whether a rule stands between a cell of a row and the next one to the right."""
        edge, middle = self.columns[column + 1], (self.rows[row] + self.rows[row + 1]) / 2
        return any(abs(p.left - edge) <= NEAR + THIN and p.bottom <= middle <= p.top for p in self.upright)

    def ends(self, row: int, column: int) -> bool:
        """Tell whether a rule lies between a cell and the one below it."""
        edge, middle = self.rows[row + 1], (self.columns[column] + self.columns[column + 1]) / 2
        return any(abs(p.top - edge) <= NEAR + THIN and p.left <= middle <= p.right for p in self.flat)


def read_ruled(path: Path, pages: Sequence[PageRead]) -> list[Ruled]:
    """Return the tables of the pages that speak of steps or of people; a page that cannot be taken apart has none."""
    wanted = [page for page in pages if page.page and _WANTED.search(page.text)][:MAX_PAGES]
    if not wanted:
        return []
    document = opened(path)
    return [table for page in wanted if (table := _table(document, page))]


def _table(document: pypdfium2.PdfDocument, page: PageRead) -> Ruled | None:
    try:
        return ruled_tables(document, page)
    except pypdfium2.PdfiumError:
        return None


def ruled_tables(document: pypdfium2.PdfDocument, page: PageRead) -> Ruled | None:
    """Return the ruled tables of a page as one grid, None where no rules cross. A merged cell is its top left one."""
    drawn = document[(page.page or 1) - 1]
    objects = islice(drawn.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=FORM_DEPTH), MAX_OBJECTS)
    paths = [_Path(*o.get_bounds()) for o in objects]
    rules = _rules(paths)
    if not (2 < len(rules.columns) <= MAX_COLUMNS and 2 < len(rules.rows) <= MAX_ROWS):
        return None
    words = drawn.get_textpage()
    owners, texts = _cells(rules), {}
    for (row, column), (below, right) in owners.items():
        box = (rules.columns[column], rules.rows[below + 1], rules.columns[right + 1], rules.rows[row])
        texts[row, column] = _text(words, box)
    cells = tuple(
        tuple(texts.get((row, column), "") for column in range(len(rules.columns) - 1))
        for row in range(len(rules.rows) - 1)
    )
    return Ruled(page, cells, frozenset(_marks(paths, rules.columns, rules.rows)))


def _cells(rules: _Rules) -> dict[tuple[int, int], tuple[int, int]]:
    """Return each cell by its top left place in the grid, with the last row and the last column that it takes up."""
    taken: set[tuple[int, int]] = set()
    cells = {}
    for row in range(len(rules.rows) - 1):
        for column in range(len(rules.columns) - 1):
            if (row, column) in taken:
                continue
            right, below = column, row
            while right < len(rules.columns) - 2 and not rules.parts(row, right):
                right += 1
            while below < len(rules.rows) - 2 and not rules.ends(below, column):
                below += 1
            cells[row, column] = (below, right)
            taken |= {(r, c) for r in range(row, below + 1) for c in range(column, right + 1)}
    return cells


def _rules(paths: Sequence[_Path]) -> _Rules:
    """Return the rules of the tables: those between columns end on those between rows, and the other way round.

    The arrows of a flowchart do not.
    """
    paths = [*paths, *_sides(paths)]
    flat = [p for p in paths if p.flat]
    heights = _merged([p.top for p in flat])
    upright = [p for p in paths if p.upright and _close(p.top, heights) and _close(p.bottom, heights)]
    columns = _merged([p.left for p in upright])
    flat = [p for p in flat if _close(p.left, columns) and _close(p.right, columns)]
    return _Rules(columns, _merged([p.top for p in flat])[::-1], flat, upright)


def _sides(paths: Sequence[_Path]) -> list[_Path]:
    """Return the sides of boxes that touch each other at both ends, as cells do and symbols do not."""
    boxes = [p for p in paths if not p.flat and not p.upright]
    lefts, tops = _merged([b.left for b in boxes]), _merged([b.top for b in boxes])
    cells = [b for b in boxes if _close(b.right, lefts) and _close(b.bottom, tops)]
    if len(cells) < MIN_CELLS:
        return []
    sides = ((b.left, b.top, b.right, b.top) for b in cells), ((b.left, b.bottom, b.right, b.bottom) for b in cells)
    ends = ((b.left, b.bottom, b.left, b.top) for b in cells), ((b.right, b.bottom, b.right, b.top) for b in cells)
    return [_Path(*side) for group in (*sides, *ends) for side in group]


def _merged(values: Sequence[float]) -> list[float]:
    """Return the values in order, those that are meant to be one only once."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > NEAR:
            kept.append(value)
    return kept


def _close(value: float, edges: Sequence[float]) -> bool:
    at = bisect_right(edges, value)
    return any(abs(edge - value) <= NEAR for edge in edges[max(at - 1, 0) : at + 1])


def _marks(paths: Sequence[_Path], columns: Sequence[float], rows: Sequence[float]) -> set[tuple[int, int]]:
    """Return the cells that hold a symbol whole: arrows cross from one row into another."""
    marks = set()
    heights = [-edge for edge in rows]
    for path in paths:
        small = path.right - path.left < MIN_SYMBOL or path.top - path.bottom < MIN_SYMBOL
        column = bisect_right(columns, (path.left + path.right) / 2) - 1
        row = bisect_right(heights, -(path.top + path.bottom) / 2) - 1
        if small or not 0 <= column < len(columns) - 1 or not 0 <= row < len(rows) - 1:
            continue
        room = (rows[row + 1] + 1 < path.bottom, path.top < rows[row] - 1)
        if all(room) and columns[column] - NEAR <= path.left and path.right <= columns[column + 1] + NEAR:
            marks.add((row, column))
    return marks


def _text(words: pypdfium2.PdfTextPage, cell: tuple[float, float, float, float]) -> str:
    left, bottom, right, top = cell
    return " ".join(clean(words.get_text_bounded(left, bottom, right, top)).split())

"""Tables that a page draws with rules, and the symbols drawn in their cells."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

import pypdfium2

from indexer.document import PageRead
from indexer.fields.tables import Ruled
from indexer.readers.clean import clean
from indexer.readers.paths import Drawn, drawn_paths
from indexer.readers.pdf import opened
from indexer.readers.rules import NEAR, cells_of, rules_of

_WANTED = re.compile(
    r"(mutu\s+baku|baku\s+mutu|pelaksana)(?=.{0,400}\bwaktu\b)|(posisi|personel|personil|tenaga ahli).{0,60}"
    r"(kualifikasi|pendidikan|sertifikat)",
    re.IGNORECASE | re.DOTALL,
)
MAX_PAGES = 30  # whose drawings are looked at
MIN_SYMBOL = 5.0
MAX_ROWS = 200
MAX_COLUMNS = 60


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
    paths = drawn_paths(drawn)
    rules = rules_of(paths)
    if not (2 < len(rules.columns) <= MAX_COLUMNS and 2 < len(rules.rows) <= MAX_ROWS):
        return None
    words = drawn.get_textpage()
    owners, texts = cells_of(rules), {}
    for (row, column), (below, right) in owners.items():
        box = (rules.columns[column], rules.rows[below + 1], rules.columns[right + 1], rules.rows[row])
        texts[row, column] = _text(words, box)
    cells = tuple(
        tuple(texts.get((row, column), "") for column in range(len(rules.columns) - 1))
        for row in range(len(rules.rows) - 1)
    )
    return Ruled(page, cells, frozenset(_marks(paths, rules.columns, rules.rows)))


def _marks(paths: Sequence[Drawn], columns: Sequence[float], rows: Sequence[float]) -> set[tuple[int, int]]:
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

"""The flow tables of workbooks: cells as a grid, and the symbols that are drawn over them."""

import re
import zipfile
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from indexer.document import PageRead
from indexer.fields.tables import Ruled
from indexer.readers.table import Grid
from indexer.readers.xlsx import Workbook

EMU_PIXEL, EMU_POINT = 9_525, 12_700
MAX_COLUMNS = 60
MAX_ROWS = 400
MAX_SYMBOLS = 2_000
MAX_SPAN = {"grpSp": 2, "pic": 1}  # columns that what is no plain shape may lie over and still be one symbol
_WANTED = re.compile(r"(mutu\s+baku|baku\s+mutu|pelaksana)(?=.{0,600}\bwaktu\b)", re.IGNORECASE | re.DOTALL)
_NO_SYMBOL = re.compile(
    r"line|homeplate|flowchartoffpageconnector|.*connector\d?|.*arrow|.*callout.*|.*bracket|.*brace", re.IGNORECASE
)


class _Sizes(NamedTuple):
    """Where the columns and the rows of a sheet begin, in EMU."""

    columns: list[float]
    rows: list[float]


def read_drawn(path: Path, pages: Sequence[PageRead]) -> list[Ruled]:
    """Return the sheets that hold steps, each as one table with its symbols."""
    wanted = {at for at, page in enumerate(pages) if _WANTED.search(page.text)}
    if not wanted:
        return []
    with zipfile.ZipFile(path) as archive:
        book = Workbook(archive)
        sheets = [(book.grid(sheet), sheet.part, pages[at]) for at, sheet in enumerate(book.sheets) if at in wanted]
        return [_table(grid, _symbols(book, part), page) for grid, part, page in sheets]


def _table(grid: Grid, symbols: Sequence[tuple[int, int]], page: PageRead) -> Ruled:
    rows = grid.rows[:MAX_ROWS]
    cells = tuple(tuple(row.get(column, "") for column in range(1, MAX_COLUMNS + 1)) for _, row in rows)
    numbers = tuple(number for number, _ in rows)
    index = {number: at for at, number in enumerate(numbers)}
    tops = {row: merge.top for merge in grid.merges if merge.left <= 2 for row in _below(merge.top, merge.bottom)}
    marks = {(index[tops.get(row, row)], column - 1) for row, column in symbols if tops.get(row, row) in index}
    return Ruled(page, cells, frozenset(marks), numbers)


def _below(top: int, bottom: int) -> range:
    return range(top + 1, min(bottom, top + MAX_ROWS) + 1)


def _symbols(book: Workbook, part: str) -> list[tuple[int, int]]:
    """Return the row and the column, from 1, over which the middle of each symbol lies."""
    drawings = [book.tree(d) for d in book.related(part, "/drawing").values() if book.holds(d)]
    anchors = [a for d in drawings for a in d if _is_symbol(a)][:MAX_SYMBOLS]
    if not anchors:
        return []
    sizes = _sizes(book, part)
    return [cell for anchor in anchors for cell in _cell(anchor, sizes)]


def _is_symbol(anchor: etree._Element) -> bool:
    """Tell whether an anchor holds a shape that is no text box, line, arrow or sign of another page, or a picture."""
    if anchor.find("{*}pic") is not None:
        return True
    shapes = list(anchor.iterfind(".//{*}sp"))
    return any(not _is_text_box(shape) and not _NO_SYMBOL.fullmatch(_form(shape)) for shape in shapes)


def _is_text_box(shape: etree._Element) -> bool:
    return any(p.get("txBox") in {"1", "true"} for p in shape.iterfind(".//{*}cNvSpPr"))


def _form(shape: etree._Element) -> str:
    form = shape.find(".//{*}prstGeom")
    return (form.get("prst") or "") if form is not None else ""


def _cell(anchor: etree._Element, sizes: _Sizes) -> Iterator[tuple[int, int]]:
    begin, end, size = (anchor.find(f"{{*}}{name}") for name in ("from", "to", "ext"))
    if begin is None:
        return
    left, top = _point(begin, sizes)
    if end is not None:
        if _number(end, "col") - _number(begin, "col") >= _most_columns(anchor):
            return
        right, bottom = _point(end, sizes)
    elif size is not None:
        right, bottom = left + float(size.get("cx") or 0), top + float(size.get("cy") or 0)
    else:
        return
    yield bisect_right(sizes.rows, (top + bottom) / 2), bisect_right(sizes.columns, (left + right) / 2)


def _most_columns(anchor: etree._Element) -> int:
    return next((most for name, most in MAX_SPAN.items() if anchor.find(f"{{*}}{name}") is not None), MAX_COLUMNS)


def _point(corner: etree._Element, sizes: _Sizes) -> tuple[float, float]:
    column, row = _number(corner, "col"), _number(corner, "row")
    return (
        sizes.columns[min(column, len(sizes.columns) - 1)] + _number(corner, "colOff"),
        sizes.rows[min(row, len(sizes.rows) - 1)] + _number(corner, "rowOff"),
    )


def _number(element: etree._Element, name: str) -> int:
    text = (element.findtext(f"{{*}}{name}") or "").strip()
    return int(text) if text.lstrip("-").isdigit() else 0


def _sizes(book: Workbook, part: str) -> _Sizes:
    """Return where columns and rows begin; what has no size of its own has the sheet's."""
    widths: dict[int, float] = {}
    heights: dict[int, float] = {}
    width, height = 9.14, 15.0
    for element in book.stream(part, "sheetFormatPr", "col", "row"):
        if element.tag.endswith("sheetFormatPr"):
            width, height = _size(element, "defaultColWidth", width), _size(element, "defaultRowHeight", height)
        elif element.tag.endswith("row"):
            heights[int(element.get("r") or 0)] = _size(element, "ht", height)
        else:
            last = min(int(element.get("max") or 0), MAX_COLUMNS)
            widths |= dict.fromkeys(range(int(element.get("min") or 1), last + 1), _size(element, "width", width))
    return _Sizes(
        _starts({at: (chars * 7 + 5) * EMU_PIXEL for at, chars in widths.items()}, (width * 7 + 5) * EMU_PIXEL),
        _starts({at: points * EMU_POINT for at, points in heights.items()}, height * EMU_POINT),
    )


def _size(element: etree._Element, name: str, default: float) -> float:
    """Return a size; a hidden row or column has none."""
    if element.get("hidden") in {"1", "true"}:
        return 0.0
    try:
        return float(element.get(name) or default)
    except ValueError:
        return default


def _starts(sizes: Mapping[int, float], default: float) -> list[float]:
    return [0.0, *accumulate(sizes.get(at, default) for at in range(1, MAX_ROWS + 1))]

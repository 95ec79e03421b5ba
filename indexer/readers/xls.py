"""XLS (Excel 97 to 2003, and 5), read by xlrd."""

from collections.abc import Iterator
from pathlib import Path

import xlrd
from xlrd.biffh import (
    XL_CELL_BLANK,
    XL_CELL_BOOLEAN,
    XL_CELL_DATE,
    XL_CELL_EMPTY,
    XL_CELL_ERROR,
    XL_CELL_NUMBER,
    error_text_from_code,
)
from xlrd.book import Book
from xlrd.sheet import Cell, Sheet

from indexer.document import PageRead
from indexer.limits import current, over
from indexer.readers.clean import one_line
from indexer.readers.numbers import show_number
from indexer.readers.page import Reading
from indexer.readers.reasons import refusal
from indexer.readers.table import Grid, Merge, read_grid


def read_xls(path: Path, _max_pages: int) -> Reading:
    """Return one page for each worksheet and an empty title."""
    size = path.stat().st_size / (1 << 20)
    if size > current().old_workbook_mb:  # xlrd holds it in memory, about eight times its size
        raise over("old_workbook_mb", size)
    try:
        book = xlrd.open_workbook(str(path), formatting_info=True, on_demand=True, ragged_rows=True)
    except xlrd.XLRDError as error:
        raise refusal("encrypted" if "encrypted" in str(error) else "corrupt") from error
    with book:
        return Reading(tuple(_sheet(book, index) for index in range(book.nsheets)))


def _sheet(book: Book, index: int) -> PageRead:
    sheet = book.sheet_by_index(index)
    rows = [(number + 1, dict(_row(book, sheet, number))) for number in range(sheet.nrows)]
    filled = sum(len(cells) for _, cells in rows)
    if filled > current().cells:
        raise over("cells", filled)
    merges = [Merge(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]
    page = read_grid(Grid(one_line(sheet.name), [r for r in rows if r[1]], merges, []))
    book.unload_sheet(index)
    return page


def _row(book: Book, sheet: Sheet, number: int) -> Iterator[tuple[int, str]]:
    for column, cell in enumerate(sheet.row(number), 1):
        if cell.ctype not in {XL_CELL_EMPTY, XL_CELL_BLANK}:
            text = _text(book, cell)
            if text:
                yield column, text


def _text(book: Book, cell: Cell) -> str:
    if cell.ctype in {XL_CELL_NUMBER, XL_CELL_DATE}:
        code = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
        return show_number(repr(cell.value), code, mac_dates=bool(book.datemode))
    if cell.ctype == XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == XL_CELL_ERROR:
        return str(error_text_from_code.get(cell.value, ""))
    return one_line(str(cell.value))

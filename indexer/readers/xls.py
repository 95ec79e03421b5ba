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
    written = [row for row in rows if row[1]]
    page = read_grid(Grid(one_line(sheet.name), written, merges, (), _stored(sheet, written), *_hidden(sheet)))
    book.unload_sheet(index)
    return page


def _stored(sheet: Sheet, rows: list[tuple[int, dict[int, str]]]) -> frozenset[tuple[int, int]]:
    """Return the places of numbers with decimals."""
    return frozenset(
        (number, column)
        for number, cells in rows
        for column, text in cells.items()
        if "." in text and sheet.cell_type(number - 1, column - 1) == XL_CELL_NUMBER
    )


def _hidden(sheet: Sheet) -> tuple[frozenset[int], frozenset[int], bool]:
    """Return the hidden rows and columns, and whether the sheet is hidden as a whole."""
    rows = frozenset(number + 1 for number, row in sheet.rowinfo_map.items() if row.hidden)
    columns = frozenset(number + 1 for number, column in sheet.colinfo_map.items() if column.hidden)
    return rows, columns, bool(sheet.visibility)


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

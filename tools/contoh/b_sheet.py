"""Write one inventory form into a worksheet: titles, merged headers, column numbers, subtotals, signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

MARK = "DOKUMEN CONTOH – bukan dokumen resmi"
HEADER_ROWS = 3
Cell = str | int | float | None
Head = tuple[str, ...]

_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY = PatternFill("solid", fgColor="D9D9D9")
_PALE = PatternFill("solid", fgColor="F2F2F2")
_CENTER = Alignment(horizontal="center", vertical="center", wrap_text=True)
_WRAP = Alignment(vertical="top", wrap_text=True)


@dataclass(frozen=True)
class Section:
    """Rows that belong to one unit or place, with the words of their subtotal row."""

    title: str
    rows: Sequence[Sequence[Cell]]
    subtotal: str = ""


@dataclass(frozen=True)
class Form:
    """One form: `heads` gives each column's header from top to bottom, at most three levels."""

    titles: Sequence[str]
    heads: Sequence[Head]
    widths: Sequence[int]
    sections: Sequence[Section]
    sum_column: int | None = None
    total: str = "JUMLAH SELURUHNYA"
    facts: Sequence[tuple[str, str]] = ()
    notes: Sequence[str] = ()
    signs: Sequence[tuple[str, str, str, str]] = ()
    number_formats: dict[int, str] = field(default_factory=dict)


def write_form(sheet: Worksheet, form: Form) -> None:
    """Fill `sheet` with `form`, ready to print in landscape."""
    _page(sheet, form)
    row = _titles(sheet, form)
    top = row
    row = _header(sheet, form, row)
    sheet.freeze_panes = f"A{row}"
    sheet.print_title_rows = f"{top}:{row - 1}"
    row = _body(sheet, form, row)
    row = _notes(sheet, form, row + 1)
    _signatures(sheet, form, row + 1)


def _page(sheet: Worksheet, form: Form) -> None:
    for index, width in enumerate(form.widths, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = MARK
    sheet.oddFooter.right.text = "&P dari &N"


def _wide(sheet: Worksheet, form: Form, row: int, text: str) -> None:
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(form.heads))
    sheet.cell(row, 1, text)


def _titles(sheet: Worksheet, form: Form) -> int:
    _wide(sheet, form, 1, MARK)
    sheet.cell(1, 1).font = Font(italic=True, color="C00000")
    row = 2
    for title in form.titles:
        _wide(sheet, form, row, title)
        sheet.cell(row, 1).font = Font(bold=True, size=13)
        sheet.cell(row, 1).alignment = _CENTER
        row += 1
    row += 1
    for name, value in form.facts:
        _wide(sheet, form, row, f"{name} : {value}")
        row += 1
    return row + 1


def _spans(heads: Sequence[Head]) -> Iterator[tuple[int, int, int, int, str]]:
    """Yield (level, first column, last level, last column, text) of each header cell, all from 0."""
    for level in range(HEADER_ROWS):
        column = 0
        while column < len(heads):
            if len(heads[column]) <= level:
                column += 1
                continue
            last, prefix = column, heads[column][: level + 1]
            while last + 1 < len(heads) and heads[last + 1][: level + 1] == prefix:
                last += 1
            bottom = level if any(len(h) > level + 1 for h in heads[column : last + 1]) else HEADER_ROWS - 1
            yield level, column, bottom, last, prefix[-1]
            column = last + 1


def _header(sheet: Worksheet, form: Form, row: int) -> int:
    for level, left, bottom, right, text in _spans(form.heads):
        sheet.cell(row + level, left + 1, text)
        if (level, left) != (bottom, right):
            sheet.merge_cells(start_row=row + level, start_column=left + 1, end_row=row + bottom, end_column=right + 1)
    numbers = row + HEADER_ROWS
    for column in range(1, len(form.heads) + 1):
        sheet.cell(numbers, column, column)
        for line in range(row, numbers + 1):
            cell = sheet.cell(line, column)
            cell.border, cell.fill, cell.alignment = _BOX, _GREY, _CENTER
            cell.font = Font(bold=line < numbers, italic=line == numbers, size=9)
    return numbers + 1


def _body(sheet: Worksheet, form: Form, row: int) -> int:
    number, grand = 0, 0
    for section in form.sections:
        if section.title:
            row = _band(sheet, form, row, section.title, None)
        for values in section.rows:
            number += 1
            _data(sheet, form, row, [number, *values])
            row += 1
        if form.sum_column is not None:
            part = sum(_number(values[form.sum_column - 2]) for values in section.rows)
            grand += part
            if section.subtotal:
                row = _band(sheet, form, row, section.subtotal, part)
    if form.sum_column is not None:
        row = _band(sheet, form, row, form.total, grand)
    return row


def _number(value: Cell) -> int:
    return value if isinstance(value, int) else 0


def _data(sheet: Worksheet, form: Form, row: int, values: Sequence[Cell]) -> None:
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column, value)
        cell.border, cell.alignment, cell.font = _BOX, _WRAP, Font(size=9)
        if column in form.number_formats:
            cell.number_format = form.number_formats[column]


def _band(sheet: Worksheet, form: Form, row: int, text: str, value: int | None) -> int:
    last = len(form.heads) if value is None else (form.sum_column or 2) - 1
    sheet.cell(row, 1, text)
    for column in range(1, len(form.heads) + 1):
        cell = sheet.cell(row, column)
        cell.border, cell.fill, cell.font = _BOX, _PALE, Font(bold=True, size=9)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    if value is not None and form.sum_column is not None:
        cell = sheet.cell(row, form.sum_column, value)
        cell.number_format = form.number_formats.get(form.sum_column, "#,##0")
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)
    return row + 1


def _notes(sheet: Worksheet, form: Form, row: int) -> int:
    for note in form.notes:
        _wide(sheet, form, row, note)
        sheet.cell(row, 1).alignment = _WRAP
        width = sum(form.widths)
        sheet.row_dimensions[row].height = 15 * (1 + len(note) // max(width, 1))
        row += 1
    return row


def _signatures(sheet: Worksheet, form: Form, row: int) -> None:
    columns = (2, max(3, len(form.heads) - 4))
    if len(form.signs) == 1:
        columns = columns[1:]
    for column, (place, post, name, nip) in zip(columns, form.signs, strict=False):
        lines = (place, post, None, None, name, f"NIP {nip}")
        for offset, text in enumerate(lines):
            sheet.cell(row + offset, column, text).font = Font(size=10, underline="single" if text == name else None)

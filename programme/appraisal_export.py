"""One appraisal as a table for spreadsheets: each indicator with its values, reasons and evidence as they are seen."""

import csv
import io
from collections.abc import Iterator

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from programme.appraisal_sheet import Sheet
from programme.appraisal_values import Given
from programme.exporting import safe

HEADS = (
    *("dimensi", "indikator", "nama", "sumber", "sistem", "mandiri", "alasan mandiri", "verifikasi"),
    *("alasan verifikasi", "panel", "alasan panel", "setelah keberatan", "bukti"),
)


def rows(sheet: Sheet) -> Iterator[list[str]]:
    """Yield the heading, then a row for each indicator; no cell is one that a spreadsheet program would compute."""
    yield list(HEADS)
    for dimension in sheet.instrument.dimensions:
        for indicator in dimension.indicators:
            line = sheet.lines[indicator.code]
            files = [f"{one.name} (level {one.level})" for one in sheet.evidence if one.indicator == indicator.code]
            cells = [
                *(dimension.code, indicator.code, indicator.name, indicator.source, _value(line.computed)),
                *(_value(line.own), _reason(line.own), _value(line.verified), _reason(line.verified)),
                *(_value(line.decided), _reason(line.decided), _value(line.changed), "; ".join(files)),
            ]
            yield [safe(cell) for cell in cells]


def as_csv(sheet: Sheet) -> bytes:
    """Return the table as CSV in UTF-8 with a mark, by which spreadsheet programs know it."""
    with io.StringIO(newline="") as made:
        csv.writer(made, lineterminator="\r\n").writerows(rows(sheet))
        return made.getvalue().encode("utf-8-sig", "replace")


def as_workbook(sheet: Sheet) -> bytes:
    """Return the table as a workbook of one sheet; every cell is text."""
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("Penilaian")
    for row in rows(sheet):
        page.append([ILLEGAL_CHARACTERS_RE.sub("\ufffd", cell) for cell in row])
    with io.BytesIO() as made:
        book.save(made)
        return made.getvalue()


def _value(given: Given | None) -> str:
    if given is None:
        return ""
    return "N/A" if given.value is None else str(given.value)


def _reason(given: Given | None) -> str:
    return given.reason if given else ""

"""Tables for spreadsheet programs: every cell is text, and none is one that such a program would compute."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

import openpyxl

Row = Sequence[str]
LONGEST = 32_767
"""Characters that a cell of a workbook takes."""
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 file holds (section 2.2, Char); openpyxl's own lets surrogates, U+FFFE and U+FFFF through."""
_COMPUTED = re.compile(r"'*[=+\-@\t\r]")


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet program computes: a quote stands before the sign that would make it do so."""
    return f"'{cell}" if _COMPUTED.match(cell) else cell


def as_csv(rows: Iterable[Row]) -> bytes:
    """Return rows as CSV in UTF-8 with a mark, by which spreadsheet programs know it."""
    with io.StringIO(newline="") as made:
        csv.writer(made, lineterminator="\r\n").writerows([safe(cell) for cell in row] for row in rows)
        return made.getvalue().encode("utf-8-sig", "replace")


def as_workbook(sheets: Mapping[str, Iterable[Row]]) -> bytes:
    """Return a workbook of these sheets by their names."""
    book = openpyxl.Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([_NOT_IN_XML.sub("\ufffd", safe(cell))[:LONGEST] for cell in row])
    with io.BytesIO() as made:
        book.save(made)
        return made.getvalue()

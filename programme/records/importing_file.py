"""A file that is imported, CSV or XLSX, as rows of text; what a workbook may cost is bounded before it is opened."""

import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from catalog import csv_file
from catalog.errors import RujukanError

MOST_BYTES = 20 << 20
MOST_ROWS = 50_000
_UNPACKED = 64 << 20  # bytes of all parts of a workbook: as objects they are several times as much
_PARTS = 1_000
_COLUMNS = 64
_FORM = csv_file.Form("berkas", "bad_import", (), ())
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, InvalidFileException, ParseError),
    *(KeyError, ValueError, TypeError, IndexError, AttributeError),  # what openpyxl stumbles over
)

FORMULA = "\0="
"""Stands for a cell that a spreadsheet program would compute."""
Line = tuple[int, list[str]]
"""The number of a row as spreadsheet programs count, and its cells."""


@dataclass(frozen=True)
class Table:
    """The heading of a file, and its rows that are not blank."""

    heading: Line
    rows: tuple[Line, ...]


def read(content: bytes, sheet: str) -> Table:
    """Return the rows of a file, of a workbook those of the named sheet, or its first one where it has none so called.

    RujukanError `bad_import` if it is too large, or neither CSV in UTF-8 nor a workbook.
    """
    if len(content) > MOST_BYTES:
        raise _refused(f"Berkas lebih besar dari {MOST_BYTES >> 20} MiB. Pecah menjadi beberapa berkas.")
    found = _workbook(content, sheet) if content.startswith(b"PK\x03\x04") else csv_file.lines(_text(content), _FORM)
    lines = ((number, [_said(cleaned(cell)) if cell else "" for cell in cells]) for number, cells in found)
    kept = (line for line in lines if any(line[1]))
    heading = next(kept, None)
    if heading is None:
        raise _refused("Berkas ini kosong. Baris pertamanya harus berisi judul kolom.")
    rows = list[Line]()
    for line in kept:
        if len(rows) == MOST_ROWS:
            raise _refused(f"Berkas memuat lebih dari {MOST_ROWS} baris. Pecah menjadi beberapa berkas.")
        rows.append(line)
    return Table(heading, tuple(rows))


def cleaned(cell: str) -> str:
    """Return a text as it is kept: NFC, without blanks around its lines and signs that control a terminal."""
    text = unicodedata.normalize("NFC", cell)
    if text.isprintable():
        return " ".join(text.split())
    text = "".join(sign for sign in text if sign.isspace() or _is_text(sign))
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def _said(cell: str) -> str:
    """Return a cell without the sign that an export put before what would be computed; FORMULA for what would be."""
    if cell.startswith("="):
        return FORMULA
    return cell[1:] if _GUARDED.match(cell) else cell


def _is_text(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cs", "Cn")


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(
            "Berkas ini bukan CSV UTF-8 dan bukan buku kerja XLSX. Simpan ulang sebagai salah satunya."
        ) from (error)


def _workbook(content: bytes, sheet: str) -> Iterator[tuple[int, list[str]]]:
    try:
        _check_parts(content)
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        chosen = book[sheet] if sheet in book.sheetnames else book.worksheets[0]
        chosen.reset_dimensions()
        for number, cells in enumerate(chosen.iter_rows(max_col=_COLUMNS, values_only=True), 1):
            yield number, [_shown(value) for value in cells] if set(cells) != {None} else []
    except _BROKEN as error:
        raise _refused("Buku kerja ini tidak terbaca. Simpan ulang sebagai XLSX atau CSV UTF-8.") from error


def _check_parts(content: bytes) -> None:
    """Refuse a workbook that unpacks to too much; zipfile stops reading a part at the size that it declares."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > _PARTS or sum(part.file_size for part in parts) > _UNPACKED:
            raise _refused(f"Buku kerja ini lebih dari {_UNPACKED >> 20} MiB setelah diurai. Simpan sebagai CSV.")
        for part in parts:
            with archive.open(part) as file:
                if b"<!DOCTYPE" in file.read(4096):
                    raise zipfile.BadZipFile


def _shown(value: object) -> str:
    """Return what a cell holds as people type it; a formula begins with its sign."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return str(int(value)) if float(value).is_integer() else str(value).replace(".", ",")
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value).isoformat()
    return value.isoformat() if isinstance(value, date | time) else "="


def _refused(message: str) -> RujukanError:
    return RujukanError("bad_import", message)

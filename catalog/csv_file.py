"""A CSV file as spreadsheet programs save it: UTF-8 with or without a mark, commas or semicolons, named columns."""

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.errors import RujukanError

Row = dict[str, str | None]
"""Cells by column; None for one that is missing, and under the key None what stands beyond the columns."""


@dataclass(frozen=True)
class Form:
    """What such a file is called in messages, the code of its errors, and the columns it may and must have."""

    name: str
    code: str
    columns: Collection[str]
    needed: Collection[str]


def rows(place: Path, form: Form) -> Iterator[tuple[int, Row]]:
    """Yield each row with the number of the line on which it ends; RujukanError if the file as a whole is none."""
    text = _text(place, form)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        _check_header(place, form, list(reader.fieldnames or []))
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise _unreadable(f"{form.name} {place}", form.code, reader.line_num, error) from error


def lines(text: str, form: Form) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each line, the heading first, with the number of the line on which they end."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise _unreadable(form.name, form.code, reader.line_num, error) from error


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def _unreadable(what: str, code: str, line: int, error: csv.Error) -> RujukanError:
    return RujukanError(code, f"Baris {line} {what} tidak terbaca ({error}). Simpan sebagai CSV UTF-8.")


def _text(place: Path, form: Form) -> str:
    try:
        return place.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        said = f"{form.name.capitalize()} {place} tidak dapat dibaca ({error})."
        raise RujukanError(form.code, f"{said} Simpan sebagai CSV UTF-8.") from error


def _check_header(place: Path, form: Form, names: list[str]) -> None:
    if not set(form.needed) <= set(names) <= set(form.columns):
        seen, needed = ", ".join(names) or "kosong", " dan ".join(form.needed)
        raise RujukanError(
            form.code,
            f"Baris judul {form.name} {place} adalah “{seen}”; {needed} wajib ada; yang dikenal hanya"
            f" {', '.join(form.columns)}.",
        )

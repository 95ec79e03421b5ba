"""Judged questions about a catalog's own assets: one JSON object a line, as in `corpora/contoh.questions.jsonl`.

`q` is the question. `path` is the file that answers it, with `page` or `sheet` and the answering sentence as `quote`,
`also` further files that answer as well, `source` the source of them all; without `path` nothing answers it. `id` is
the line's number where it is not given. Other fields are ignored.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog.errors import RujukanError
from catalog.passages import Passage


@dataclass(frozen=True)
class JudgedQuestion:
    """A question with the files, place and sentence that answer it; `path` None: nothing does."""

    id: str
    text: str
    path: str | None
    also: tuple[str, ...]
    source: str | None
    page: int | None
    sheet: str | None
    quote: str | None

    @property
    def answerable(self) -> bool:
        """Whether a file answers it."""
        return self.path is not None

    def answered_by(self, source: str, path: str) -> bool:
        """Tell whether this file answers the question, the judged one or another that answers as well."""
        return path in (self.path, *self.also) and self.source in (None, source)

    def at_place(self, passage: Passage) -> bool:
        """Tell whether a passage stands in the judged file on its judged page and sheet, where these are judged."""
        same_file = passage.path == self.path and self.source in (None, passage.source)
        return same_file and self.page in (None, passage.page) and self.sheet in (None, passage.sheet)


def load(file: Path) -> tuple[JudgedQuestion, ...]:
    """Read all questions of a file, or none: RujukanError `bad_judgements` names the line that is wrong."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RujukanError(
            "bad_judgements", f"Pertanyaan ternilai {file} tidak dapat dibaca ({error}). Periksa berkasnya."
        ) from error
    found: dict[str, JudgedQuestion] = {}
    for number, record in records(text, file.name):
        try:
            question = _question(record, number)
            _require(question.id not in found, f'id "{question.id}" sudah dipakai baris lain')
        except ValueError as error:
            raise bad_line(file.name, number, str(error)) from error
        found[question.id] = question
    if not found:
        raise RujukanError("bad_judgements", f"{file} tidak memuat satu pertanyaan pun. Isi satu pertanyaan per baris.")
    return tuple(found.values())


def records(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give each JSON object of a JSONL text with its line's number; RujukanError `bad_judgements` for another line."""
    for number, line in enumerate(text.split("\n"), 1):  # splitlines would cut at U+2028, which JSON allows in a string
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise bad_line(name, number, f"bukan JSON ({error})") from error
        if not isinstance(record, dict):
            raise bad_line(name, number, f"bukan objek JSON, melainkan {line.strip()[:40]}")
        yield number, record


def bad_line(name: str, number: int, reason: str) -> RujukanError:
    """Make the error that names a line of a judged file and what is wrong with it."""
    return RujukanError(
        "bad_judgements", f"{name} baris {number}: {reason}. Perbaiki baris itu; tidak ada yang dipakai sebelum itu."
    )


def _question(record: Mapping[str, Any], number: int) -> JudgedQuestion:
    text, path = _text(record, "q"), _path(record.get("path"), "path")
    _require(text is not None, 'pertanyaan ("q") tidak ada')
    also = record.get("also") or []
    _require(isinstance(also, list), f'"also" harus daftar path, bukan {also!r}')
    question = JudgedQuestion(
        id=_id(record, number),
        text=text or "",
        path=path,
        also=tuple(other for each in also if (other := _path(each, "also"))),
        source=_text(record, "source"),
        page=_page(record),
        sheet=_text(record, "sheet"),
        quote=_text(record, "quote"),
    )
    placed = any((question.also, question.source, question.page, question.sheet, question.quote))
    _require(path is not None or not placed, 'ada tempat atau kutipan jawaban, tetapi "path" tidak ada')
    return question


def _id(record: Mapping[str, Any], number: int) -> str:
    given = record.get("id")
    return str(given) if isinstance(given, int) else _text(record, "id") or str(number)


def _text(record: Mapping[str, Any], field: str) -> str | None:
    value = record.get(field)
    _require(value is None or (isinstance(value, str) and value.strip()), f'"{field}" harus teks, bukan {value!r}')
    return value


def _path(value: object, field: str) -> str | None:
    _require(value is None or (isinstance(value, str) and value.strip()), f'"{field}" harus path, bukan {value!r}')
    return None if value is None else unicodedata.normalize("NFC", str(value))


def _page(record: Mapping[str, Any]) -> int | None:
    value = record.get("page")
    whole = isinstance(value, int) and not isinstance(value, bool)
    _require(value is None or (whole and value >= 1), f'"page" harus bilangan bulat mulai dari 1, bukan {value!r}')
    return value


def _require(holds: object, reason: str) -> None:
    if not holds:
        raise ValueError(reason)

"""Judged questions about real files as people keep them: one JSON object a line; a bad line is told and left out.

`q` is the question. `path` is the file that answers it, with `page` (from 1; the sheet's name in a workbook; null for
a file without pages) and `answer_quote`, or its hash: `answer_words`, how many they are, and `answer_sha256`, see
`search.evaluation.real_answers`; `also_on_pages` and `also_in` hold the same answer. Without `path` nothing answers,
and `near` may name the file that nearly does. `type` is the type of question. Other fields are ignored. A path may
stand with or without `files/` in front of it.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from catalog.errors import RujukanError
from search.kinds.answer_kinds import wanted

OPEN, UNANSWERABLE = "terbuka", "tanpa jawaban"
"""Types of question where none is given: no kind of answer can be told; nothing answers."""
_SHA256 = re.compile(r"[0-9a-f]{64}")
SEED = 1709  # any number: it only makes two draws agree


@dataclass(frozen=True)
class RealQuestion:
    """A question with the file, places and words that answer it; `path` None: nothing does, `near` nearly.

    `told` are the number and the SHA-256 of the words where the file of questions has but these.
    """

    id: str
    text: str
    type: str
    path: str | None = None
    near: str | None = None
    quote: str = ""
    places: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    told: tuple[int, str] | None = None

    @property
    def answerable(self) -> bool:
        """Whether a file answers it."""
        return self.path is not None

    def right_file(self, path: str) -> bool:
        """Tell whether this file answers it."""
        return path == self.path or path in self.also

    def right_place(self, path: str, place: str) -> bool:
        """Tell whether this page or sheet does; in a file that answers as well, and where none is judged, each does."""
        return path in self.also or (path == self.path and (not self.places or place in self.places))


@dataclass(frozen=True)
class BadLine:
    """A line of a file of questions that cannot be used, and why."""

    file: str
    line: int
    reason: str


def fold(text: str) -> str:
    """Return letters and digits in lower case, one space between words, digit groups joined."""
    text = unicodedata.normalize("NFKC", text).replace("\ufffe", "").lower()
    return re.sub(r"[\W_]+", " ", re.sub(r"(?<=\d)[.,](?=\d)", "", text)).strip()


def plain_path(path: str) -> str:
    """Return a path as questions and hits are compared by: in NFC, without `files/` in front of it."""
    return unicodedata.normalize("NFC", path).removeprefix("files/")


def load(files: Iterable[Path], *, answerable: bool = True) -> tuple[tuple[RealQuestion, ...], tuple[BadLine, ...]]:
    """Read the questions of files, with the lines that were left out; without `answerable`, a `path` is a bad line.

    Raises RujukanError `bad_judgements` for a file that cannot be read.
    """
    found: dict[str, RealQuestion] = {}
    bad = []
    for file in files:
        for number, line in _lines(file):
            try:
                question = _question(_record(line), f"{file.stem}:{number}")
                _require(question.id not in found, f'id "{question.id}" sudah dipakai')
                _require(
                    answerable or not question.answerable, 'ada "path", padahal berkas ini untuk yang tak terjawab'
                )
            except ValueError as error:
                bad.append(BadLine(file.name, number, str(error)))
            else:
                found[question.id] = question
    return tuple(found.values()), tuple(bad)


def drawn(questions: Sequence[RealQuestion], share: float, seed: int = SEED) -> tuple[RealQuestion, ...]:
    """Draw a share of the answerable and of the others, at least one of each; the same for the same seed."""
    taken: set[str] = set()
    for answerable in (True, False):
        ids = sorted(question.id for question in questions if question.answerable is answerable)
        taken.update(Random(seed).sample(ids, min(len(ids), max(1, round(share * len(ids))))))
    return tuple(question for question in questions if question.id in taken)


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        said = f"Pertanyaan {file} tidak dapat dibaca ({error}). Periksa berkasnya."
        raise RujukanError("bad_judgements", said) from error
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except RecursionError as error:
        raise ValueError("bersarang terlalu dalam") from error
    except ValueError as error:
        raise ValueError(f"bukan JSON ({error})") from error
    if not isinstance(record, dict):
        raise ValueError(f"bukan objek JSON, melainkan {line.strip()[:40]}")
    return record


def _question(record: Mapping[str, Any], default_id: str) -> RealQuestion:
    text, path, near = (_text(record, field) for field in ("q", "path", "near"))
    quote, told = _text(record, "answer_quote") or "", _told(record)
    _require(text is not None, 'pertanyaan ("q") tidak ada')
    _require(path is None or fold(quote) != "" or told, 'kutipan jawaban ("answer_quote") tidak ada')
    pages = [record.get("page"), *_list(record, "also_on_pages")]
    return RealQuestion(
        id=str(record.get("id") or default_id),
        text=text or "",
        type=_text(record, "type") or _type(text or "", path),
        path=None if path is None else plain_path(path),
        near=None if near is None else plain_path(near),
        quote=quote,
        places=frozenset() if pages[0] is None else frozenset(map(str, pages)),
        also=frozenset(plain_path(_also(other)) for other in _list(record, "also_in")),
        told=None if quote else told,
    )


def _told(record: Mapping[str, Any]) -> tuple[int, str] | None:
    words, digest = record.get("answer_words"), _text(record, "answer_sha256")
    if words is None and digest is None:
        return None
    _require(isinstance(words, int) and words > 0, f'"answer_words" harus bilangan di atas 0, bukan {words!r}')
    _require(digest and _SHA256.fullmatch(digest), f'"answer_sha256" harus 64 angka heksadesimal, bukan {digest!r}')
    return int(words or 0), digest or ""


def _type(text: str, path: str | None) -> str:
    if path is None:
        return UNANSWERABLE
    kind = wanted(text)
    return OPEN if kind is None else kind.name


def _text(record: Mapping[str, Any], field: str) -> str | None:
    value = record.get(field)
    _require(value is None or (isinstance(value, str) and value.strip()), f'"{field}" harus teks, bukan {value!r}')
    return value


def _list(record: Mapping[str, Any], field: str) -> list[Any]:
    value = record.get(field) or []
    _require(isinstance(value, list), f'"{field}" harus daftar, bukan {value!r}')
    return list(value)


def _also(other: object) -> str:
    path = other.get("path") if isinstance(other, dict) else other
    _require(isinstance(path, str), f'"also_in" harus daftar path, bukan {other!r}')
    return str(path)


def _require(holds: object, reason: str) -> None:
    if not holds:
        raise ValueError(reason)

"""What pypdf tells of a PDF beside pdfium: properties, bookmarks, text of single pages, a way past an empty password.

It is written in Python and meets bytes that nobody vouches for: what it cannot tell in its time it does not tell.
"""

import logging
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, Self, TypeVar

import pypdf

from indexer.readers.clean import one_line
from indexer.readers.patience import attempt

T = TypeVar("T")

SECONDS = 4.0
"""All that pypdf may take of one file's time."""
UNTIL = 10.0
"""Seconds of reading after which pypdf begins nothing: far from a child's 25, of which pdfium took most then."""
PAGE_SECONDS = 2.0
MAX_BOOKMARKS = 2_000
MAX_UNLOCKED_BYTES = 64 << 20  # a file without its lock is held in memory
MAX_PROPERTY = 1_000  # characters

_DATE = re.compile(r"(?:D:)?\s*(\d{4})-?(\d\d)-?(\d\d)")
_NOBODY = re.compile(
    r"\W*|(windows |microsoft office )?users?\W*\d*|admin\w*|owner|anonymous|unknown|author|"
    r"acer|asus|lenovo|hp|dell|toshiba|compaq|fujitsu|pavilion|samsung|axioo|pc|laptop|windows|microsoft",
    re.IGNORECASE,
)
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it complains of every broken object, a hostile file has many


@dataclass(frozen=True)
class Properties:
    """What a file says of itself: its title, and the fields `penulis` and `dibuat` (a date, ISO) if it says them."""

    title: str
    fields: dict[str, str]


@dataclass(frozen=True)
class Bookmark:
    """An entry of a file's outline: the index of its page from 0, its level from 1."""

    title: str
    page: int
    level: int


class SecondReading:
    """One file as pypdf reads it, opened when first asked; `began` is the monotonic time when its reading began."""

    def __init__(self, path: Path, began: float) -> None:
        self._path = path
        self._began = began
        self._left = SECONDS
        self._reader: pypdf.PdfReader | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._reader is not None:
            self._reader.stream.close()

    def properties(self) -> Properties | None:
        """Return the file's properties, or None if it cannot be opened."""
        return self._try(SECONDS, lambda reader: described(lambda key: reader.metadata and reader.metadata.get(key)))

    def bookmarks(self) -> list[Bookmark]:
        """Return the outline in its order, without the entries that lead to no page."""
        return self._try(SECONDS, lambda reader: list(_entries(reader))) or []

    def text(self, index: int) -> str:
        """Return the raw text of the page with this index, or nothing."""
        return self._try(PAGE_SECONDS, lambda reader: reader.pages[index].extract_text()) or ""

    def _try(self, seconds: float, work: Callable[[pypdf.PdfReader], T]) -> T | None:
        start = time.monotonic()
        if start - self._began > UNTIL:
            return None
        try:
            return attempt(min(seconds, self._left), lambda: work(self._opened()))
        finally:
            self._left -= time.monotonic() - start

    def _opened(self) -> pypdf.PdfReader:
        if self._reader is None:
            self._reader = pypdf.PdfReader(self._path.open("rb"))
        return self._reader


def described(property_of: Callable[[str], Any]) -> Properties:
    """Return the properties that a file's own dictionary tells under the names of the format."""
    title, author, made = (
        one_line(str(property_of(key) or "")[:MAX_PROPERTY]) for key in ("/Title", "/Author", "/CreationDate")
    )
    fields = {"penulis": "" if _NOBODY.fullmatch(author) else author, "dibuat": _day(made)}
    return Properties(title, {key: value for key, value in fields.items() if value})


def unlocked(path: Path) -> bytes | None:
    """Return the file without its lock if the empty password, as the owner's or the user's, opens it; else None."""
    return attempt(SECONDS, lambda: _without_lock(path)) if path.stat().st_size <= MAX_UNLOCKED_BYTES else None


def _without_lock(path: Path) -> bytes | None:
    with path.open("rb") as file:
        reader = pypdf.PdfReader(file)
        if not reader.is_encrypted or not reader.decrypt(""):
            return None
        plain = BytesIO()
        pypdf.PdfWriter(clone_from=reader).write(plain)
        return plain.getvalue()


def _day(stamp: str) -> str:
    """Return the ISO date in a time stamp like D:20180312160859+07'00', or nothing."""
    found = _DATE.match(stamp)
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""


def _entries(reader: pypdf.PdfReader) -> Iterator[Bookmark]:
    """Yield the outline's entries, a branch in front of what follows it."""
    ahead: list[tuple[int, Any]] = [(0, reader.outline)]
    left = MAX_BOOKMARKS
    while ahead and left > 0:
        level, entry = ahead.pop()
        if isinstance(entry, list):
            ahead.extend((level + 1, e) for e in reversed(entry))
            continue
        left -= 1
        page = reader.get_destination_page_number(entry)
        if page is not None and page >= 0:
            yield Bookmark(one_line(str(entry.title or "")[:MAX_PROPERTY]), page, level)

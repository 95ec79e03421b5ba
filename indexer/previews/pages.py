"""Pages drawn for the web: by reading children in their limits, kept in the data folder, and never waited for long."""

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from typing import Any

from catalog import originals, previews
from catalog.folder import DataFolder
from indexer.document import ReadError
from indexer.limits import Limits
from indexer.pool import READING_COMMAND, ReaderPool
from indexer.readers.boxes import Edges
from indexer.readers.sniff import DRAWN

WIDTH, LARGE = 1200, 2400
"""Pixels across a page: sharp on a phone and beside its text; and for small print, as wide again."""
FORMAT = 1
"""Part of a kept picture's name: another one, and all are drawn anew."""
SECONDS = 20.0  # for one page: whoever waits longer has left
AT_ONCE = 2  # children at work, and requests that wait for one
PATIENCE = 4.0  # seconds for one of them to be free
AVOIDED = 120.0  # seconds in which a page that hit a limit is not tried again: the machine may have been busy
MOST_AVOIDED = 1_000


@dataclass(frozen=True)
class Seen:
    """A page's size in any unit, and the places at which the letters of a quote stand on it."""

    width: float
    height: float
    found: tuple[tuple[Edges, ...], ...]


class Previews:
    """Draws pages of the originals in a data folder; starts no process before the first is asked for."""

    def __init__(
        self,
        folder: DataFolder,
        limits: Limits | None = None,
        *,
        command: tuple[str, ...] = READING_COMMAND,
        patience: float = PATIENCE,
    ) -> None:
        limits = limits or Limits()
        one = replace(limits, seconds=min(limits.seconds, SECONDS))
        self._folder = folder
        self._open = ExitStack()
        self._pool = self._open.enter_context(ReaderPool(AT_ONCE, one, command=command))
        self._patience = patience
        self._turns = threading.BoundedSemaphore(AT_ONCE)
        self._avoided: dict[tuple[str, int], float] = {}

    def close(self) -> None:
        """End the children."""
        self._open.close()

    @staticmethod
    def has(media_type: str, page: int | None) -> bool:
        """Tell whether a page of such a file can be drawn."""
        return media_type in DRAWN and page is not None

    def seen(self, sha256: str, page: int, quote: str) -> Seen | None:
        """Return how a page (from 1) looks and where a quote stands on it; None where it cannot be drawn now."""
        answer = self._answer(sha256, page, {"page": page - 1, "quote": quote})
        try:
            width, height = (float(side) for side in answer["size"])
            found = tuple(tuple(_edges(e) for e in place) for place in answer["found"])
        except (KeyError, TypeError, ValueError):  # a refusal, or a child that a file has taken over
            return None
        return Seen(width, height, found) if 0 < width < inf and 0 < height < inf else None

    def picture(self, sha256: str, page: int, width: int) -> bytes | None:
        """Return a page (from 1) as WebP of that width; None where it cannot be drawn now."""
        name = f"{page}-{width}-{FORMAT}.webp"
        kept = previews.get(self._folder, sha256, name)
        if kept is not None:
            return kept
        drawn: bytes | None = self._answer(sha256, page, {"page": page - 1, "width": width}).get("pixels")
        if drawn:
            previews.put(self._folder, sha256, name, drawn)
        return drawn or None

    def _answer(self, sha256: str, page: int, asked: dict[str, Any]) -> dict[str, Any]:
        """Return the child's answer; an empty one where the page is avoided, everybody is busy, or a limit was hit."""
        place = originals.place_of(self._folder, sha256)
        if time.monotonic() < self._avoided.get((sha256, page), 0.0) or not place.is_file():
            return {}
        with self._turn() as mine:
            if not mine:
                return {}
            return self._asked(place, (sha256, page), asked)

    def _asked(self, place: Path, key: tuple[str, int], asked: dict[str, Any]) -> dict[str, Any]:
        try:
            return self._pool.about_page(place, asked)
        except ReadError:
            if len(self._avoided) >= MOST_AVOIDED:
                self._avoided.clear()
            self._avoided[key] = time.monotonic() + AVOIDED
            return {}

    @contextmanager
    def _turn(self) -> Iterator[bool]:
        """Tell whether a child may be asked, after waiting for one to be free."""
        mine = self._turns.acquire(timeout=self._patience)
        try:
            yield mine
        finally:
            if mine:
                self._turns.release()


def _edges(values: list[float]) -> Edges:
    left, top, right, bottom = map(float, values)
    if not (0 <= left <= right <= 1 and 0 <= top <= bottom <= 1):
        raise ValueError(values)
    return left, top, right, bottom

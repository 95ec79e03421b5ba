"""Between reading and building: the pages of a file that hold no usable text are recognised, several at once."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from catalog.folder import DataFolder
from embedding.cores import CORES, Cores
from indexer.document import Document, PageRead
from indexer.ocr.cache import Cache, Found
from indexer.ocr.page import improved
from indexer.ocr.picture import Picture
from indexer.ocr.program import Program, find
from indexer.ocr.recognition import Recogniser
from indexer.ocr.words import confidence
from indexer.readers.reading import retold
from indexer.readers.sniff import DRAWN

WEAK = 0.7
"""Confidence below which a page may be turned: upside down it gives 0.5, upright mostly over 0.8."""

Draw = Callable[[int, int], Picture | None]
"""Returns the page at an index from 0, turned clockwise by so many degrees; None where it cannot be drawn."""


def opened(folder: DataFolder) -> "Ocr | None":
    """Return what recognises pages; None without the program."""
    program = find()
    return None if program is None else Ocr(program, folder.ocr)


class Ocr:
    """Recognises pages, each on a core of its own, which it shares with readers and model.

    While `gate` is not set no page is begun: a paused run waits between two pages.
    """

    def __init__(self, program: Program, folder: Path, cores: Cores = CORES) -> None:
        self.name = program.name
        self._cores = cores
        self.gate = threading.Event()
        self.gate.set()
        self._cache = Cache(folder, program.name)
        self._recogniser = Recogniser(program)
        self._stopped = False
        # A drawing process may be started again by these threads: they must live as long as it.
        self._threads = ThreadPoolExecutor(cores.count, thread_name_prefix="ocr")

    def complete(self, document: Document, name: str, draw: Draw) -> Document:
        """Return the document with its pages read where that was possible; the same where no page needs it."""
        wanted = [index for index, page in enumerate(document.pages) if _needs(page)]
        if not wanted or self._stopped or document.media_type not in DRAWN:
            return document
        pages = list(document.pages)
        read = self._threads.map(lambda index: self._read(document.pages[index], index, draw), wanted)
        for index, page in zip(wanted, read, strict=True):
            pages[index] = page
        return replace(retold(document, tuple(pages), name), ocr=self.name)

    def stop(self) -> None:
        """End what is being recognised; pages that wait stay as they are."""
        self._stopped = True
        self.gate.set()
        self._recogniser.stop()
        self._threads.shutdown()

    def _read(self, page: PageRead, index: int, draw: Draw) -> PageRead:
        self.gate.wait()
        with self._cores.taken():
            picture = None if self._stopped else draw(index, 0)
            if picture is None:
                return page
            if picture.blank:
                return page if page.text else replace(page, state="empty", quality=0.0)
            found = self._cache.get(picture) or self._found(picture, index, draw)
        return page if found is None else improved(page, found)

    def _found(self, picture: Picture, index: int, draw: Draw) -> Found | None:
        lines = self._recogniser.lines(picture)
        if lines is None:
            return None
        found = self._turned(Found(lines, replace(picture, pixels=b"")), picture, lambda turn: draw(index, turn))
        if not self._stopped:
            self._cache.put(picture, found)
        return found

    def _turned(self, first: Found, picture: Picture, draw: Callable[[int], Picture | None]) -> Found:
        """Return what stands on a page that is turned, if that is more certain than what stands on it as it is."""
        if confidence(first.lines) >= WEAK or not (turn := self._recogniser.turn(picture)):
            return first
        turned = draw(turn)
        lines = self._recogniser.lines(turned) if turned is not None and not turned.blank else None
        if turned is None or lines is None or confidence(lines) <= confidence(first.lines):
            return first
        return Found(lines, replace(turned, pixels=b""))


def _needs(page: PageRead) -> bool:
    return page.state in ("needs_ocr", "poor") or page.pictured

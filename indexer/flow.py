"""Reading, embedding and writing at once: children read, a thread embeds what was read, the caller writes.

What waits is bounded by a number of passages, not by the number of files.
"""

import time
from collections.abc import Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from catalog.database import Catalog
from catalog.words import UNSEARCHABLE_STATES
from embedding.embedder import Embedder
from indexer.building import Built, Vectors, without_vector
from indexer.outcome import Item
from indexer.pool import TICK, ReadResult

AHEAD = 64
"""Passages that may wait to be embedded, and how many texts are embedded between two looks at whether to stop."""


T = TypeVar("T")
"""What a writer needs to know of a file besides what was read of it."""


@dataclass(frozen=True)
class Ready(Generic[T]):
    """A file that was read: what is to be stored of it, and the seconds that reading took."""

    of: T
    built: Built
    seconds: float

    @property
    def passages(self) -> int:
        """Return how many passages it has."""
        return len(self.built.version.passages)

    def stored(self, item: Item, embed_seconds: float) -> Item:
        """Return the item of the file with what was stored of it, and the seconds that it took."""
        version = self.built.version
        return replace(
            item,
            pages=len(version.pages),
            pages_unsearchable=sum(page.state in UNSEARCHABLE_STATES for page in version.pages),
            passages=len(version.passages),
            rows=sum(passage.kind == "row" for passage in version.passages),
            read_seconds=round(self.seconds, 3),
            embed_seconds=round(embed_seconds, 3),
        )


class Writer(Protocol[T]):
    """What stores the files of a flow: those of a source, or stored versions that are read again."""

    def read(self, result: ReadResult) -> Ready[T] | Item:
        """Return what was read, ready to be embedded; its item instead where there is nothing to store."""

    def store(self, ready: Ready[T], made: Vectors, seconds_a_text: float) -> Item:
        """Store a file, whole or not at all, with its share of the vectors that were made; return its item."""


@dataclass(frozen=True)
class Embedded(Generic[T]):
    """Files whose texts were embedded together, and the seconds that a text took."""

    files: tuple[Ready[T], ...]
    vectors: Vectors
    seconds_a_text: float


class Flow(Generic[T]):
    """Files on their way from the readers to the catalog."""

    def __init__(self, catalog: Catalog, embedder: Embedder, writer: Writer[T]) -> None:
        self._catalog = catalog
        self._embedder = embedder
        self._writer = writer
        self._ready: list[Ready[T]] = []
        self._running: Future[Embedded[T]] | None = None
        self._left = False

    def items(self, results: Iterable[ReadResult | None]) -> Generator[Item | None, None, None]:
        """Yield the item of each file as it is stored or turns out unreadable, in any order; None now and then.

        Left early, it drops what is on its way: the next run takes it up.
        """
        with ThreadPoolExecutor(1, thread_name_prefix="embedder") as thread:
            try:
                for result in results:
                    yield from self._take(result)
                    yield from self._pass_on(thread, AHEAD)
                while self._ready or self._running is not None:
                    yield from self._pass_on(thread, 0)
            finally:
                self._left = True

    def _take(self, result: ReadResult | None) -> Iterator[Item]:
        read = None if result is None else self._writer.read(result)
        if isinstance(read, Item):
            yield read
        elif read is not None:
            self._ready.append(read)

    def _pass_on(self, thread: ThreadPoolExecutor, most: int) -> Iterator[Item | None]:
        """Give the thread what is ready and store what it made; wait for it while more than `most` passages wait."""
        yield None
        while self._running is not None and not self._running.done():
            if sum(file.passages for file in self._ready) < most:
                return
            wait([self._running], timeout=TICK)
            yield None
        made = None if self._running is None else self._running.result()
        self._running = self._start(thread, made) if self._ready else None
        if made is not None:
            yield from (self._writer.store(file, made.vectors, made.seconds_a_text) for file in made.files)

    def _start(self, thread: ThreadPoolExecutor, made: Embedded[T] | None) -> Future[Embedded[T]]:
        files, self._ready = tuple(self._ready), []
        texts = {h: text for file in files for h, text in file.built.texts.items()}
        texts = without_vector(self._catalog, self._embedder, texts)
        wanted = {h: text for h, text in texts.items() if made is None or h not in made.vectors}
        return thread.submit(self._embed, files, wanted)

    def _embed(self, files: tuple[Ready[T], ...], texts: Mapping[bytes, str]) -> Embedded[T]:
        began = time.monotonic()
        hashes = sorted(texts, key=lambda h: (-len(texts[h]), h))
        vectors: dict[bytes, NDArray[np.float32]] = {}
        for at in range(0, len(hashes), AHEAD):
            if self._left:
                break
            part = hashes[at : at + AHEAD]
            vectors |= dict(zip(part, self._embedder.embed_passages([texts[h] for h in part]), strict=True))
        return Embedded(files, vectors, (time.monotonic() - began) / max(1, len(hashes)))

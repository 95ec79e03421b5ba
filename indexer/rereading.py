"""Reading stored originals with the readers of today: another reading takes the place of the old one."""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from catalog import editions, originals, stored_pages, storing
from catalog.database import Catalog
from catalog.errors import in_words
from catalog.originals import Incoming
from catalog.stored_pages import StoredVersion
from catalog.storing import NewVersion
from embedding.embedder import Embedder
from indexer.building import Vectors, build, keep_vectors
from indexer.document import ReadError
from indexer.flow import Flow, Ready, T, Writer
from indexer.outcome import Item, Run
from indexer.pool import TICK, ReadResult
from indexer.programs import reader_pool
from indexer.run import GoOn, Progress, Publishing, Tools


@dataclass(frozen=True)
class Rereading:
    """How versions are read again: by which job, with how many reading processes, whom to tell and to ask."""

    job: int
    workers: int
    progress: Progress
    go_on: GoOn


class OriginalsWriter(Writer[T], Protocol[T]):
    """What stores readings of stored originals: of versions that are read again, or of what was uploaded."""

    def take(self, one: T, /) -> tuple[Path, str]:
        """Return the place and the name of the original to read."""


class VersionWriter:
    """Stored versions during a run that reads them again; two of them may have the same original."""

    def __init__(self, catalog: Catalog, embedder: Embedder, job: int) -> None:
        self._catalog = catalog
        self._embedder = embedder
        self._job = job
        self._sizes = editions.splitting(catalog)
        self._waiting: dict[str, list[StoredVersion]] = {}

    def take(self, version: StoredVersion) -> tuple[Path, str]:
        """Return the place and the name of the original to read."""
        place = originals.place_of(self._catalog.folder, version.sha256)
        self._waiting.setdefault(str(place), []).append(version)
        return place, version.path

    def read(self, result: ReadResult) -> Ready[StoredVersion] | Item:
        """Return what was read, ready to be embedded; its item where it cannot be read, or reads as it did."""
        version = self._waiting[str(result.path)].pop()
        try:
            if result.document is None:
                raise ReadError(result.code, result.reason)
            incoming = Incoming(result.path, version.sha256, result.path.stat().st_size)
            built = build(result.document, incoming, version.given_title, self._sizes)
        except (ReadError, OSError) as error:
            return _failed(version, error)
        if self._is_stored(version, built.version):
            with self._catalog.writing():
                storing.mark_read(self._catalog, version.id, job=self._job)
            return _item(version, "unchanged", "unchanged", "")
        return Ready(version, built, result.seconds)

    def store(self, ready: Ready[StoredVersion], made: Vectors, seconds_a_text: float) -> Item:
        """Put the new reading in the place of the old one, whole or not at all; return its item."""
        mine = keep_vectors(self._catalog, self._embedder, ready.built.texts, made)
        with self._catalog.writing():
            storing.replace_reading(self._catalog, ready.of.id, ready.built.version, job=self._job)
        return ready.stored(_item(ready.of, "indexed", "ok", ""), seconds_a_text * mine)

    def _is_stored(self, version: StoredVersion, new: NewVersion) -> bool:
        """Tell whether a reading gave what is stored: the pages, and with them their passages, and the title."""
        return stored_pages.reading(self._catalog, version.id, self._sizes.number) == new


def read_again(tools: Tools, chosen: Sequence[StoredVersion], work: Rereading) -> Run:
    """Read the originals of these versions again, as long as `go_on` says so; the next call with the job goes on.

    Raises RujukanError `disk_full` where no byte more fits, all earlier items being safe.
    """
    run = Run(sorted({version.source for version in chosen}))
    return read_originals(tools, VersionWriter(tools.catalog, tools.embedder, work.job), chosen, (run, work))


def read_originals(tools: Tools, writer: OriginalsWriter[T], chosen: Sequence[T], doing: tuple[Run, Rereading]) -> Run:
    """Have a writer store what is read of stored originals, as long as `go_on` says so; return the run, filled."""
    run, work = doing
    began = time.monotonic()
    try:
        with reader_pool(tools.catalog.folder, work.workers) as pool:
            results = pool.read_many((writer.take(one) for one in chosen), tick=TICK)
            with closing(Flow(tools.catalog, tools.embedder, writer).items(results)) as items:
                _take(tools, run, (items, len(chosen)), replace(work, go_on=partial(pool.asked, work.go_on)))
    except (OSError, sqlite3.OperationalError) as error:
        raise in_words(error) from error
    finally:
        tools.engine.publish(tools.catalog)
    run.seconds = time.monotonic() - began
    return run


def _take(tools: Tools, run: Run, flow: tuple[Iterator[Item | None], int], work: Rereading) -> None:
    items, total = flow
    publishing = Publishing(tools)
    for item in items:
        if item is not None:
            run.items.append(item)
            work.progress(item, len(run.items), total)
        if not work.go_on():
            return
        publishing.if_due()


def _failed(version: StoredVersion, error: ReadError | OSError) -> Item:
    if isinstance(error, ReadError):
        return _item(version, "failed", error.code, f"{error.reason} Bacaan yang lama tetap dipakai.")
    reason = f"Berkas asli yang tersimpan tidak dapat dibuka ({error.strerror}). Jalankan `rujukan verify --all`."
    return _item(version, "failed", "unreadable", reason)


def _item(version: StoredVersion, outcome: str, code: str, reason: str) -> Item:
    return Item(version.path, version.source, outcome, code, reason, version.asset, version.number)

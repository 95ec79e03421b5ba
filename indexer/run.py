"""An index run: every file found ends with an outcome, and what is stored of it is stored whole."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from catalog import originals, receiving
from catalog.database import Catalog
from catalog.errors import in_words
from catalog.metadata import Metadata
from embedding.embedder import Embedder
from engine.engine import Engine
from indexer.flow import Flow
from indexer.manifest import EMPTY, Manifest
from indexer.outcome import Item, Run
from indexer.pool import TICK, ReaderPool
from indexer.programs import reader_pool
from indexer.sources import Scan
from indexer.writing import SourceWriter

PUBLISH_EVERY = 0.5
"""Seconds between publications during a run: a reader sees a new asset within a second."""


LOOK_EVERY = 20.0
"""Seconds between two looks at how long the tail has grown: counting it takes a tenth of a second in 30,000."""
PATIENCE = 4
"""How many times its length a tail may reach during a run: building a base holds up the work."""


@dataclass(frozen=True)
class Options:
    """How a run is to be done; `given` are the flags that apply to every file, beaten by the manifest."""

    given: Metadata = field(default_factory=Metadata)
    manifest: Manifest = EMPTY
    workers: int = 1
    retry_failed: bool = False
    checksum: bool = False


@dataclass(frozen=True)
class Tools:
    """What a run works with; the caller holds the writer's lock."""

    catalog: Catalog
    engine: Engine
    embedder: Embedder


class Publishing:
    """Publishes now and then during a run, and seldom looks whether the tail has grown far too long."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._published = self._looked = time.monotonic()

    def if_due(self) -> None:
        """Publish if the last time was long enough ago; to be called between items."""
        now = time.monotonic()
        if now - self._published < PUBLISH_EVERY:
            return
        patience = PATIENCE if now - self._looked > LOOK_EVERY else None
        self._tools.engine.publish(self._tools.catalog, patience=patience)
        self._published = time.monotonic()
        if patience is not None:
            self._looked = self._published


Progress = Callable[[Item, int, int], None]
"""Called with each item as it ends, how many have ended, and how many there are."""

GoOn = Callable[[], bool]
"""Asked between items, often: False, once said, ends the run there."""


def to_the_end() -> bool:
    """Let a run go on to its end."""
    return True


@dataclass(frozen=True)
class Work:
    """What is to be done with one source: its files, how, whom to tell of each item, and whom to ask between them."""

    scan: Scan
    options: Options
    emit: Callable[[Item], None]
    go_on: GoOn


def index(
    tools: Tools, scans: Iterable[Scan], options: Options, progress: Progress, *, go_on: GoOn = to_the_end
) -> Run:
    """Index what was found, as long as `go_on` says so; what is done by then is whole, and the next run does the rest.

    Raises RujukanError `disk_full` where no byte more fits, all earlier items being safe.
    """
    began = time.monotonic()
    scans = list(scans)
    run = Run([scan.source for scan in scans])
    total = sum(len(scan.found) for scan in scans)

    def take(item: Item) -> None:
        run.items.append(item)
        progress(item, len(run.items), total)

    originals.sweep_incoming(tools.catalog.folder)
    receiving.sweep(tools.catalog.folder)
    try:
        with reader_pool(tools.catalog.folder, options.workers) as pool:
            for scan in scans:
                work = Work(scan, options, take, partial(pool.asked, go_on))
                run.removed += _index_source(tools, pool, work)
    except (OSError, sqlite3.OperationalError) as error:
        raise in_words(error) from error
    finally:
        originals.sweep_incoming(tools.catalog.folder)  # copies taken ahead must not keep a full disk full
        tools.engine.publish(tools.catalog)
    run.seconds = time.monotonic() - began
    return run


def _index_source(tools: Tools, pool: ReaderPool, work: Work) -> list[str]:
    """Index one source and return the paths that are gone from it, none if it was not seen to its end."""
    said = (work.options.given, work.options.manifest)
    writer = SourceWriter(tools.catalog, tools.embedder, work.scan, *said, programs=pool.programs)
    publishing = Publishing(tools)
    results = pool.read_many(_to_read(writer, work), tick=TICK)
    with closing(Flow(tools.catalog, tools.embedder, writer).items(results)) as items:
        for item in items:
            if item is not None:
                work.emit(item)
            if not work.go_on():
                return []
            publishing.if_due()
    return writer.mark_gone() if work.go_on() else []


def _to_read(writer: SourceWriter, work: Work) -> Iterator[tuple[Path, str]]:
    """Settle what needs no reading, and yield a safe copy of each file that does."""
    for found in work.scan.found:
        if not work.go_on():
            return
        item = writer.settle(found, retry_failed=work.options.retry_failed, checksum=work.options.checksum)
        if item is not None:
            work.emit(item)
            continue
        taken = writer.take(found)
        if isinstance(taken, Item):
            work.emit(taken)
        else:
            yield taken.path, found.path

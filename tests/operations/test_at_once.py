"""One writer, sixteen readers: files come, change and go, bases are compacted and editions switched, all at once.

`AT_ONCE_SECONDS` (8) says how long, but every step is taken once at least; 30 and more look harder.
`--log-cli-level=INFO` shows what was measured.
"""

import json
import logging
import multiprocessing
import os
import random
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from catalog import dropping, editions
from catalog.database import Catalog
from catalog.editions import Edition, Model
from catalog.lock import writer_lock
from catalog.opening import create, open_existing
from catalog.scope import OPERATOR
from embedding import embedder
from engine.engine import Engine
from indexer.outcome import Item
from indexer.run import Options, Progress, Tools, index
from indexer.sources import scan
from search.opening import Searchers
from tests.operations.conftest import Rujukan
from tests.operations.looking import (
    MODELS,
    NARROW,
    THREADS_EACH,
    TOPICS,
    WIDE,
    Report,
    ended,
    load,
    read_on,
    read_on_in_process,
)

SECONDS = float(os.environ.get("AT_ONCE_SECONDS", "8"))
IN_THREADS = 4
PROCESSES = 2
READERS = IN_THREADS + PROCESSES * THREADS_EACH
TAIL_LIMIT = 15  # passages; every round changes more, so that every round builds a base
FILES, FRESH, REVISED = 60, 10, 4  # held at once, new in a round, and changed in a round
SIZES = {WIDE: (110, 15), NARROW: (20, 5)}
DEADLINE = 1.0  # seconds after its commit: a search begun later must find an asset
DEADLINE_OF_WORDS = 30.0  # the same for the lexical index: published twice a second, but a busy machine may dawdle


@dataclass
class Shelf:
    """A folder whose files come, change and go. The first word of a file is its own, another one in each revision."""

    folder: Path
    chance: random.Random
    names: list[str] = field(default_factory=list)
    made: int = 0

    def turn_over(self, fresh: int) -> None:
        """Add so many files, change some of the older half, and remove the oldest beyond FILES."""
        older = self.names[: FILES // 2]
        for name in self.chance.sample(older, min(REVISED, len(older))):
            self._write(name)
        for _ in range(fresh):
            self.names.append(f"{self.made}.txt")
            self._write(self.names[-1])
        for name in self.names[:-FILES]:
            (self.folder / name).unlink()
        self.names = self.names[-FILES:]

    def _write(self, name: str) -> None:
        own, topic = _own_word(self.made), self.chance.choice(TOPICS)
        self.made += 1
        lines = [
            f"{own} adalah pedoman {own} tentang {topic} bagi pegawai pada pasal {number} keputusan ini."
            for number in range(self.chance.randint(3, 8))
        ]
        (self.folder / name).write_text("\n".join(lines), encoding="utf8")


def _own_word(number: int) -> str:
    """A word of consonants for each number: no stemmer shortens it, no glossary knows it."""
    return "zx" + "".join("bcdfghjklm"[int(digit)] for digit in str(number))


@dataclass
class Own:
    """The watch over what the writer commits: seconds until the search began that found it, and what was late."""

    root: Path
    committed: "SimpleQueue[tuple[str, float] | None]" = field(default_factory=SimpleQueue)
    until_found: list[float] = field(default_factory=list)
    at_first_search: int = 0
    until_words: list[float] = field(default_factory=list)
    late: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Search for each commit until it is found, by its words too."""
        held = Searchers(None, threads=1)
        while (told := self.committed.get()) is not None:
            self._seek(held, *told)

    def _seek(self, held: Searchers, own: str, at: float) -> None:
        found, by_words, searches = False, False, 0
        while not (found and by_words):
            after = time.monotonic() - at
            is_hit, by_words = self._found(held, own)
            searches += 1
            if is_hit and not found:
                self.until_found.append(after)
                self.at_first_search += searches == 1
            found |= is_hit
            if after > (DEADLINE_OF_WORDS if found else DEADLINE) and not (found and by_words):
                self.late.append(f"{own} after {after:.1f} s; found by its vector: {found}")
                return
            time.sleep(0.05)
        self.until_words.append(after)

    def _found(self, held: Searchers, own: str) -> tuple[bool, bool]:
        """Return whether the word's asset is among the hits of a search, and whether the lexical index holds it."""
        with closing(open_existing(self.root)) as catalog, catalog.reading():
            searcher = held.of(catalog)
            hits = searcher.search(catalog, own, OPERATOR).hits
            ranked = searcher.ranked(catalog, own, OPERATOR, side="lexical")
        is_hit = any(own in shown.passage.text for hit in hits for shown in hit.passages)
        return is_hit, any(own in passage.text for passage, _ in ranked)


@dataclass
class Writer:
    """The one who writes: a round of files, then a step between editions, and so on."""

    root: Path
    shelf: Shelf
    own: Own
    rujukan: Rujukan

    def write_on(self, readers: "Sequence[Future[Any]]") -> int:
        """Write for SECONDS once all readers read, every step at least once; return how many rounds were done.

        It ends sooner where a reader has given up.
        """
        while len(list(self.root.parent.glob("ready-*"))) < READERS and not any(reader.done() for reader in readers):
            time.sleep(0.1)
        until, rounds = time.monotonic() + SECONDS, 0
        steps = (self._move, self._back, self._forth, self._reclaim)
        for step in cycle(steps):
            if any(reader.done() for reader in readers) or (rounds >= len(steps) and time.monotonic() > until):
                break
            self.index(FRESH, self._tell)
            step()
            rounds += 1
        return rounds

    def index(self, fresh: int, progress: Progress = lambda _item, _done, _total: None) -> None:
        """Index what came and changed, forget what went, and build the base that is due."""
        self.shelf.turn_over(fresh)
        with self._writing("index") as catalog:
            edition = _edition(catalog, "current")
            engine = _engine(catalog, edition)
            tools = Tools(catalog, engine, MODELS[edition.model.name])
            run = index(tools, [scan(self.shelf.folder, "rak")], Options(), progress)
            assert run.count("failed") == run.count("skipped") == 0
            dropping.drop_removed(catalog, None)
            engine.publish(catalog)

    def _tell(self, item: Item, _done: int, _total: int) -> None:
        if item.path in self.shelf.names[-FRESH:] and self.own.committed.empty():
            own = (self.shelf.folder / item.path).read_text(encoding="utf8").split()[0]
            self.own.committed.put((own, time.monotonic()))

    def _move(self) -> None:
        with closing(open_existing(self.root)) as catalog:
            name = NARROW if _edition(catalog, "current").model.name == WIDE else WIDE
        words, overlap = SIZES[name]
        self._call("reindex", "--model", name, "--words", words, "--overlap", overlap)
        with self._writing("compact") as catalog:
            _engine(catalog, _edition(catalog, "shadow")).publish(catalog)
        self._forth()

    def _forth(self) -> None:
        self._call("switch", "--force")

    def _back(self) -> None:
        self._call("rollback")

    def _reclaim(self) -> None:
        self._call("reclaim", "--shadow")

    def _call(self, *args: object) -> None:
        result = self.rujukan(*args, "--json", data=self.root)
        assert result.code == 0, (args, result.out, result.err)

    @contextmanager
    def _writing(self, purpose: str) -> Iterator[Catalog]:
        with closing(open_existing(self.root)) as catalog, writer_lock(catalog.folder, purpose):
            yield catalog


def _edition(catalog: Catalog, state: str) -> Edition:
    edition = editions.in_state(catalog, state)
    assert edition is not None
    return edition


def _engine(catalog: Catalog, edition: Edition) -> Engine:
    return Engine.open(catalog.folder, edition.vectors, edition.model.width, threads=1, tail_limit=TAIL_LIMIT)


@pytest.mark.slow
def test_sixteen_readers_see_whole_snapshots_while_files_bases_and_editions_change(
    tmp_path: Path, rujukan: Rujukan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedder, "load", load)
    root, folder = tmp_path / "data", tmp_path / "berkas"
    folder.mkdir()
    with closing(create(root)) as catalog:
        editions.claim(catalog, Model(MODELS[WIDE].model_id, MODELS[WIDE].width, WIDE))
    own = Own(root)
    writer = Writer(root, Shelf(folder, random.Random(7)), own, rujukan)
    writer.index(FILES)
    seen = with_readers(writer)

    assert seen.faults == []
    assert own.late == []
    assert own.until_words
    assert len(seen.editions) >= 2
    assert len(seen.generations) > 2
    verdict = rujukan("verify", "--json").doc
    assert verdict["clean"], verdict["findings"]


def with_readers(writer: Writer) -> Report:
    """Let the writer write among its readers; return what they saw."""
    root, seen = writer.root, Report()
    held = Searchers(None, threads=1)
    spawning = multiprocessing.get_context("spawn")
    with ThreadPoolExecutor(IN_THREADS + 1) as threads, ProcessPoolExecutor(PROCESSES, spawning) as processes:
        watching = threads.submit(writer.own.watch)
        near = [threads.submit(read_on, root, held if n else None, n) for n in range(IN_THREADS)]
        far = [processes.submit(read_on_in_process, root, 100 * n) for n in range(1, PROCESSES + 1)]
        try:
            rounds = writer.write_on([watching, *near, *far])
        finally:
            ended(root).touch()
            writer.own.committed.put(None)
        watching.result()
        for report in (*(reader.result() for reader in near), *(one for reader in far for one in reader.result())):
            seen.add(report)
    _log(writer.own, rounds, seen)
    return seen


def _log(own: Own, rounds: int, seen: Report) -> None:
    told = {
        "rounds": rounds,
        "looks": seen.looks,
        "editions": len(seen.editions),
        "generations": len(seen.generations),
        "looks without base": seen.without_base,
        "faults": len(seen.faults),
        "own writes": len(own.until_found),
        "found by the first search": own.at_first_search,
        "late": len(own.late),
        "most seconds until a search began that found it": round(max(own.until_found, default=0), 3),
        "the same by words": round(max(own.until_words, default=0), 3),
    }
    logging.getLogger(__name__).info(json.dumps(told))

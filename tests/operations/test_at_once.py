"""One writer, sixteen readers: files come, change and go, bases are compacted and editions switched, all at once.

`AT_ONCE_SECONDS` (30) says how long; `--log-cli-level=INFO` shows what was measured.
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

import numpy as np
import pytest
from numpy.typing import NDArray

from catalog import dropping, editions, generations, vectors
from catalog.database import Catalog
from catalog.editions import Edition, Model
from catalog.lock import writer_lock
from catalog.opening import create, open_existing
from catalog.scope import OPERATOR
from embedding import embedder
from embedding.embedder import Embedder
from engine.engine import Engine
from indexer.outcome import Item
from indexer.run import Options, Progress, Tools, index
from indexer.sources import scan
from search.opening import Searchers
from search.results import Hit
from search.searcher import Searcher
from tests.operations.conftest import Rujukan
from tests.word_counts import WIDTH, WordCounts

SECONDS = float(os.environ.get("AT_ONCE_SECONDS", "30"))
IN_THREADS = 4
PROCESSES, THREADS_EACH = 2, 6
READERS = IN_THREADS + PROCESSES * THREADS_EACH
PAUSE = 0.5  # seconds between two looks of a reader: sixteen of them leave the writer its share of two cores
TAIL_LIMIT = 15  # passages; every round changes more, so that every round builds a base
FILES, FRESH, REVISED = 60, 10, 4  # held at once, new in a round, and changed in a round
DEADLINE = 1.0  # seconds after its commit: a search begun later must find an asset
DEADLINE_OF_WORDS = 30.0  # the same for the lexical index: published twice a second, but a busy machine may dawdle
TOPICS = ("arsip", "kendaraan", "anggaran", "kepegawaian", "jaringan", "perizinan")


class Folded:
    """The model that counts words, in half the width: another model, to which a catalog can be moved."""

    model_id = "folded-word-counts"
    width = WIDTH // 2

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.embed_passages(texts)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = WordCounts().embed_passages(texts).reshape(len(texts), 2, self.width).sum(axis=1)
        unit: NDArray[np.float32] = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1)
        return unit


WIDE, NARROW = "lebar", "sempit"
MODELS: dict[str, Embedder] = {WIDE: WordCounts(), NARROW: Folded()}
SIZES = {WIDE: (110, 30), NARROW: (20, 5)}


def load(model: str, *, threads: int) -> Embedder:
    assert threads > 0
    return MODELS[model]


@dataclass
class Report:
    """What readers saw: their looks, the editions and generations that answered, and all that was wrong."""

    looks: int = 0
    editions: set[int] = field(default_factory=set)
    generations: set[int] = field(default_factory=set)
    without_base: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Report") -> None:
        """Take in what another reader saw."""
        self.looks += other.looks
        self.editions |= other.editions
        self.generations |= other.generations
        self.without_base += other.without_base
        self.faults += other.faults


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


def read_on(root: Path, held: Searchers | None, seed: int) -> Report:
    """Search until the writer has ended: with what is held, as the pages do, or opening all anew, as commands do."""
    report, chance = Report(), random.Random(seed)
    while not _ended(root).exists():
        with closing(open_existing(root)) as catalog, catalog.reading():
            look(catalog, (held or Searchers(None, threads=1)).of(catalog), report, chance)
        _ready(root, seed).touch()
        time.sleep(PAUSE)
    return report


def _ended(root: Path) -> Path:
    return root.with_name("ended")


def _ready(root: Path, seed: int) -> Path:
    return root.with_name(f"ready-{seed}")


def read_on_in_process(root: Path, seed: int) -> list[Report]:
    """Read with several threads of another process that share their searchers."""
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(THREADS_EACH) as threads:
        patch.setattr(embedder, "load", load)
        held = Searchers(None, threads=1)
        started = [threads.submit(read_on, root, held if n else None, seed + n) for n in range(THREADS_EACH)]
        return [reader.result() for reader in started]


def look(catalog: Catalog, searcher: Searcher, report: Report, chance: random.Random) -> None:
    """Search twice in one snapshot, and compare what is given with what the snapshot holds."""
    edition = editions.current(catalog)
    assert edition is not None
    path, own = chance.choice(_own_words(catalog))
    hits = searcher.search(catalog, own, OPERATOR).hits
    found = any(own in passage.passage.text for hit in hits if hit.card.path == path for passage in hit.passages)
    wrong = [] if found else [f"{path} with {own} is in the snapshot, and was not found"]
    more = searcher.search(catalog, chance.choice(TOPICS), OPERATOR).hits
    wrong += [*_strays(catalog, edition, (*hits, *more)), *_disagreements(catalog, edition, searcher, report)]
    report.looks += 1
    report.editions.add(edition.number)
    report.faults += [f"edition {edition.number} ({edition.model.name}): {what}" for what in wrong]


def _own_words(catalog: Catalog) -> list[tuple[str, str]]:
    """Give path and own word of the snapshot's last assets to be read, and of one more."""
    rows = catalog.db.execute(
        "SELECT asset.path, page.text FROM page JOIN version ON version.id = page.version AND version.newest = 1"
        " JOIN asset ON asset.id = version.asset ORDER BY version.id DESC LIMIT 60"
    ).fetchall()
    return [(path, text.split()[0]) for path, text in (*rows[:5], rows[-1])]


def _strays(catalog: Catalog, edition: Edition, hits: tuple[Hit, ...]) -> Iterator[str]:
    """Tell which passages shown are not, word for word, of the snapshot's assets and of the splitting that answers."""
    for passage in (shown.passage for hit in hits for shown in hit.passages):
        rows = catalog.db.execute(
            "SELECT asset.key, version.number, p.splitting, substr(page.text, p.start + 1, p.end - p.start)"
            " FROM passage p JOIN page ON page.id = p.page JOIN version ON version.id = p.version AND version.newest"
            " JOIN asset ON asset.id = version.asset WHERE p.id = ?",
            [passage.id],
        ).fetchall()
        if rows != [(passage.asset, passage.version, edition.splitting.number, passage.text)]:
            yield f"passage {passage.id} of {passage.path} is {rows}"


def _disagreements(catalog: Catalog, edition: Edition, searcher: Searcher, report: Report) -> Iterator[str]:
    """Tell where the vectors that answer are not those of the snapshot's generation and of what changed after it."""
    dense = searcher.engine.dense
    view, named = dense.view(catalog), generations.current(catalog, edition.vectors)
    if (dense.of, view.generation) != (edition.vectors, named):
        yield f"the snapshot names {edition.vectors} and {named}, but {dense.of} and {view.generation} answered"
    held = view.tail.table["passage"].tolist()
    if view.base is not None:
        held += view.base.table["passage"][view.standing].tolist()
    live = vectors.embedded(catalog, edition.vectors)
    if sorted(held) != live:
        yield f"{sorted(set(held) - set(live))} are held and not live, {sorted(set(live) - set(held))} live, not held"
    report.generations.add(0 if named is None else named.id)
    report.without_base += named is not None and view.base is None


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
        found = by_words = False
        searches = 0
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
        """Write for SECONDS once all readers read, or until one has given up; return how many rounds were done."""
        while len(list(self.root.parent.glob("ready-*"))) < READERS and not any(reader.done() for reader in readers):
            time.sleep(0.1)
        until, rounds = time.monotonic() + SECONDS, 0
        for step in cycle((self._move, self._back, self._forth, self._reclaim)):
            if time.monotonic() > until or any(reader.done() for reader in readers):
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
            _ended(root).touch()
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

"""Readers who check what they are given against the snapshot in which they asked, and two models that they know."""

import random
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from catalog import editions, generations, vectors
from catalog.database import Catalog
from catalog.editions import Edition
from catalog.opening import open_existing
from catalog.scope import OPERATOR
from embedding import embedder
from embedding.embedder import Embedder
from search.opening import Searchers
from search.results import Hit
from search.searcher import Searcher
from tests.word_counts import WIDTH, WordCounts

THREADS_EACH = 6  # of a reading process
PAUSE = 0.5  # seconds between two looks of a reader: sixteen of them leave the writer its share of two cores
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


def read_on(root: Path, held: Searchers | None, seed: int) -> Report:
    """Search until the writer has ended: with what is held, as the pages do, or opening all anew, as commands do."""
    report, chance = Report(), random.Random(seed)
    while not ended(root).exists():
        with closing(open_existing(root)) as catalog, catalog.reading():
            look(catalog, (held or Searchers(None, threads=1)).of(catalog), report, chance)
        ready(root, seed).touch()
        time.sleep(PAUSE)
    return report


def ended(root: Path) -> Path:
    """The sign that the writer has ended."""
    return root.with_name("ended")


def ready(root: Path, seed: int) -> Path:
    """The sign that a reader has looked once."""
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

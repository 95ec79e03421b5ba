"""Measure the engine on random vectors: python -m benchmarks.engine_speed [PASSAGES…].

One row a catalog size with everything in a base generation, one with everything in the tail: the choice of TAIL_LIMIT.
Milliseconds. `words up` and `base up` bring the lexical index and the base up from nothing (in the second row from what
the first left); `first` is the first request of a new reader, `operator`, `unit` (viewer) and `kind` (filter) medians
of 50, of which `lexical` and `dense` are the parts; `add` publishes an asset of 20 passages, `seen` the next request.
MB is the process's peak so far.
"""

import argparse
import hashlib
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from catalog import metadata, opening, storing, vectors
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, Scope, scope_of
from catalog.vectors import VectorSet
from engine.dense import TAIL_LIMIT, DenseIndex
from engine.engine import Engine
from engine.lexical import LexicalIndex
from engine.query import Clause, Filters, Request

WIDTH, MODEL = 384, "random"
PER_ASSET = 20
WORDS = 120  # a passage
VOCABULARY = 20_000
QUESTIONS = 50
ANY = Filters()
COLUMNS = (
    "passages",
    "tail",
    "words up",
    "base up",
    "first",
    "operator",
    "unit",
    "kind",
    "lexical",
    "dense",
    "add",
    "seen",
    "MB",
)


def main() -> None:
    """Print the table for the sizes on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("passages", type=int, nargs="*", default=[2_000, TAIL_LIMIT, 20_000, 100_000])
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    sys.stdout.write(f"importing FAISS: {timed(lambda: import_module('faiss')):.0f} ms\n")
    sys.stdout.write("".join(f"{name:>10}" for name in COLUMNS) + "\n")
    for count in arguments.passages:
        with tempfile.TemporaryDirectory() as folder:
            catalog = filled(Path(folder), count)
            for limit in (0, count * 2):
                figures = measured(catalog, limit, arguments.threads)
                row = [str(count), "rest" if limit == 0 else "all", *(f"{f:.1f}" for f in figures)]
                sys.stdout.write("".join(f"{cell:>10}" for cell in row) + "\n")
                sys.stdout.flush()


def filled(folder: Path, count: int) -> Catalog:
    """Return a catalog of that many passages of Zipf-like words, with random unit vectors."""
    catalog, dice = opening.create(folder), random.Random(1)
    units = [row["code"] for row in catalog.db.query("SELECT code FROM unit")]
    with catalog.writing():
        for _ in range(count // PER_ASSET):
            add_asset(
                catalog,
                dice,
                Metadata(
                    access=dice.choice(["terbuka", "internal", "terbatas"]),
                    unit=dice.choice(units),
                    status="disahkan",
                    kind=dice.choice(["sop", "kak"]),
                ),
            )
    return catalog


def add_asset(catalog: Catalog, dice: random.Random, card: Metadata) -> None:
    """Store one asset of PER_ASSET passages with their vectors."""
    texts = [" ".join(words(dice, WORDS)) for _ in range(PER_ASSET)]
    hashes = [hashlib.sha256(text.encode()).digest() for text in texts]
    pages = tuple(storing.NewPage(n, None, "text", 1.0, text) for n, text in enumerate(texts, 1))
    passages = tuple(
        storing.NewPassage(n, "text", None, (), 0, len(text), text, key)
        for n, (text, key) in enumerate(zip(texts, hashes, strict=True))
    )
    asset = storing.add_asset(catalog, storing.source_id(catalog, "bench"), hashes[0].hex())
    new = storing.NewVersion(hashes[0].hex(), 1, "text/plain", "Judul", "lain", {}, pages, passages)
    storing.add_version(catalog, asset, new)
    vectors.put(catalog, MODEL, hashes, np.stack([unit_vector(dice) for _ in hashes]))
    metadata.apply(catalog, asset, card)


def words(dice: random.Random, count: int) -> list[str]:
    """Return that many invented words, few of them frequent."""
    return [f"kata{int(VOCABULARY ** dice.random())}" for _ in range(count)]


def unit_vector(dice: random.Random) -> NDArray[np.float32]:
    """Return a random direction (WIDTH,)."""
    vector = np.random.default_rng(dice.getrandbits(32)).standard_normal(WIDTH, dtype=np.float32)
    return vector / np.float32(np.linalg.norm(vector))


def measured(catalog: Catalog, limit: int, threads: int) -> list[float]:
    """Return the figures of one row, in the order of COLUMNS."""
    dice = random.Random(limit + 2)
    engine = Engine.open(catalog.folder, VectorSet(MODEL), WIDTH, threads=threads, tail_limit=limit)
    words_up = timed(lambda: engine.lexical.bring_up(catalog))
    base_up = timed(lambda: engine.dense.compact(catalog))
    reader = Engine.open(catalog.folder, VectorSet(MODEL), WIDTH, threads=threads, tail_limit=limit)
    first = timed(lambda: reader.retrieve(catalog, question(dice, OPERATOR)))
    scopes = [(OPERATOR, ANY), (scope_of("BPAD"), ANY), (scope_of("public"), Filters(kind="sop"))]
    whole = [partial(retrieve, reader, catalog, dice, scope, filters) for scope, filters in scopes]
    parts = [partial(one_side, side, catalog, dice) for side in (reader.lexical, reader.dense)]
    medians = [median(ask) for ask in (*whole, *parts)]
    with catalog.writing():
        add_asset(catalog, dice, Metadata(access="terbuka", unit="BPAD", status="disahkan"))
    add = timed(lambda: engine.publish(catalog, patience=None))
    seen = timed(lambda: reader.retrieve(catalog, question(dice, OPERATOR)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [words_up, base_up, first, *medians, add, seen, peak]


def retrieve(reader: Engine, catalog: Catalog, dice: random.Random, scope: Scope, filters: Filters) -> None:
    """Ask both sides one random question."""
    reader.retrieve(catalog, question(dice, scope, filters))


def one_side(side: LexicalIndex | DenseIndex, catalog: Catalog, dice: random.Random) -> None:
    """Ask one side alone."""
    side.search(catalog, question(dice, OPERATOR))


def question(dice: random.Random, scope: Scope, filters: Filters = ANY) -> Request:
    """Return a request of eight words, one with an expansion of two."""
    plain = [(Clause((word,)),) for word in words(dice, 7)]
    expanded = (Clause(tuple(words(dice, 1))), Clause(tuple(words(dice, 2)), 0.7))
    return Request((*plain, expanded), (), unit_vector(dice), scope, filters)


def timed(call: Callable[[], object]) -> float:
    """Return how long a call took, in milliseconds."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def median(call: Callable[[], object]) -> float:
    """Return the median of QUESTIONS calls, in milliseconds."""
    return statistics.median(timed(call) for _ in range(QUESTIONS))


if __name__ == "__main__":
    main()

"""What a search and an answer cost at 145,000 passages.

`python -m benchmarks.search_cost DATA [--passages N] [--folder DIR] [--txtai]`. The texts are paragraphs of laws from
DATA/train, drawn with a seed. The bundled model embeds SAMPLE of them; the others get a vector perturbed from one of
those (see `benchmarks.growth_made`), since embedding them all takes an hour. The questions are what people and laws ask
in the files of pairs. Everything runs in this one process, in this order: both indexes are built, then each question by
`search` (encoding included), all again (their vectors remembered), encoding alone, retrieval alone (vector given), and
`ask`. With --txtai (if installed) the same texts, vectors and questions go through its hybrid.
"""

import argparse
import hashlib
import json
import lzma
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TypeVar

import numpy as np

from benchmarks.growth_made import NOISE, Floats, Real
from catalog import editions, metadata, opening, storing, vectors
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR
from catalog.vectors import VectorSet
from embedding.cores import available_cores
from embedding.embedder import Embedder, load
from engine.engine import Engine
from engine.query import Request
from engine.vector_index import faiss_with
from search.answer import ask
from search.opening import open_searcher
from search.searcher import Searcher

PARAGRAPHS = "peraturan-paragraf.txt.xz"
QUESTIONS = ("pairs-idkmrc.jsonl.xz", "pairs-nusantaralaw.jsonl.xz", "peraturan-penjelasan-pasal.jsonl.xz")
SAMPLE = 2_000
WORDS = range(15, 131)  # a passage of the product has at most 110 words and a title
PER_ASSET = 20
ASKED = 300
ANSWERED = 60
QUESTION_WORDS = 20
DEPTH = 100
SEED = 1
Item = TypeVar("Item")


def main() -> None:
    """Print a line for each measurement: median and 95th percentile in milliseconds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--passages", type=int, default=145_000)
    parser.add_argument("--folder", type=Path, help="keep the catalog here, and take up one that is there")
    parser.add_argument("--txtai", action="store_true")
    given = parser.parse_args()
    texts, questions = drawn(given.data / "train", given.passages)
    say(f"{len(texts):,} passages, {len(questions)} questions, load {os.getloadavg()[0]:.1f}")
    with nullcontext(given.folder) if given.folder else tempfile.TemporaryDirectory() as folder:
        rows, asked = measured(Path(folder), texts, questions)
    if given.txtai:
        txtai(texts, rows, questions, asked)


def drawn(folder: Path, count: int) -> tuple[list[str], list[str]]:
    """Return that many different paragraphs, and ASKED questions, both in an order drawn by the seed."""
    with lzma.open(folder / PARAGRAPHS, "rt", encoding="utf-8") as lines:
        texts = list(dict.fromkeys(line.strip() for line in lines if len(line.split()) in WORDS))
    asked = []
    for name in QUESTIONS:
        with lzma.open(folder / name, "rt", encoding="utf-8") as lines:
            queries = [" ".join(json.loads(line)["query"].split()[:QUESTION_WORDS]) for line in lines]
        asked += random.Random(SEED).sample(queries, ASKED // len(QUESTIONS))
    return random.Random(SEED).sample(texts, count), random.Random(SEED).sample(asked, len(asked))


def measured(folder: Path, texts: Sequence[str], questions: Sequence[str]) -> tuple[Floats, Floats]:
    """Build the indexes, ask the questions, and return the vectors of the texts and of the questions."""
    model = load(threads=available_cores())
    rows = vectors_of(texts, model, folder)
    catalog = opening.create(folder / "data")
    of = editions.claim(catalog, editions.Model(model.model_id, model.width, "bawaan")).vectors
    if not vectors.embedded(catalog, of):
        fill(catalog, texts, rows, model.model_id)
    engine = Engine.open(catalog.folder, VectorSet(model.model_id), model.width, threads=available_cores())
    say(f"{'both indexes built':<34}{timed(lambda: engine.publish(catalog)) / 1000:>9.1f} s")
    searcher = open_searcher(catalog, None, threads=available_cores())
    asked = np.asarray(model.embed_queries(list(questions)), dtype=np.float32)
    searcher.search(catalog, questions[0], OPERATOR)
    told("search, question encoded", questions, lambda text: searcher.search(catalog, text, OPERATOR))
    told("the same questions again", questions, lambda text: searcher.search(catalog, text, OPERATOR))
    told("encoding of the question", questions, lambda text: model.embed_queries([text]))
    told("retrieval, vector given", requests(searcher, catalog, questions, asked), retrieval(searcher, catalog))
    told("ask", questions[:ANSWERED], lambda text: ask(searcher, catalog, text, OPERATOR))
    catalog.close()
    return rows, asked


def vectors_of(texts: Sequence[str], model: Embedder, folder: Path) -> Floats:
    """Return a unit vector (n, width) a text: of SAMPLE texts its own, of the others one beside one of those."""
    kept = folder / "vectors.npy"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        known = np.asarray(model.embed_passages(list(texts[:SAMPLE])), dtype=np.float32)
        real = Real(known, np.arange(len(known)), np.array([""]), known[:1])
        dice = np.random.default_rng(SEED)
        like = known[dice.integers(0, len(known), len(texts) - len(known))]
        made = [real.moved(like[at : at + 10_000], NOISE, dice) for at in range(0, len(like), 10_000)]
        np.save(kept, np.concatenate([known, *made]))
    loaded: Floats = np.load(kept)
    return loaded


def fill(catalog: Catalog, texts: Sequence[str], rows: Floats, model: str) -> None:
    """Store the passages, PER_ASSET in an asset."""
    source = storing.source_id(catalog, "cost")
    for first in range(0, len(texts), 500 * PER_ASSET):
        with catalog.writing():
            for at in range(first, min(first + 500 * PER_ASSET, len(texts)), PER_ASSET):
                own = slice(at, at + PER_ASSET)
                asset = _add(catalog, source, texts[own], rows[own], model)
                metadata.apply(catalog, asset, Metadata(unit="BPAD", access="terbuka", status="disahkan"))


def _add(catalog: Catalog, source: int, texts: Sequence[str], rows: Floats, model: str) -> int:
    keys = [hashlib.sha256(text.encode()).digest() for text in texts]
    pages = tuple(storing.NewPage(n, None, "text", 1.0, text) for n, text in enumerate(texts, 1))
    passages = tuple(
        storing.NewPassage(n, "text", None, (), 0, len(text), text, key)
        for n, (text, key) in enumerate(zip(texts, keys, strict=True))
    )
    asset = storing.add_asset(catalog, source, keys[0].hex())
    title = " ".join(texts[0].split()[:8])
    storing.add_version(
        catalog, asset, storing.NewVersion(keys[0].hex(), 1, "text/plain", title, "regulasi", {}, pages, passages)
    )
    vectors.put(catalog, model, keys, rows)
    return asset


def requests(searcher: Searcher, catalog: Catalog, questions: Iterable[str], asked: Floats) -> list[Request]:
    """Return what the engine is asked for each question."""
    read = [searcher.understood(catalog, text, OPERATOR) for text in questions]
    return [Request(q.groups, q.exact, vector, OPERATOR, limit=DEPTH) for q, vector in zip(read, asked, strict=True)]


def retrieval(searcher: Searcher, catalog: Catalog) -> Callable[[Request], object]:
    """Return what asks both indexes at once, as the searcher does, within one read transaction."""
    other_core, engine = ThreadPoolExecutor(1), searcher.engine

    def both(request: Request) -> object:
        with catalog.reading():
            near = other_core.submit(engine.by_vector(catalog, request), request.vector)
            return engine.both(engine.by_words(catalog, request), near.result())

    return both


def txtai(texts: Sequence[str], rows: Floats, questions: Sequence[str], asked: Floats) -> None:
    """Tell the same of txtai's hybrid of BM25 and FAISS, with the same vectors given, for as many results."""
    faiss_with(available_cores())  # OpenMP remembers for each thread how many this one last asked for
    given = dict(zip([*texts, *questions], [*rows, *asked], strict=True))
    settings = {"method": "external", "transform": lambda data: np.stack([given[text] for text in data])}
    embeddings = import_module("txtai").Embeddings(settings | {"hybrid": True, "content": False})
    rows_in = ((number, text, None) for number, text in enumerate(texts))
    say(f"{'txtai: index built':<34}{timed(lambda: embeddings.index(rows_in)) / 1000:>9.1f} s")
    told("txtai: retrieval, vector given", questions, lambda text: embeddings.search(text, DEPTH))


def told(name: str, items: Sequence[Item], call: Callable[[Item], object]) -> None:
    """Print median and 95th percentile of a call over the items, in milliseconds."""
    took = [timed(partial(call, item)) for item in items]
    say(f"{name:<34}{statistics.median(took):>9.1f} ms{statistics.quantiles(took, n=20)[-1]:>9.1f} ms")


def timed(call: Callable[[], object]) -> float:
    """Return how long a call took, in milliseconds."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

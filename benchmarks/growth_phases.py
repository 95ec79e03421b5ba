"""The phases of `benchmarks.growth`, each in a process of its own, so that each has a peak of memory of its own.

`python -m benchmarks.growth_phases {grow,build,ask,tail} FOLDER PASSAGES` prints one JSON object.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.growth_made import MODEL, RARE_UNIT, Floats, Real, grow
from catalog import opening, units
from catalog.database import Catalog
from catalog.scope import OPERATOR, Scope, scope_of
from catalog.vectors import VectorSet, embedded
from embedding.cores import available_cores
from engine.codes import visible
from engine.dense import DenseIndex, View
from engine.engine import Engine
from engine.masks import count
from engine.query import Filters, Request
from engine.vector_index import Search

QUESTIONS = 200
TEN = 10
Json = dict[str, Any]


@dataclass(frozen=True)
class Asking:
    """Who asks, and with which filter."""

    name: str
    scope: Scope
    filters: Filters


ASKED = (
    Asking("all", OPERATOR, Filters()),
    Asking("one_percent", OPERATOR, Filters(unit=RARE_UNIT)),
    Asking("own_topic", OPERATOR, Filters(unit="BPAD")),
    Asking("public", scope_of("public"), Filters()),
)
"""The filter of one percent lies across all topics, that of a real unit within its own; the public sees half of all."""


def main() -> None:
    """Run one phase."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("phase", choices=sorted(PHASES))
    parser.add_argument("folder", type=Path)
    parser.add_argument("passages", type=int)
    given = parser.parse_args()
    real = Real.kept(given.folder / "real.npz")
    data = given.folder / "data"
    catalog = opening.open_existing(data) if data.exists() else opening.create(data)
    if given.phase in ("grow", "build"):
        os.nice(10)  # minutes of both cores, as at night; who asks does not wait behind others
    began, worked = time.perf_counter(), time.process_time()
    result = PHASES[given.phase](catalog, real, given.passages)
    seconds, worked = time.perf_counter() - began, time.process_time() - worked
    result |= {"seconds": round(seconds, 2), "cpu_seconds": round(worked, 2), "peak_mb": peak_mb()}
    result["load"] = os.getloadavg()[0]  # who shared the machine: times mean little where it is above the cores
    catalog.close()
    sys.stdout.write(json.dumps(result))


def peak_mb() -> int:
    """Return the most memory that this process held (resident, MB)."""
    # Not getrusage: Linux hands the peak of the parent on to a child that it starts.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) >> 10


def dense_of(catalog: Catalog, real: Real) -> DenseIndex:
    """Return the vector index as the engine opens it."""
    width = real.passages.shape[1]
    return Engine.open(catalog.folder, VectorSet(MODEL), width, threads=available_cores()).dense


def grown(catalog: Catalog, real: Real, passages: int) -> Json:
    """Add passages until there are that many."""
    return {"passages": grow(catalog, real, passages)}


def built(catalog: Catalog, real: Real, _: int) -> Json:
    """Build a base of everything, where the tail is not enough."""
    fresh = dense_of(catalog, real).compact(catalog)
    folder = catalog.folder
    sizes = {
        path.name: path.stat().st_size / 1e6 for path in folder.index.glob(f"gen-{fresh and fresh.generation.id}/*")
    }
    result: Json = {"megabytes": {"catalog.db": folder.database.stat().st_size / 1e6, **sizes}}
    if fresh is None:
        return result | {"kind": "tail"}
    graph = fresh.graph or fresh.refused
    gate: Json = {"gate_recall": fresh.sketched}
    if graph is not None:
        gate = {"gate_recall": graph.recall, "breadth": graph.breadth}
    return result | {"kind": fresh.kind, "sentence": fresh.sentence(), **gate}


def asked(catalog: Catalog, real: Real, _: int) -> Json:
    """Ask every kind of question, and compare with what an exact search gives."""
    dense, vectors = dense_of(catalog, real), real.asked(QUESTIONS, 7)
    with catalog.reading():
        result: Json = {"open_ms": timed(lambda: dense.view(catalog))}
        return result | {asking.name: figures(dense, catalog, asking, vectors) for asking in ASKED}


def tailed(catalog: Catalog, real: Real, passages: int) -> Json:
    """Add a tail of that many passages to what is there, and ask again."""
    dense, vectors = dense_of(catalog, real), real.asked(QUESTIONS, 8)
    dense.view(catalog)
    grow(catalog, real, len(embedded(catalog, dense.of)) + passages)
    with catalog.reading():
        read = timed(lambda: dense.view(catalog))
        tail = len(dense.view(catalog).tail.table)
        return {"tail": tail, "read_ms": read, **figures(dense, catalog, ASKED[0], vectors)}


def figures(dense: DenseIndex, catalog: Catalog, asking: Asking, vectors: Floats) -> Json:
    """Return times of retrieval in milliseconds, of the first question alone, and recall of the first ten."""
    requests = [Request((), (), vector, asking.scope, asking.filters) for vector in vectors]
    first = timed(lambda: dense.search(catalog, requests[0]))
    found, times, work = [], [], []
    for request in requests:
        began, worked = time.perf_counter(), time.thread_time()
        hits = dense.search(catalog, request)
        times.append((time.perf_counter() - began) * 1000)
        work.append((time.thread_time() - worked) * 1000)
        found.append([hit.score for hit in hits[:TEN]] + [-1.0] * (TEN - len(hits)))
    share, exact = truth(dense.view(catalog), catalog, asking, vectors)
    return {
        "share": round(share, 4),
        "first_ms": first,
        "median_ms": round(float(np.median(times)), 2),
        "p95_ms": round(float(np.percentile(times, 95)), 2),
        "median_cpu_ms": round(float(np.median(work)), 2),
        "p95_cpu_ms": round(float(np.percentile(work, 95)), 2),
        "recall": round(float((np.array(found) >= exact[:, -1:] - 1e-6).mean()), 4),
    }


def truth(view: View, catalog: Catalog, asking: Asking, vectors: Floats) -> tuple[float, Floats]:
    """Return the share of the passages that is let through, and the ten highest cosines of each question."""
    numbers = units.numbers(catalog)
    seen = visible(view.tail.table, asking.scope, asking.filters, numbers)
    scores, allowed, every = vectors @ view.tail.vectors[seen].T, int(seen.sum()), len(seen)
    if view.base is not None:
        bits = view.base.masks.visible(asking.scope, asking.filters, numbers) & view.standing_bits
        exact, _ = view.base.index.exactly(vectors, Search(TEN, bits, threads=available_cores()))
        scores, allowed, every = np.hstack([scores, exact]), allowed + count(bits), every + int(view.standing.sum())
    return allowed / every, -np.sort(-scores, axis=1)[:, :TEN]


def timed(call: Callable[[], object]) -> float:
    """Return how long a call took, in milliseconds."""
    began = time.perf_counter()
    call()
    return round((time.perf_counter() - began) * 1000, 2)


PHASES: dict[str, Callable[[Catalog, Real, int], Json]] = {
    "grow": grown,
    "build": built,
    "ask": asked,
    "tail": tailed,
}

if __name__ == "__main__":
    main()

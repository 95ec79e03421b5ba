"""FAISS as the base generations use it: vectors as 16-bit floats, searched one by one or through a graph (HNSW)."""

from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

Found: TypeAlias = tuple[NDArray[np.float32], NDArray[np.int64]]
"""Scores and places (n, count), best first."""


EXACT_UP_TO = 100_000
"""As many vectors are compared one by one beside a graph: 6 ms where they are all, 10 where runs among a million."""


@dataclass(frozen=True)
class Graph:
    """When and how a graph is built over the vectors, by the measurements in docs/scale.md.

    With fewer than `from_vectors` the sketches are as fast (engine/sketch.py), and made in seconds.
    `links` is HNSW's M, `build_breadth` its efConstruction; `breadths` are the efSearch values tried in turn until
    recall@10 is `wanted`. Below `least` the graph is given up.
    """

    from_vectors: int = 300_000
    links: int = 32
    build_breadth: int = 200
    breadths: tuple[int, ...] = (128, 192, 256, 384, 512, 768, 1024, 1536, 2048, 3072)
    wanted: float = 0.98
    least: float = 0.97


@dataclass(frozen=True)
class Search:
    """One search: how many are wanted, and among which places (packed bits, little-endian; None is all).

    Only an exact one looks at `among`, only one by graph at `breadth` (efSearch; `count` if that is more). A server
    answers several at once, and where cores are busy a second thread costs 20 ms: so one unless told.
    """

    count: int
    among: NDArray[np.uint8] | None = None
    breadth: int = 0
    threads: int = 1


@dataclass(frozen=True)
class VectorIndex:
    """Vectors by their place, compared by inner product.

    16-bit floats kept .998 of the ten nearest among 200,000, 8 bits a number would keep .965. `owner` is what the
    vectors live in where that is another index.
    """

    raw: Any
    owner: Any = None

    @classmethod
    def empty(cls, width: int, graph: Graph | None) -> Self:
        """Return an index without vectors, with a graph or without."""
        faiss = import_module("faiss")
        half, product = faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
        if graph is None:
            return cls(faiss.IndexScalarQuantizer(width, half, product))
        index = faiss.IndexHNSWSQ(width, half, graph.links, product)
        index.hnsw.efConstruction = graph.build_breadth
        return cls(index)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read an index from a file; raise RuntimeError if it is none."""
        return cls(import_module("faiss").read_index(str(path)))

    @property
    def size(self) -> int:
        """Return how many vectors there are."""
        return int(self.raw.ntotal)

    @property
    def width(self) -> int:
        """Return how many numbers a vector has."""
        return int(self.raw.d)

    @property
    def has_graph(self) -> bool:
        """Tell whether it can be searched through a graph."""
        return hasattr(self.raw, "hnsw")

    def without_graph(self) -> "VectorIndex":
        """Return the same vectors without the graph."""
        if not self.has_graph:
            return self
        return VectorIndex(import_module("faiss").downcast_index(self.raw.storage), self.raw)

    def add(self, rows: NDArray[np.float32], threads: int) -> None:
        """Add vectors (n, width) behind those that are there."""
        faiss_with(threads)
        self.raw.add(rows)

    def save(self, path: Path) -> None:
        """Write all to a file; raise OSError if that fails."""
        try:
            import_module("faiss").write_index(self.raw, str(path))
        except RuntimeError as error:
            raise OSError(str(error)) from error

    def rows(self, places: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the vectors at some places (n, width)."""
        rows: NDArray[np.float32] = self.without_graph().raw.reconstruct_batch(places)
        return rows

    def exactly(self, vectors: NDArray[np.float32], search: Search) -> Found:
        """Return the nearest to each vector (n, width), every one compared."""
        faiss = faiss_with(search.threads)
        selector = None if search.among is None else faiss.IDSelectorBitmap(search.among)
        parameters = faiss.SearchParameters(sel=selector)
        scores, places = self.without_graph().raw.search(vectors, search.count, params=parameters)
        return scores, places

    def nearest_of(self, vector: NDArray[np.float32], places: NDArray[np.int64], count: int) -> Found:
        """Return the nearest to a vector (width,) among a few places, every one compared as `exactly` does.

        Their bytes are copied to an index of their own: asking of each place of all whether it is one of these takes
        longer than comparing a thousand.
        """
        faiss, ordered = faiss_with(1), np.sort(places)
        few = faiss.IndexScalarQuantizer(self.width, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
        few.add_sa_codes(np.ascontiguousarray(self._bytes[ordered]))
        scores, found = few.search(vector.reshape(1, -1), min(count, len(ordered)))
        return scores, ordered[found]

    @cached_property
    def _bytes(self) -> NDArray[np.uint8]:
        """Return the bytes of all vectors where they lie, of an index that is not added to any more."""
        raw = self.without_graph().raw
        view: NDArray[np.uint8] = import_module("faiss").rev_swig_ptr(raw.codes.data(), raw.codes.size())
        return view.reshape(self.size, raw.code_size)

    def by_graph(self, vectors: NDArray[np.float32], search: Search) -> Found:
        """Return what the graph finds; a place of -1 says that it found no more."""
        faiss = faiss_with(search.threads)
        parameters = faiss.SearchParametersHNSW(efSearch=max(search.breadth, search.count))
        scores, places = self.raw.search(vectors, search.count, params=parameters)
        return scores, places


def faiss_with(threads: int) -> ModuleType:
    """Give FAISS, imported at its first use (0.1 s, and small catalogs never need it).

    OpenMP keeps the number of threads for each calling thread, so it is set at every use.
    """
    faiss = import_module("faiss")
    faiss.omp_set_num_threads(threads)
    return faiss

"""Sketches of vectors: every one is looked at in a 16th of its bytes, so that few need to be compared in full.

Product quantisation with 4 bits for each pair of numbers, scanned in registers: FAISS's PQ FastScan, after André,
Kermarrec and Le Scouarnec 2015, "Cache locality is not enough", VLDB 9(4). A sketch only proposes; what it proposes is
compared by `VectorIndex.exactly`, so scores and rights are those of the vectors themselves.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from engine.masks import Bits, count, let_through
from engine.vector_index import Found, VectorIndex, faiss_with

FROM_VECTORS = 20_000
"""So few are compared in full in 2 ms; looking at their sketches first would take 1."""
_PAIR = 2  # numbers that share four bits
_LEARNT_FROM = 20_000  # vectors: 40,000 gave the same recall
_ROUNDS = 10  # of k-means; 25 gave the same recall
_FEWEST = 1_000  # vectors: FAISS asks for 39 for each of 16 centroids
_BATCH = 16_384
_CLOSER = 10  # times as many as are wanted are compared in full: 5 would lose .014 of the nearest 200
_AT_LEAST = 1_000
_MOST = 8_192  # of sketches taken; where more would be needed, comparing all that is let through is as fast
_SEED = 10


@dataclass(frozen=True)
class Sketch:
    """Sketches of all vectors of an index, by their places: vectors themselves, kept and read as all others."""

    codes: VectorIndex

    @classmethod
    def of(cls, index: VectorIndex, threads: int) -> Self | None:
        """Return the sketches of an index, always the same; None for one of few vectors, or of odd width."""
        if index.size < _FEWEST or index.width % _PAIR:
            return None
        faiss = faiss_with(threads)
        raw = faiss.IndexPQFastScan(index.width, index.width // _PAIR, 4, faiss.METRIC_INNER_PRODUCT)
        raw.pq.cp.niter = _ROUNDS
        drawn = np.random.default_rng(_SEED).choice(index.size, min(_LEARNT_FROM, index.size), replace=False)
        seen = index.rows(np.sort(drawn))
        # Vectors of texts share a direction that tells nothing; without it the bits are spent on what differs. All
        # products with a question become less by the same, so their order stays.
        centre = seen.mean(axis=0)
        raw.train(np.ascontiguousarray(seen - centre))
        for start in range(0, index.size, _BATCH):
            places = np.arange(start, min(start + _BATCH, index.size))
            raw.add(np.ascontiguousarray(index.rows(places) - centre))
        return cls(VectorIndex(raw))

    def nearest(self, index: VectorIndex, vector: NDArray[np.float32], seen: Bits, wanted: int) -> Found | None:
        """Return the nearest to a vector (width,) that are let through, None if too few of the nearest of all are.

        So many sketches are taken as would do if what is let through lay evenly; their vectors are compared in full.
        """
        through = count(seen)
        looked_at = max(_CLOSER * wanted, _AT_LEAST)
        near = self._near(vector, min(looked_at * index.size // through, _MOST, index.size))
        right = near[let_through(seen, near)]
        if len(right) < min(looked_at // 2, through):
            return None
        return index.nearest_of(vector, right, wanted)

    def _near(self, vector: NDArray[np.float32], most: int) -> NDArray[np.int64]:
        faiss_with(1)
        places: NDArray[np.int64] = self.codes.raw.search(vector.reshape(1, -1), most)[1][0]
        return places[places >= 0]

"""Searching a loaded base generation: exactly where few vectors are let through, else by its graph or its sketches."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.codes import Table
from engine.masks import Bits, Masks, count, let_through
from engine.query import Scored
from engine.sketch import FROM_VECTORS, Sketch
from engine.vector_index import EXACT_UP_TO, Found, Search, VectorIndex

_SPARE = 2  # times as many as would hold what is wanted if what is let through lay evenly
_MOST = 3072  # taken from the graph: about 13 ms among a million


@dataclass(frozen=True)
class Base:
    """A loaded generation; whoever holds it may use it after its files are gone.

    `breadth` is that of a search through the graph (efSearch), 0 where there is none.
    """

    table: Table
    index: VectorIndex
    breadth: int = 0
    sketch: Sketch | None = None
    exact_up_to: int = EXACT_UP_TO
    sketched_from: int = FROM_VECTORS

    @cached_property
    def masks(self) -> Masks:
        """Return who may see which of the records."""
        return Masks(self.table)

    def nearest(self, vector: NDArray[np.float32], seen: Bits, limit: int) -> list[Scored]:
        """Return the passages let through of highest inner product with a vector (width,), best first.

        Exactly without graph and sketches, and where no more than `exact_up_to` or fewer than `sketched_from` are let
        through.
        """
        allowed = count(seen)
        wanted = min(limit, allowed)
        if wanted == 0:
            return []
        among = None if allowed == len(self.table) else seen
        found = None
        if self.breadth and allowed > self.exact_up_to:
            found = self._by_graph(vector, seen, wanted)
        elif self.sketch is not None and not self.breadth and allowed >= self.sketched_from:
            found = self.sketch.nearest(self.index, vector, seen, wanted)
        scores, places = found or self.index.exactly(vector.reshape(1, -1), Search(wanted, among))
        passages = self.table["passage"][places.ravel()].tolist()
        return [Scored(p, s) for p, s in zip(passages, scores.ravel().tolist(), strict=True)]

    def _by_graph(self, vector: NDArray[np.float32], seen: Bits, wanted: int) -> Found | None:
        """Return the nearest that are let through, None if too few of the nearest of all are.

        FAISS can also look for those that are let through on its way. Where a filter and a question are about
        different things it then found 37 % of the ten nearest among 300,000; those that it misses here are compared.
        """
        evenly = wanted * self.index.size // count(seen)
        most = min(_SPARE * evenly, max(_MOST, wanted), self.index.size)
        scores, places = self.index.by_graph(vector.reshape(1, -1), Search(most, breadth=self.breadth))
        right = (places[0] >= 0) & let_through(seen, places[0])
        if np.count_nonzero(right) < wanted:
            return None
        return scores[0][right][:wanted], places[0][right][:wanted]

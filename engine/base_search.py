"""Searching a loaded base generation: exactly where few vectors are let through, through its graph otherwise."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from engine.codes import Table
from engine.masks import Bits, Masks, count
from engine.query import Scored
from engine.vector_index import Search, VectorIndex

EXACT_UP_TO = 30_000
"""Vectors let through that are compared one by one, graph or not: 11 ms where they lie scattered among a million."""
_BROADER = 2  # times as broad where a filter or rights leave something out: around the vector there may be little else
_BROADEST = 3072  # about 13 ms among a million


@dataclass(frozen=True)
class Base:
    """A loaded generation; whoever holds it may use it after its files are gone.

    `breadth` is that of a search through the graph (efSearch), 0 where there is none.
    """

    table: Table
    index: VectorIndex
    breadth: int = 0
    exact_up_to: int = EXACT_UP_TO

    @cached_property
    def masks(self) -> Masks:
        """Return who may see which of the records."""
        return Masks(self.table)

    def nearest(self, vector: NDArray[np.float32], seen: Bits, limit: int) -> list[Scored]:
        """Return the passages let through of highest inner product with a vector (width,), best first.

        Exactly without a graph, or where no more than `exact_up_to` are let through.
        """
        allowed = count(seen)
        wanted = min(limit, allowed)
        if wanted == 0:
            return []
        row = vector.reshape(1, -1)
        among = None if allowed == len(self.table) else seen
        if self.breadth == 0 or allowed <= self.exact_up_to:
            scores, places = self.index.exactly(row, Search(wanted, among))
        else:
            breadth = self.breadth if among is None else max(self.breadth, min(self.breadth * _BROADER, _BROADEST))
            scores, places = self.index.by_graph(row, Search(wanted, among, breadth))
            if places[0, -1] < 0:  # it came no further: most around the vector are not let through
                scores, places = self.index.exactly(row, Search(wanted, among))
        passages = self.table["passage"][places[0]].tolist()
        return [Scored(p, s) for p, s in zip(passages, scores[0].tolist(), strict=True)]

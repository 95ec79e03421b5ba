"""What changed after the base generation: read from the change log and the vector cache, searched exactly."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalog import changes, vectors
from catalog.database import Catalog
from catalog.vectors import VectorSet
from engine.codes import Table, among, table_of, vectors_of
from engine.query import Scored


@dataclass(frozen=True)
class Tail:
    """Live passages whose last change lies in `base < seq <= self.seq`, and the ids of all passages that changed there.

    Never changed: a newer tail is a new one, so that a reader may keep what it holds.
    """

    seq: int
    table: Table
    vectors: NDArray[np.float32]
    changed: frozenset[int]

    def nearest(self, vector: NDArray[np.float32], allowed: NDArray[np.bool_], limit: int) -> list[Scored]:
        """Return the allowed passages of highest inner product with a vector (width,), best first, exactly."""
        places = np.flatnonzero(allowed)
        # Not `@`: BLAS would start a thread a core for it, and wait for them longer than the work takes.
        scores = np.vecdot(self.vectors, vector)[places]
        if limit < len(scores):  # most are out at a glance; of equal scores none is preferred yet
            near = np.flatnonzero(scores >= np.partition(scores, -limit)[-limit])
            places, scores = places[near], scores[near]
        best = np.argsort(-scores, kind="stable")[:limit]
        passages = self.table["passage"][places[best]].tolist()
        return [Scored(p, s) for p, s in zip(passages, scores[best].tolist(), strict=True)]


def whole(catalog: Catalog, of: VectorSet, width: int) -> Tail:
    """Return all live passages that have vectors, for a catalog without a base."""
    seq = changes.last_seq(catalog)
    found = list(vectors.entries(catalog, of))
    return Tail(seq, table_of(found), vectors_of(found, width), frozenset())


def after(catalog: Catalog, seq: int, of: VectorSet, width: int) -> Tail:
    """Return what changed after `seq`."""
    return advanced(Tail(seq, table_of([]), vectors_of([], width), frozenset()), catalog, of, width)


def advanced(tail: Tail, catalog: Catalog, of: VectorSet, width: int) -> Tail:
    """Return the tail brought up to the catalog's last change; itself if nothing changed."""
    last = changes.last_seq(catalog)
    if last == tail.seq:
        return tail
    operations = changes.since(catalog, tail.seq, of.splitting)
    found = list(vectors.entries_of(catalog, of, sorted(p for p, op in operations.items() if op == "put")))
    standing = ~among(tail.table, operations)
    table = np.concatenate([tail.table[standing], table_of(found)])
    rows = np.concatenate([tail.vectors[standing], vectors_of(found, width)])
    order = np.argsort(table["passage"])
    return Tail(last, table[order], rows[order], tail.changed | operations.keys())


def overridden(base: Table, tail: Tail) -> NDArray[np.bool_]:
    """Return for each record of the base whether its passage changed after it."""
    return among(base, tail.changed)

"""The vector index: the base generation and the tail of the change log, answering as one."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from catalog import changes, generations, passages, units, vectors
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.generations import Generation
from catalog.scope import Scope
from catalog.vectors import VectorSet
from engine import tail as tails
from engine.base_search import Base
from engine.codes import among, visible
from engine.generation import Built, DamagedGenerationError, Generations, nothing
from engine.masks import Bits, packed
from engine.query import Filters, Request, Scored
from engine.tail import Tail

TAIL_LIMIT = 4000
"""Passages whose vectors a reader takes from the cache rather than from a base."""
GRAPH_TAIL = 2.5
"""Times as long a tail where the base has a graph, which takes minutes to build: 10,000 cost 2 ms a question."""
_STALE_SHARE = 0.25  # of a base's vectors: when as many passages changed after it, it is built again
_KEPT = 2  # generations: the current one, and the one that a snapshot begun before the switch still names
Nearest = Callable[[NDArray[np.float32]], tuple[Scored, ...]]
"""From a vector (width,) to the allowed passages nearest to it, best first."""


@dataclass(frozen=True)
class Members:
    """Which records of a tail and of a base are a community's."""

    of_tail: NDArray[np.bool_]
    of_base: Bits


@dataclass(frozen=True)
class View:
    """Base and tail of one snapshot; `standing` tells which records of the base did not change after it.

    `communities` keeps whose records are whose once that was asked: whatever changes it changes the tail.
    """

    generation: Generation | None
    base: Base | None
    standing: NDArray[np.bool_]
    tail: Tail
    communities: dict[str, Members] = field(default_factory=dict, compare=False)

    @cached_property
    def standing_bits(self) -> Bits:
        """Return `standing` as the masks of the base are."""
        return packed(self.standing)


@dataclass
class DenseIndex:
    """The vectors of one edition in one data folder. Serves any number of threads, each with its own catalog."""

    files: Generations
    tail_limit: int
    splitting: int = 1
    _held: View | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def of(self) -> VectorSet:
        """Return which vectors it holds."""
        return VectorSet(self.files.model, self.splitting)

    def search(self, catalog: Catalog, request: Request) -> tuple[Scored, ...]:
        """Return the allowed passages nearest to the request's vector, best first; belongs inside one snapshot."""
        return self.prepared(catalog, request)(request.vector)

    def prepared(self, catalog: Catalog, request: Request) -> Nearest:
        """Return a search as of this snapshot that only lacks the vector; belongs inside one snapshot.

        It asks nothing more of the catalog, so any thread may call it, at any time.
        """
        view, numbers = self.view(catalog), units.numbers(catalog)
        wanted, filters = request.filters.community, replace(request.filters, community=None)
        members = None if wanted is None else self._members(catalog, view, wanted)
        seen = visible(view.tail.table, request.scope, filters, numbers)
        if members is not None:
            seen &= members.of_tail
        bits = view.standing_bits
        if view.base is not None:
            bits = bits & view.base.masks.visible(request.scope, filters, numbers)
            if members is not None:
                bits &= members.of_base

        def nearest(vector: NDArray[np.float32]) -> tuple[Scored, ...]:
            asked = self._checked(vector)
            found = view.tail.nearest(asked, seen, request.limit)
            if view.base is not None:
                found += view.base.nearest(asked, bits, request.limit)
            return tuple(sorted(found, key=lambda hit: (-hit.score, hit.passage))[: request.limit])

        return nearest

    def _checked(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        if vector.shape != (self.files.width,):
            raise RujukanError(
                "bad_width",
                f"Vektor pertanyaan berbentuk {vector.shape}, sedangkan indeks memakai lebar"
                f" {self.files.width}. Pakai model yang sama dengan model katalog.",
            )
        return np.ascontiguousarray(vector, dtype=np.float32)

    def visible(self, catalog: Catalog, scope: Scope) -> NDArray[np.int64]:
        """Return the ids of all passages with vectors that a scope sees; belongs inside one snapshot."""
        view, numbers = self.view(catalog), units.numbers(catalog)
        seen: NDArray[np.int64] = view.tail.table["passage"][visible(view.tail.table, scope, _ANY, numbers)]
        if view.base is not None:
            through = view.base.masks.visible(scope, _ANY, numbers) & view.standing_bits
            mask = np.unpackbits(through, count=len(view.base.table), bitorder="little").astype(bool)
            seen = np.concatenate([view.base.table["passage"][mask], seen])
        return seen

    def _members(self, catalog: Catalog, view: View, community: str) -> Members:
        """Return which records are a community's, by the rows: a code beside each vector would want new bases."""
        if (held := view.communities.get(community)) is not None:
            return held
        found = passages.of_community(catalog, community, self.splitting)
        base = view.standing[:0] if view.base is None else among(view.base.table, found)
        members = Members(among(view.tail.table, found), packed(base))
        if found:  # names that are none's may be asked without end
            view.communities[community] = members
        return members

    def view(self, catalog: Catalog) -> View:
        """Return the base and tail of the catalog's snapshot, from memory as far as what is held fits it."""
        current, last = generations.current(catalog, self.of), changes.last_seq(catalog)
        with self._lock:
            held = self._held
            if held is not None and held.tail.seq > last:  # this snapshot was begun before others
                return self._opened(catalog, current)
            if held is not None and held.generation == current:
                self._held = view = self._advanced(held, catalog)
            else:
                self._held = held = None  # before the next is read: two bases of a million vectors are 2 GB
                self._held = view = self._opened(catalog, current)
        return view

    def due(self, catalog: Catalog, *, patience: int = 1) -> bool:
        """Tell whether the writer should build a base: the tail is long, or the base is stale or not whole.

        In the middle of a run, where building holds up the work, `patience` is how many times as long a tail may be.
        """
        current = generations.current(catalog, self.of)
        if current is None:
            return vectors.more_than(catalog, self.of, self.tail_limit * patience)
        changed = changes.count_since(catalog, current.base_seq, self.of.splitting)
        if changed > self._tail_after(current) * patience:
            return True
        return not self.files.is_whole(current)

    def compact(self, catalog: Catalog, beside: Callable[[], None] = nothing) -> Built | None:
        """Publish a base of everything there is and return it, or none where the tail is enough. For the writer only.

        Where most of what the exact search finds cannot be found through a graph, an exact base is published.
        `beside` is done once in any case, in this thread and snapshot, while FAISS works; see `Generations.build`.
        """
        of, fresh = self.of, None
        with catalog.reading():
            count = vectors.count(catalog, of)
            if count > self.tail_limit:
                wanted = Generation(generations.next_id(catalog), changes.last_seq(catalog), count)
                fresh = self.files.build(wanted, vectors.entries(catalog, of), beside)
            else:
                beside()
        with catalog.writing():
            if fresh is None:
                generations.retire(catalog, of)
            else:
                generations.publish(catalog, of, fresh.generation)
            kept = generations.forget_old(catalog, of, _KEPT)
        self.files.sweep(kept)
        return fresh

    def _tail_after(self, base: Generation) -> float:
        if base.vectors >= self.files.graph.from_vectors:
            return self.tail_limit * GRAPH_TAIL
        return min(self.tail_limit, base.vectors * _STALE_SHARE)

    def _opened(self, catalog: Catalog, current: Generation | None) -> View:
        of, width = self.of, self.files.width
        if current is not None:
            try:
                base = self.files.load(current)
            except DamagedGenerationError:
                # Slower, never wrong: the tail holds everything until the writer builds the next base.
                return View(current, None, _NONE, tails.whole(catalog, of, width))
            tail = tails.after(catalog, current.base_seq, of, width)
            return View(current, base, ~tails.overridden(base.table, tail), tail)
        return View(None, None, _NONE, tails.whole(catalog, of, width))

    def _advanced(self, held: View, catalog: Catalog) -> View:
        tail = tails.advanced(held.tail, catalog, self.of, self.files.width)
        if tail is held.tail:
            return held
        standing = held.standing if held.base is None else ~tails.overridden(held.base.table, tail)
        return View(held.generation, held.base, standing, tail)


_ANY = Filters()
_NONE: NDArray[np.bool_] = np.empty(0, dtype=bool)

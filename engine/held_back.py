"""What of an opened lexical index a viewer does not see, where that is little: words then need no filter.

A filter makes Tantivy score every passage that holds any of the words. Without one it passes over blocks of passages
that cannot come near the best (block-max WAND, Ding and Suel 2011, "Faster top-k document retrieval using block-max
indexes", SIGIR), which takes half the time; the few that must not be seen are then taken out of what it found.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from tantivy import Schema, Searcher

from catalog.scope import Scope
from engine.lexical_document import passage_ids
from engine.lexical_query import held_back

MOST = 0.05
"""Of the passages: where more are held back, what is found without a filter would too often be too few."""
KEPT = 64
"""Viewers, the last used: looking up what one does not see takes 1 ms at 145,000 passages."""


@dataclass
class HeldBack:
    """Serves any number of threads, for one commit of one index."""

    schema: Schema
    searcher: Searcher
    _kept: OrderedDict[Scope, frozenset[int] | None] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def by(self, scope: Scope) -> frozenset[int] | None:
        """Return the ids of the passages that a scope does not see; None where they are more than MOST."""
        with self._lock:
            if scope in self._kept:
                self._kept.move_to_end(scope)
                return self._kept[scope]
        found = self._looked_up(scope)
        with self._lock:
            self._kept[scope] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    def _looked_up(self, scope: Scope) -> frozenset[int] | None:
        most = int(MOST * self.searcher.num_docs)
        found = self.searcher.search(held_back(self.schema, scope), limit=most + 1, count=False).hits
        return frozenset(passage_ids(self.searcher, found)) if len(found) <= most else None

"""What of an opened lexical index a viewer does not see, where that is little: words then need no filter.

A filter makes Tantivy score every passage that holds any of the words. Without one it passes over blocks of passages
that cannot come near the best (block-max WAND, Ding and Suel 2011, "Faster top-k document retrieval using block-max
indexes", SIGIR), which takes half the time; the few that must not be seen are then taken out of what it found.
"""

from collections.abc import Callable
from functools import lru_cache, partial

from tantivy import Schema, Searcher

from catalog.scope import Scope
from engine.lexical_document import passage_ids
from engine.lexical_query import held_back

MOST = 0.05
"""Of the passages: where more are held back, what is found without a filter would too often be too few."""
KEPT = 64
"""Viewers, the last used: looking up what one does not see takes 1 ms at 145,000 passages."""
HeldBack = Callable[[Scope], frozenset[int] | None]
"""From a scope to the ids of the passages that it does not see; None where they are more than MOST."""


def held_back_of(schema: Schema, searcher: Searcher) -> HeldBack:
    """Return what tells it of one commit of one index, in any thread, and remembers the last KEPT."""
    return lru_cache(maxsize=KEPT)(partial(_looked_up, schema, searcher))


def _looked_up(schema: Schema, searcher: Searcher, scope: Scope) -> frozenset[int] | None:
    most = int(MOST * searcher.num_docs)
    found = searcher.search(held_back(schema, scope), limit=most + 1, count=False).hits
    return frozenset(passage_ids(searcher, found)) if len(found) <= most else None

"""How near texts of several passages lie to one another: by the directions of their vectors from the middle of all.

Vectors of a model lie close together: two assets of the sample corpus have a cosine of 0.85 at the median, and papers
of one template that speak of different things one of more. Seen from the middle of all that a viewer sees, what all
texts share is gone, and only what two of them have in common counts: the median is -0.04.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from catalog import vectors
from catalog.database import Catalog
from catalog.scope import Scope
from engine.codes import vectors_of
from engine.dense import DenseIndex

_SAMPLED = 400  # passages that the middle is taken of
_EACH = 48  # passages that one text is taken as
_LEAST = 1e-6  # a text that lies in the middle has no direction


def middle(catalog: Catalog, index: DenseIndex, scope: Scope, but: Sequence[int] = ()) -> NDArray[np.float32]:
    """Return the mean of some of the vectors that a scope sees, evenly taken, but of these passages; zeros if none.

    Without the passages of what is compared: a long text would lie in its own middle.
    """
    seen = index.visible(catalog, scope)
    seen = seen[np.isin(seen, but, invert=True)]
    some = seen[:: -(-len(seen) // _SAMPLED) or 1]
    mean: NDArray[np.float32] = means(catalog, index, [some.tolist()], most=_SAMPLED)[0]
    return mean


def directions(
    catalog: Catalog, index: DenseIndex, texts: Sequence[Sequence[int]], centre: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return for each text, given as the ids of its passages, the unit vector of its mean as seen from the centre.

    Zeros for a text without vectors, and for one that lies in the centre itself.
    """
    known = np.array([bool(text) for text in texts])
    apart = np.where(known[:, None], means(catalog, index, texts, most=_EACH) - centre, 0.0)
    length = np.linalg.norm(apart, axis=1, keepdims=True)
    unit: NDArray[np.float32] = np.where(length > _LEAST, apart / np.maximum(length, _LEAST), 0.0).astype(np.float32)
    return unit


def means(catalog: Catalog, index: DenseIndex, texts: Sequence[Sequence[int]], *, most: int) -> NDArray[np.float32]:
    """Return for each text the mean of at most so many vectors of its passages, evenly taken; zeros if it has none."""
    taken = [_evenly(text, most) for text in texts]
    entries = list(vectors.entries_of(catalog, index.of, sorted({passage for text in taken for passage in text})))
    rows = vectors_of(entries, index.files.width)
    place = {entry.passage: number for number, entry in enumerate(entries)}
    found = np.zeros((len(texts), index.files.width), dtype=np.float32)
    for number, text in enumerate(taken):
        if known := [place[passage] for passage in text if passage in place]:
            found[number] = rows[known].mean(axis=0)
    return found


def _evenly(passages: Sequence[int], most: int) -> list[int]:
    if len(passages) <= most:
        return list(passages)
    return [passages[number * len(passages) // most] for number in range(most)]

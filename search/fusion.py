"""One ranking from the two lists of a retrieval. Pure: no index, no catalog."""

from collections.abc import Sequence

from engine.query import Scored

DENSE_WEIGHT = 0.6
"""Share of the dense side; chosen by benchmarks/tune_search.py on all judged sets together."""


def fuse(lexical: Sequence[Scored], dense: Sequence[Scored], dense_weight: float = DENSE_WEIGHT) -> list[Scored]:
    """Give the passages of both lists, best first, with scores from 0 to 1; equal scores stand by passage id.

    BM25 is divided by its maximum; cosines are stretched from the list's least (0) to its greatest (1). A passage
    that one list lacks scores 0 there.
    """
    words = {hit.passage: score for hit, score in zip(lexical, by_maximum(lexical), strict=True)}
    sense = {hit.passage: score for hit, score in zip(dense, by_range(dense), strict=True)}
    fused = [
        Scored(passage, (1 - dense_weight) * words.get(passage, 0.0) + dense_weight * sense.get(passage, 0.0))
        for passage in words.keys() | sense.keys()
    ]
    return sorted(fused, key=lambda hit: (-hit.score, hit.passage))


def by_reciprocal_rank(lexical: Sequence[Scored], dense: Sequence[Scored], offset: int = 60) -> list[Scored]:
    """Give the reciprocal rank fusion of Cormack, Clarke and Büttcher (2009), for comparison."""
    scores: dict[int, float] = {}
    for side in (lexical, dense):
        for rank, hit in enumerate(side, start=1):
            scores[hit.passage] = scores.get(hit.passage, 0.0) + 1 / (offset + rank)
    return sorted((Scored(*item) for item in scores.items()), key=lambda hit: (-hit.score, hit.passage))


def by_maximum(hits: Sequence[Scored]) -> list[float]:
    """Give each score over the greatest one; zeros when there is none above 0."""
    top = max((hit.score for hit in hits), default=0.0)
    return [hit.score / top if top > 0 else 0.0 for hit in hits]


def by_range(hits: Sequence[Scored]) -> list[float]:
    """Give each score's place between the least (0) and the greatest (1); a single or level list scores 1."""
    least = min((hit.score for hit in hits), default=0.0)
    spread = max((hit.score for hit in hits), default=0.0) - least
    return [(hit.score - least) / spread if spread > 0 else 1.0 for hit in hits]

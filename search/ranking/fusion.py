"""One ranking from the two lists of a retrieval and the words that stand together. Pure: no index, no catalog."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from dataclasses import dataclass, field
from itertools import chain, pairwise

from engine.query import Scored

Pair = tuple[str, str]


@dataclass(frozen=True)
class Weights:
    """What counts beside BM25 over its maximum, which counts 1; chosen by benchmarks/tune_search.py on all sets.

    `cosine` is per unit of cosine (the bundled model's cosines lie close together), `pairs` the most that word pairs
    give, `kind` what a passage gains that holds the kind of answer that the question wants, `named` the most that a
    passage gains by naming what the question names. A model with other cosines needs another first figure.
    """

    cosine: float = 18.0
    pairs: float = 2.4
    kind: float = 0.4
    named: float = 0.8


WEIGHTS = Weights()


@dataclass(frozen=True)
class Parts:
    """What a passage's score is the sum of: words, meaning, word pairs, the kind of answer, what it names."""

    words: float
    meaning: float
    pairs: float
    kind: float
    named: float


@dataclass(frozen=True)
class Beside:
    """What is known of the best passages by reading them.

    `pairs` are shares (0 to 1) of the question's word pairs by passage, see `pair_shares`; `fitting` are the passages
    that hold the kind of answer wanted; `named` are shares of what the question names, see
    `search.ranking.needs.shares_named`.
    """

    pairs: Mapping[int, float] = field(default_factory=dict)
    fitting: AbstractSet[int] = frozenset()
    named: Mapping[int, float] = field(default_factory=dict)


NOTHING = Beside()


class Fusion:
    """Two lists and what stands beside them, ready to be ranked, and afterwards to tell why a passage stands there.

    Cosines count by their distance from the least of the list and are not stretched to a range: where no passage is
    nearer in meaning than the others, words decide. A passage that one list lacks gets that list's least.
    """

    def __init__(
        self,
        lexical: Sequence[Scored],
        dense: Sequence[Scored],
        beside: Beside = NOTHING,
        weights: Weights = WEIGHTS,
    ) -> None:
        self.dense = dense
        self._weights = weights
        self._words = dict(zip((hit.passage for hit in lexical), by_maximum(lexical), strict=True))
        least = min((hit.score for hit in dense), default=0.0)
        self._sense = {hit.passage: weights.cosine * (hit.score - least) for hit in dense}
        words, sense = self._words.get, self._sense.get
        keys = sorted(self._words.keys() | self._sense.keys())
        self._both = {key: words(key, 0.0) + sense(key, 0.0) for key in keys}
        self._beside = beside

    def with_beside(self, beside: Beside) -> "Fusion":
        """Give the same lists with this beside them."""
        other = copy(self)
        other._beside = beside
        return other

    def ranking(self) -> list[Scored]:
        """Give the passages of both lists, best first, with scores from 0 to 1; equal scores stand by passage id."""
        scores = self._scores()
        order = _best_first(scores)
        return list(map(Scored, order, map(scores.__getitem__, order)))

    def order(self) -> list[int]:
        """Give the passages of the ranking without their scores, in half the time."""
        return _best_first(self._scores())

    def _scores(self) -> dict[int, float]:
        """Give the score of each passage, by id in order."""
        weights, most, beside = self._weights, self._most, self._beside
        scores = dict(self._both)
        for weight, shares in ((weights.pairs, beside.pairs), (weights.named, beside.named)):
            for key in scores.keys() & shares.keys():
                scores[key] += weight * shares[key]
        for key in scores.keys() & beside.fitting:
            scores[key] += weights.kind
        return {key: score / most for key, score in scores.items()}

    @property
    def _most(self) -> float:
        """The most that a passage could have."""
        weights, beside = self._weights, self._beside
        most = 1.0 + max(self._sense.values(), default=0.0) + weights.pairs * bool(beside.pairs)
        return most + weights.kind * bool(beside.fitting) + weights.named * bool(beside.named)

    def parts(self, key: int) -> Parts:
        """Give what the score of a passage in the ranking is made of."""
        weights, most, beside = self._weights, self._most, self._beside
        return Parts(
            self._words.get(key, 0.0) / most,
            self._sense.get(key, 0.0) / most,
            weights.pairs * beside.pairs.get(key, 0.0) / most,
            weights.kind * (key in beside.fitting) / most,
            weights.named * beside.named.get(key, 0.0) / most,
        )


def _best_first(scores: Mapping[int, float]) -> list[int]:
    """Give the keys by their scores, greatest first; equal ones stand as they do here."""
    return sorted(scores, key=scores.__getitem__, reverse=True)


def fuse(
    lexical: Sequence[Scored],
    dense: Sequence[Scored],
    beside: Beside = NOTHING,
    weights: Weights = WEIGHTS,
) -> list[Scored]:
    """Give the ranking of a fusion, see there."""
    return Fusion(lexical, dense, beside, weights).ranking()


def pair_shares(asked: AbstractSet[Pair], texts: Mapping[int, Sequence[str]]) -> dict[int, float]:
    """Give for each text (stems in order) the share of the asked neighbouring words that stand together in it.

    A pair weighs the logarithm of its inverse share of the texts; empty when nothing is asked.
    """
    if not asked:
        return {}
    wanted = frozenset(asked)
    held = {key: wanted.intersection(pairwise(words)) for key, words in texts.items()}
    counts = Counter(chain.from_iterable(held.values()))
    weight = {pair: math.log(1 + len(texts) / (counts[pair] + 0.5)) for pair in asked}
    total = sum(weight.values())
    return {key: sum(weight[pair] for pair in sorted(pairs)) / total for key, pairs in held.items()}


def by_reciprocal_rank(lexical: Sequence[Scored], dense: Sequence[Scored], offset: int = 60) -> list[Scored]:
    """Give the reciprocal rank fusion of Cormack, Clarke and Büttcher (2009), for comparison."""
    scores: dict[int, float] = {}
    for side in (lexical, dense):
        for rank, hit in enumerate(side, start=1):
            scores[hit.passage] = scores.get(hit.passage, 0.0) + 1 / (offset + rank)
    return sorted((Scored(*item) for item in scores.items()), key=lambda hit: (-hit.score, hit.passage))


def by_range(lexical: Sequence[Scored], dense: Sequence[Scored], share: float) -> list[Scored]:
    """Give BM25 over its maximum and cosines stretched from least (0) to greatest (1), mixed, for comparison."""
    words = {hit.passage: score for hit, score in zip(lexical, by_maximum(lexical), strict=True)}
    least = min((hit.score for hit in dense), default=0.0)
    spread = max((hit.score for hit in dense), default=0.0) - least
    sense = {hit.passage: (hit.score - least) / spread if spread > 0 else 1.0 for hit in dense}
    keys = words.keys() | sense.keys()
    fused = [Scored(key, (1 - share) * words.get(key, 0.0) + share * sense.get(key, 0.0)) for key in keys]
    return sorted(fused, key=lambda hit: (-hit.score, hit.passage))


def by_maximum(hits: Sequence[Scored]) -> list[float]:
    """Give each score over the greatest one; zeros when there is none above 0."""
    top = max((hit.score for hit in hits), default=0.0)
    return [hit.score / top if top > 0 else 0.0 for hit in hits]

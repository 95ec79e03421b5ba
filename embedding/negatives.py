"""Passages that share words with a question: BM25 in memory, for mining hard negatives while training."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

K1, B = 1.2, 0.75
"""The usual constants of BM25 (Robertson and Zaragoza 2009, The Probabilistic Relevance Framework)."""
WORD = re.compile(r"\w+")
COMMON = 0.25
"""Share of the passages from which on a word tells nothing: it is not looked for among more than MANY passages."""
MANY = 1000
_NOWHERE = np.zeros((0, 2), dtype=np.int64)


class WordIndex:
    """BM25 over passages; words are compared in small letters, without stems."""

    def __init__(self, passages: Sequence[str]) -> None:
        counts = [Counter(_words(passage)) for passage in passages]
        self._lengths = np.array([count.total() for count in counts], dtype=np.float64)
        held: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, count in enumerate(counts):
            for word, often in count.items():
                held[word].append((number, often))
        self._held = {word: np.array(places) for word, places in held.items()}

    def nearest(self, question: str, count: int) -> list[int]:
        """Return the numbers of at most `count` passages that share a word with the question, best first."""
        scores = np.zeros(len(self._lengths))
        for word in dict.fromkeys(_words(question)):
            places = self._held.get(word, _NOWHERE)
            if len(places) <= max(MANY, COMMON * len(scores)):
                scores[places[:, 0]] += self._scores(places)
        nearest = np.sort(np.argpartition(-scores, min(count, len(scores) - 1))[:count])
        best = nearest[np.argsort(-scores[nearest], kind="stable")]
        return [int(number) for number in best if scores[number] > 0]

    def _scores(self, places: NDArray[np.int64]) -> NDArray[np.float64]:
        numbers, often = places[:, 0], places[:, 1]
        rarity = np.log1p((len(self._lengths) - len(places) + 0.5) / (len(places) + 0.5))
        length = K1 * (1 - B + B * self._lengths[numbers] / self._lengths.mean())
        scores: NDArray[np.float64] = rarity * often * (K1 + 1) / (often + length)
        return scores


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())

"""How well a paper's passages tell what the question asks beside the paper's name: BM25 among themselves.

"Berapa biaya listrik Diskominfo Wonosobo 2017" names a paper with most of its words. Among all papers these are the
rare ones, so of the paper's own passages the cover would stand first, which holds them and nothing else. Here a word
that the paper's title or opening holds counts nothing, and another by its rarity among the paper's own passages.
"""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from engine.query import Clause
from search.understanding.understand import Understood

_SATURATION, _BY_LENGTH = 1.2, 0.5
"""k1 and b of Okapi BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond"); of
0.5 to 2.0 and 0.2 to 0.9 these and less give next to the same pages."""


def shares_told(
    question: Understood, passages: Mapping[int, Sequence[str]], naming: Collection[str]
) -> dict[int, float]:
    """Give for each passage of a paper (as stems) its BM25 over the sum of the rarities of what is asked: 0 to 1 + k1.

    `naming` are the stems that name the paper; all are 0 where the question holds no other word.
    """
    own = _Passages(passages)
    told, total = dict.fromkeys(passages, 0.0), 0.0
    for group in question.groups:
        if any(set(clause.terms).issubset(naming) for clause in group):
            continue
        said = [(clause.weight, *found) for clause in group if (found := own.said(clause))[1]]
        if not said:
            continue
        total += max(weight * rarity for weight, rarity, _ in said)
        for key in passages:
            told[key] += max(weight * rarity * times.get(key, 0.0) for weight, rarity, times in said)
    return {key: share / total for key, share in told.items()} if total else told


class _Passages:
    """The passages of one paper, counted."""

    def __init__(self, passages: Mapping[int, Sequence[str]]) -> None:
        self._counts = {key: Counter(stems) for key, stems in passages.items()}
        mean = sum(map(len, passages.values())) / len(passages) or 1.0
        self._half = {
            key: _SATURATION * (1 - _BY_LENGTH + _BY_LENGTH * len(stems) / mean) for key, stems in passages.items()
        }

    def said(self, clause: Clause) -> tuple[float, dict[int, float]]:
        """Give how rare a wording is, and how often each passage that has it says it, levelled off by BM25."""
        times = {key: found for key, count in self._counts.items() if (found := min(count[t] for t in clause.terms))}
        rarity = math.log(1 + (len(self._counts) - len(times) + 0.5) / (len(times) + 0.5))
        return rarity, {key: n * (1 + _SATURATION) / (n + self._half[key]) for key, n in times.items()}

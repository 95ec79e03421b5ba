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
    counts = {key: Counter(stems) for key, stems in passages.items()}
    lengths = {key: len(stems) for key, stems in passages.items()}
    mean = sum(lengths.values()) / len(lengths) or 1.0
    told, total = dict.fromkeys(passages, 0.0), 0.0
    for group in question.groups:
        if any(set(clause.terms).issubset(naming) for clause in group):
            continue
        times = {key: found for key, count in counts.items() if (found := _times(group, count))}
        rarity = math.log(1 + (len(counts) - len(times) + 0.5) / (len(times) + 0.5))
        total += rarity
        for key, found in times.items():
            most = _SATURATION * (1 - _BY_LENGTH + _BY_LENGTH * lengths[key] / mean)
            told[key] += rarity * found * (1 + _SATURATION) / (found + most)
    return {key: share / total for key, share in told.items()} if total else told


def _times(group: tuple[Clause, ...], count: Counter[str]) -> float:
    """Give how often a passage says one thing: the wording that it says most often, by that wording's weight."""
    return max(clause.weight * min(count[term] for term in clause.terms) for clause in group)

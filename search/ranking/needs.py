"""What a question names, how rare each of it is among the texts found, and which share of it a text names."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from engine.query import Clause
from search.understanding.understand import Understood


@dataclass(frozen=True)
class Need:
    """One thing that the question names: its wordings as sets of stems, each with a weight, and its rarity."""

    wordings: tuple[tuple[frozenset[str], float], ...]
    rarity: float

    def met_by(self, words: frozenset[str]) -> float:
        """Give how well a text's stems name it: the weight of the best wording that is there whole, else 0."""
        return max((weight for stems, weight in self.wordings if stems <= words), default=0.0)


def needs(question: Understood, texts: Iterable[Iterable[str]]) -> list[Need]:
    """Weigh each thing the question names by its rarity in the texts found (as stems): log of the inverse share."""
    stems = [frozenset(words) for words in texts]
    named = [_wordings(group) for group in question.groups]
    found = []
    for wordings in named:
        holding = sum(any(words <= text for words, _ in wordings) for text in stems)
        found.append(Need(wordings, _rarity(holding, len(stems))))
    return found


def _rarity(holding: int, texts: int) -> float:
    return math.log(1 + texts / (holding + 0.5))


def _wordings(group: tuple[Clause, ...]) -> tuple[tuple[frozenset[str], float], ...]:
    return tuple((frozenset(clause.terms), clause.weight) for clause in group)


def met(wanted_needs: Sequence[Need], words: frozenset[str]) -> float:
    """Give the share, weighed by rarity, of the needs that a text's stems meet; 1 when there are none."""
    total = sum(need.rarity for need in wanted_needs)
    return sum(need.rarity * need.met_by(words) for need in wanted_needs) / total if total else 1.0


def shares_named(question: Understood, texts: Mapping[int, Collection[str]]) -> dict[int, float]:
    """Give for each text (as stems) the share of what the question names that it names, weighed by rarity in them.

    The same as `met` by the `needs` of these texts, in a third of the time: a search does this for 50 of them.
    """
    held = [(key, frozenset(words)) for key, words in texts.items()]
    named, total = dict.fromkeys(texts, 0.0), 0.0
    for group in question.groups:
        weights: dict[int, float] = {}
        for wording, weight in _wordings(group):
            for key in (key for key, words in held if wording <= words):
                weights[key] = max(weight, weights.get(key, 0.0))
        rarity = _rarity(len(weights), len(held))
        total += rarity
        for key, weight in weights.items():
            named[key] += rarity * weight
    return {key: share / total for key, share in named.items()} if total else {}

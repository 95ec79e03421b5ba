"""Questions as people type them into a search box: the words that name something, often without what asks."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from embedding.reader.example import Example

_ASKING = re.compile(
    r"\b(?:apa(?:kah)?(?: saja(?:kah)?)?|siapa(?:kah)?|berapa(?:kah)?|kapan(?:kah)?|(?:di ?|ke |dari )mana(?:kah)?"
    r"|manakah|bagaimana(?:kah)?|mengapa(?:kah)?|kenapa|bolehkah|haruskah|sebutkan)\b",
    re.IGNORECASE,
)
_LITTLE = re.compile(
    r"\b(?:yang dimaksud(?: dengan)?|yang|adalah|itu|ini|oleh|dari|untuk|pada|dalam|dengan|di|ke|sebuah|seorang"
    r"|tersebut|dilakukan|ada|terjadi|merupakan)\b",
    re.IGNORECASE,
)
_FEWEST = 2
"""Words below which a question would ask for nothing in particular."""
_ASKING_STAYS, _ASKING_LAST = 0.3, 0.3


def typed_shortly(examples: Sequence[Example], share: float, chance: random.Random) -> list[Example]:
    """Return the examples, a share of them with a question in key words; what is told and what not stays the same."""
    if not share:
        return list(examples)
    return [
        replace(example, question=in_keywords(example.question, chance)) if chance.random() < share else example
        for example in examples
    ]


def in_keywords(question: str, chance: random.Random) -> str:
    """Return the words of a question that name something; the word that asks goes, stays, or comes last.

    A question of one such word stays as it is.
    """
    asking = _ASKING.search(question)
    words = _LITTLE.sub(" ", _ASKING.sub(" ", question)).rstrip("? ").split()
    if len(words) < _FEWEST:
        return question
    drawn = chance.random()
    if asking and drawn < _ASKING_STAYS:
        words = [asking.group(), *words] if asking.start() == 0 else [*words, asking.group()]
    elif asking and drawn < _ASKING_STAYS + _ASKING_LAST:
        words = [*words, asking.group()]
    return " ".join(words).lower()

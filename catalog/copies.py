"""Whether two texts are copies of one paper, for hits and for what is counted alike. Pure: no index, no rows.

Papers of one template differ in what counts alone: an amount, a year, a name, a "tidak". So copies say every figure,
and every word of `corpora/kata_penentu.tsv`, alike and in the same order, name nobody that the other does not, and
differ in hardly any other word. Whether a copy is folded away matters less than that nothing else is.
"""

import re
from collections.abc import Set as AbstractSet
from functools import cache, cached_property

from catalog.word_lists import table

LEAST_WORDS = 20
"""A shorter text tells too little: two scans with one stamp, two forms with one heading."""
LONGEST = 100_000
"""Characters; longer texts are copies only if they are equal, or a question would wait for their comparison."""
RESEMBLANCE = 0.95
"""The least share of runs of four words that copies have in common: about one other word in eighty."""
_RUN = 4
_TOKEN = re.compile(r"[-+]?\d(?:[\d.,/:-]*\d)?%?|[<>≤≥±=]|[^\W\d_]+")
_NAME = re.compile(r"(?<=[\w,] )[^\W\d_a-z][^\W\d_]+")
_ROMAN = re.compile(r"[IVXLC]+")


class Text:
    """A text as copies are told by; what a comparison does not need is never worked out."""

    def __init__(self, text: str) -> None:
        self.text = " ".join(text.split())

    @cached_property
    def folded(self) -> str:
        """The text with all white space and case alike."""
        return self.text.casefold()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words, figures and signs of comparison, in their order."""
        return tuple(_TOKEN.findall(self.text))

    @cached_property
    def decisive(self) -> tuple[str, ...]:
        """What no copy says otherwise, in its order."""
        return tuple(word.casefold() for word in self.words if _is_decisive(word))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words, without regard to case."""
        return frozenset(word.casefold() for word in self.words)

    @cached_property
    def names(self) -> frozenset[str]:
        """Words with a capital that no beginning of a sentence explains."""
        return frozenset(name.casefold() for name in _NAME.findall(self.text))

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every `_RUN` words that stand together."""
        words = [word.casefold() for word in self.words]
        return frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False))


def are_copies(one: Text, other: Text) -> bool:
    """Tell whether two texts say the same, but for spaces, capitals and hardly a word; symmetric."""
    if one.folded == other.folded:
        return len(one.words) >= LEAST_WORDS
    short, long = sorted((len(one.text), len(other.text)))
    if long > LONGEST or short < RESEMBLANCE * long or min(len(one.words), len(other.words)) < LEAST_WORDS:
        return False
    if one.decisive != other.decisive or one.names - other.vocabulary or other.names - one.vocabulary:
        return False
    return resemblance(one.runs, other.runs) >= RESEMBLANCE


def resemblance(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """Give the share of two sets that they have in common (Broder 1997); 1 for two empty ones."""
    either = len(one | other)
    return len(one & other) / either if either else 1.0


def _is_decisive(word: str) -> bool:
    if not word[0].isalpha() or len(word) == 1 or _ROMAN.fullmatch(word):
        return True
    return word.casefold() in decisive_words()


@cache
def decisive_words() -> frozenset[str]:
    """Return the words of `corpora/kata_penentu.tsv`."""
    return frozenset(row["kata"] for row in table("kata_penentu.tsv"))

"""Misspelt words of a question, and the words that were probably meant: "penghapsuan" is also asked as "penghapusan".

Spelling variants that many people use (ijin, kwitansi) are data, see corpora/sinonim.tsv; this is about slips of the
fingers. A word is looked at only if it is no known word (corpora/kosakata.txt, the glossary, agencies, names), is
not written with a capital or a digit, and hardly stands in what the viewer may see. What was typed always stays.

The words that may be offered come from corpora/kosakata.txt and the glossary, and from titles and headings that are
read again within the viewer's scope. They never come from the index's list of terms: that holds the words of every
file, and a suggestion taken from it would tell a viewer what hidden files are about. For the same reason the words
that stand nowhere are counted within the scope.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from catalog import units
from catalog.database import Catalog
from catalog.scope import Scope
from catalog.word_lists import table
from engine.analysis import Term
from engine.engine import Engine
from engine.misreadings import is_known, vocabulary
from engine.stems import stem
from search.understanding.glossary import Alternative, load

KIND = "salah ketik"
_ONE_SLIP = 5  # letters from which one letter may be wrong, lost, added, or changed places with its neighbour
_TWO_SLIPS = 8  # letters from which two may
_WEIGHTS = {1: 0.8, 2: 0.6}
_OFFERED = 2  # words a misspelt one
_COUNTED = 6  # nearest words of which the index is asked
_HARDLY = 2  # passages: a word that stands in more is meant as it is
_FAR_MORE = 20  # times as often a neighbour stands, for a word that stands in a passage or two to be a slip
_LONGEST = 24  # letters; longer words are not looked at
_PLAIN = re.compile(r"[a-z]+")
_LETTERS = 26


class Words(Protocol):
    """What stands in the passages that one viewer may see: of the engine's indexes, or of one in memory."""

    def counts(self, stems: Collection[str]) -> dict[str, int]:
        """Give in how many passages each stem stands, up to some number; empty where there is no index."""
        ...

    def heads_like(self, word: str) -> set[str]:
        """Give words of titles and headings, those near this word among them."""
        ...


@dataclass(frozen=True)
class Seen:
    """The words of the passages in a catalog that a scope allows."""

    engine: Engine
    catalog: Catalog
    scope: Scope

    def counts(self, stems: Collection[str]) -> dict[str, int]:
        """Give in how many passages each stem stands."""
        return self.engine.counts(stems, self.scope)

    def heads_like(self, word: str) -> set[str]:
        """Give words of titles and headings, read again within the scope."""
        return self.engine.heads_like(self.catalog, word, self.scope)


def meant(text: str, words: Iterable[Term], seen: Words | None) -> dict[str, list[Alternative]]:
    """Give for the stem of each misspelt word of a question the words that were probably meant, likeliest first.

    Without `seen`, the most frequent of the nearest words.
    """
    found: dict[str, list[Alternative]] = {}
    for term in words:
        typed = text[term.start : term.end]
        if term.text not in found and _is_strange(typed, shouted=text.isupper()):
            others = _offered(typed.casefold(), term.text, seen)
            if others:
                found[term.text] = [Alternative(word, KIND, _WEIGHTS[slips]) for word, slips in others]
    return found


def distance(one: str, other: str, most: int) -> int:
    """Give how many letters must be changed, dropped, added or swapped with their neighbour; most + 1 if more.

    No place is changed twice (optimal string alignment, the restricted Damerau-Levenshtein distance).
    """
    one, other = _differing(one, other)
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        row = [at + 1]
        for to, wanted in enumerate(other):
            cost = min(last[to + 1] + 1, row[to] + 1, last[to] + (letter != wanted))
            if at and to and letter == other[to - 1] and one[at - 1] == wanted:
                cost = min(cost, before[to - 1] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return min(last[-1], most + 1)


def _differing(one: str, other: str) -> tuple[str, str]:
    """Give two words without the letters that they begin and end with alike."""
    start = _alike(one, other)
    one, other = one[start:], other[start:]
    end = _alike(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]


def _alike(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _is_strange(typed: str, *, shouted: bool) -> bool:
    """Tell whether a word is not known as it is written; one with a capital may be a name or an abbreviation."""
    word = typed.casefold()
    written_plainly = typed == word or (shouted and len(word) > _ONE_SLIP)
    if not written_plainly or not _ONE_SLIP <= len(word) <= _LONGEST or not _PLAIN.fullmatch(word):
        return False
    return not any(word in known for known in (vocabulary(), _own_words(), _names()))


def _offered(word: str, typed: str, seen: Words | None) -> list[tuple[str, int]]:
    """Give the words to offer for a strange one whose stem is `typed`, each with its number of slips."""
    near = _near(word)
    if seen is None:
        return [] if is_known(word) else _likeliest(word, near, {})
    stands = seen.counts([typed]).get(typed, 0)
    if stands > (0 if is_known(word) else _HARDLY):  # known by its stem: a form of a word, if that word stands there
        return []
    counts = seen.counts({stem(other) for other, _ in near} - {typed})
    least = max(1, _FAR_MORE * stands)
    kept = [(other, slips) for other, slips in near if counts.get(stem(other), 0) >= least]
    return _likeliest(word, kept or ([] if stands else _in_heads(word, typed, seen)), counts)


def _likeliest(word: str, near: Sequence[tuple[str, int]], counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Give the nearest of the words; among equals those that begin alike, then those that stand in more passages."""
    least = min((slips for _, slips in near), default=0)
    kept = [(other, slips) for other, slips in near if slips == least]
    kept.sort(key=lambda found: (found[0][0] != word[0], -counts.get(stem(found[0]), 0)))
    return kept[:_OFFERED]


def _in_heads(word: str, typed: str, seen: Words) -> list[tuple[str, int]]:
    heads = sorted({other.casefold() for other in seen.heads_like(typed)})
    found = [(other, distance(word, other, 1)) for other in heads if _PLAIN.fullmatch(other)]
    return [(other, slips) for other, slips in found if slips == 1]


@lru_cache(maxsize=1 << 10)
def _near(word: str) -> tuple[tuple[str, int], ...]:
    """Give known words one slip from a strange one, else those two slips from a long one; frequent ones first.

    How long a word is does not depend on its ending "-nya".
    """
    return _within(word, 1) or (_within(word, 2) if len(word.removesuffix("nya")) >= _TWO_SLIPS else ())


def _within(word: str, slips: int) -> tuple[tuple[str, int], ...]:
    known, counts = _letter_counts()
    apart = np.abs(counts - _count([word])).sum(axis=0, dtype=np.int8)
    alike = (known[place] for place in np.flatnonzero(apart <= 2 * slips))
    near = (other for other in alike if slips == 1 or other[0] == word[0])
    return tuple((other, slips) for other in near if distance(word, other, slips) == slips)[:_COUNTED]


@cache
def _letter_counts() -> tuple[list[str], NDArray[np.int8]]:
    """Give the words that may be offered, the most frequent first, and how often each letter stands in each.

    Two words that are one slip apart differ in at most two of these counts, so few words are left to compare.
    """
    words = dict.fromkeys([*vocabulary(), *sorted(_own_words())])
    known = [word for word in words if _ONE_SLIP - 1 <= len(word) <= _LONGEST and _PLAIN.fullmatch(word)]
    return known, _count(known)


def _count(words: list[str]) -> NDArray[np.int8]:
    letters = np.array(words, dtype=f"S{_LONGEST}").view(np.uint8).reshape(len(words), _LONGEST)
    counted = [(letters == ord("a") + letter).sum(axis=1, dtype=np.int8) for letter in range(_LETTERS)]
    return np.stack(counted)


@cache
def _own_words() -> frozenset[str]:
    """Give the words of the glossary's tables: known, and offered."""
    words = load()
    wordings = [other.words for others in words.entries.values() for other in others]
    wordings += [reading.meaning for readings in words.readings.values() for reading in readings]
    wordings += [*words.colloquial, *words.colloquial.values(), *words.stop]
    return frozenset(word for wording in wordings for word in _PLAIN.findall(wording.casefold()))


@cache
def _names() -> frozenset[str]:
    """Give names of agencies and people: known, but never offered."""
    names = {name for row in table("nama_orang.tsv") for name in row["kata"].casefold().split("|")}
    names |= {word for row in units.listed() for word in _PLAIN.findall(" ".join(row.values()).casefold())}
    return frozenset(names)

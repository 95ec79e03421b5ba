"""Suggestions while somebody types: titles and headings that the viewer may see, terms of the glossary, agencies.

Titles and headings are read from the catalog through the viewer's Scope, so what is hidden is never suggested, and
neither are words of it: the index's list of terms, which knows all files, is not asked.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from operator import itemgetter

from catalog import units
from catalog.database import Catalog
from catalog.scope import Scope
from catalog.titles import Titles, folded
from catalog.word_lists import table
from engine import words as indexed
from engine.lexical import LexicalIndex
from engine.misreadings import vocabulary
from engine.stems import stem

MOST = 8
"""Suggestions at a time."""
TITLE, TERM, AGENCY, HEADING = KINDS = ("judul", "istilah", "perangkat daerah", "bagian")
"""Kinds of suggestions; of two that match alike, that of the earlier kind stands first."""
_LEAST = 2  # letters from which anything is suggested
_TITLES = 200  # titles that are ranked with the others
_SHORTEST = 3  # letters from which headings are looked for
_COMPLETED = 200  # words that a typed beginning is taken for, in headings
_LONGEST = 200  # characters of a heading that is suggested, and of what is read of a typed text
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Suggestion:
    """A text to search for, and what it is: one of KINDS."""

    text: str
    kind: str


@dataclass(frozen=True)
class _Candidate:
    """A text that may be suggested, and its names in small letters: itself, and such as its abbreviation."""

    text: str
    kind: str
    names: tuple[str, ...]


def suggest(
    catalog: Catalog,
    index: LexicalIndex,
    text: str,
    scope: Scope,
    limit: int = MOST,
    titles: Titles | None = None,
) -> tuple[Suggestion, ...]:
    """Give at most `limit` texts that hold every typed word, as the beginning of a word or within one; best first.

    A process that is asked again and again keeps `titles` from one question to the next.
    Letters match without regard to case and accents. Where the text itself begins a suggestion, that stands first, then
    where each typed word begins a word, then where one only stands within a word; the shorter before the longer.
    """
    typed = folded(text[:_LONGEST])
    asked = _WORD.findall(typed)
    if sum(map(len, asked)) < _LEAST:
        return ()
    with catalog.reading():
        held = (titles or Titles()).holding(catalog, typed, asked, scope, _TITLES)
        found = [_candidate(title, TITLE) for title in held]
        found += [_candidate(heading, HEADING) for heading in _headings(catalog, index, asked, scope)]
    ranked: list[tuple[tuple[int, int, int, str], Suggestion]] = []
    for candidate in (*found, *_terms()):
        ranks = [rank for name in candidate.names if (rank := _rank(typed, asked, name))]
        if ranks:
            order = (min(ranks), KINDS.index(candidate.kind), len(candidate.text), candidate.text)
            ranked.append((order, Suggestion(candidate.text, candidate.kind)))
    once: dict[str, Suggestion] = {}
    for _, made in sorted(ranked, key=itemgetter(0)):
        once.setdefault(folded(made.text), made)
    return tuple(once.values())[: min(limit, MOST)]


def _candidate(text: str, kind: str, *others: str) -> _Candidate:
    return _Candidate(text, kind, tuple(folded(name) for name in (text, *others)))


def _rank(typed: str, asked: Sequence[str], name: str) -> int:
    """Give 1 for a name that the typed text begins, 2 to 3 for one that holds its words, 0 for another."""
    for word in asked:
        if word not in name:
            return 0
    if name.startswith(typed):
        return 1
    return 2 if all(_begins_a_word(word, name) for word in asked) else 3


def _begins_a_word(begun: str, name: str) -> bool:
    at = name.find(begun)
    while at > 0 and name[at - 1].isalnum():
        at = name.find(begun, at + 1)
    return at >= 0


def _headings(catalog: Catalog, index: LexicalIndex, asked: Sequence[str], scope: Scope) -> Iterable[str]:
    words = [_taken_for(word) for word in asked if len(word) >= _SHORTEST]
    if not words:
        return ()
    found = indexed.headings(index, catalog, words, scope)
    return (heading for heading in found if len(heading) <= _LONGEST)


def _taken_for(word: str) -> list[str]:
    """Give a typed beginning and the stems of what it may be the beginning of: the index holds stems."""
    known = _sorted_words()
    behind = (known[place] for place in range(bisect_left(known, word), len(known)))
    begun = takewhile(lambda other: other.startswith(word), behind)
    frequent = sorted(begun, key=vocabulary().__getitem__)[:_COMPLETED]
    return list(dict.fromkeys([word, stem(word), *map(stem, frequent)]))


@cache
def _sorted_words() -> list[str]:
    return sorted(vocabulary())


@cache
def _terms() -> tuple[_Candidate, ...]:
    return tuple(_glossary()) + tuple(_agencies())


def _glossary() -> Iterator[_Candidate]:
    for row in table("glosarium.tsv"):
        for short, long in zip(row["singkatan"].split("|"), row["kepanjangan"].split("|"), strict=True):
            yield _candidate(long or short, TERM, short)


def _agencies() -> Iterator[_Candidate]:
    for row in units.listed():
        aliases = filter(None, row["aliases"].split("|"))
        yield _candidate(row["name"], AGENCY, row["short"], row["code"], *aliases)

"""Names of persons in a question: known names, words after a form of address, and words that are no known word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from re import Match

from catalog.word_lists import words_of
from engine.misreadings import is_known
from search.understanding.glossary import load

_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)?")
_NOT_A_NAME = re.compile(r"\s+(?:pekerti|daya|luhur|bahasa|lanka)\b", re.IGNORECASE)  # budi pekerti, Sri Lanka
_SHORTEST = 4  # letters of an unknown word that may be a name


class Certainty(IntEnum):
    """How much speaks for a name: only that the word is unknown; a name that is also a word; a known name."""

    UNKNOWN = 0
    LIKELY = 1
    SURE = 2


@dataclass(frozen=True)
class Person:
    """A person, or the firm that a taxpayer is, and where the question names it."""

    start: int
    end: int
    certainty: Certainty
    firm: bool = False


def persons(text: str) -> list[Person]:
    """Give the persons that a question names, in reading order; names of streets, schools and offices are none."""
    words = list(_WORD.finditer(text))
    found: list[Person] = []
    place = 0
    while place < len(words):
        person, place = _at(text, words, place)
        if person:
            found.append(person)
    return found


def _at(text: str, words: Sequence[Match[str]], place: int) -> tuple[Person | None, int]:
    """Read what stands at a word: give the person, if any, and the place of the next word to read."""
    word = words[place].group().casefold()
    if word in names("tempat"):
        return None, _run(words, place + 1, addressed=False)
    if word in names("badan usaha"):
        return _firm(words, place)
    first = place
    while first < len(words) and words[first].group().casefold() in names("sapaan"):
        first += 1
    last = _run(words, first, addressed=first > place)
    if last == first:
        return _addressed(words, place, first), max(first, place + 1)
    span = words[first:last]
    if _NOT_A_NAME.match(text, span[-1].end()):
        return None, last
    certainty = Certainty.SURE if first > place else max(_certainty(name.group()) for name in span)
    return Person(words[place].start(), span[-1].end(), certainty), last


def _firm(words: Sequence[Match[str]], place: int) -> tuple[Person | None, int]:
    last = place + 1
    while last < len(words) and words[last].group()[0].isupper():
        last += 1
    if last == place + 1:
        return None, last
    return Person(words[place].start(), words[last - 1].end(), Certainty.SURE, firm=True), last


def _addressed(words: Sequence[Match[str]], place: int, first: int) -> Person | None:
    """Give the person of whom only a post or an ordinary word in capitals follows the form of address."""
    if first == place or first == len(words):
        return None
    raw = words[first].group()
    post = raw.casefold() in names("jabatan")
    named = raw[0].isupper() and not raw.isupper() and words[first - 1].group().casefold() != "ibu"
    return Person(words[place].start(), words[first].end(), Certainty.LIKELY) if post or named else None


def _run(words: Sequence[Match[str]], place: int, *, addressed: bool) -> int:
    """Give the place after the words from `place` on that may be one name."""
    last = place
    while last < len(words) and _continues(words[last], begins=last == place and not addressed):
        last += 1
    return last


def _continues(word: Match[str], *, begins: bool) -> bool:
    raw = word.group()
    folded = raw.casefold()
    if folded in names("nama") or folded in names("juga kata"):
        return True
    if begins:
        return _is_strange(raw)
    return folded in names("lanjutan") or (len(raw) == 1 and raw.isupper()) or _is_strange(raw)


def _certainty(raw: str) -> Certainty:
    folded = raw.casefold()
    if folded in names("nama"):
        return Certainty.SURE
    return Certainty.LIKELY if folded in names("juga kata") else Certainty.UNKNOWN


def _is_strange(raw: str) -> bool:
    """Tell whether a word is in no list of this program; abbreviations in capitals never are."""
    return len(raw) >= _SHORTEST and not raw.isupper() and raw.casefold() not in _words() and not is_known(raw)


@cache
def _words() -> frozenset[str]:
    """Give the single words of the glossary's tables, as they are typed."""
    glossary = load()
    phrases = [other.words for others in glossary.entries.values() for other in others]
    spoken = [*glossary.colloquial, *glossary.colloquial.values()]
    parts = (part for phrase in [*phrases, *spoken] for part in _WORD.findall(phrase.casefold()))
    stems = (part for key in glossary.entries for part in key)
    return glossary.stop | frozenset(parts) | frozenset(stems)


def names(kind: str) -> frozenset[str]:
    """Give the words of one kind of corpora/nama_orang.tsv."""
    return words_of("nama_orang.tsv", kind)

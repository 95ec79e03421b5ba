"""A typed question becomes what the engine is asked: clauses, identifiers, the text to embed, and what it is about."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from catalog.errors import RujukanError
from engine.analysis import Term, identifiers, terms
from engine.query import Clause
from engine.stems import formal
from search.understanding.glossary import EVERYTHING, Alternative, Glossary, Reading, stems
from search.understanding.letters import plain
from search.understanding.misspellings import Words, meant
from search.understanding.numerals import is_numbered, numerals
from search.understanding.personal import asks_for_personal_data
from search.understanding.spellings import Spelled
from search.understanding.spoken_filters import Called, SpokenFilter, spoken_filters

LONGEST = 2000  # characters of a question that are read; the rest is cut, and the reader is told
_WORD = re.compile(r"(?<![^\W\d_])(?!(?i:rp)\.?\s?\d)[^\W\d_]+(?:/(?=\s)|\.(?=\s?\d)|2(?:an)?(?:nya)?(?!\w))?")
"""A word with what makes it a short form: "u/", "th. 2024", "surat2". The sign of an amount is none."""
_AGAIN = re.compile(r"\b([^\W\d_]{3,}) \1\b")
"""A word that is doubled without its hyphen: "undang undang"."""
_RULE_AND_YEAR = re.compile(
    r"\b(?P<rule>uu|pp|perppu|perpres|keppres|inpres|permen[a-z]*|pmk|perda|pergub|kepgub|ingub|perwali?|perbup|pojk)"
    r"\s+(?:no(?:mor)?\.?\s*)?(?P<number>\d{1,3})\s+(?P<year>(?:19[4-9]|20[0-4])\d)\b(?!\s*/)",
    re.IGNORECASE,
)
"""A rule whose number and year stand side by side, as people type it: "UU 14 2008"."""
_TWICE = re.compile(r"([^\W\d_]{3,})2((?:an)?(?:nya)?)")
_PART = 0.5  # how much one word of a typed phrase weighs when the phrase as a whole is not there


class QuestionError(RujukanError):
    """A question that cannot be searched."""

    def __init__(self) -> None:
        super().__init__(
            "empty_question",
            "Pertanyaan kosong. Ketik pertanyaan atau kata kunci, misalnya: alur peminjaman kendaraan dinas.",
        )


@dataclass(frozen=True)
class Expansion:
    """A wording added to the question, from which typed words, and of which kind (singkatan, sinonim, ...)."""

    source: str
    target: str
    kind: str


@dataclass(frozen=True)
class Understood:
    """A question as understood.

    `text` is the question with talk put into standard words, and is what the model embeds. `groups` and `exact` go to
    the engine; `pairs` are neighbouring content words as stems; `readings` are the meanings of a short form that the
    question leaves open; `cut` says that the question was longer than LONGEST; `filters` are what the question says
    the papers must be, see `search.understanding.spoken_filters`.
    """

    text: str
    groups: tuple[tuple[Clause, ...], ...]
    pairs: frozenset[tuple[str, str]]
    exact: tuple[str, ...]
    expansions: tuple[Expansion, ...]
    personal: bool
    readings: tuple[str, ...]
    cut: bool
    filters: tuple[SpokenFilter, ...] = ()

    @cached_property
    def wordings(self) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
        """The terms of all typed words, and those of each alternative wording."""
        typed = frozenset(term for group in self.groups for term in group[0].terms)
        others = dict.fromkeys(clause.terms for group in self.groups for clause in group[1:])
        return typed, tuple(others)


@dataclass(frozen=True)
class _Beside:
    """Alternatives that are in no table: by the stem of a misspelt word, and of a number by the place it begins at."""

    slips: Mapping[str, Sequence[Alternative]]
    numbers: Mapping[int, Spelled]


def understand(
    question: str,
    glossary: Glossary,
    ignored: Collection[str] = (),
    seen: Words | None = None,
    communities: Called = (),
) -> Understood:
    """Read a question; raises QuestionError when it holds no word. Only the first LONGEST characters are read.

    `ignored` switches off what would be read from it: names of filters (kind, unit, community, year, validity), typed
    words to which nothing is to be added, or EVERYTHING. `seen` is what its viewer may see, and tells slips from rare
    words; `communities` are those that filters may name, see `search.understanding.spoken_communities`.
    """
    glossary = glossary.without(ignored)
    typed, cut = _cut(plain(unicodedata.normalize("NFC", question)))
    if not any(char.isalnum() for char in typed):
        raise QuestionError
    text, spoken = _standard(typed, glossary, ignored)
    words = terms(text)
    personal = asks_for_personal_data(typed)
    slips = {} if personal else meant(text, _open_to_more(text, words, glossary, ignored), seen)
    numbers = {one.start: one for one in numerals(text) if not _is_ignored(text[one.start : one.end], ignored)}
    groups, added, open_readings = _groups(text, words, glossary, _Beside(slips, numbers))
    return Understood(
        text,
        groups,
        _pairs(text, words, glossary),
        tuple(dict.fromkeys(term.text for term in identifiers(text))),
        tuple(dict.fromkeys([*spoken, *added])),
        personal,
        open_readings,
        cut,
        tuple(found for found in spoken_filters(text, communities) if not {found.name, EVERYTHING} & set(ignored)),
    )


def in_standard_words(question: str, glossary: Glossary, ignored: Collection[str] = ()) -> str:
    """Give the text that `understand` reads in a question, before all the rest."""
    return _standard(_cut(plain(unicodedata.normalize("NFC", question)))[0], glossary, ignored)[0]


def _cut(question: str) -> tuple[str, bool]:
    text = " ".join(question[: LONGEST * 4].split())
    if len(text) <= LONGEST and len(question) <= LONGEST * 4:
        return text, False
    head, space, _ = text[: LONGEST + 1].rpartition(" ")
    return (head if space else text[:LONGEST]), True


def _standard(text: str, glossary: Glossary, ignored: Collection[str]) -> tuple[str, list[Expansion]]:
    """Put colloquial words and spoken verb forms into standard Indonesian."""
    changed: list[Expansion] = []
    kept = {word.casefold() for word in ignored}

    def standard(match: re.Match[str]) -> str:
        word = match.group().rstrip(".")
        if word.isupper() and not text.isupper():  # an abbreviation: ND is no "nd", HR no "hari"
            return match.group()
        if kept & {word.casefold(), EVERYTHING}:
            return match.group()
        better = _better(word.casefold(), glossary)
        if not better or better == word.casefold():
            return match.group()
        changed.append(Expansion(word, better, "kata sehari-hari"))
        apart = match.group() != word and not text[match.end() :].startswith(" ")  # "no.5"
        return f"{better} " if apart else better

    def cited(match: re.Match[str]) -> str:
        if kept & {match.group().casefold(), EVERYTHING}:
            return match.group()
        better = f"{match['rule']} {match['number']} tahun {match['year']}"
        changed.append(Expansion(match.group(), better, "peraturan"))
        return better

    return _RULE_AND_YEAR.sub(cited, _AGAIN.sub(r"\1-\1", _WORD.sub(standard, text))), changed


def _better(word: str, glossary: Glossary) -> str | None:
    """Give the standard form of a word in small letters, None where it is not known to have another."""
    if twice := _TWICE.fullmatch(word):
        return None if is_numbered(twice[1]) else f"{twice[1]}-{twice[1]}{twice[2] or ''}"
    if better := glossary.colloquial.get(word) or formal(word):
        return better
    of_it = glossary.colloquial.get(word.removesuffix("nya"))  # "ttdnya"
    return of_it and f"{of_it}nya"


def _open_to_more(text: str, words: list[Term], glossary: Glossary, ignored: Collection[str]) -> list[Term]:
    """Give the content words that no one has asked to be left as they are."""
    content = (term for term in words if not _is_stop(text, term, glossary))
    return [term for term in content if not _is_ignored(text[term.start : term.end], ignored)]


def _is_ignored(words: str, ignored: Collection[str]) -> bool:
    return EVERYTHING in ignored or stems(words) in {stems(word) for word in ignored}


def _groups(
    text: str, words: list[Term], glossary: Glossary, beside: _Beside
) -> tuple[tuple[tuple[Clause, ...], ...], list[Expansion], tuple[str, ...]]:
    """Walk over the words, longest known wording first, and make one group of alternatives of each."""
    groups: dict[tuple[Clause, ...], None] = {}
    added: list[Expansion] = []
    readings: tuple[str, ...] = ()
    present = {term.text for term in words}
    content = {term.text for term in words if not _is_stop(text, term, glossary)}
    place = 0
    while place < len(words):
        size, others = _longest(text, words[place:], glossary, beside)
        span = words[place : place + size]
        typed = text[span[0].start : span[-1].end]
        place += size
        if size == 1 and span[0].text in glossary.readings:
            readings_here = _cited(text, span[0], glossary.readings[span[0].text])
            chosen = _chosen(readings_here, present)
            others = [Alternative(reading.meaning, "makna", 0.8) for reading in chosen]
            if len(chosen) > 1 and len(content) == 1:
                readings = tuple(reading.meaning for reading in chosen)
        elif size == 1 and content and span[0].text not in content:
            continue
        groups[_group(span, others, glossary)] = None
        added.extend(Expansion(typed, other.words, other.kind) for other in others)
    return tuple(groups), added, readings


def _pairs(text: str, words: list[Term], glossary: Glossary) -> frozenset[tuple[str, str]]:
    content = [term.text for term in words if not _is_stop(text, term, glossary)]
    return frozenset(pairwise(content))


def _is_stop(text: str, term: Term, glossary: Glossary) -> bool:
    """Tell whether a word says nothing of what is looked for; "SE" beside small letters is a circular, and no "se"."""
    word = text[term.start : term.end]
    if word.casefold() not in glossary.stop:
        return False
    others = glossary.entries.get((term.text,), ()) if word.isupper() and not text.isupper() else ()
    return not any(other.capitals_only for other in others)


def _longest(text: str, words: list[Term], glossary: Glossary, beside: _Beside) -> tuple[int, Sequence[Alternative]]:
    """Give the longest wording at the first word that has alternatives, as its number of words, and those."""
    least = 1
    if number := beside.numbers.get(words[0].start):
        least = sum(word.end <= number.end for word in words)
    for size in range(min(len(words), glossary.longest.get(words[0].text, 0)), least - 1, -1):
        typed = text[words[0].start : words[size - 1].end]
        if others := glossary.others(tuple(term.text for term in words[:size]), typed):
            return size, others
    return (least, number.others) if number else (1, beside.slips.get(words[0].text, ()))


def _cited(text: str, short: Term, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Give the readings that cite a rule where the short form does ("PP 12/2019"); all of them where it cites none."""
    cited = next((term for term in identifiers(text) if term.start == short.start), None)
    if cited is None:
        return readings
    number = text[short.end : cited.end]
    citing = (one for one in readings if cited.text in {term.text for term in identifiers(one.meaning + number)})
    return tuple(citing) or readings


def _chosen(readings: tuple[Reading, ...], present: set[str]) -> tuple[Reading, ...]:
    """Give the readings that most of the words beside them speak for; all of them when none is spoken for."""
    votes = [len(reading.cues & present) for reading in readings]
    return tuple(reading for reading, vote in zip(readings, votes, strict=True) if vote == max(votes))


def _group(span: list[Term], others: Sequence[Alternative], glossary: Glossary) -> tuple[Clause, ...]:
    """Make the typed words and their alternatives clauses; each wording once, at its greatest weight."""
    own = tuple(dict.fromkeys(term.text for term in span))
    weights: dict[tuple[str, ...], float] = {own: 1.0}
    for other in others:
        found = tuple(dict.fromkeys(t.text for t in terms(other.words) if not _is_stop(other.words, t, glossary)))
        if found:
            weights[found] = max(other.weight, weights.get(found, 0.0))
    if len(own) > 1:
        for word in own:
            weights.setdefault((word,), _PART)
    return tuple(Clause(words, weight) for words, weight in weights.items())

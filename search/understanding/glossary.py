"""The glossary as a lookup: what a user types, and what else documents call it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Self

from catalog import units
from catalog.word_lists import table
from engine.analysis import terms

# Short forms that are also ordinary words or parts of them: only in capitals do they mean the institution or paper.
_CAPITALS_ONLY = frozenset(["lan", "pos", "bot", "bto"])
EVERYTHING = "semua"
"""Ignored, it switches off all that is added to a question or read as a filter."""
_WEIGHTS = {"singkatan": 0.9, "kepanjangan": 0.9, "perangkat daerah": 0.8, "ejaan": 0.9, "sinonim": 0.5, "inggris": 0.7}


@dataclass(frozen=True)
class Alternative:
    """Another wording for what was typed, its kind (singkatan, sinonim, ...), and how much it weighs (0 to 1).

    `typed` is the one wording, as `_forms` gives it, for which it stands; "" where it stands for all of one stem: an
    "undangan" is no "undang-undang", but "diekspor" is what another spells "dieksport".
    """

    words: str
    kind: str
    weight: float
    capitals_only: bool = False
    typed: str = ""


@dataclass(frozen=True)
class Reading:
    """One meaning of an ambiguous short form, and the stems beside it that speak for this meaning."""

    meaning: str
    cues: frozenset[str]


@dataclass(frozen=True)
class Glossary:
    """The tables of corpora/, keyed by stems: `entries` by the stems of a wording, the others by casefolded words."""

    entries: dict[tuple[str, ...], tuple[Alternative, ...]]
    readings: dict[str, tuple[Reading, ...]]
    colloquial: dict[str, str]
    stop: frozenset[str]
    asking: frozenset[str]

    @cached_property
    def longest(self) -> dict[str, int]:
        """The number of stems of the longest wording that begins with a stem, by that stem."""
        found: dict[str, int] = {}
        for key in self.entries:
            found[key[0]] = max(len(key), found.get(key[0], 0))
        return found

    def others(self, key: tuple[str, ...], typed: str) -> list[Alternative]:
        """Give the alternatives for a wording of these stems that is typed so, each of their wordings once."""
        found: dict[str, Alternative] = {}
        forms = {"", *_forms(typed)}
        for other in self.entries.get(key, ()):
            if other.typed in forms and (typed.isupper() or not other.capitals_only):
                found.setdefault(other.words, other)
        return list(found.values())

    def asks(self, text: str) -> bool:
        """Tell whether a text holds a word that asks, as it is typed: stems of such words are others ("kenapa")."""
        return not self.asking.isdisjoint(re.findall(r"\w+", text.casefold()))

    def without(self, ignored: Collection[str]) -> Self:
        """Give a glossary that adds nothing to the ignored words and phrases, or to any where EVERYTHING is ignored."""
        if not ignored:
            return self
        if EVERYTHING in ignored:
            return replace(self, entries={}, readings={})
        keys = {stems(word) for word in ignored}
        return replace(
            self,
            entries={key: others for key, others in self.entries.items() if key not in keys},
            readings={key: found for key, found in self.readings.items() if (key,) not in keys},
        )


@cache
def load() -> Glossary:
    """Read the tables of corpora/: glossary, short, ambiguous and colloquial forms, synonyms, agencies, stop words."""
    entries: dict[tuple[str, ...], dict[Alternative, None]] = {}
    readings = _readings()
    for typed, other in (*_glossary(), *_abbreviations(), *_agencies(), *_synonyms()):
        key = stems(typed)
        ambiguous = len(key) == 1 and key[0] in readings
        if key and key != stems(other.words) and not ambiguous:
            form = "" if other.kind == "ejaan" else next(_forms(typed))
            entries.setdefault(key, {})[replace(other, typed=form)] = None
    stop, asking = _stop_words()
    return Glossary(
        {key: tuple(others) for key, others in entries.items()},
        readings,
        {row["bentuk"]: row["baku"] for row in table("kata_sehari_hari.tsv")},
        stop,
        asking,
    )


@cache
def short_forms() -> frozenset[str]:
    """Give the abbreviations of papers and offices, in small letters: more than two letters, two of them capitals."""
    rows = (*table("glosarium.tsv"), *table("singkatan.tsv"))
    short = (name for row in rows for name in row["singkatan"].split("|"))
    return frozenset(name.casefold() for name in short if len(name) > 2 and sum(map(str.isupper, name)) > 1)


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """Give the stems of a wording, as the lexical index holds them."""
    return tuple(term.text for term in terms(text))


def _forms(typed: str) -> Iterator[str]:
    """Give a wording in small letters, without signs; the same without -nya; and once what is said twice."""
    plain = " ".join(re.findall(r"\w+", typed.casefold()))
    yield plain
    bare = re.sub(r" ?nya$", "", plain)
    yield bare
    half, _, rest = bare.partition(" ")
    if half == rest:
        yield half


def _glossary() -> Iterator[tuple[str, Alternative]]:
    for row in table("glosarium.tsv"):
        names = row["singkatan"].split("|")
        pairs = list(zip(names, row["kepanjangan"].split("|"), strict=True))
        for short, long in pairs:
            if long and len(short) > 1:
                yield short, _alternative(long, "kepanjangan", short)
                yield long, _alternative(short, "singkatan")
        for synonym in filter(None, row["sinonim"].split("|")):
            typed, _, name = synonym.partition(">")
            for short, long in pairs:
                if name in ("", short):
                    yield typed, _alternative(short, "sinonim", typed, weight=0.8)
                    if long:
                        yield typed, _alternative(long, "sinonim", typed, weight=0.7)


def _abbreviations() -> Iterator[tuple[str, Alternative]]:
    """Give short forms that everybody in an office knows, and that the glossary need not explain."""
    for row in table("singkatan.tsv"):
        short, long = row["singkatan"], row["kepanjangan"]
        yield short, _alternative(long, "kepanjangan", short)
        yield long, _alternative(short, "singkatan")


def _alternative(words: str, kind: str, typed: str = "", weight: float | None = None) -> Alternative:
    folded = typed.casefold()
    capitals = (len(folded) <= 2 and folded.isalpha()) or folded in _CAPITALS_ONLY
    return Alternative(words, kind, weight or _WEIGHTS[kind], bool(typed) and capitals)


def _agencies() -> Iterator[tuple[str, Alternative]]:
    for row in units.listed():
        for typed in (row["code"], row["short"]):
            yield typed, _alternative(row["name"], "perangkat daerah", typed)
        yield row["name"], _alternative(row["short"], "perangkat daerah")


def _synonyms() -> Iterator[tuple[str, Alternative]]:
    """Spelling variants stand for one another, and synonyms; an English word, one or many, points to the others."""
    for row in table("sinonim.tsv"):
        words, english = row["kata"].split("|"), row["jenis"] == "inggris"
        for typed in (words[0], _plural(words[0])) if english else words:
            others = words[1:] if english else [word for word in words if word != typed]
            yield from ((typed, _alternative(word, row["jenis"])) for word in others)


def _plural(english: str) -> str:
    """Give an English noun in its regular plural: policies, losses, permits."""
    if re.search(r"[^aeiou]y$", english):
        return f"{english[:-1]}ies"
    return f"{english}es" if re.search(r"(?:s|x|ch|sh)$", english) else f"{english}s"


def _readings() -> dict[str, tuple[Reading, ...]]:
    found: dict[str, tuple[Reading, ...]] = {}
    for row in table("ambigu.tsv"):
        reading = Reading(row["makna"], frozenset(stems(row["isyarat"])))
        key = row["singkatan"].casefold()
        found[key] = (*found.get(key, ()), reading)
    return found


def _stop_words() -> tuple[frozenset[str], frozenset[str]]:
    stop: set[str] = set()
    asking: set[str] = set()
    for line in files("corpora").joinpath("kata_henti.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("tanya:"):
            asking.update(line.removeprefix("tanya:").split())
        elif not line.startswith("#"):
            stop.update(line.split())
    return frozenset(stop | asking), frozenset(asking)

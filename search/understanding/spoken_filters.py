"""Filters spoken in a question: "SOP Dinkes tahun 2024 yang masih berlaku" wants a kind, a unit, a year, a validity.

Only a question that begins with a kind of paper names filters, and only right after that word or at its end: what
stands between is what the paper is about, and a year or a unit there belongs to it. A community is named behind a word
for communities alone, and sure only as an owner or where the topic follows: "SK pembentukan komunitas X" is about it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from re import Match, Pattern
from typing import TypeAlias

from catalog import units
from catalog.word_lists import table, words_of
from search.understanding import spoken_years, years

NAMES = ("kind", "unit", "community", "year", "validity")
IN_FORCE = "berlaku"
OUT_OF_FORCE = "tidak_berlaku"
DATED = frozenset(["", "sop", "juknis", "notulen", "bast", "sk"])
"""Kinds whose year is that of the paper's date; the year of a KAK or a report is that of the budget it speaks of."""
_DECREE = "sk"
"""What "SK tim keamanan Dinkes" ends with may be whom it is about: decrees are made by one for another."""

_LEAD = re.compile(
    r"(?:(?:tolong|mohon|coba|cari|carikan|mencari|daftar|tampilkan|lihat|buka|unduh|mengunduh|minta|meminta|berikan"
    r"|saya|aku|kami|kita|mau|ingin|butuh|perlu|boleh|bisa|punya|ada|apakah ada|apa saja|mana|semua|contoh|list)\s+)*",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:[\s?!.,]|\b(?:ada|ga|gak|tidak|dong|ya|apa saja|yang mana|mana|saja)\b)+$", re.IGNORECASE)
_VALIDITY = (
    r"(?:yang\s+|yg\s+)?(?:(?:masih|tetap|sedang)\s+(?P<holds>berlaku)|(?:(?:sudah|telah)\s+)?tidak\s+(?P<gone>berlaku"
    r"(?:\s+lagi)?|lagi\s+berlaku)|(?<=\Wyang\s)(?P<of_now>berlaku)"
    r"|(?:(?:sudah|telah)\s+|(?<=\Wyang\s))(?P<ended>dicabut|diganti(?:kan)?|kedaluwarsa|kadaluarsa))"
)
_OWNED = r"(?:(?:milik|punya|dari|di|pada)\s+)?"
_BY = r"(?P<by>(?:milik|punya|dari|di|pada|oleh|karya|buatan|susunan)\s+)?"
_COMMUNITY = (
    r"(?:komunitas(?:\s+(?:pembelajar|pembelajaran|belajar|praktisi|praktik))?|community\s+of\s+practice|cop|kombel)"
)
COMMUNITY = re.compile(rf"^{_COMMUNITY}\s+", re.IGNORECASE)
"""A word for communities where a name begins with it."""
_NONE = "(?!)"
_TOPIC = re.compile(
    r"(?:$|,|(?:tentang|terkait|mengenai|soal|perihal|untuk|utk|yang|yg|bagaimana|apa|kapan|siapa|berapa)\b)",
    re.IGNORECASE,
)
_NO_OWNER = re.compile(
    r"\b(?:dengan|dgn|ke|kepada|antara|antar|dan|atau|untuk|utk|tentang|oleh|nomor|no)\s+$", re.IGNORECASE
)
Called: TypeAlias = tuple[tuple[str, str], ...]
"""What communities are called behind a word for them, in small letters, and the name of each."""

# "Dinas Kesehatan Kota Bogor" is another government's.
_GOVERNMENTS = "|".join(sorted(words_of("kata_letak.tsv", "wilayah", "pemerintahan") | {"daerah"}))
_ELSEWHERE = rf"(?!\w)(?!\s+(?:{_GOVERNMENTS})\b)"


@dataclass(frozen=True)
class SpokenFilter:
    """A filter (one of NAMES), its value as the catalog has it, the words it was read from, and whether it applies.

    One that does not is offered: it would leave nothing, or is not sure enough.
    """

    name: str
    value: str
    words: str
    applied: bool


def spoken_filters(text: str, communities: Called = (), today: date | None = None) -> tuple[SpokenFilter, ...]:
    """Give the filters that a question names today, in the order of NAMES, each name once; mostly none."""
    begin = _LEAD.match(text)
    kind = _kinds().match(text, begin.end() if begin else 0)
    if not kind:
        return ()
    other = _other_kinds().match(text, kind.end())
    place = other.end() if other else kind.end()
    end = len(text) - len(match.group()) if (match := _TAIL.search(text)) else len(text)
    grammar = _grammar(communities)
    found: dict[str, SpokenFilter] = {}
    value = "" if other else _kind_of()[_plain(kind.group())]
    for match in (*_behind(grammar, text, place, end), *_before(grammar, text, place, end)):
        spoken = _filter(grammar, match, text[match.end() : end], value, today or date.today())
        found.setdefault(spoken.name, spoken)
    if value and any(spoken.applied or spoken.name == "year" for spoken in found.values()):
        found["kind"] = SpokenFilter("kind", value, kind.group(), applied=True)
    return tuple(found[name] for name in NAMES if name in found)


@dataclass(frozen=True)
class _Grammar:
    """One filter, behind other words, and as the last words; and the communities by what they are called."""

    one: Pattern[str]
    behind: Pattern[str]
    last: Pattern[str]
    communities: Mapping[str, str]


def _behind(grammar: _Grammar, text: str, place: int, end: int) -> Iterator[Match[str]]:
    """Give the filters right behind the kind."""
    while match := grammar.behind.match(text, place, end):
        following = text[match.end() :].lstrip()
        named = match["unit"] or match["community"]
        if named and following[:1].isupper() and not grammar.one.match(following):
            return  # "SOP Dinas Kesehatan Bogor"
        yield match
        place = match.end()


def _before(grammar: _Grammar, text: str, start: int, place: int) -> Iterator[Match[str]]:
    """Give the filters at the end of the question, the last first."""
    while match := grammar.last.search(text, start, place):
        if _NO_OWNER.search(text, start, match.start("filter")):
            return
        yield match
        place = match.start()


def _filter(grammar: _Grammar, match: Match[str], following: str, kind: str, today: date) -> SpokenFilter:
    words, first = match.group().strip(), match.re is grammar.behind
    if match["unit"]:
        owner = first or kind != _DECREE
        return SpokenFilter("unit", unit_names()[_plain(match["unit"])], words, applied=owner)
    if match["community"]:
        sure = match["by"] or (first and (_TOPIC.match(following.strip()) or grammar.behind.match(following)))
        return SpokenFilter("community", grammar.communities[_plain(match["community"])], words, applied=bool(sure))
    if match["year"]:
        meant = spoken_years.meant(match["year"], today)
        sure = kind in DATED and (first or bool(kind) or len(meant) == 1)  # "dokumen Renstra tahun 2023-2026"
        return SpokenFilter("year", years.told(meant), words, applied=sure)
    holds = match["holds"] or match["of_now"]
    return SpokenFilter("validity", IN_FORCE if holds else OUT_OF_FORCE, words, applied=True)


@lru_cache(maxsize=4)
def _grammar(communities: Called) -> _Grammar:
    units, known = _any_of(unit_names()), dict(communities)
    community = rf"{_BY}{_COMMUNITY}\s+(?P<community>{_any_of(known) or _NONE})(?!\w)"
    owner = rf"{_OWNED}(?P<unit>{units})(?!\w){_of_ours()}{_ELSEWHERE}"
    last, one = (
        rf"(?i:(?P<filter>{owner}|{community}|(?P<year>{said})|{_VALIDITY}))(?![\w/]|-\w)"
        for said in (spoken_years.SAID, f"{spoken_years.SAID}|{spoken_years.BARE}")
    )
    return _Grammar(re.compile(one), re.compile(rf"\s+{one}"), re.compile(rf"\s+{last}[\s,]*$"), known)


@cache
def _of_ours() -> str:
    """Give a pattern of our own government behind one of its units: "Provinsi DKI Jakarta" tells nothing more."""
    (own,) = (row for row in units.listed() if not row["parent"])
    kind, _, name = own["name"].removeprefix("Pemerintah ").partition(" ")
    *_, place = name.split()
    short = [alias for alias in own["aliases"].split("|") if alias.isupper()]
    called = _any_of([name, place, *short, *(f"{one} {place}" for one in short)])
    return rf"(?:\s+(?:(?:{kind}|prov\.?|pemprov)\s+)?(?:{called})(?!\w))?"


@cache
def _kinds() -> Pattern[str]:
    return re.compile(rf"(?:{_any_of(_kind_of())})(?!\w)", re.IGNORECASE)


@cache
def _other_kinds() -> Pattern[str]:
    return re.compile(
        rf"(?:\s*(?:,|/|\b(?:dan|atau|serta|maupun)\b)\s*(?:{_any_of(_kind_of())})(?!\w))+", re.IGNORECASE
    )


@cache
def _kind_of() -> dict[str, str]:
    return {word: row["jenis"] for row in table("kata_jenis.tsv") for word in row["kata"].split("|")}


@cache
def unit_names() -> dict[str, str]:
    """Map what units are called, in small letters, to their codes."""
    found: dict[str, str] = {}
    for row in units.listed():
        for name in units.called(row["code"], row["short"], row["name"], row["aliases"].split("|")):
            found.setdefault(name.casefold(), row["code"])
    return found


def _any_of(wordings: Iterable[str]) -> str:
    """Give a pattern of any of these, the longest first."""
    return "|".join(r"\s+".join(map(re.escape, each.split())) for each in sorted(wordings, key=lambda w: (-len(w), w)))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())

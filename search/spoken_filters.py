"""Filters spoken in a question: "SOP Dinkes tahun 2024 yang masih berlaku" wants a kind, a unit, a year, a validity.

Only a question that begins with a kind of paper names filters, and only right after that word or at its end: what
stands between is what the paper is about, and a year or a unit there belongs to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from re import Match, Pattern

from catalog import units
from search.glossary import table

NAMES = ("kind", "unit", "year", "validity")
IN_FORCE = "berlaku"
DATED = frozenset(["", "sop", "juknis", "notulen", "bast"])
"""Kinds whose year is that of the paper's date; the year of a KAK or a report is that of the budget it speaks of."""

_LEAD = re.compile(
    r"(?:(?:tolong|mohon|cari|carikan|mencari|daftar|tampilkan|lihat|minta|meminta|ada|apakah ada|apa saja"
    r"|mana|semua|contoh|list)\s+)*",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:[\s?!.,]|\b(?:ada|ga|gak|tidak|dong|ya|apa saja|yang mana|mana|saja)\b)+$", re.IGNORECASE)
_YEAR = r"(?:(?:dari|pada|untuk)\s+)?(?:tahun|thn|th\.?)\s*(?P<year>(?:19|20)\d\d)"
_VALIDITY = r"(?:yang\s+|yg\s+)?(?:masih|tetap|sedang)\s+(?P<validity>berlaku)"
_OWNED = r"(?:(?:milik|punya|dari|di|pada)\s+)?"
_NO_OWNER = re.compile(
    r"\b(?:dengan|dgn|ke|kepada|antara|antar|dan|atau|untuk|utk|tentang|oleh|nomor|no)\s+$", re.IGNORECASE
)
# "Dinas Kesehatan Kota Bogor" is another government's.
_ELSEWHERE = r"(?!\w)(?!\s+(?:kota|kabupaten|kab|provinsi|prov|pemkot|pemkab|pemprov|daerah)\b)"


@dataclass(frozen=True)
class SpokenFilter:
    """A filter (one of NAMES), its value as the catalog has it, the words it was read from, and whether it applies.

    One that does not is offered: it would leave nothing, or is not sure enough.
    """

    name: str
    value: str
    words: str
    applied: bool


def spoken_filters(text: str) -> tuple[SpokenFilter, ...]:
    """Give the filters that a question names, in the order of NAMES, each name once; mostly none."""
    begin = _LEAD.match(text)
    kind = _kinds().match(text, begin.end() if begin else 0)
    if not kind:
        return ()
    end = len(text) - len(match.group()) if (match := _TAIL.search(text)) else len(text)
    found: dict[str, SpokenFilter] = {}
    value = _kind_of()[" ".join(kind.group().casefold().split())]
    for match in (*_behind(text, kind.end(), end), *_before(text, kind.end(), end)):
        spoken = _filter(match, value)
        found.setdefault(spoken.name, spoken)
    if found and value:
        found["kind"] = SpokenFilter("kind", value, kind.group(), applied=True)
    return tuple(found[name] for name in NAMES if name in found)


def _behind(text: str, place: int, end: int) -> Iterator[Match[str]]:
    """Give the filters right behind the kind."""
    while match := re.compile(rf"\s+{_one()}").match(text, place, end):
        following = text[match.end() :].lstrip()
        if match["unit"] and following[:1].isupper() and not re.match(_one(), following, re.IGNORECASE):
            return  # "SOP Dinas Kesehatan Bogor"
        yield match
        place = match.end()


def _before(text: str, start: int, place: int) -> Iterator[Match[str]]:
    """Give the filters at the end of the question, the last first."""
    while match := _last().search(text, start, place):
        if _NO_OWNER.search(text, start, match.start("filter")):
            return
        yield match
        place = match.start()


def _filter(match: Match[str], kind: str) -> SpokenFilter:
    words = match.group().strip()
    if match["unit"]:
        return SpokenFilter("unit", _units()[" ".join(match["unit"].casefold().split())], words, applied=True)
    if match["year"]:
        return SpokenFilter("year", match["year"], words, applied=kind in DATED)
    return SpokenFilter("validity", IN_FORCE, words, applied=True)


@cache
def _one() -> str:
    names = "|".join(_spaced(name) for name in _longest_first(_units()))
    return rf"(?i:(?P<filter>{_OWNED}(?P<unit>{names}){_ELSEWHERE}|{_YEAR}|{_VALIDITY}))(?!\w)"


@cache
def _last() -> Pattern[str]:
    return re.compile(rf"\s+{_one()}[\s,]*$")


@cache
def _kinds() -> Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(_spaced, _longest_first(_kind_of())))})(?!\w)", re.IGNORECASE)


@cache
def _kind_of() -> dict[str, str]:
    return {word: row["jenis"] for row in table("kata_jenis.tsv") for word in row["kata"].split("|")}


@cache
def _units() -> dict[str, str]:
    """Map the names of units to their codes; of the aliases only short forms in capitals, the others are topics."""
    found: dict[str, str] = {}
    for row in units.listed():
        short = [alias for alias in row["aliases"].split("|") if len(alias) > 2 and alias.isupper()]
        for name in (row["code"], row["short"], row["name"], *short):
            found.setdefault(name.casefold(), row["code"])
    return found


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _longest_first(words: dict[str, str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))

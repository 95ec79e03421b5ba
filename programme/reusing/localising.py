"""What another agency must localise before it uses a paper: names, offices, legal bases, amounts, days, places.

A list to work through, not a promise: it is read off the stored text by plain rules, and what it names stands there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from re import Pattern

from catalog import assets, units
from catalog.assets import Card, Page
from catalog.database import Catalog
from catalog.word_lists import words_of

KINDS = ("dasar_hukum", "satuan_kerja", "uang", "tanggal", "kontak", "tempat", "nama")
"""Kinds of what is found; of two that meet in the text the earlier one here is kept."""
MOST = 2000
"""Rows that are listed."""
LONGEST = 1_000_000
"""Characters of a paper that are read: a register beyond that is no paper whose words one localises."""
AROUND = 60
"""Characters of context to each side."""

Span = tuple[int, int]

_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_CAPITALS = r"[A-Z][\w'’.-]*(?:[ ](?:[A-Z][\w'’.-]*|\d+))*"
_SCALES = "ribu|juta|miliar|triliun"
_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_MONEY = re.compile(rf"\bRp\.?[ ]?{_NUMBER}(?:,-)?(?:[ ](?:{_SCALES}|jt|M)\b)?|\b{_NUMBER}[ ](?:{_SCALES}) rupiah\b")
_DAY = re.compile(rf"\b\d{{1,2}}[ ](?:{_MONTHS})[ ]\d{{4}}\b|\b\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{4}}\b", re.IGNORECASE)
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\bhttps?://[^\s<>\"]+|(?:\+62|\b0\d{2,3})[ )-]?\d{3,4}[ -]?\d{3,5}\b"
)
_BEFORE_NIP = re.compile(r"^[ \t|]*([A-Z][^\n|:\[\]]{3,60}?)[ \t,]*(?:\n[ \t|]*|[ ])NIP\b", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?\.?")


@dataclass(frozen=True)
class Found:
    """Something to localise: how often it stands there, on which pages or sheets, and the words around the first."""

    kind: str
    text: str
    times: int
    places: tuple[str, ...]
    before: str
    after: str


@dataclass(frozen=True)
class Localised:
    """What to localise, by kind and in reading order; `is_cut` where a paper is too long to be read or listed whole."""

    rows: tuple[Found, ...]
    is_cut: bool


def found(catalog: Catalog, card: Card) -> Localised:
    """Return what to localise of a version, or of a part of it; the card came by a scope."""
    offices = _offices(catalog)
    rows: dict[tuple[str, str], list[tuple[Page, Span]]] = {}
    pages, is_cut = _first_pages(catalog, card)
    for page in pages:
        for kind, span in _spans(catalog, card, page, offices):
            said = " ".join(page.text[slice(*span)].split())
            rows.setdefault((kind, said), []).append((page, span))
    listed = [_found(kind, said, seen) for (kind, said), seen in rows.items()]
    listed.sort(key=lambda one: KINDS.index(one.kind))
    return Localised(tuple(listed[:MOST]), is_cut or len(listed) > MOST)


def _first_pages(catalog: Catalog, card: Card) -> tuple[list[Page], bool]:
    left = LONGEST
    pages: list[Page] = []
    for page in assets.pages(catalog, card):
        if left <= 0:
            return pages, True
        pages.append(replace(page, text=page.text[:left]))
        left -= len(page.text)
    return pages, left < 0


def _found(kind: str, said: str, seen: Sequence[tuple[Page, Span]]) -> Found:
    page, (start, end) = seen[0]
    before, after = page.text[max(0, start - AROUND) : start], page.text[end : end + AROUND]
    places = tuple(dict.fromkeys(_place(page) for page, _ in seen))
    return Found(kind, said, len(seen), places, " ".join(before.split()), " ".join(after.split()))


def _place(page: Page) -> str:
    return page.sheet if page.sheet is not None else str(page.page or "")


def _spans(catalog: Catalog, card: Card, page: Page, offices: Pattern[str]) -> Iterator[tuple[str, Span]]:
    """Yield what stands on a page, without what lies within something of an earlier kind."""
    finders: Mapping[str, Iterator[Span]] = {
        "dasar_hukum": _citations(catalog, card, page),
        "satuan_kerja": (match.span() for match in offices.finditer(page.text)),
        "uang": (match.span() for match in _MONEY.finditer(page.text)),
        "tanggal": (match.span() for match in _DAY.finditer(page.text)),
        "kontak": (match.span() for match in _CONTACT.finditer(page.text)),
        "tempat": (match.span() for match in _places().finditer(page.text)),
        "nama": chain((match.span(1) for match in _BEFORE_NIP.finditer(page.text)), _names(page.text)),
    }
    taken = bytearray(len(page.text))
    for kind in KINDS:
        for start, end in sorted(finders[kind]):
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                yield kind, (start, end)


def _citations(catalog: Catalog, card: Card, page: Page) -> Iterator[Span]:
    rows = catalog.db.execute(
        "SELECT c.start, c.end FROM citation c JOIN page p ON p.id = c.page WHERE p.version = ? AND p.number = ?",
        [card.version_id, page.number],
    )
    yield from rows.fetchall()


def _offices(catalog: Catalog) -> Pattern[str]:
    """Return the names of the agencies, the longest first: short ones as they are written, long ones in any case.

    An alias of one small word ("pajak") says nothing; the government as a whole stays the same for who reuses.
    """
    agencies = [unit for unit in units.all_units(catalog) if unit.kind in units.AGENCY_KINDS]
    known = {name for unit in agencies for name in (unit.name, unit.short, unit.code, *unit.aliases)}
    telling = sorted((name for name in known if " " in name or name.isupper()), key=lambda name: (-len(name), name))
    ways = (re.escape(name) if " " not in name else f"(?i:{re.escape(name)})" for name in telling if len(name) > 2)
    return re.compile(rf"(?<!\w)(?=[A-Z])(?:{'|'.join(ways)})(?!\w)")


@cache
def _places() -> Pattern[str]:
    """Return places by name: a word for a place in capitals, and what follows it in capitals, with its number."""
    words = sorted(words_of("nama_orang.tsv", "tempat") - {"provinsi"}, key=lambda word: (-len(word), word))
    spelt = "|".join(re.escape(way) for word in words for way in dict.fromkeys((word.title(), word.upper())))
    return re.compile(rf"\b(?:(?:{spelt})\b|(?:Jl|Jln|Gd|Kab|Kp)\.)[ ]{_CAPITALS}(?:[ ](?:Nomor|No\.?)[ ]?\d+\w?)?")


def _names(text: str) -> Iterator[Span]:
    """Yield runs of words in capitals of which one is a known name, with the form of address before them."""
    words = [match for match in _WORD.finditer(text) if match.group()[0].isupper()]
    at = 0
    while at < len(words):
        last = at
        while last + 1 < len(words) and text[words[last].end() : words[last + 1].start()] == " ":
            last += 1
        yield from _name_in([word.span() for word in words[at : last + 1]], text)
        at = last + 1


def _name_in(run: Sequence[Span], text: str) -> Iterator[Span]:
    """Yield the part of a run of words in capitals that is a name: from the first to the last word that can be one."""
    said = [text[start:end].rstrip(".").casefold() for start, end in run]
    can = [index for index, word in enumerate(said) if word in words_of("nama_orang.tsv", "nama")]
    if not can:
        return
    first, last = can[0], can[-1]
    rest = words_of("nama_orang.tsv", "nama", "juga kata", "lanjutan")
    while first > 0 and (step := _step_back(said[:first], rest)):
        first -= step
    while last + 1 < len(said) and (said[last + 1] in rest or len(said[last + 1]) == 1):
        last += 1
    if last > first:
        yield run[first][0], run[last][1]


def _step_back(before: Sequence[str], names: frozenset[str]) -> int:
    """Return how many words before a name belong to it, as far as one step tells: of two, the last may be unknown."""
    if before[-1] in names or before[-1] in words_of("nama_orang.tsv", "sapaan"):
        return 1
    return 2 if len(before) > 1 and before[-2] in names else 0

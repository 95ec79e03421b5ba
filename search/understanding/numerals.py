"""Amounts and numbers of a question, and how else papers write them: "1,5 juta" is also "Rp1.500.000".

Only what is written exactly: 1,5 juta is 1500000, but 1.234.567 is no round number of millions. Rules that are cited
with their kind have one spelling in the index already (`engine.citations`), and so have grouped digits.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import product
from re import Pattern

from catalog.word_lists import table, words_of
from engine.analysis import identifiers
from search.understanding.date_spellings import dates
from search.understanding.glossary import Alternative, stems
from search.understanding.number_words import WORD, WORDS, in_words, roman, roman_value, value_in, value_of
from search.understanding.spellings import OFTEN_OTHER, SAME, Spelled

ORDINAL = "urutan"
"""The kind of other spellings of what is counted by a number behind its name: "lantai enam"."""
_LARGEST_NUMBERED = 99
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_UNITS = {"ribu": ("rb",), "juta": ("jt",), "miliar": ("milyar", "M"), "triliun": ("trilyun", "T")}
_RUPIAH = r"(?P<rp>Rp\.?\s?|rupiah\s)"
_VALUES = {"triliun": 10**12, "miliar": 10**9, "juta": 10**6, "ribu": 10**3}
_TIMES = re.compile(
    rf"(?<![\w.,/-])(?i:{_RUPIAH})?(?P<number>\d{{1,3}}(?:[.,]\d{{1,3}})?)\s?"
    r"(?P<unit>(?i:ribu|rb|juta|jt|miliar|milyar|triliun|trilyun)|[MT])(?!\w)"
)
_DIGITS = re.compile(
    rf"(?<![\w.,/-])(?i:{_RUPIAH})?(?P<number>\d{{1,3}}(?:\.\d{{3}})+|\d{{4,15}})(?:,00)?(?![\w/-]|[.,]\d)"
)
_WORDS = re.compile(rf"(?<!\w){WORD}(?:\s+{WORD})+(?!\w)", re.IGNORECASE)
_HALF = re.compile(
    rf"(?<![\w.,/-])(?:(?P<whole>\d{{1,3}}|{WORDS})\s+)?setengah\s+(?P<unit>ribu|juta|miliar|milyar|triliun|trilyun)(?!\w)",
    re.IGNORECASE,
)
_PER_CENT = re.compile(
    rf"(?<![\w.,/-])(?P<number>\d{{1,3}}(?:[.,]\d{{1,4}})?|{WORDS})\s?(?:%|(?:persen|prosen|per\s?seratus)(?!\w))",
    re.IGNORECASE,
)
_RULE = re.compile(
    rf"(?<![\w/.-])(?P<named>(?i:nomor|nmr|no)\b\.?\s*)?(?P<number>\d{{1,4}})\s*(?:(?i:tahun|thn|th)\b\.?\s*|/)\s?{_YEAR}(?![\w/-])"
)


def numerals(text: str) -> tuple[Spelled, ...]:
    """Give the dates, amounts, numbered things and number words of a question, in order and apart from one another."""
    found = sorted(_found(text), key=lambda one: (one.start, -one.end))
    kept: list[Spelled] = []
    for one in found:
        distinct = _distinct(text[one.start : one.end], one.others)
        if distinct and (not kept or one.start >= kept[-1].end):
            kept.append(replace(one, others=distinct))
    return tuple(kept)


def _found(text: str) -> Iterator[Spelled]:
    whole = [(term.start, term.end) for term in identifiers(text)]
    yield from dates(text)
    for finder in (_numbered, _halves, _amounts, _sums, _shares, _in_words, _counted, _rules):
        for one in finder(text):
            if not any(start < one.end and one.start < end for start, end in whole):
                yield one


def _distinct(typed: str, others: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """Leave out spellings that the index does not tell from an earlier one."""
    known: dict[tuple[str, ...], Alternative | None] = {_key(typed): None}
    for other in others:
        known.setdefault(_key(other.words), other)
    return tuple(other for other in known.values() if other is not None)


def _key(words: str) -> tuple[str, ...]:
    return tuple(sorted(set(stems(words))))


def _numbered(text: str) -> Iterator[Spelled]:
    """Find what is counted by a number behind its name: "triwulan III", "TW3", "lantai enam"."""
    for match in _numbered_pattern().finditer(text):
        number = _ordinal(match["number"])
        if number is not None and 0 < number <= _LARGEST_NUMBERED:
            names = _numbered_things()[match["name"].casefold()]
            spelled = filter(None, (str(number), roman(number), in_words(number)))
            others = [f"{name} {value}" for name, value in product(names, spelled)]
            others += [f"{name}{number}" for name in names if name.isupper()]
            yield Spelled(*match.span(), tuple(Alternative(words, ORDINAL, SAME) for words in others))


def is_numbered(name: str) -> bool:
    """Tell whether a number behind this name in small letters counts such things: "tahap2" is the second stage."""
    return name in _numbered_things()


def _ordinal(written: str) -> int | None:
    return roman_value(written) or value_in(written)


@cache
def _numbered_things() -> dict[str, tuple[str, ...]]:
    rows = [tuple(row["kata"].split("|")) for row in table("bernomor.tsv")]
    return {name.casefold(): names for names in rows for name in names}


@cache
def _numbered_pattern() -> Pattern[str]:
    names = "|".join(sorted(_numbered_things(), key=len, reverse=True))
    number = rf"(?P<number>\d{{1,2}}|[IVX]{{1,7}}|[ivx]{{2,7}}|(?i:{WORDS}))"
    return re.compile(rf"(?<![\w-])(?P<name>(?i:{names}))(?:\.?\s*(?:(?i:ke)-?\s?)?){number}(?!\w|/\w|[.,]\d)")


def _amounts(text: str) -> Iterator[Spelled]:
    """Find amounts told in thousands, millions and so on; "1,25 M" only where it is told exactly or is of money."""
    for match in _TIMES.finditer(text):
        unit = _unit(match["unit"])
        value = _decimal(match["number"]) * _VALUES[unit]
        sure = len(match["unit"]) > 1 or match["rp"] or not match["number"].isdecimal()
        if sure and value == value.to_integral_value():
            yield Spelled(*match.span(), tuple(_of_amount(int(value))))


def _sums(text: str) -> Iterator[Spelled]:
    """Find amounts in digits that are a round number of millions, or of thousands of rupiah."""
    for match in _DIGITS.finditer(text):
        value = int(match["number"].replace(".", ""))
        if match["rp"] or "." in match["number"] or value >= _VALUES["juta"]:
            yield Spelled(*match.span(), tuple(_of_amount(value)))


def _halves(text: str) -> Iterator[Spelled]:
    """Find "satu setengah miliar", which is 1,5 miliar, and "setengah juta"."""
    for match in _HALF.finditer(text):
        whole = value_in(match["whole"] or "0")
        if whole is not None:
            yield Spelled(*match.span(), tuple(_of_amount((2 * whole + 1) * _VALUES[_unit(match["unit"])] // 2)))


def _shares(text: str) -> Iterator[Spelled]:
    """Find "10%", "10 persen" and "sepuluh persen"; without the word it is a number like others."""
    for match in _PER_CENT.finditer(text):
        number = match["number"]
        value = value_in(number)
        figures = str(value) if value is not None else number
        others = [Alternative(f"{figures} persen", "bilangan", SAME), Alternative(figures, "bilangan", OFTEN_OTHER)]
        others += [Alternative(f"{in_words(value)} persen", "bilangan", SAME)] if value is not None else []
        yield Spelled(*match.span(), tuple(others))


def _counted(text: str) -> Iterator[Spelled]:
    """Find one word that counts what stands behind it: "tiga hari"."""
    for match in _counted_pattern().finditer(text):
        value = value_of(match["number"])
        if value is not None:
            yield Spelled(*match.span(), (Alternative(str(value), "bilangan", SAME),))


@cache
def _counted_pattern() -> Pattern[str]:
    counted_in = "|".join(sorted(words_of("kata_ukur.tsv", "satuan"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<number>{WORD})(?=\s+(?:{counted_in})\b)", re.IGNORECASE)


def _decimal(written: str) -> Decimal:
    """Read 1.500 as thousands, 1.5 and 1,5 as one and a half."""
    return Decimal(re.sub(r"\.(?=\d{3}$)", "", written).replace(",", "."))


def _unit(written: str) -> str:
    return next(unit for unit, short in _UNITS.items() if written.casefold() in (unit, *map(str.casefold, short)))


def _of_amount(value: int) -> Iterator[Alternative]:
    """Give the digits, and the largest unit of which it is a number with at most two decimals."""
    yield Alternative(str(value), "jumlah", SAME)
    unit = next((unit for unit, size in _VALUES.items() if value >= size and value * 100 % size == 0), None)
    if unit is not None:
        number = f"{(Decimal(value) / _VALUES[unit]).normalize():f}".replace(".", ",")
        for name in (unit, *_UNITS[unit]):
            yield Alternative(f"{number} {name}", "jumlah", SAME)
            if "," in number:
                yield Alternative(f"Rp{number} {name}", "jumlah", OFTEN_OTHER)


def _in_words(text: str) -> Iterator[Spelled]:
    for match in _WORDS.finditer(text):
        value = value_of(match.group())
        if value is not None:
            large = _of_amount(value) if value >= _VALUES["juta"] else ()
            yield Spelled(*match.span(), (Alternative(str(value), "bilangan", SAME), *large))


def _rules(text: str) -> Iterator[Spelled]:
    """Find a number and a year without the kind of rule: "Nomor 12 Tahun 2017", "12/2017"."""
    for match in _RULE.finditer(text):
        number, year = match["number"], match["y"]
        if not match["named"] and int(number) + 1 == int(year):
            continue  # a school or budget year: "2025/2026"
        if match["named"] or "/" in match.group():
            others = (f"{number}/{year}", f"Nomor {number} Tahun {year}")
            yield Spelled(*match.span(), tuple(Alternative(words, "peraturan", SAME) for words in others))

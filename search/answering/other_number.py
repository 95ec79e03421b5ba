"""Whether what seems to answer is of the number that is asked for: floor 6, block 17, class 2, stage III.

A floor or a block must be named near the answer. Of other things that are told by a number one must not stand there
with another number alone: "ruang kelas 2" is not told by what stands of "Ruang Kelas 10".
"""

import re
from functools import cache
from re import Pattern

from catalog.word_lists import words_of
from search.understanding.glossary import load
from search.understanding.number_words import WORDS, roman_value, value_in

_AND_MORE = re.compile(r"\s?(?:,|dan|atau|s\.?/?d\.?|sampai|hingga|[-–/&])\s?(\d{1,2}|[IVX]{1,5})(?!\w)")
"""A second number of the same thing: "tahap I dan II"."""
_AMOUNTS = frozenset(
    ["tahun", "nomor", "pasal", "ayat", "huruf", "angka", "butir", "halaman", "tanggal", "pukul", "jam"]
)
_SCALES = frozenset(["ribu", "juta", "miliar", "persen", "km", "meter", "m2", "ha", "rupiah", "kali", "lantai"])
_SAME = {"lt": "lantai", "kav": "kavling"}


def is_in_another_numbered_place(question: str, near: str) -> bool:
    """Tell whether a numbered place that a question names stands nowhere near what seems to answer it.

    `near` is the answer with the title, the headings and the head of the table above it.
    """
    asked = _places(question)
    return bool(asked) and not asked <= _places(near)


def is_another_number(question: str, piece: str, near: str) -> bool:
    """Tell whether a piece has something of the question under another number, and nothing near it the number asked."""
    said, around = _numbered(piece), _numbered(f"{near}\n{piece}")
    return any(
        name in said and number not in around.get(name, frozenset())
        for name, one in _numbered(question).items()
        for number in one
    )


def _numbered(text: str) -> dict[str, set[int]]:
    """Give the small numbers behind each word that may name something, in small letters."""
    found: dict[str, set[int]] = {}
    for match in _counted_pattern().finditer(text):
        name = match["name"].casefold()
        if name not in _no_names():
            more = _AND_MORE.match(text, match.end())
            numbers = [match["number"], more[1] if more else match["number"]]
            found.setdefault(_SAME.get(name, name), set()).update(_number(one) or 0 for one in numbers)
    return found


@cache
def _no_names() -> frozenset[str]:
    """Give words behind which a number is an amount, a place in a list or a year: "paling lama 3 hari"."""
    units = words_of("kata_ukur.tsv", "satuan", "ukuran", "ukuran fisik", "cara", "pihak")
    return units | load().stop | _AMOUNTS


def _places(text: str) -> set[tuple[str, int]]:
    """Give the numbered places of a text: "Lt. VI", "lantai enam" and "LANTAI 06" are one."""
    found = ((match["kind"].casefold(), _number(match["number"])) for match in _pattern().finditer(text))
    return {(_SAME.get(kind, kind), number) for kind, number in found if number is not None}


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() else roman_value(written) or value_in(written)


@cache
def _counted_pattern() -> Pattern[str]:
    """Match a word and the small number behind it, unless that number is an amount of something."""
    units = "|".join(sorted(words_of("kata_ukur.tsv", "satuan") | _SCALES))
    number = r"0{0,3}(?P<number>[1-9]\d?|[IVX]{1,5})(?![\w%/-]|:\d|[.,]\d| ?[%x])"
    return re.compile(rf"(?<![\w-])(?P<name>[^\W\d_]{{3,}})[ .]{{1,2}}{number}(?! (?i:{units})\b)")


@cache
def _pattern() -> Pattern[str]:
    kinds = "|".join(sorted(words_of("kata_letak.tsv", "tempat bernomor"), key=len, reverse=True))
    number = rf"(?P<number>\d{{1,4}}|[IVX]{{1,7}}|(?i:{WORDS}))"
    named = rf"(?<![\w-])(?<!luas )(?P<kind>(?i:{kinds}))[.:]?\s*(?:(?i:ke|no|nomor)[-.]?\s?)?"
    return re.compile(rf"{named}{number}(?!\w|[.,]\d)")

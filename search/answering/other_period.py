"""Whether what seems to answer tells of another part of the year than the one that is asked for.

"Realisasi triwulan II" is not told by a figure of the third quarter, "per 31 Desember" by none of September. Quarters,
halves and months are compared by their months, and a span ("1 April s.d. 31 Juli") has those between its ends.
"""

import re
from collections.abc import Iterator
from functools import cache
from re import Pattern
from typing import NamedTuple

from search.understanding.date_spellings import month_number, month_numbers
from search.understanding.letters import plain
from search.understanding.number_words import ORDINALS, WORDS, roman_value, value_in

_LENGTHS = {"triwulan": 3, "tw": 3, "kuartal": 3, "caturwulan": 4, "cawu": 4, "semester": 6, "smt": 6}
_PART = re.compile(
    rf"(?<![\w-])(?P<kind>{'|'.join(_LENGTHS)})\.?\s*(?:ke-?\s?)?"
    rf"(?P<number>[1-4]|IV|I{{1,3}}|{'|'.join(ORDINALS)}|{WORDS})(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:dibanding(?:kan)?|daripada|terhadap|dari)(?:\s+dengan)?(?:\s+(?:posisi|periode|capaian))?\s+$"
)
_TO = r"\s*(?:s\.?\s?/?\s?d\.?|sampai(?: dengan)?|hingga|[-–—])\s*(?:tanggal\s+)?(?:akhir\s+)?(?:\d{1,2}\s+)?"
_BEFORE = re.compile(
    r"(?<!\d )\b(?:s\.?\s?/?\s?d\.?|sampai(?: dengan)?|hingga|sebelum|paling lambat|selambat-lambatnya)"
    r"\s+(?:tanggal\s+)?(?:akhir\s+)?(?:bulan\s+)?(?:\d{1,2}\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:sejak|mulai|setelah|sesudah)\s+(?:tanggal\s+)?(?:awal\s+)?(?:bulan\s+)?(?:\d{1,2}\s+)?$", re.IGNORECASE
)


class Period(NamedTuple):
    """Months of a year, and whether they are told as a quarter, a third or a half of it."""

    months: frozenset[int]
    is_part: bool


def is_of_another_period(question: str, piece: str, near: str) -> bool:
    """Tell whether a piece tells of other months than those asked for, and nothing near it names these.

    False where it is not asked for a part of a year, or neither the piece nor what is near names one.
    """
    asked = list(periods(question))
    said = list(periods(piece)) or list(periods(near))
    if not asked or not said:
        return False
    return not any(_tells_of(one, other) for one in asked for other in (*said, *periods(near)))


def periods(text: str) -> Iterator[Period]:
    """Give the parts of a year that a text names, without those that it only compares with."""
    for match in _PART.finditer(text):
        length, number = _LENGTHS[plain(match["kind"]).casefold()], _number(match["number"])
        if number is not None and number * length <= 12 and not _COMPARED.search(text, 0, match.start()):
            yield Period(frozenset(range((number - 1) * length + 1, number * length + 1)), is_part=True)
    for match in _months().finditer(text):
        yield Period(_between(text, match), is_part=False)


def _tells_of(asked: Period, said: Period) -> bool:
    """Tell whether months were told of: a quarter's figure is none of a single month of it."""
    finer = said.is_part and not asked.is_part and asked.months < said.months
    return bool(asked.months & said.months) and not finer


def _between(text: str, match: re.Match[str]) -> frozenset[int]:
    first = month_number(match["name"])
    if match["last"]:
        last = month_number(match["last"])
        return frozenset(range(first, last + 1) if first <= last else [*range(first, 13), *range(1, last + 1)])
    before = text[max(0, match.start() - 60) : match.start()]
    if _BEFORE.search(before):
        return frozenset(range(1, first + 1))
    return frozenset(range(first, 13)) if _AFTER.search(before) else frozenset([first])


def _number(written: str) -> int | None:
    return ORDINALS.get(written.casefold()) or roman_value(written.upper()) or value_in(written)


@cache
def _months() -> Pattern[str]:
    """Months with their year or day, behind "bulan", or with a capital; the short forms ("Jan") only with a year."""
    short = sorted((name for name in month_numbers() if len(name) < 5 and name not in {"juni", "juli", "mei"}), key=len)
    whole = [name for name in month_numbers() if name not in short]
    names = f"(?i:{'|'.join(sorted(whole, key=len, reverse=True))})"
    told = "|".join(name.capitalize() for name in sorted(whole, key=len, reverse=True))
    any_name = f"(?i:{'|'.join(sorted(month_numbers(), key=len, reverse=True))})"
    year = r"\.?\s+(?:tahun\s+)?(?:19|20)\d\d"
    one = rf"(?:(?:(?<=\bbulan\s)|(?<=\d\s)){names}|{any_name}(?={year})|(?:{told}))(?!\w)"
    return re.compile(rf"(?<!\w)(?P<name>{one})(?:(?:{year})?{_TO}(?P<last>{any_name})(?!\w))?")

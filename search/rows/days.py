"""Days as cells and questions tell them: a day, or the first and last one of a month, a quarter, a year."""

import re
from calendar import monthrange
from datetime import date
from functools import cache
from re import Match, Pattern
from typing import NamedTuple

from catalog.word_lists import table
from search.understanding import number_words
from search.understanding.date_spellings import month_numbers
from search.understanding.letters import plain

_PIVOT = 69  # POSIX strptime: of two figures, 69 to 99 are years of the last century
_PARTS = {
    word: number
    for number in range(1, 5)
    for word in (str(number), number_words.in_words(number), number_words.roman(number).casefold())
} | {word: number for word, number in number_words.ORDINALS.items() if number <= 4}
"""What quarters and halves of a year are numbered with."""
_NUMBERS = sorted(_PARTS, key=len, reverse=True)  # "iii" ends like "ii"
QUARTER = rf"(?:triwulan|tw|kuartal)\.?\s+(?:ke[ -]?)?(?:{'|'.join(_NUMBERS)})"
HALF = rf"(?:semester|smt|sem)\.?\s+(?:ke[ -]?)?(?:{'|'.join(word for word in _NUMBERS if _PARTS[word] <= 2)})"
_MONTHS = tuple(row["bulan"] for row in table("bulan.tsv"))
_PREFIX = "hari:"


def column(header: str) -> str:
    """Return the name of a condition on the days under a column of a table's own."""
    return f"{_PREFIX}{header}"


def header_of(name: str) -> str | None:
    """Return the column of a condition's name, see `column`; None for any other condition."""
    return name.removeprefix(_PREFIX) if name.startswith(_PREFIX) else None


class Days(NamedTuple):
    """All days from the first to the last one, both with them."""

    first: date
    last: date

    def value(self) -> str:
        """Return the value of a condition that compares with these days: both ends, as ISO."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def of_value(value: str) -> Days:
    """Return the days of a condition's value, see `Days.value`."""
    first, _, last = value.partition("/")
    return Days(date.fromisoformat(first), date.fromisoformat(last))


def told(text: str) -> Days | None:
    """Return the days that a whole text tells; None where it tells none, or more than that.

    A day of figures is written day, month, year; of a year in two figures the century is the nearest.
    """
    found = _pattern().fullmatch(plain(text.strip()))
    if found is None:
        return None
    try:
        return _days(found)
    except ValueError:  # no day of the calendar
        return None


def in_words(days: Days) -> str:
    """Return days as they are said: 1 Juli 2025, Oktober 2024, 2024, 1 Januari 2024 s.d. 31 Maret 2024."""
    first = days.first
    if days == _months(first.year, 1, 12):
        return str(first.year)
    if days == _months(first.year, first.month, first.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    each = [f"{day.day} {_MONTHS[day.month - 1]} {day.year}" for day in dict.fromkeys(days)]
    return " s.d. ".join(each)


def meets(days: Days, operator: str, wanted: Days) -> bool | None:
    """Tell whether days are before, from, after, until or within (=) the wanted ones; None where only some are."""
    if operator == "=":
        inside = wanted.first <= days.first and days.last <= wanted.last
        outside = days.last < wanted.first or wanted.last < days.first
        return inside or (False if outside else None)
    if operator in {"<", ">="}:
        before, after = days.last < wanted.first, days.first >= wanted.first
    else:
        before, after = days.last <= wanted.last, days.first > wanted.last
    if not before and not after:
        return None
    return before if operator in {"<", "<="} else after


def _days(found: Match[str]) -> Days:
    year = _year(next(filter(None, (found[name] for name in ("y1", "y2", "y3", "y4", "y5", "y6")))))
    if found["quarter"]:
        number = _part(found["quarter"])
        return _months(year, 3 * number - 2, 3 * number)
    if found["half"]:
        second = _part(found["half"]) == 2
        return _months(year, 7, 12) if second else _months(year, 1, 6)
    written = found["m1"] or found["m2"] or found["name"] or found["month"]
    if written is None:
        return _months(year, 1, 12)
    month = int(written) if written.isdecimal() else month_numbers()[written.casefold()]
    day = found["d1"] or found["d2"] or found["d3"]
    if day is None:
        return _months(year, month, month)
    return Days(date(year, month, int(day)), date(year, month, int(day)))


def _part(told: str) -> int:
    return next(_PARTS[word] for word in _NUMBERS if told.casefold().endswith(word))


def _months(year: int, first: int, last: int) -> Days:
    return Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _year(written: str) -> int:
    if len(written) > 2:
        return int(written)
    return int(written) + (1900 if int(written) >= _PIVOT else 2000)


@cache
def _pattern() -> Pattern[str]:
    names = "|".join(sorted(month_numbers(), key=len, reverse=True))
    year = r"(?:1[89]|20)\d\d"
    return re.compile(
        rf"(?P<y1>{year})-(?P<m1>\d\d)-(?P<d1>\d\d)(?: \d\d:\d\d(?::\d\d)?)?"
        rf"|(?P<d2>\d{{1,2}})(?P<sep>[-/.])(?P<m2>\d{{1,2}})(?P=sep)(?P<y2>{year}|\d\d)"
        rf"|(?P<d3>\d{{1,2}})[ -](?P<name>{names})\.?[ -](?:tahun )?(?P<y3>{year}|\d\d)"
        rf"|(?P<month>{names})\.?[ -](?:tahun )?(?P<y4>{year}|\d\d)"
        rf"|(?:(?P<quarter>{QUARTER})|(?P<half>{HALF}))\s+(?:tahun\s+)?(?P<y5>{year})|(?P<y6>{year})",
        re.IGNORECASE,
    )

"""Dates of a question, and how else papers write them: "5 Maret 2026" is also "05-03-2026"."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from re import Match, Pattern

from catalog.word_lists import table
from search.understanding.glossary import Alternative
from search.understanding.letters import plain
from search.understanding.spellings import OFTEN_OTHER, SAME, Spelled

_MONTH = 0.7  # of the month alone, for a date
_DAY = r"(?P<d>\d{1,2})"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_FIGURES = rf"{_DAY}\s?(?P<sep>[-/.])\s?(?P<m>\d{{1,2}})\s?(?P=sep)\s?(?:{_YEAR}|(?<=[-/])(?P<short>\d\d))"
_ISO = r"(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)"


def dates(text: str) -> Iterator[Spelled]:
    """Give the days and months of years in a text, with the other spellings of each."""
    yield from _days(text)
    yield from _months_of_years(text)


def _days(text: str) -> Iterator[Spelled]:
    for match in _date_pattern().finditer(text):
        day = _day(match)
        if day:
            names = _months()[day.month - 1]
            figures = [f"{day:%d-%m-%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}"]
            figures.append(f"{day.day}.{day.month}.{day.year}")
            worded = [f"{number} {name} {day.year}" for name in names for number in (day.day, f"{day:%d}")]
            others = [Alternative(words, "tanggal", SAME) for words in worded]
            others += [Alternative(words, "tanggal", OFTEN_OTHER) for words in figures]
            month = Alternative(f"{names[0]} {day.year}", "tanggal", _MONTH)
            yield Spelled(*match.span(), (*others, month))


def _months_of_years(text: str) -> Iterator[Spelled]:
    for match in _month_pattern().finditer(text):
        names = _months()[month_number(match["name"]) - 1]
        others = tuple(Alternative(f"{name} {match['y']}", "tanggal", SAME) for name in names)
        yield Spelled(*match.span(), others)


def _day(match: Match[str]) -> date | None:
    written = match["y"] or match["yy"] or match["iy"] or f"20{match['short']}"
    year, day = int(written), int(match["d"] or match["dd"] or match["id"])
    month = int(match["m"] or match["im"] or month_number(match["name"]))
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _date_pattern() -> Pattern[str]:
    names = "|".join(sorted(month_numbers(), key=len, reverse=True))
    worded = rf"(?P<dd>\d{{1,2}})\s+(?P<name>{names})\.?\s+(?:tahun\s+)?(?P<yy>(?:19|20)\d\d)"
    return re.compile(rf"(?<![\w/.,-])(?:{worded}|{_FIGURES}|{_ISO})(?![\w/-]|[.,]\d)", re.IGNORECASE)


@cache
def _month_pattern() -> Pattern[str]:
    names = "|".join(sorted(month_numbers(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w/.,-])(?<!\d )(?P<name>{names})\.?\s+(?:tahun\s+)?{_YEAR}(?![\w/-]|[.,]\d)", re.IGNORECASE
    )


@cache
def _months() -> tuple[tuple[str, ...], ...]:
    return tuple((row["bulan"], *filter(None, row["lain"].split("|"))) for row in table("bulan.tsv"))


def month_number(name: str) -> int:
    """Give the number of a month by what a pattern of these names found; raises KeyError for what is none."""
    return month_numbers()[plain(name).casefold()]


@cache
def month_numbers() -> dict[str, int]:
    """Give the number of each month by its names and short forms, in small letters."""
    return {name.casefold(): number for number, names in enumerate(_months(), 1) for name in names}

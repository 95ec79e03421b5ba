"""Working days of the civil service: Monday to Friday without public holidays and joint leave.

The holidays are data (`corpora/hari_libur.tsv`), decreed year by year, each with what it is known by. A test holds them
against the package `holidays` where that is installed; at run time it is not needed: 14 MB for 100 rows, and no truer
than its last upgrade. Of a year that is not listed yet only Saturdays and Sundays are known, and whoever shows what
depends on it says so.
"""

from datetime import date, timedelta
from functools import cache

from catalog.word_lists import table

_SATURDAY = 5


@cache
def holidays() -> frozenset[date]:
    """Return the public holidays and days of joint leave that are listed."""
    return frozenset(date.fromisoformat(row["hari"]) for row in table("hari_libur.tsv"))


@cache
def listed_years() -> frozenset[int]:
    """Return the years whose holidays are known."""
    return frozenset(day.year for day in holidays())


def unlisted(first: date, last: date) -> tuple[int, ...]:
    """Return the years from a day to another whose holidays are not known."""
    return tuple(year for year in range(first.year, last.year + 1) if year not in listed_years())


def is_working_day(day: date) -> bool:
    """Tell whether offices work on a day, as far as the list goes."""
    return day.weekday() < _SATURDAY and day not in holidays()


def after(day: date, count: int) -> date:
    """Return the working day that is the `count`-th (from 1) after a day, which itself does not count."""
    found = day
    for _ in range(count):
        found += timedelta(days=1)
        while not is_working_day(found):
            found += timedelta(days=1)
    return found


def between(first: date, last: date) -> int:
    """Return how many working days have passed from a day to another: those after the first, the last included."""
    whole_weeks, rest = divmod(max((last - first).days, 0), 7)
    tail = (last - timedelta(days=n) for n in range(rest))
    off = sum(first < day <= last and day.weekday() < _SATURDAY for day in holidays())
    return whole_weeks * 5 + sum(day.weekday() < _SATURDAY for day in tail) - off

"""Of which day, month or year a register is: "Keadaan per 31 Desember 2024", "TA 2023", a sheet "per 31-12-2024"."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from search.rows.wording import fold
from search.understanding.date_spellings import month_numbers


class State(NamedTuple):
    """A day, as far as it is told: 0 is a month or day that is not."""

    year: int
    month: int = 0
    day: int = 0

    def agrees(self, other: "State") -> bool:
        """Tell whether nothing that both tell is different."""
        told = zip(self, other, strict=True)
        return all(one == two for one, two in told if one and two)


def states(text: str) -> Iterator[State]:
    """Yield each day, month or year in a text."""
    for found in _pattern().finditer(fold(text)):
        day, month = found["day"], found["month"]
        number = int(month) if month and month.isdecimal() else month_numbers().get(month or "", 0)
        sound = 1 <= number <= 12
        yield State(int(found["year"]), number if sound else 0, int(day) if day and sound else 0)


def any_agrees(wanted: str, lines: Iterable[str]) -> bool:
    """Tell whether a day, month or year in the lines is the wanted one; of two years ("2024/2025") both must be.

    A line that tells several years ("TAHUN 2023 DAN 2024") is of none of them alone, but a school's year is of both.
    """
    asked = list(states(wanted))
    if len(asked) > 1:
        years = {state.year for state in asked}
        return any(fold(wanted) in fold(line) or {one.year for one in states(line)} == years for line in lines)
    told = [list(states(line)) for line in lines if not _tells_several_years(line)]
    return any(state.agrees(one) for line in told for state in line for one in asked)


def _tells_several_years(line: str) -> bool:
    return len({state.year for state in states(_SCHOOL_YEAR.sub(r"\1", line))}) > 1


_SCHOOL_YEAR = re.compile(r"(?<!\d)(\d{4})\s*/\s*\d{4}(?!\d)")


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(month_numbers(), key=len, reverse=True))
    return re.compile(
        rf"(?<!\S)(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{names}|\d{{1,2}}) )?(?P<year>(?:19|20)\d\d)(?!\S)"
    )

"""Quarters of the calendar year, written like 2026Q3: the programme plans and reports by them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from catalog.errors import RujukanError

_WRITTEN = re.compile(r"([0-9]{4})[Qq]([1-4])", re.ASCII)


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a year; `number` is 1 to 4. The earlier one is the lesser."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> "Quarter":
        """Return the quarter that a text names; RujukanError `bad_value` if it names none."""
        match = _WRITTEN.fullmatch(text.strip())
        if match is None or int(match[1]) < 2:
            raise RujukanError("bad_value", f"Triwulan “{text}” tidak terbaca; tulis seperti 2026Q3.")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """Return the quarter in which a day lies."""
        return cls(day.year, (day.month + 2) // 3)

    def __str__(self) -> str:
        return f"{self.year:04}Q{self.number}"

    @property
    def first(self) -> date:
        """Return its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Return its last day."""
        return self.after(1).first - timedelta(days=1)

    def after(self, count: int) -> "Quarter":
        """Return the one that comes so many later, with a negative count so many earlier."""
        year, number = divmod(4 * self.year + self.number - 1 + count, 4)
        return Quarter(year, number + 1)

    def up_to(self, count: int) -> tuple["Quarter", ...]:
        """Return so many quarters of which this is the last, the oldest first."""
        return tuple(self.after(n) for n in range(1 - count, 1))

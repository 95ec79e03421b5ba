"""Questions for what a paper tells of itself: its number, its dates, who signed it, its budget.

Where it tells that is known from its fields, whatever else its pages hold; words find it badly, since "Ditetapkan di
Jakarta pada tanggal" stands on the last page of every rule and names none.
"""

from collections.abc import Iterator
from functools import cache
from re import Pattern
from typing import NamedTuple

from catalog.word_lists import table
from search.patterns import spaced


class OwnField(NamedTuple):
    """A field that may tell what is asked; `exact` if the field is that, not only stands beside it."""

    name: str
    exact: bool


def own_fields(question: str) -> tuple[OwnField, ...]:
    """Give the fields of a paper that may tell what a question in standard wording asks, the likeliest first."""
    return next((fields for asks, fields in _asked() if asks.search(question)), ())


@cache
def _asked() -> tuple[tuple[Pattern[str], tuple[OwnField, ...]], ...]:
    return tuple((spaced(row["pertanyaan"]), tuple(_fields(row))) for row in table("isian_ditanya.tsv"))


def _fields(row: dict[str, str]) -> Iterator[OwnField]:
    yield from (OwnField(name, exact=True) for name in row["isian"].split())
    yield from (OwnField(name, exact=False) for name in row["di_dekatnya"].split())

"""Whether what seems to answer lies in the numbered place that is asked for: on floor 6, in block 17, in RT 05."""

import re
from functools import cache
from re import Pattern

from catalog.word_lists import words_of
from search.understanding.number_words import WORDS, roman_value, value_in

_SAME = {"lt": "lantai", "kav": "kavling"}


def is_in_another_numbered_place(question: str, near: str) -> bool:
    """Tell whether a numbered place that a question names stands nowhere near what seems to answer it.

    `near` is the answer with the title, the headings and the head of the table above it.
    """
    asked = _places(question)
    return bool(asked) and not asked <= _places(near)


def _places(text: str) -> set[tuple[str, int]]:
    """Give the numbered places of a text: "Lt. VI", "lantai enam" and "LANTAI 06" are one."""
    found = ((match["kind"].casefold(), _number(match["number"])) for match in _pattern().finditer(text))
    return {(_SAME.get(kind, kind), number) for kind, number in found if number is not None}


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() else roman_value(written) or value_in(written)


@cache
def _pattern() -> Pattern[str]:
    kinds = "|".join(sorted(words_of("kata_letak.tsv", "tempat bernomor"), key=len, reverse=True))
    number = rf"(?P<number>\d{{1,4}}|[IVX]{{1,7}}|(?i:{WORDS}))"
    named = rf"(?<![\w-])(?<!luas )(?P<kind>(?i:{kinds}))[.:]?\s*(?:(?i:ke|no|nomor)[-.]?\s?)?"
    return re.compile(rf"{named}{number}(?!\w|[.,]\d)")

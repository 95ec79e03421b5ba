"""Questions for what a paper tells of itself: its number, its dates, who signed it, its budget.

Where it tells that is known from its fields, whatever else its pages hold; words find it badly, since "Ditetapkan di
Jakarta pada tanggal" stands on the last page of every rule and names none.
"""

import re
from collections.abc import Iterator
from functools import cache
from re import Pattern
from typing import NamedTuple

from catalog.word_lists import table
from search.patterns import spaced

_PAPER = (
    r"(?:sop|kak|sk|perda|pergub|perpres|permen\w*|perba|perka|perbup|perwali|pojk|pp|uu|undang-undang|peraturan"
    r"|keputusan|kepgub|instruksi|ingub|surat edaran|se|berita acara|bast|naskah|dokumen|pedoman|juknis)\b"
)
_WHEN = r"\b(?:kapan|tanggal(?: berapa)?|tahun berapa|hari apa)\b"
_NAMES_ONE = re.compile(rf"\b{_PAPER}", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\b(?:diubah|mengubah|dicabut|mencabut|diganti\w*|menggantikan)\b", re.IGNORECASE)
"""What a paper does to another: then the number or the day of that one may be asked for."""


class OwnField(NamedTuple):
    """A field that may tell what is asked; `exact` if the field is that, not only stands beside it."""

    name: str
    exact: bool


def own_fields(question: str) -> tuple[OwnField, ...]:
    """Give the fields of a paper that may tell what a question in standard wording asks, the likeliest first."""
    if not _NAMES_ONE.search(question) or _OF_ANOTHER.search(question):
        return ()
    return next((fields for asks, fields in _asked() if asks.search(question)), ())


@cache
def _asked() -> tuple[tuple[Pattern[str], tuple[OwnField, ...]], ...]:
    """Give the questions of corpora/isian_ditanya.tsv: KAPAN and NASKAH stand for words for a day and for a paper."""
    rows = list(table("isian_ditanya.tsv"))
    asks = [row["pertanyaan"].replace("{KAPAN}", _WHEN).replace("{NASKAH}", _PAPER) for row in rows]
    return tuple((spaced(text), tuple(_fields(row))) for text, row in zip(asks, rows, strict=True))


def _fields(row: dict[str, str]) -> Iterator[OwnField]:
    yield from (OwnField(name, exact=True) for name in row["isian"].split())
    yield from (OwnField(name, exact=False) for name in row["di_dekatnya"].split())

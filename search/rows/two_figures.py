"""What two figures make: "selisih pagu dan nilai kontrak", "naik berapa dari 2023 ke 2024", "persentase realisasi".

A question for a difference, or for the percentage that one sum is of another, is two questions for a figure each. It
is answered where both are, each in one way.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from search.rows.lexicon import kinds_of
from search.rows.results import RowReading
from search.rows.told import written

_AGAINST = r"terhadap|dibanding(?:kan)?(?:\s+dengan)?"
_AND = rf"\s+(?:dan|dengan|{_AGAINST})\s+"
_YEAR = r"(?:19|20)\d\d"
_DIFFERENCE = re.compile(r"\bselisih(?:nya)?\s+(?:antara\s+|dari\s+)?", re.IGNORECASE)
_OF_YEARS = re.compile(rf"\b(?P<new>{_YEAR}){_AND}(?:tahun\s+)?(?P<old>{_YEAR})\b", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:kenaikan|penurunan|perubahan|pertambahan|pengurangan|naik|turun|bertambah|berkurang)\b(?:\s+berapa)?",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"\bdari\s+(?:tahun\s+)?(?P<old>{_YEAR})\s+(?:ke|sampai|hingga|menjadi)\s+(?:tahun\s+)?(?P<new>{_YEAR})\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"^\W*(?:berapa(?:kah)?|hitung)\b\s*|[\s,]*\b(?:itu\s+)?(?:ada\s+)?(?:berapa(?:\s+rupiah)?)?\W*$", re.IGNORECASE
)
_PERCENT = re.compile(r"\b(?:berapa\s+)?persen(?:tase)?(?:nya)?\b\s*", re.IGNORECASE)
_OF = re.compile(rf"\s+(?:thd|atas|{_AGAINST})\s+", re.IGNORECASE)
LESS, PER = "Angka pertama dikurangi angka kedua.", "Angka pertama dibagi angka kedua."
"""Stand before the two readings."""
_HUNDREDTH = Decimal("0.01")
_LONGEST_NAME = 3  # words of a measure


class Pair(NamedTuple):
    """Two questions; the second's figure is taken from the first's. `alike`: both must be of the very same rows."""

    first: str
    second: str
    alike: bool


def ratios(text: str) -> Iterator[Pair]:
    """Yield the ways to ask for two sums of which a question asks the percentage: "realisasi terhadap target"."""
    if not _PERCENT.search(text):
        return
    told = _ASKING.sub("", _PERCENT.sub(" ", text))
    for joined in _OF.finditer(told):
        before, behind = told[: joined.start()].split(), told[joined.end() :].split()
        for pair in _of_two(["total", *before], ["total", *behind]):
            if pair.alike:
                yield pair
        for size in _sizes(before):  # what they are of may stand behind the first, too
            thing = " ".join(before[size:])
            first, second = " ".join(before[:size]), " ".join(behind)
            yield Pair(f"berapa total {first} {thing}", f"berapa total {second} {thing}", alike=True)


def differences(text: str) -> Iterator[Pair]:
    """Yield the ways to ask for the two figures of a difference, none where a question asks for none."""
    if (change := _CHANGE.search(text)) and (years := _FROM_TO.search(text)):
        before, behind = text[: years.start()], text[years.end() :]
        yield _of_years(before.replace(change.group(), " ", 1), behind.replace(change.group(), " ", 1), years)
    elif said := _DIFFERENCE.search(text):
        told = f"{text[: said.start()]} {text[said.end() :]}".strip()
        if years := _OF_YEARS.search(told):
            yield _of_years(told[: years.start()], told[years.end() :], years)
            return
        told = _ASKING.sub("", told)
        for joined in re.finditer(_AND, told, re.IGNORECASE):
            yield from _of_two(told[: joined.start()].split(), told[joined.end() :].split())


def _of_years(before: str, behind: str, years: re.Match[str]) -> Pair:
    before = re.sub(r"\btahun\s*$", "", before, flags=re.IGNORECASE)
    first, second = (_ASKING.sub("", f"{before} tahun {years[name]} {behind}") for name in ("new", "old"))
    return Pair(f"berapa {first}", f"berapa {second}", alike=False)


def _of_two(before: list[str], behind: list[str]) -> Iterator[Pair]:
    """Yield two measures of one thing, "pagu dan nilai kontrak paket A", or one of two, "harga A dengan B"."""
    if len(before) <= _LONGEST_NAME:
        for size in _sizes(behind):
            thing = " ".join(behind[size:])
            yield Pair(f"berapa {' '.join(before)} {thing}", f"berapa {' '.join(behind[:size])} {thing}", alike=True)
    for size in range(1, min(_LONGEST_NAME, len(before) - 1) + 1):
        measure = " ".join(before[:size])
        yield Pair(f"berapa {' '.join(before)}", f"berapa {measure} {' '.join(behind)}", alike=False)


def _sizes(words: list[str]) -> list[int]:
    """Return how many words may be a measure's name: those of one that is known, else each number, the least first."""
    sizes = range(1, min(_LONGEST_NAME, len(words) - 1) + 1)
    known = [size for size in sizes if "ukuran" in kinds_of(tuple(word.casefold() for word in words[:size]))]
    return known[-1:] or list(sizes)


def difference(pair: Pair, one: RowReading, other: RowReading) -> RowReading | None:
    """Give the difference of two sums, None where they are in other units or, if they must be alike, of other rows."""
    if one.sum is None or other.sum is None or not _go_together(pair, one, other):
        return None
    left = f"{Decimal(one.sum) - Decimal(other.sum):f}"
    both = _both(pair, LESS, one, other)
    return replace(both, operation="selisih", sum=left, difference_of=(one.sum, other.sum))


def ratio(pair: Pair, one: RowReading, other: RowReading) -> RowReading | None:
    """Give a sum as a percentage of another one of the very same rows, None as for a difference, or of nothing."""
    if one.sum is None or not other.sum or not Decimal(other.sum) or not _go_together(pair, one, other):
        return None
    share = (100 * Decimal(one.sum) / Decimal(other.sum)).quantize(_HUNDREDTH, ROUND_HALF_UP)
    both = _both(pair, PER, one, other)
    return replace(both, operation="bagian", share=written(share), whole=other.sum)


def _go_together(pair: Pair, one: RowReading, other: RowReading) -> bool:
    rows, others = ([(cell.sheet.id, cell.row) for cell in reading.cells] for reading in (one, other))
    if one.unit_of_sum != other.unit_of_sum or one.mean or one.parts or pair.alike is not (rows == others):
        return False
    return not pair.alike or one.column != other.column


def _both(pair: Pair, sentence: str, one: RowReading, other: RowReading) -> RowReading:
    return replace(
        one,
        text=f"{sentence} {one.text} {other.text}",
        conditions=(*one.conditions, *(told for told in other.conditions if told not in one.conditions)),
        column=", ".join(dict.fromkeys(filter(None, (one.column, other.column)))),
        cells=one.cells if pair.alike else (*one.cells, *other.cells),
        notes=tuple(dict.fromkeys((*one.notes, *other.notes))),
    )

"""Values of a question against ranges of a text: 12 juz lie in "11-15 juz", and not in "6-10 juz". Pure.

Only ranges with both ends and a unit count: what "sampai" alone begins with stands elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from engine.analysis import stems
from search.understanding.number_words import FACTORS

_MONEY = "rupiah"
_YEAR = "tahun"
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_JOINED = r"(?:-|–|—|s\.?/?d\.?|(?:sampai|hingga)(?:\s+dengan)?)"
_WORD = r"(?!(?:sampai|hingga|s\.?d|sd)\b)[^\W\d_]+"
_NUMBER = rf"(?P<rp{{0}}>Rp\.?\s*)?(?P<number{{0}}>\d(?:[\d.,]*\d)?)(?:\s*(?P<word{{0}}>{_WORD}))?"
_BEFORE = rf"(?:(?P<before>{_WORD})\s+)?(?<![\w.,/-])"
_VALUE = re.compile(_BEFORE + _NUMBER.format(""), re.IGNORECASE)
_RANGE = re.compile(rf"{_BEFORE}{_NUMBER.format('1')}\s*{_JOINED}\s*{_NUMBER.format('2')}", re.IGNORECASE)


@dataclass(frozen=True)
class _Ends:
    """Both ends of a range, equal for a value, with the stem behind them and the one before, "" for none."""

    least: Decimal
    most: Decimal
    behind: str
    before: str

    def speaks_of(self, other: "_Ends") -> bool:
        """Tell whether both are in one unit: what stands behind them decides, else what stands before."""
        of_years = self.before == other.before == _YEAR
        if self.behind and other.behind and not of_years:
            return self.behind == other.behind
        return bool(self.before) and self.before == other.before


def lies_in(question: str, text: str) -> bool:
    """Tell whether a value of the question lies in a range of the text that is in its unit."""
    return any(inside for _, inside in _met(question, text))


def leaves_out(question: str, text: str) -> bool:
    """Tell whether a text has ranges in the unit of a value of the question, and that value lies in none of them."""
    met = _met(question, text)
    return bool(met) and not any(inside for _, inside in met)


def stems_held(question: str, text: str) -> frozenset[str]:
    """Give the stems by which a question names the values that lie in ranges of a text: it says them so."""
    return frozenset(stem for value, inside in _met(question, text) if inside for stem in stems(value))


def _met(question: str, text: str) -> list[tuple[str, bool]]:
    """Give the values of the question in whose unit a range is, and whether they lie in it."""
    ranges = _ranges(text) if (values := _values(question)) else ()
    return [
        (said, one.least <= value.least <= one.most) for one in ranges for said, value in values if one.speaks_of(value)
    ]


@lru_cache(maxsize=1 << 6)
def _values(question: str) -> tuple[tuple[str, _Ends], ...]:
    found = ((_number(one, ""), one) for one in _VALUE.finditer(_RANGE.sub(" ", question)))
    return tuple((one["number"], _ends(number, number, one, "")) for number, one in found if number is not None)


@lru_cache(maxsize=1 << 12)
def _ranges(text: str) -> tuple[_Ends, ...]:
    return tuple(_read(text))


def _read(text: str) -> Iterator[_Ends]:
    for one in _RANGE.finditer(text):
        least, most = _number(one, "1"), _number(one, "2")
        if least is not None and most is not None and least < most:
            yield _ends(least, most, one, "2")


def _ends(least: Decimal, most: Decimal, one: re.Match[str], last: str) -> _Ends:
    word = (one[f"word{last}"] or "").casefold()
    behind = _MONEY if one[f"rp{last}"] or word in FACTORS else _stem(word)
    return _Ends(least, most, behind, _stem(one["before"] or ""))


def _stem(word: str) -> str:
    return next(iter(stems(word)), "")


def _number(one: re.Match[str], which: str) -> Decimal | None:
    """Give a number as it is written, in the unit of the other end where it has none: "200 s.d. 500 juta"."""
    written, word = one[f"number{which}"], (one[f"word{which}"] or "").casefold()
    if which == "1" and not word:
        word = (one["word2"] or "").casefold()
    factor = FACTORS.get(word, 1)
    if _THOUSANDS.fullmatch(written):
        written = written.replace(".", "")
    elif not re.fullmatch(r"\d+(?:[.,]\d+)?", written):
        return None
    return Decimal(written.replace(",", ".")) * factor

"""A cell's value by the type of its column, exactly as the cell says it; what the type does not fit stays text."""

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from indexer.dates import MONTH_NUMBERS, in_calendar
from indexer.rupiah import number, written

_NOTHING = frozenset({"", "-", "--", "–", "—", "n/a", "nihil", "#n/a", "#ref!", "#value!", "#name?", "#div/0!"})
LONGEST_BLANK = max(map(len, _NOTHING))
_ISO = re.compile(r"((?:1[89]|20)\d\d)-(\d\d)-(\d\d)(?: \d\d:\d\d)?$")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.]((?:1[89]|20)\d\d)$")
_WORDED = re.compile(r"(\d{1,2})[ -]([a-z]+)[ -]((?:1[89]|20)\d\d)$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_SERIAL = re.compile(r"[2-6]\d{4}$")  # 1954 to 2091 as a spreadsheet counts days
_SERIAL_BEGIN = date(1899, 12, 30)
_YEAR_SHOWN_AS_DATE = 1910  # a year that was formatted as a date: 2014 shows as 1905-07-06
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+\d+$", re.IGNORECASE)
_CONDITIONS = {
    "b": "baik", "baik": "baik", "kb": "kurang_baik", "kurang baik": "kurang_baik", "rr": "rusak_ringan",
    "rusak ringan": "rusak_ringan", "rb": "rusak_berat", "rusak berat": "rusak_berat",
}  # fmt: skip
_MARKS = frozenset({"√", "v", "x", "✓", "✔", "ya", "ada", "\uf0fc", "•", "b", "kb", "rr", "rb"})
_WITH_UNIT = re.compile(
    r"(\d{1,3}(?:\.\d{3})*) ?(?:"
    r"unit|buah|bh|set|lembar|lbr|orang|bidang|helai|ekor|rim|dus|pcs|exp|eks\w*|titik|ruas|batang|btg|pasang|psg|keping|"
    r"botol|btl|boks|box|tablet|tab|vial|ampul|amp|strip|kapsul|tube|sachet|roll?|pak|pack|kaleng|galon|"
    r"karung|lusin|jiwa|kk|berkas|bundel|ruang)\.?$",
    re.IGNORECASE,
)
_RUNNING = re.compile(r"0\d+$")
"""A number in a register, "0003": no count of things."""
_UNIT_OF_AREA = re.compile(r"(?<=\d) ?m(?:2|²)$", re.IGNORECASE)


class Value(NamedTuple):
    """A value as text (money and numbers in digits, a date as ISO) and its type."""

    text: str
    type: str


def unchanged(text: str, kind: str) -> bool:
    """Tell at once, for most cells of a register, that a value is the cell itself under a column of text or codes."""
    return kind in {"text", "code"} and len(text) > LONGEST_BLANK and "+" not in text


@lru_cache(maxsize=1 << 14)
def typed(text: str, kind: str, factor: int | None = 1, *, stored: bool = False) -> Value | None:
    """Return a cell's value under a column of this type; None for a blank or a dash.

    Money, and areas in another unit than m2, are multiplied by `factor`; where that is unclear (None), they stay text.
    `stored`: see `rupiah.number`.
    """
    folded = text.casefold().strip()
    if folded in _NOTHING:
        return None
    if kind in {"money", "number"}:
        return _counted(text, kind, factor, stored=stored)
    read = _READ.get(kind)
    return (read(text, folded) if read else None) or Value(text, "text")


def _code(text: str, _folded: str) -> Value | None:
    """Return a code; one that was stored as a number with an exponent has lost digits, which are not made up."""
    return None if _SCIENTIFIC.match(text) else Value(text, "code")


def _condition(_text: str, folded: str) -> Value | None:
    return Value(_CONDITIONS[folded], "condition") if folded in _CONDITIONS else None


def _counted(text: str, kind: str, factor: int | None, *, stored: bool) -> Value:
    found = number(_bare(text) if kind == "number" else text, stored=stored)
    if found is None or factor is None or (kind == "number" and _RUNNING.match(text)):
        return Value(text, "text")
    return Value(written(found * factor), kind)


def _bare(text: str) -> str:
    """Return a number without the unit behind it: "25 lembar", "120 m2"."""
    counted = _WITH_UNIT.match(text.strip())
    return counted[1] if counted else _UNIT_OF_AREA.sub("", text)


def _mark(text: str, folded: str) -> Value | None:
    """Return what stands in a column of its own for one condition: a count, or a tick."""
    found = number(text)
    if found is not None:
        return Value(written(found), "number")
    return Value(text, "mark") if folded in _MARKS else None


def is_marked(value: Value | None) -> bool:
    """Tell whether a column of its own for one condition says that the item, or some of it, is in it."""
    return value is not None and (value.type == "mark" or (value.type == "number" and Decimal(value.text) > 0))


def _date(_text: str, folded: str) -> Value | None:
    if _YEAR.match(folded):
        return Value(folded, "year")
    if _SERIAL.match(folded):
        return Value((_SERIAL_BEGIN + timedelta(int(folded))).isoformat(), "date")
    for pattern, order in ((_ISO, (1, 2, 3)), (_DAY_FIRST, (3, 2, 1)), (_WORDED, (3, 2, 1))):
        found = pattern.match(folded)
        if found:
            year, month, day = (found[at] for at in order)
            return _calendar(int(year), _month(month), int(day))
    return None


def _calendar(year: int, month: int, day: int) -> Value | None:
    """Return a date that the calendar has; one of long ago is a year that was formatted as a date."""
    found = in_calendar(year, month, day)
    return Value(found.isoformat(), "date") if found and year >= _YEAR_SHOWN_AS_DATE else None


def _month(text: str) -> int:
    """Return a month's number; 0, which no calendar has, where it is none."""
    return int(text) if text.isdecimal() else MONTH_NUMBERS.get(text, 0)


def _year(_text: str, folded: str) -> Value | None:
    if _YEAR.match(folded):
        return Value(folded, "year")
    found = None if _SERIAL.match(folded) else _date(_text, folded)
    return found if found and found.type == "date" else None


_READ = {"code": _code, "date": _date, "year": _year, "condition": _condition, "mark": _mark}

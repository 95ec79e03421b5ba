"""Dates as Indonesian papers write them.

No library of dates is asked: those guess what is missing, and a day that is not fully written is none here.
"""

import re
from datetime import date

MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember"
_ALSO = {"jan": 1, "feb": 2, "peb": 2, "pebruari": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agu": 8, "ags": 8}
_ALSO |= {"agt": 8, "agust": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "nop": 11, "nopember": 11, "des": 12}
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS.split(), 1)} | _ALSO
"""A month by its name, also a short or an old one, in small letters."""
_NAMES = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
DATE = rf"\d{{1,2}}\s+(?:{_NAMES})\.?\s+\d{{4}}|\d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?\d{{4}}|\d{{4}}-\d\d-\d\d"
"""A pattern, for use without regard to case, of a day that is fully written."""
_WORDED = re.compile(r"(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})", re.IGNORECASE)
_FIGURES = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def iso(text: str) -> str:
    """Return a day as YYYY-MM-DD; "" for what is no fully written day, or no day of the calendar."""
    text = text.strip()
    day = None
    if found := _ISO.fullmatch(text):
        day = in_calendar(int(found[1]), int(found[2]), int(found[3]))
    elif found := _WORDED.fullmatch(text):
        day = in_calendar(int(found[3]), MONTH_NUMBERS.get(found[2].lower(), 0), int(found[1]))
    elif found := _FIGURES.fullmatch(text):
        day = in_calendar(int(found[3]), int(found[2]), int(found[1]))
    return day.isoformat() if day else ""


def in_calendar(year: int, month: int, day: int) -> date | None:
    """Return a day that the calendar has, None for one that it has not."""
    try:
        return date(year, month, day)
    except ValueError:
        return None

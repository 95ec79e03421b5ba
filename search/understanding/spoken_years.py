"""Years as a question says them: "tahun 2024", "2023 s.d. 2025", "sebelum 2022", "tiga tahun terakhir"."""

import re
from datetime import date

from search.understanding import years
from search.understanding.number_words import WORDS, value_in

_WORD = r"(?:tahun|thn\.?|th\.?)\s*"
YEAR = r"(?:19|20)\d\d"
_ONE = rf"(?:{_WORD})?{YEAR}"
TO = r"(?:[-–/]|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|dan|&)"
"""A pattern of what stands between two ends."""
_SPAN = rf"{YEAR}\s*{TO}\s*{_ONE}"
_UNTIL = rf"(?:sebelum|di ?bawah|sampai(?:\s+dengan)?|hingga|s\.?/?d\.?)\s+{_ONE}"
_SINCE = rf"(?:sejak|mulai|setelah|sesudah|di ?atas)\s+{_ONE}"
_ON = rf"{_WORD}{YEAR}\s+ke\s+(?:atas|bawah)"
_NUMBER = rf"(?:\d{{1,2}}|{WORDS})"
_PAST = rf"(?:(?:dalam|selama)\s+)?(?:{_NUMBER}\s+tahun|setahun)\s+(?:terakhir|belakangan)"
_BESIDE_THIS = r"tahun\s+(?:ini|lalu|kemarin)"
SAID = (
    rf"(?:(?:antara|dari|periode|sejak|mulai)\s+)?{_WORD}{_SPAN}|(?:antara|periode|sejak|mulai)\s+{_SPAN}|{_UNTIL}|{_SINCE}|{_ON}"
    rf"|{_PAST}|(?:(?:dari|pada|untuk)\s+)?(?:{_BESIDE_THIS}|{_WORD}{YEAR})"
)
"""A pattern, for use without regard to case, of years that are said with a word for them."""
BARE = rf"{_SPAN}|{YEAR}"
"""A pattern of years that are said without one: what they are is clear beside a paper's kind or unit alone."""

_YEAR = re.compile(YEAR)
_MANY = re.compile(rf"({_NUMBER})\s+tahun")
_BEFORE = re.compile(r"(?:sebelum|di ?bawah)\b", re.IGNORECASE)
_AFTER = re.compile(r"(?:setelah|sesudah|di ?atas)\b", re.IGNORECASE)


def meant(words: str, today: date) -> range:
    """Give the years that words found by SAID or BARE mean, one at least, of two all between them.

    Of so many years until now the one in which they begin counts too: three years until May 2026 began in 2023.
    """
    said = sorted(int(year) for year in _YEAR.findall(words))
    if len(said) == 2:
        return range(said[0], said[1] + 1)
    if not said:
        return _until(today, words.casefold())
    if _BEFORE.match(words):
        return range(years.FIRST, max(said[0], years.FIRST + 1))
    if re.match(_UNTIL, words, re.IGNORECASE) or words.casefold().endswith("bawah"):
        return range(years.FIRST, said[0] + 1)
    if re.match(_SINCE, words, re.IGNORECASE) or words.casefold().endswith("atas"):
        return range(min(said[0] + bool(_AFTER.match(words)), years.LAST), years.LAST + 1)
    return range(said[0], said[0] + 1)


def _until(today: date, words: str) -> range:
    """Give this year, the last one, or all from so many years ago."""
    if words.endswith("ini"):
        return range(today.year, today.year + 1)
    if words.endswith(("lalu", "kemarin")):
        return range(today.year - 1, today.year)
    many = _MANY.search(words)
    count = value_in(many[1]) if many else None  # "setahun"
    return range(today.year - (count or 1), today.year + 1)

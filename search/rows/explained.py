"""What a question explains in brackets: "sambungan rumah (SR)", "triwulan II 2024 (April-Juni)"."""

import re
from functools import cache
from re import Match, Pattern

from search.rows.wording import tokens
from search.understanding.date_spellings import month_numbers

_BRACKETS = re.compile(r"\s*\(([^()]{1,60})\)")
_OF_MONEY = re.compile(r"\s*(?:dalam\s+)?(?:rupiah|rp)(?:\s+penuh)?\s*|\s*rupiah\s+penuh\s*", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:triwulan|tw|kuartal|semester|smt)\.?\s+(?:ke[ -]?)?\w+(?:\s+(?:tahun\s+)?\d{4})?\s*$", re.IGNORECASE
)
_LEAST = 2  # letters of an abbreviation


def without_explanations(text: str) -> str:
    """Return a question without brackets that only say again what stands before them."""
    return _BRACKETS.sub(lambda found: "" if _says_again(found) else found.group(), text)


def _says_again(found: Match[str]) -> bool:
    inside, before = found[1].strip(), found.string[: found.start()]
    if _OF_MONEY.fullmatch(inside) or (_PERIOD.search(before) and _months().fullmatch(inside)):
        return True
    words = [token.text for token in tokens(before)][-len(inside) :]
    initials = "".join(word[0] for word in words)
    return inside.isalpha() and len(inside) >= _LEAST and initials == inside.casefold()


@cache
def _months() -> Pattern[str]:
    names = "|".join(sorted(month_numbers(), key=len, reverse=True))
    return re.compile(
        rf"(?:{names})\.?(?:\s*(?:-|–|s\.?/?d\.?|sampai|,|dan)\s*(?:{names})\.?)*(?:\s+\d{{4}})?", re.IGNORECASE
    )

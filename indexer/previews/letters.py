"""Where a quote stands in the text that pdfium gives for its page: letter by letter, whatever the lines are.

A page's stored text has other line ends, joined words and plain signs; its letters are the same. What lies between
letters of one word (spaces, hyphens of line breaking, signs without a shape) is passed over on both sides.
"""

import unicodedata
from collections.abc import Iterator

FEWEST = 3
"""Letters of a quote that is looked for: fewer stand anywhere."""
MOST = 20  # places that are told: a quote that stands in more of them is ambiguous in any case
_PASSED = frozenset("-‐‑•\u00ad\ufffd\ufffe\uffff")
_SHAPELESS = ("Cc", "Cf", "Co", "Cs", "Cn", "Zs", "Zl", "Zp")


def letters(text: str) -> tuple[str, list[int]]:
    """Return the letters and signs of a text, each in its plainest form, and where in the text each one stands."""
    kept, places = [], []
    for at, char in enumerate(text):
        for plain in char if char.isascii() else unicodedata.normalize("NFKD", char):
            if plain not in _PASSED and unicodedata.category(plain) not in _SHAPELESS:
                kept.append(plain)
                places.append(at)
    return "".join(kept), places


def occurrences(raw: str, quote: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the raw text that hold the letters of the quote, at most `MOST`, whole words only."""
    wanted, _ = letters(quote)
    if len(wanted) < FEWEST:
        return
    have, places = letters(raw)
    at, left = have.find(wanted), MOST
    while at >= 0 and left:
        first, last = places[at], places[at + len(wanted) - 1] + 1
        if not _cuts_word(raw, first) and not _cuts_word(raw, last):
            yield first, last
            left -= 1
        at = have.find(wanted, at + 1)


def _cuts_word(raw: str, at: int) -> bool:
    return 0 < at < len(raw) and raw[at - 1].isalnum() and raw[at].isalnum()

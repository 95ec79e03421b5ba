"""Words of a text as the lexical index holds them: stems, numbers, codes and rule citations, with their places."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from engine.citations import citations
from engine.stems import stem

# Part of the lexical index's identity: raise it with every change of what `terms`, `identifiers` or `misread` give.
ANALYSIS_VERSION = "4"

_CODE = r"\d{1,14}(?:\.\d{1,6}){2,}"
_GROUPED = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?(?!\.?\d)"
_DECIMAL = r"\d+[.,]\d{1,2}(?![.,]?\d)"
# Joiners inside a word (soft hyphen, zero width, pdfium's end-of-line hyphen) are part of it and dropped.
_REST = r"[^\W_]*(?:[\u00ad\u200b-\u200d\ufffe]+[^\W_]+)*"
_HYPHENS = "-‐‑"
# First what can be nothing but a word: most are. No branch is tried at a space, which fits none's first character.
_TOKEN = re.compile(
    rf"[^\W\d_Rr]{_REST}"
    rf"|(?=[\dRr])(?:(?<!\w)[Rr][Pp]\.?\s?(?:{_GROUPED}|\d+)|(?<![\w.]){_GROUPED}|(?<![\w.]){_CODE}"
    rf"|(?<![\w.,]){_DECIMAL}|[^\W_]{_REST})"
    rf"|[{_HYPHENS}](?<=[^\W_].)(?=[^\W_])"
)
"""Words, amounts, numbers and codes; and the hyphens between two of them."""
_PIECE = re.compile(r"\S+")
_SPACED_AMOUNT = re.compile(r"[Rr][Pp]\.?\s\d")
_KIND = re.compile(
    rf"(?P<money>[Rr][Pp]\.?\s?(?:{_GROUPED}|\d+))|(?P<grouped>{_GROUPED})|(?P<code>{_CODE})|(?P<decimal>{_DECIMAL})"
)
_JOINERS = re.compile(r"[\u00ad\u200b-\u200d\ufffe]")
_NUMBERED = re.compile(r"(?<![\w/.])[\w.-]{1,24}(?:/[\w.-]{1,24}){1,7}(?![\w/])")
_WHOLE_CODE = re.compile(r"\d(?<![\w.,/]\d)(?:\d{0,13}(?:\.\d{1,6}){2,}(?![\w/])|\d{8,59}(?![\w.,/]))")
"""As `_CODE`, or a long number; looked for at figures alone, since what comes before is asked after the first."""


class Term(NamedTuple):
    """A normalised term and its place: code points `start:end` of the text that was given."""

    text: str
    start: int
    end: int


def terms(text: str) -> list[Term]:
    """Give the index terms of a text in reading order, in time linear in its length.

    Words are NFKC, casefolded and stemmed; "undang-undang" is one term; "1.250.000,00" is `1250000`;
    a code like 1.3.2.05.01.05.043 stays whole.
    """
    found: list[Term] = []
    joined = False
    for match in _TOKEN.finditer(text):
        if (raw := match.group()) in _HYPHENS:
            joined = True
            continue
        found.append(Term(_said(raw), *match.span()))
        if joined:
            _merge_reduplication(found)
            joined = False
    return found


def stems(text: str) -> list[str]:
    """Give the texts of `terms(text)` at a quarter of its cost, for whoever does not ask where they stand."""
    # Nothing but an amount reaches over a space, so each piece between two is worked out once.
    if _SPACED_AMOUNT.search(text):
        return _stems_of(text)
    return list(chain.from_iterable(map(_stems_of_piece, text.split())))


def places(text: str, wanted: AbstractSet[str]) -> list[Term]:
    """Give those of `terms(text)` that are wanted, at a third of the cost where few are."""
    if _SPACED_AMOUNT.search(text):
        return [term for term in terms(text) if term.text in wanted]
    found: list[Term] = []
    for piece in _PIECE.finditer(text):
        if not wanted.isdisjoint(_stems_of_piece(raw := piece.group())):
            at = piece.start()
            found += [Term(t.text, at + t.start, at + t.end) for t in terms(raw) if t.text in wanted]
    return found


@lru_cache(maxsize=1 << 16)
def _stems_of_piece(piece: str) -> tuple[str, ...]:
    return tuple(_stems_of(piece))


def _stems_of(text: str) -> list[str]:
    found: list[str] = []
    joined = False
    for raw in _TOKEN.findall(text):
        if raw in _HYPHENS:
            joined = True
            continue
        found.append(_said(raw))
        if joined:
            _merge_stems(found)
            joined = False
    return found


def identifiers(text: str) -> list[Term]:
    """Give the codes, document numbers and rule citations of a text, whole and unstemmed, in reading order.

    Citations have one spelling: `permendagri-19-2016`.
    """
    cited = [Term(*citation) for citation in citations(text)]
    found = list(cited)
    for match in chain(_NUMBERED.finditer(text) if "/" in text else (), _WHOLE_CODE.finditer(text)):
        if _is_identifier(match.group()) and not _inside(match.start(), cited):
            found.append(Term(_fold(match.group().strip(".-")), match.start(), match.end()))
    return sorted(set(found), key=lambda term: (term.start, term.end))


@lru_cache(maxsize=1 << 16)
def _said(raw: str) -> str:
    """Give the term of a token; what it is can be seen from itself: words hold no dots, commas or spaces."""
    match = None if raw.isalpha() else _KIND.fullmatch(raw)
    kind = match.lastgroup if match else "word"
    if kind == "word":
        return stem(_fold(raw))
    if kind == "code":
        return raw
    return raw.replace(".", ",") if kind == "decimal" else number(raw.lstrip("RrPp. \t\n\xa0"))


def number(raw: str) -> str:
    """Give the digits of an amount written with dots for thousands; decimals of nothing are dropped."""
    whole, _, decimals = raw.replace(".", "").partition(",")
    return f"{whole},{decimals}" if decimals.strip("0") else whole


def _fold(raw: str) -> str:
    plain = raw if raw.isascii() else unicodedata.normalize("NFKC", _JOINERS.sub("", raw))
    return plain.casefold()


def _merge_reduplication(found: list[Term]) -> None:
    """Make one term of "undang-undang" and of "buku-bukunya"; join "e-katalog" beside its parts."""
    if len(found) < 2:
        return
    left, right = found[-2], found[-1]
    if right.start - left.end != 1:
        return
    if left.text == right.text and left.text.isalpha():
        found[-2:] = [Term(left.text, left.start, right.end)]
    elif len(left.text) == 1 and left.text.isalpha() and right.text.isalpha():
        found.insert(-1, Term(left.text + right.text, left.start, right.end))


def _merge_stems(found: list[str]) -> None:
    """Do the same to the last two stems, between which a hyphen stood."""
    if len(found) < 2:
        return
    left, right = found[-2:]
    if left == right and left.isalpha():
        found.pop()
    elif len(left) == 1 and left.isalpha() and right.isalpha():
        found.insert(-1, left + right)


def _is_identifier(raw: str) -> bool:
    """Tell a code from a grouped amount, and a document number from a date or words joined by a slash."""
    if "/" not in raw:
        return not re.fullmatch(_GROUPED, raw)
    return len(raw) >= 6 and any(c.isalpha() for c in raw) and any(c.isdigit() for c in raw)


def _inside(place: int, cited: list[Term]) -> bool:
    """Tell whether a place lies within one of the citations, which stand in reading order."""
    before = bisect_right(cited, place, key=attrgetter("start"))
    return before > 0 and place < cited[before - 1].end

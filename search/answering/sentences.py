"""The sentences of a page: its line breaks stand anywhere in them, and full stops in abbreviations."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from search.answering.line_shapes import (
    ENDED,
    ITEM,
    SHORT,
    are_numbered,
    has_cells,
    is_no_text,
    is_section,
    names_columns,
)

LONGEST = 400  # characters of a quote, by contract
_WIDE, _FULL, _NARROWEST = 0.9, 0.8, 36
"""In a narrow column a line is full from this share on of the length that so many lines of its page do not exceed."""
_PROSE = 0.3  # of a page's lines begin with a small letter, in prose
_MID_SENTENCE = re.compile(r"\s*(?:\(?[a-zà-öø-ÿ]|\d[\d.,]*%?\s+\([a-z])")
"""A small letter, or a number written out in brackets after its digits, begins no sentence of a formal text."""
_LINE = re.compile(r"[^\n]+")
_PART = re.compile(r"[,;]\s|\s\|\s")
_SPACE = re.compile(r"\s")
# A full stop ends a sentence when a capital, digit or bracket follows, and no abbreviation or item number precedes.
_END = re.compile(r"(?<=[.!?;])[\"”')\]]?\s+(?=[A-Z0-9(\"“'])")
_NO_END = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|\d{1,3}|[ivxIVX]{1,5}|no|nomor|rp|jl|dr|ir|drs|dra|prof|hj?|kh|st|bpk|sdr|an|[a-z](?:\.[a-z]){1,2}"
    r"|plt|plh|pjs?|pgs|brig|dll|dsb|cq|tgl|hal|pt|cv|tn|ny|jo|vol|th|lt|gd|kel|kec|kab|prov|kp|blk|psl|telp|maks"
    r"|jln|gg|ds|dsn|jend|tk|gol|yth|sdri|tlp|fax|faks|dkk|ybs|lamp|hlm|thn|bln|ttd|bag|subbag|rt|rw|ext|nip|nik|nrk|ka)\.$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?<!; )(?<![^\W_])(?:dan|atau|dan/atau|serta|yang|di|ke|dari|dalam|pada|dengan|untuk|oleh|kepada|terhadap|tentang"
    r"|bagi|antara|melalui|sebagai|adalah|ialah|yaitu|sebesar|senilai|sejumlah|selama|sebanyak|setiap|para|tidak|dapat"
    r"|harus|wajib|telah|akan|bahwa|atas|lebih|paling (?:lama|lambat|sedikit|banyak|tinggi|rendah|kurang))\s*$"
)
"""Words in small letters that end no line of prose; behind a semicolon "dan" ends an item of a list."""
_NAME_FOLLOWS = re.compile(r"(?<![^\W_])(?:CV|PT|UD|Fa|Jl|Jln|Prof|Drs?|Dra|Ir|Bpk|Sdri?|Kec|Kel|Kab)\.\s*$")
"""The form of a firm, a title or the like: the name that it belongs to begins the next line."""
_REFERS = re.compile(r"(?<![^\W_])(?:ayat|huruf|angka|[Pp]asal|[Nn]omor|[Tt]ahun|UUD|sebesar|Rp\.?)\s*$")
_REFERRED_TO = re.compile(r"\s*(?:\(?\d|[a-z]\b|Rp|[IVX]+\b)")
"""A number, letter or amount at the beginning of a line, where the word that it belongs to ends the line before."""


class Span(NamedTuple):
    """A range of a text, `start:end` in code points, without white space at its ends."""

    start: int
    end: int


def sentences(text: str) -> list[Span]:
    """Give the sentences, list items and table lines of a text, in their order, each at most LONGEST characters."""
    return [span for whole in _whole(text) for span in _cut(text, *whole)]


def ends_of_long(text: str) -> list[Span]:
    """Give the last LONGEST characters at most of each sentence that is longer, from where a part of it begins.

    What a long rule grants or asks stands at its end, and no cut should part that.
    """
    return [end for whole in _whole(text) if whole.end - whole.start > LONGEST for end in _end(text, whole.end)]


def _whole(text: str) -> Iterator[Span]:
    return (span for block in _blocks(text) for span in _within(text, block))


def _blocks(text: str) -> Iterator[Span]:
    """Join lines that run on: the page's line breaks stand anywhere in a sentence."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text) if not is_no_text(match[0])]
    full = _full_line([text[line.start : line.end].strip() for line in lines])
    start: int | None = None
    for place, line in enumerate(lines):
        start = line.start if start is None else start
        following = lines[place + 1] if place + 1 < len(lines) else None
        if following is None or not _runs_on(text, line, following, full):
            yield from _trimmed(text, start, line.end)
            start = None


def _full_line(lines: Sequence[str]) -> float:
    """Give the length in characters from which a line is full, and so runs on: laws are printed in narrow columns.

    In a column of prose many lines begin in the middle of a sentence; tables, labels and slides are narrow without.
    """
    running = sum(line[:1].islower() for line in lines)
    if running < _PROSE * max(len(lines), 1):
        return SHORT
    widest = sorted(map(len, lines))[int(len(lines) * _WIDE)]
    return min(SHORT, max(_NARROWEST, _FULL * widest))


def _runs_on(text: str, line: Span, following: Span, full: float) -> bool:
    here, there = text[line.start : line.end], text[following.start : following.end]
    if following.start - line.end > 1 or not there.strip():
        return False
    if " | " not in here + there and _REFERS.search(here) and _REFERRED_TO.match(there):
        return True
    if ITEM.match(there) or (ENDED.search(here) and not _NO_END.search(here.rstrip())):
        return False
    if has_cells(here) or has_cells(there) or is_section(there) or names_columns(here.strip()):
        return False
    if _OPEN.search(here) or _NAME_FOLLOWS.search(here) or _MID_SENTENCE.match(there):
        return True
    numbered = are_numbered(here, there)
    return len(here.strip()) > full and not (here.isupper() or numbered)


def _within(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if not _NO_END.search(text[max(start, match.start() - 12) : match.start()]):
            yield Span(start, match.start() + len(match[0].rstrip()))  # with what closes it
            start = match.end()
    yield Span(start, block.end)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a piece that is too long at its last comma or space within LONGEST characters."""
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        at = max(window.rfind("; "), window.rfind(", ")) + 1
        if at < LONGEST // 2:
            at = window.rfind(" ") if " " in window else LONGEST
        yield from _trimmed(text, start, start + at)
        start += at
    yield from _trimmed(text, start, end)


def _end(text: str, end: int) -> Iterator[Span]:
    start = end - LONGEST
    begins = _PART.search(text, start, start + LONGEST // 2) or _SPACE.search(text, start, end)
    yield from _trimmed(text, begins.end() if begins else start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    raw = text[start:end]
    start, end = start + len(raw) - len(raw.lstrip()), end - (len(raw) - len(raw.rstrip()))
    if end > start:
        yield Span(start, end)

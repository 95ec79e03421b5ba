"""Which line breaks of a stored text are meant: others only show where the paper was full, and hamper reading."""

import re
from itertools import pairwise

from search.results import Quote

_ITEM = re.compile(r"\s*(?:[-•–]\s|\(?(?:\d{1,2}|[A-Za-z])[.)]\s|\d{1,2}\s+[A-Z])")
_BESIDE = re.compile(r"[^\s|](?:[^|]*[^\s|])?")  # what stands between cells that have a column, or beside them
_NARROWEST, _WIDEST = 60, 140  # characters of a printed page's longest line; other texts break only where they mean to
_FULL = 0.75  # a line of this share of the longest one reaches the edge of the paper


def quote_parts(text: str) -> list[str]:
    """Return a quote cut after its meant breaks, joined it is the quote: prose flows, list items and rows do not."""
    lines = text.splitlines(keepends=True)
    return _joined(lines, [not _is_row(line) and not _ends(line, ":;") for line in lines])


def quote_marked(text: str, start: int, end: int) -> list[list[tuple[str, bool]]]:
    """Return the parts of a quote, each as pieces of text with whether they stand in `start:end` of the quote."""
    parts, place = [], 0
    for part in quote_parts(text):
        parts.append(_cut(text, place, place + len(part), (start, end)))
        place += len(part)
    return parts


def quote_cells(quote: Quote) -> list[tuple[str, list[tuple[str, bool]]]]:
    """Return what a quoted row says, in its order: a column's name, "" where none stands over it, and pieces of text.

    The pieces are marked as those of `quote_marked` are. Bars are left out, and white space around a cell.
    """
    text, at = quote.text, quote.start
    cells = [(cell.column, cell.start - at, cell.end - at) for cell in quote.cells]
    said = (quote.answer[0] - at, quote.answer[1] - at) if quote.answer else (0, 0)
    edges = [("", 0, 0), *cells, ("", len(text), len(text))]
    labelled: list[tuple[str, int, int]] = []
    for (_, _, before), (column, first, last) in pairwise(edges):
        labelled += [("", gap.start() + before, gap.end() + before) for gap in _BESIDE.finditer(text[before:first])]
        labelled += [(column, first, last)] if last > first else []
    return [(column, _cut(text, first, last, said)) for column, first, last in labelled]


def _cut(text: str, first: int, last: int, said: tuple[int, int]) -> list[tuple[str, bool]]:
    cuts = sorted({first, last, *(min(max(at, first), last) for at in said)})
    return [(text[one:other], said[0] <= one < said[1]) for one, other in pairwise(cuts)]


def page_parts(text: str) -> list[str]:
    """Return a page's text cut after its meant breaks, joined it is the text: only full lines of prose flow on."""
    lines = text.splitlines(keepends=True)
    longest = max(map(len, lines), default=0)
    edge = _FULL * longest if _NARROWEST <= longest <= _WIDEST else longest + 1
    return _joined(lines, [len(line) >= edge and not _is_row(line) and not _ends(line, ".:;?!") for line in lines])


def _is_row(line: str) -> bool:
    return " | " in line


def _ends(line: str, signs: str) -> bool:
    return line.rstrip()[-1:] in tuple(signs)


def _joined(lines: list[str], flows: list[bool]) -> list[str]:
    """Join each line that flows with the next one, unless that is empty or begins an item of a list."""
    parts: list[str] = []
    open_part = False
    for line, flowing in zip(lines, flows, strict=True):
        if open_part and line.strip() and not _ITEM.match(line):
            parts[-1] += line
        else:
            parts.append(line)
        open_part = flowing and bool(line.strip())
    return parts

"""Page furniture: headers, footers, page numbers, stamps and catchwords, told from the text by repetition over pages.

A line at the edge of a page is furniture if the same words stand there on page after page, or the same words with a
number that counts the pages. Of words that repeat the first place stays text, so that nothing becomes unfindable.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from indexer.document import Heading, PageRead
from indexer.readers.headings import level_of
from indexer.readers.page import inferred

FEWEST = 3
"""Pages that show a line before it counts as repeated."""
GAP = 2  # a page without the line, a wide table perhaps, ends no run of pages
DENSE = (2, 3)  # of the pages of a run show the line: a form that fills every second page is no furniture
TOP, BOTTOM = 0.25, 0.82  # of the page: where headers end at the latest, and footers begin
EDGE_LINES = 4  # at either edge
UNPLACED_LINES = 2  # at the end of a page the places of whose lines are not known
ROOM = 1.3  # times the usual distance of two lines: what is farther away is no line of the same text
ENOUGH = 0.03  # of the page, on one of few lines
SPOT = 0.02  # of the page: a line stands at the same height on its pages
MAX_CATCHWORDS = 6

_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50}
_WORD = re.compile(r"[^\W_]+")
# What may count by itself, a page each.
_COUNTED = re.compile(
    r"\b(?:pasal|ayat|huruf|angka|butir|bab|bagian|paragraf|lampiran|tabel|gambar|soal|langkah)\b", re.IGNORECASE
)
_COUNTING = re.compile(r"hal(?:aman|\b)|\bpage\b")
# "Pasal 5 . . .": the next page begins so. \xd6 is the ellipsis of one Western code page in another.
_CATCHWORD = re.compile(r"(.{1,80}?)\s*(?:(?:[.\u00b7]\s*){3,}|\u2026\s*\.?|\xd6)")

Range = tuple[int, int]


class _Line(NamedTuple):
    """A line at an edge of the page with this index: its range, its height on the page, and its words."""

    page: int
    range: Range
    height: float
    text: str

    @property
    def at_top(self) -> bool:
        return self.height < TOP


def set_aside(pages: Sequence[PageRead]) -> tuple[PageRead, ...]:
    """Return the pages with their furniture as `aside`; a line set aside is no heading, nor part of one."""
    if len(pages) < 2 or any(page.page is None for page in pages):
        return tuple(pages)
    lines = [_lines(index, page) for index, page in enumerate(pages)]
    edges = [line for of_page in lines for line in _at_edges(of_page)]
    repeated, counting = set(_repeated(edges)), set(_counting(edges, len(pages)))
    aside = [_apart(of_page, repeated, counting) for of_page in lines]
    for line in _catchwords(lines, aside):
        aside[line.page].add(line)
    ranges = [tuple(sorted(line.range for line in of_page)) for of_page in aside]
    return tuple(_marked(page, found) for page, found in zip(pages, ranges, strict=True))


def _apart(lines: Sequence[_Line], repeated: set[_Line], counting: set[_Line]) -> set[_Line]:
    """Return a page's furniture: its number, and lines that repeat outside of all others, with room between.

    The names of a table's columns stand at the top of page after page, too, but close to its rows.
    """
    gaps = sorted(b.height - a.height for a, b in pairwise(lines))
    room = min(ENOUGH, ROOM * gaps[len(gaps) // 2]) if gaps else 0.0
    found = {line for line in lines if line in counting and _is_page_number(line)}
    for ordered in (lines, lines[::-1]):
        outer = list(takewhile(lambda line: line in repeated or line in counting, ordered))
        inner = ordered[len(outer)] if len(outer) < len(ordered) else None
        while outer and (inner is None or abs(inner.height - outer[-1].height) < room):
            inner = outer.pop()
        found.update(outer)
    return found


def _is_page_number(line: _Line) -> bool:
    words = _WORD.findall(line.text.lower())
    return len(words) <= 1 or not any(map(str.isalpha, words)) or bool(_COUNTING.search(line.text.lower()))


def _at_edges(lines: Sequence[_Line]) -> list[_Line]:
    top = [line for line in lines[:EDGE_LINES] if line.height < TOP]
    return top + [line for line in lines[-EDGE_LINES:] if line.height > BOTTOM]


def _lines(index: int, page: PageRead) -> list[_Line]:
    """Return the whole lines of a page from the top down."""
    text = page.text
    if not page.boxes:
        return _unplaced(index, text)
    whole = [b for b in page.boxes if text[b.start - 1 : b.start] in "\n" and text[b.end : b.end + 1] in "\n"]
    lines = [_Line(index, (b.start, b.end), (b.top + b.bottom) / 2, text[b.start : b.end]) for b in whole]
    return sorted(lines, key=lambda line: (line.height, line.range))


def _unplaced(index: int, text: str) -> list[_Line]:
    """Return the last lines of a text as if they stood at the foot of the page; the first may be a slide's title."""
    found = list(re.finditer(r"[^\n]+", text))
    foot = found[max(1, len(found) - UNPLACED_LINES) :]
    return [_Line(index, m.span(), 1 - 2 * ENOUGH * (len(foot) - n), m.group()) for n, m in enumerate(foot)]


def _repeated(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Yield the lines whose very words stand at the same edge of page after page, but for the first of them."""
    groups: dict[tuple[bool, str], list[_Line]] = defaultdict(list)
    for line in lines:
        if words := " ".join(_WORD.findall(line.text.lower())):
            groups[line.at_top, words].append(line)
    for group in groups.values():
        runs = _runs(_at_one_height(group), FEWEST)
        if any(len(run) * DENSE[1] >= (run[-1] - run[0] + 1) * DENSE[0] for run in runs):
            yield from group[1:]


def _at_one_height(group: Sequence[_Line]) -> list[_Line]:
    middle = sorted(line.height for line in group)[len(group) // 2]
    return [line for line in group if abs(line.height - middle) <= SPOT]


def _runs(group: Sequence[_Line], fewest: int) -> list[list[int]]:
    """Return the runs of pages, hardly interrupted, on which the lines of a group stand; none of few pages."""
    runs: list[list[int]] = []
    for index in sorted({line.page for line in group}):
        if not runs or index - runs[-1][-1] > GAP:
            runs.append([])
        runs[-1].append(index)
    return [run for run in runs if len(run) >= fewest]


def _counting(lines: Sequence[_Line], pages: int) -> Iterator[_Line]:
    """Yield the lines in which a number counts the pages, also where it begins again at a new chapter."""
    by_form: dict[tuple[bool, str], list[tuple[_Line, int]]] = defaultdict(list)
    for line in lines:
        if not level_of(line.text) and not _COUNTED.search(line.text):
            for form, number in _forms(line.text.lower()):
                by_form[line.at_top, form].append((line, number))
    for (_, form), found in by_form.items():
        fewest = FEWEST if pages > 2 or not _COUNTING.search(form) else 2
        steady: dict[int, list[_Line]] = defaultdict(list)
        for line, number in found:
            steady[number - line.page].append(line)
        counted = [line for group in steady.values() if _runs(group, fewest) for line in group]
        yield from counted
        yield from (line for line, _ in found if _is_beside(line, counted))


def _is_beside(line: _Line, counted: Sequence[_Line]) -> bool:
    return any(abs(line.height - other.height) <= SPOT / 2 for other in counted)


def _forms(text: str) -> Iterator[tuple[str, int]]:
    """Yield a line's words with `#` for one of its numbers, and that number; a lone Roman number counts, too."""
    words = _WORD.findall(text)
    if len(words) == 1 and _ROMAN.fullmatch(words[0]):
        yield "#", _roman(words[0])
    for at, word in enumerate(words[:12]):
        if _NUMBER.fullmatch(word) and len(word) <= 9:
            yield " ".join([*words[:at], "#", *words[at + 1 :]]), int(word)


def _roman(word: str) -> int:
    values = [_ROMANS[letter] for letter in word]
    return sum(-v if v < max(values[at:]) else v for at, v in enumerate(values))


def _catchwords(lines: Sequence[Sequence[_Line]], aside: Sequence[set[_Line]]) -> Iterator[_Line]:
    """Yield the last lines, "Pasal 5 . . .", that tell how the next page begins."""
    bodies = [[line for line in page if line not in known] for page, known in zip(lines, aside, strict=True)]
    for body, after in pairwise(bodies):
        found = _CATCHWORD.fullmatch(body[-1].text) if body else None
        words = _WORD.findall(found[1].lower()) if found else []
        begins = [_WORD.findall(line.text.lower())[: len(words)] for line in after[:EDGE_LINES]]
        if 0 < len(words) <= MAX_CATCHWORDS and words in begins:
            yield body[-1]


def _marked(page: PageRead, aside: tuple[Range, ...]) -> PageRead:
    if aside == page.aside:
        return page
    if not any(start < h.end and h.start < end for start, end in aside for h in page.headings):
        return replace(page, aside=aside)
    return replace(page, aside=aside, headings=_without(page, aside))


def _without(page: PageRead, aside: tuple[Range, ...]) -> tuple[Heading, ...]:
    """Return the headings, those that a line set aside took part in as they are inferred without it."""
    touched = [h for h in page.headings if any(start < h.end and h.start < end for start, end in aside)]
    kept = [h for h in page.headings if h not in touched]
    again = [h for h in inferred(page.text, aside) if any(t.start < h.end and h.start < t.end for t in touched)]
    free = [h for h in again if not any(k.start < h.end and h.start < k.end for k in kept)]
    return tuple(sorted([*kept, *free], key=lambda h: h.start))

"""Pages become passages: windows of sentences that keep heading path, place and character range.

A window has at most the words of the catalog's splitting, and the next one starts the splitting's overlap before it
ended; title and heading path stand in front of what is embedded.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from catalog.editions import Splitting
from indexer.document import Heading, PageRead, SheetRow

EARLY_BREAK = (5, 11)
"""A heading ends a window that already has five elevenths of its words, so that a section starts a passage."""
ROWS_EMBEDDED = 20
"""A sheet with more data rows is embedded by its opening only: near-equal rows would drown the vectors."""
FEWEST_WORDS = 5
"""A note of a big sheet with no more words than this (a subtotal, a date) says nothing by meaning."""

_UNIT = re.compile(r"[^\n]*?[.!?;:](?=\s)|[^\n]+")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Passage:
    """A range of one page's text; kind is `text`, `table` (a sheet's opening) or `row` (found by words alone)."""

    kind: str
    row: int | None
    heading: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True)
class _Unit:
    start: int
    end: int
    words: int


def embedding_text(title: str, heading: tuple[str, ...], text: str) -> str:
    """Return what is embedded for a passage: title and heading path in front of its text."""
    return "\n".join([title, *heading[-2:], text])


def text_hash(embedded: str) -> bytes:
    """Return the key of a text's vector in the cache."""
    return hashlib.sha256(embedded.encode("utf8", "surrogatepass")).digest()[:16]


def split(pages: Sequence[PageRead], sizes: Splitting, *, tabular: bool = False) -> list[list[Passage]]:
    """Return the passages of each page; the heading path is carried from page to page.

    `tabular` says that the file is one table: its page has rows like a sheet, though no name.
    """
    path: list[tuple[int, str]] = []
    out = []
    for page in pages:
        # Rows of tables in running text have no place to name, and the windows cover them.
        cut = _of_sheet if tabular or page.sheet is not None else _windows
        out.append(cut(page, path, sizes) if page.text.strip() else [])
        for heading in page.headings:
            _enter(path, heading, page.text)
    return out


def _of_sheet(page: PageRead, path: list[tuple[int, str]], sizes: Splitting) -> list[Passage]:
    rows = [Passage("row", r.row, (), r.start, r.end) for r in page.rows]
    if len(page.rows) > ROWS_EMBEDDED:
        return [*_opening(page, sizes), *rows]
    return [*_windows(page, path, sizes), *rows]


def _opening(page: PageRead, sizes: Splitting) -> list[Passage]:
    """Return a big sheet's title rows, header and first rows: what it is about."""
    words = list(_WORD.finditer(page.text))
    end = words[min(len(words), sizes.words) - 1].end()
    passages = [Passage("table", None, (), words[0].start(), end)]
    return passages + _notes_below(page, end, sizes)


def _notes_below(page: PageRead, after: int, sizes: Splitting) -> list[Passage]:
    """Return text of a big sheet that belongs to no data row: notes, subtotals, the signature block."""
    covered = _merged(page.rows)
    free: list[_Unit] = []
    for unit in _units(page.text, sizes.words):
        if unit.start < after or any(start <= unit.start < end for start, end in covered):
            continue
        last = free[-1] if free else None
        if last and unit.start - last.end <= 2 and last.words + unit.words <= sizes.words:
            free[-1] = _Unit(last.start, unit.end, last.words + unit.words)
        else:
            free.append(unit)
    return [Passage("text", None, (), u.start, u.end) for u in free if u.words > FEWEST_WORDS]


def _merged(rows: tuple[SheetRow, ...]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for row in sorted(rows, key=lambda r: r.start):
        if spans and row.start <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(spans[-1][1], row.end))
        else:
            spans.append((row.start, row.end))
    return spans


def _units(text: str, most: int) -> list[_Unit]:
    """Return sentences and lines, none longer than a window."""
    units = []
    for match in _UNIT.finditer(text):
        words = list(_WORD.finditer(match.group()))
        for at in range(0, len(words), most):
            part = words[at : at + most]
            offset = match.start()
            units.append(_Unit(offset + part[0].start(), offset + part[-1].end(), len(part)))
    return units


def _windows(page: PageRead, path: list[tuple[int, str]], sizes: Splitting) -> list[Passage]:
    units = [u for u in _units(page.text, sizes.words) if not _is_aside(u, page.aside)]
    starts = {h.start for h in page.headings}
    out = []
    first = 0
    while first < len(units):
        last, clean = _fill(units, first, starts, sizes.words)
        heading = _path_at(page, path, units[first])
        out.append(Passage("text", None, heading, units[first].start, units[last].end))
        if last + 1 == len(units):
            break
        first = last + 1 if clean else _step_back(units, (first, last), sizes.overlap)
    return out


def _is_aside(unit: _Unit, aside: Sequence[tuple[int, int]]) -> bool:
    """Tell page furniture: no passage begins or ends with it; where it stands between two lines it stays."""
    return any(start <= unit.start < end for start, end in aside)


def _fill(units: list[_Unit], first: int, headings: set[int], most: int) -> tuple[int, bool]:
    """Return the last unit of the window that begins at `first`, and whether a heading ended it."""
    words, early = units[first].words, most * EARLY_BREAK[0] // EARLY_BREAK[1]
    for at in range(first + 1, len(units)):
        if units[at].start in headings and words >= early:
            return at - 1, True
        if words + units[at].words > most:
            return at - 1, False
        words += units[at].words
    return len(units) - 1, True


def _step_back(units: list[_Unit], window: tuple[int, int], overlap: int) -> int:
    """Return where the window after this one starts: up to `overlap` words back, always past its first unit."""
    first, last = window
    words, at = 0, last + 1
    while at - 1 > first and words + units[at - 1].words <= overlap:
        at -= 1
        words += units[at].words
    return at


def _path_at(page: PageRead, carried: list[tuple[int, str]], unit: _Unit) -> tuple[str, ...]:
    path = list(carried)
    for heading in page.headings:
        if heading.start <= unit.start:
            _enter(path, heading, page.text)
    return tuple(text for _, text in path)


def _enter(path: list[tuple[int, str]], heading: Heading, text: str) -> None:
    while path and path[-1][0] >= heading.level:
        path.pop()
    words = " ".join(text[heading.start : heading.end].split())
    path.append((heading.level, words[:200]))

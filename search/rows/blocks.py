"""Several tables on one sheet: which rows belong together, and what stands above each table.

Inventories put room under room, each with its own title and the same head again. What stands above the first table says
nothing of the others but the letterhead: the lines that name its own room are not theirs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from catalog.table_rows import SheetRow
from search.rows.wording import fold

_MOST_TITLES = 6
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BAR = " | "
_ALIKE = 0.6  # of a line's cells are names of columns: it is the head of the table once more
_TOTAL = re.compile(r"\W*(?:sub ?)?(?:jumlah|total|grand total)\b", re.IGNORECASE)
_SIGNED = re.compile(
    r"\W*(?:mengetahui|menyetujui|nip\b|pengurus barang|penanggung jawab|kepala\b|catatan|keterangan"
    r"|[a-z ]+, \d{1,2} )",
    re.IGNORECASE,
)
"""What stands below a table, not above the next one: signatures, notes, place and day."""


@dataclass(frozen=True)
class Block:
    """One table: its rows, the lines above it, and its range of the sheet's text, from its titles to the next table's.

    `replaced` are lines above the first table that are not this one's, though the file may be called by them.
    """

    rows: tuple[SheetRow, ...]
    above: tuple[str, ...]
    begin: int
    end: int
    replaced: tuple[str, ...] = ()


class _Titles(NamedTuple):
    """The titles above a table, and where in the sheet's text they begin."""

    lines: tuple[str, ...]
    begin: int


def blocks(text: str, rows: Sequence[SheetRow]) -> list[Block]:
    """Part the rows of a sheet into its tables; one where its head is not repeated below a title of its own."""
    if not rows:
        return []
    titles, own = [_Titles(_first_lines(text[: rows[0].start]), 0)], [[rows[0]]]
    for before, row in pairwise(rows):
        if begun := _own_titles(text, before.end, row):
            titles.append(begun)
            own.append([])
        own[-1].append(row)
    ends = [*(begun.begin for begun in titles[1:]), len(text)]
    first = titles[0].lines
    above = [first, *((*_letterhead(first, begun.lines), *begun.lines) for begun in titles[1:])]
    parts = zip(own, above, titles, ends, strict=True)
    return [Block(tuple(of), told, at.begin, end, _missing(first, told)) for of, told, at, end in parts]


def is_total(line: str) -> bool:
    """Tell whether a line begins as a total does."""
    return _TOTAL.match(line) is not None


def as_title(line: str) -> str | None:
    """Give a line as a title: one cell, or a label and what it is in cells of their own; None for a table's line."""
    if _BAR not in line:
        return line
    cells = line.split(_BAR)
    labelled = len(cells) <= 3 and any(cell.startswith(":") or cell.endswith(":") for cell in cells)
    return " ".join(cells) if labelled else None


def _first_lines(text: str) -> tuple[str, ...]:
    return tuple(title for line in text.splitlines() if (title := as_title(line)) is not None)


def _own_titles(text: str, start: int, row: SheetRow) -> _Titles | None:
    """Give the titles between a row's end and the next row, if the head of the table stands below them again."""
    lines = list(_LINE.finditer(text, start, row.start))
    head = next((at for at, line in enumerate(lines) if _is_head(line[0], row)), 0)
    titles: list[str] = []
    begin = start
    for line in reversed(lines[:head]):
        title = as_title(line[0])
        if title is None or is_total(title) or _SIGNED.match(title) or len(titles) == _MOST_TITLES:
            break
        titles.insert(0, title)
        begin = line.start()
    return _Titles(tuple(titles), begin) if titles else None


def _is_head(line: str, row: SheetRow) -> bool:
    """Tell whether a line of cells repeats the names of a row's columns."""
    cells = [fold(cell) for cell in line.split(_BAR)]
    names = fold(" ".join(row.cells))
    return len(cells) > 1 and sum(cell in names for cell in cells if cell) >= _ALIKE * len(cells)


def _missing(first: Sequence[str], above: Sequence[str]) -> tuple[str, ...]:
    kept = set(map(fold, above))
    return tuple(line for line in first if fold(line) not in kept)


def _letterhead(first: Sequence[str], titles: Sequence[str]) -> tuple[str, ...]:
    """Give what of the lines above the first table holds for one below it, too: not what that one's titles replace."""
    begun = {fold(title).split()[0] for title in titles if fold(title)}
    kept = tuple(line for line in first if not fold(line) or fold(line).split()[0] not in begun)
    return kept if len(kept) < len(first) else tuple(first[: -len(titles)])

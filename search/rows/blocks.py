"""Several tables on one sheet: which rows belong together, and what stands above each table.

Inventories put room under room, each with its own title and the same head again. What stands above the first table says
nothing of the others but the letterhead: the lines that name its own room are not theirs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from catalog.table_rows import SheetRow
from search.rows.wording import fold

_MOST_TITLES = 6
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
    """One table: its rows, the lines above it, and where in the sheet's text the row before it ended.

    `replaced` are lines above the first table that are not this one's, though the file may be called by them.
    """

    rows: tuple[SheetRow, ...]
    above: tuple[str, ...]
    begin: int
    replaced: tuple[str, ...] = ()


def blocks(text: str, rows: Sequence[SheetRow]) -> list[Block]:
    """Part the rows of a sheet into its tables; one where its head is not repeated below a title of its own."""
    if not rows:
        return []
    found: list[tuple[list[SheetRow], tuple[str, ...], int]] = [([], _first_lines(text[: rows[0].start]), 0)]
    last = 0
    for row in rows:
        titles = _own_titles(text[last : row.start], row) if last else ()
        if titles:
            found.append(([], (*_letterhead(found[0][1], titles), *titles), last))
        found[-1][0].append(row)
        last = row.end
    first = found[0][1]
    return [Block(tuple(own), above, begin, _missing(first, above)) for own, above, begin in found]


def as_title(line: str) -> str | None:
    """Give a line as a title: one cell, or a label and what it is in cells of their own; None for a table's line."""
    if _BAR not in line:
        return line
    cells = line.split(_BAR)
    labelled = len(cells) <= 3 and any(cell.startswith(":") or cell.endswith(":") for cell in cells)
    return " ".join(cells) if labelled else None


def _first_lines(text: str) -> tuple[str, ...]:
    return tuple(title for line in text.splitlines() if (title := as_title(line)) is not None)


def _own_titles(gap: str, row: SheetRow) -> tuple[str, ...]:
    """Give the titles between two rows, if the head of the table stands below them again."""
    lines = gap.strip().splitlines()
    head = next((at for at, line in enumerate(lines) if _is_head(line, row)), None)
    titles: list[str] = []
    for line in reversed(lines[:head] if head is not None else []):
        title = as_title(line)
        if title is None or _TOTAL.match(title) or _SIGNED.match(title) or len(titles) == _MOST_TITLES:
            break
        titles.insert(0, title)
    return tuple(filter(str.strip, titles))


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

"""Registers on pages of paper, where their running numbers prove that no row is missing.

A reader leaves out what it is not sure to be a row, and a table goes on over pages. Counted is only from a table whose
rows are numbered from 1 without a gap over its pages, and behind whose last row no line begins with the next number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from catalog import table_rows
from catalog.database import Catalog
from catalog.scope import Scope
from catalog.table_rows import Sheet, SheetRow
from search.rows.blocks import Block, blocks
from search.rows.tables import RUNNING, Table
from search.rows.wording import fold

_LEAST = 3  # rows: less may be numbered by chance
_OF_HEAD = 0.6  # of a line's words are names of columns: it is the head of the table


@dataclass(frozen=True)
class _Part:
    """The rows of a table that stand on one page, and the lines above them."""

    sheet: Sheet
    block: Block
    number: int

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.block.rows[0].cells)


def load(catalog: Catalog, scope: Scope, assets: Sequence[str]) -> list[Table]:
    """Return the registers on pages of these assets that the scope sees and that are proven to be whole."""
    by_asset: dict[tuple[str, int], list[_Part]] = {}
    for sheet in table_rows.pages_with_rows(catalog, scope, assets):
        parts = blocks(sheet.text, list(table_rows.rows(catalog, sheet)))
        own = by_asset.setdefault((sheet.asset, sheet.version), [])
        own.extend(_Part(sheet, block, number) for number, block in enumerate(parts))
    whole = (own for parts in by_asset.values() for own in _whole_registers(catalog, parts))
    return [table for own in whole for table in _tables(own) if table.is_register]


def _whole_registers(catalog: Catalog, parts: Sequence[_Part]) -> list[list[_Part]]:
    """Give the registers of a paper that are whole, but none under the columns of one that is not: that is of them."""
    registers = list(_registers(parts))
    broken = {own[0].columns for own in registers if not _is_whole(catalog, own)}
    return [own for own in registers if own[0].columns not in broken]


def _registers(parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Yield the parts of each table: they follow one another under the same columns until the numbers begin again."""
    own: list[_Part] = []
    for part in parts:
        if own and (part.columns != own[-1].columns or _numbers(part)[:1] == [1]):
            yield own
            own = []
        own.append(part)
    if own:
        yield own


def _is_whole(catalog: Catalog, own: Sequence[_Part]) -> bool:
    numbers = [number for part in own for number in _numbers(part)]
    if len(numbers) < _LEAST or numbers != list(range(1, len(numbers) + 1)):
        return False
    pages = list(dict.fromkeys(part.sheet.page or 0 for part in own))
    if pages != list(range(pages[0], pages[0] + len(pages))):
        return False
    last = own[-1]
    rest = last.sheet.text[last.block.rows[-1].end :]
    following = re.compile(rf"^\W*{len(numbers) + 1}\b(?![.,]\d)", re.MULTILINE)
    return not any(following.search(text) for text in (rest, table_rows.text_behind(catalog, last.sheet)))


def _numbers(part: _Part) -> list[int]:
    """Give the running numbers of rows, 0 for a cell that is none; nothing where the table has no column of them."""
    header = next((name for name in part.columns if name.casefold().strip(" .") in RUNNING), None)
    return [_number(row, header) for row in part.block.rows] if header else []


def _number(row: SheetRow, header: str) -> int:
    cell = row.cells.get(header, "").strip(" .")
    return int(cell) if cell.isdecimal() else 0


def _tables(own: Sequence[_Part]) -> Iterator[Table]:
    """Yield a table for each page under the titles of the first; all are of one register."""
    names = {*fold(" ".join(own[0].columns)).split()}
    titles = tuple(line for line in own[0].block.above if not _is_head(line, names))
    for part in own:
        yield Table(part.sheet, replace(part.block, above=titles), part.number, of_pages=own[0].sheet.id)


def _is_head(line: str, names: set[str]) -> bool:
    words = fold(line).split()
    return len(words) > 1 and sum(word in names for word in words) >= _OF_HEAD * len(words)

"""The cells of a row of a table as they stand in the text of its page, under the names of their columns."""

import re
from dataclasses import dataclass

from catalog.database import Catalog
from catalog.passage_rows import PassageRow, row_at

_FEWEST = 2  # cells: one alone is no row
_BETWEEN = r"\s+(?:\|\s+)?"  # bars part the cells of sheets, spaces and lines those of pages
_BEFORE = r"(?s:.*?)(?<!\S)"  # what no column stands over, as a number of the row


@dataclass(frozen=True)
class Cell:
    """What stands under a column, at `start:end` of its page; a quote may end in the middle of its row's last cells."""

    column: str
    start: int
    end: int


def quoted_cells(catalog: Catalog, passage: int, start: int, end: int) -> tuple[Cell, ...]:
    """Give the cells that stand whole in `start:end` of a passage's page, in their order; none where it is no row.

    None, too, where the cells do not make up the row's text one after the other: one could be taken for another. The
    caller has read the passage in its scope.
    """
    row = row_at(catalog, passage, start, end)
    cells = placed(row) if row and row.holds(start, end) else ()
    whole = tuple(cell for cell in cells if start <= cell.start and cell.end <= end)
    return whole if len(whole) >= _FEWEST else ()


def placed(row: PassageRow) -> tuple[Cell, ...]:
    """Give the cells of a row with their places; none where they do not follow each other.

    What a merged cell says of several rows stands in the first of them alone, and is left out in the others.
    """
    wordings = {column: r"\s+".join(map(re.escape, cell.split())) for column, cell in row.cells.items() if cell.split()}
    there = {column: words for column, words in wordings.items() if re.search(rf"(?<!\S){words}(?!\S)", row.text)}
    found: list[Cell] = []
    at = 0
    for column, words in there.items():
        match = re.compile(rf"{_BETWEEN if found else _BEFORE}(?P<cell>{words})(?!\S)").match(row.text, at)
        if match is None:
            return ()
        at = match.end()
        found.append(Cell(column, row.start + match.start("cell"), row.start + at))
    return tuple(found)

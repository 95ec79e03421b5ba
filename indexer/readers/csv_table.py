"""CSV and TSV: one table, read like a sheet that has no name; what is no table for sure is plain text.

`csv.Sniffer` guesses from a file's first letters, and takes an apostrophe for a quote: a wrong guess would count wrong
rows. Here a delimiter is known only where the whole file keeps to it, and to no other one.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from indexer.document import PageRead, SheetRow
from indexer.limits import current
from indexer.readers.clean import one_line
from indexer.readers.page import Reading
from indexer.readers.patience import attempt
from indexer.readers.sniff import PLAIN
from indexer.readers.table import MIN_COLUMNS, Grid, read_grid
from indexer.readers.text import as_text, decode

DELIMITERS = ",;\t"
MAX_RECORDS = 50_000  # more than twice of what one question reads; a dump of a database is found by its words
MAX_COLUMNS = 256
MOST_BESIDE = 15  # lines shorter than the table: titles, heads of groups, notes, who signed
PATIENCE = 0.5  # of the time that a file may take: the rest is left for reading it as text
CELL_SENT, RECORD_SENT = 16, 40  # bytes that cell and record need at most beside their text, on the way to the program

_NOTE = re.compile(r"\s*(?:ket|keterangan|catatan|nb|sumber|sumber data)\.?\s*[:=]", re.IGNORECASE)
_PROSE = re.compile(r"[^;\t]*\Z")

Record = tuple[int, list[str]]
"""The line of the file, from 1, on which a record begins, and its cells."""


def read_csv(path: Path, _max_pages: int) -> Reading:
    """Return the one page of a table, its rows numbered by the lines of the file; the plain text of any other file.

    What is no table, or too large to be told as rows, is read as text: no file is lost by its name.
    """
    text = decode(path)
    page = attempt(PATIENCE * current().seconds, partial(_table, text))
    return Reading((page,)) if page else as_text(text)._replace(media_type=PLAIN)


def _table(text: str) -> PageRead | None:
    """Return the page of a table; None where the text is none: under its header few records are no rows."""
    found = [records for delimiter in DELIMITERS if (records := _records(text, delimiter))]
    if len(found) != 1 or not _can_be_told(text, found[0]):
        return None
    grid = Grid(None, [(line, cells) for line, cells in _filled(found[0]) if cells], ())
    page = read_grid(grid)
    if not page.rows or not _is_named(grid, page.rows[0], _width(found[0])):
        return None
    below = sum(line >= page.rows[0].row and len(cells) > 1 for line, cells in grid.rows)
    return page if below <= 2 * len(page.rows) else None


def _is_named(grid: Grid, row: SheetRow, width: int) -> bool:
    """Tell whether the first record that is no title names the columns: a header farther down is a row like one."""
    first = next((cells for _, cells in grid.rows if 2 * len(cells) > width), {})
    own = [name for name in row.cells if any(label in name for label in first.values())]
    return 2 * len(own) >= len(row.cells)


def _records(text: str, delimiter: str) -> list[Record]:
    """Return the records of a file that holds to a delimiter: all of one width, every quote closed.

    Titles, group heads and notes may be shorter, lines that say one thing, and "Ket: ..." of any width is one cell.
    Commas belong to their prose; one that holds another delimiter is a row of another table. None for any other file,
    nor for one with more records than are told as rows.
    """
    if delimiter not in text or "\0" in text:
        return []
    found: list[Record] = []
    try:
        for line, cells in _read(text, delimiter):
            found.append((line, cells))
            if len(found) > MAX_RECORDS:
                return []
    except csv.Error:  # a quote that nothing closes, or text behind one
        return []
    width = _width(found)
    others = [cells for _, cells in found if len(cells) != width]
    held = width >= MIN_COLUMNS and len(others) <= MOST_BESIDE
    if not held or not all(_is_beside(cells, width) for cells in others):
        return []
    return [(line, cells if len(cells) == width else [_joined(cells, delimiter)]) for line, cells in found]


def _joined(cells: Sequence[str], delimiter: str) -> str:
    return f"{delimiter} ".join(cell.strip() for cell in cells if cell.strip())


def _is_beside(cells: Sequence[str], width: int) -> bool:
    """Tell whether a line of another width than the table's is none of its rows."""
    said = [cell for cell in cells if cell.strip()]
    one = len(said) == 1 and len(cells) < width and _PROSE.match(said[0]) is not None
    return one or _NOTE.match(said[0]) is not None


def _width(records: Sequence[Record]) -> int:
    """Return how many cells most records have, the greater number where two are as frequent."""
    widths = Counter(len(cells) for _, cells in records)
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _read(text: str, delimiter: str) -> Iterator[Record]:
    """Yield the records that are not blank, each with the line on which it begins: a quoted cell may hold several."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)
    line = 1
    for cells in reader:
        if any(map(str.strip, cells)):
            yield line, cells
        line = reader.line_num + 1


def _can_be_told(text: str, records: Sequence[Record]) -> bool:
    """Tell whether a table holds to the limits of a sheet, and its rows to what a reading may hand back."""
    limits, width = current(), _width(records)
    cells = len(records) * width
    sent = 2 * len(json.dumps(text)) + CELL_SENT * cells + RECORD_SENT * len(records)
    narrow = width <= MAX_COLUMNS and cells <= limits.cells and len(text) <= limits.chars
    return narrow and sent <= limits.output_mb << 20


def _filled(records: Sequence[Record]) -> Iterator[tuple[int, dict[int, str]]]:
    """Yield of each record its cells with text, as one line each, by column from 1."""
    for line, cells in records:
        shown = enumerate(map(one_line, cells), 1)
        yield line, {column: cell for column, cell in shown if cell}

"""The cells of a DOCX table with what they span: columns by a number, rows by marks on the cells below."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml.etree import _Element

from indexer.readers.text_tables import Spanned

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class _Placed(NamedTuple):
    column: int
    cell: _Element
    across: int
    merge: str  # restart, continue, or empty


def spanned(rows: list[list[_Element]], text: Callable[[_Element], str]) -> list[list[Spanned]]:
    """Return the cells of each row; what belongs to a cell above that spans down is left out."""
    placed = [{p.column: p for p in _placed(cells)} for cells in rows]
    out: list[list[Spanned]] = []
    open_columns: set[int] = set()
    for at, row in enumerate(placed):
        before = min(row, default=1) - 1  # columns that the row leaves out at its beginning
        out.append([Spanned("", before)] if before else [])
        for column, (_, cell, across, merge) in row.items():
            if merge == "continue" and column in open_columns:
                continue
            open_columns ^= {column} & open_columns
            open_columns |= {column} if merge == "restart" else set()
            down = 1 + _continued(placed[at + 1 :], column) if merge == "restart" else 1
            out[-1].append(Spanned(text(cell), across, down))
    return out


def _continued(below: list[dict[int, _Placed]], column: int) -> int:
    """Return in how many of the next rows the cell in this column belongs to the one above."""
    count = 0
    while count < len(below) and column in below[count] and below[count][column].merge == "continue":
        count += 1
    return count


def _placed(cells: list[_Element]) -> Iterator[_Placed]:
    column = 1
    if cells:
        column += _number(cells[0].getparent().find(f"{_W}trPr/{_W}gridBefore"), 0)
    for cell in cells:
        across = max(1, _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1))
        mark = cell.find(f"{_W}tcPr/{_W}vMerge")
        merge = "" if mark is None else mark.get(f"{_W}val") or "continue"
        yield _Placed(column, cell, across, merge)
        column += across


def _number(element: _Element | None, otherwise: int) -> int:
    value = (element.get(f"{_W}val") or "") if element is not None else ""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 5 else otherwise

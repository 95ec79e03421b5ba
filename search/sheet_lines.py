"""Which lines of a sheet could answer: rows that name what the question names, and no names of columns."""

import re
from collections.abc import Sequence

from catalog.database import Catalog
from catalog.table_rows import is_outside_rows
from search.evidence import Candidate
from search.found import sheet_of
from search.sentences import has_cells

_LEAST = 0.6  # of what the row of a sheet names that names most
_FIGURE = re.compile(
    r"(?:^|\|)\W*\d[\d.,%/-]*\W*(?=\||$)|Rp\.? ?\d|\d[.,]\d{2}|\d{5}|\d ?(?:%|unit|buah)", re.MULTILINE
)
"""A cell that is a figure, or an amount in one: "Anggaran 2017" and "Luas (M2)" name columns."""
_ASKS_FOR_COLUMNS = re.compile(r"\b(?:kolom|isian|di ?isi|format|memuat|apa (?:saja|aja))\b", re.IGNORECASE)


def that_could_answer(catalog: Catalog, pieces: Sequence[Candidate], question: str) -> list[Candidate]:
    """Leave out what cannot: the names of columns, and rows that name much less than another row of their sheet.

    A reader takes the first row below a head for the answer whatever stands in it.
    """
    bodies = [piece for piece in pieces if not _is_head(catalog, piece, question)]
    most: dict[tuple[object, ...], float] = {}
    for piece in filter(_is_row, bodies):
        most[sheet_of(piece.passage)] = max(piece.said, most.get(sheet_of(piece.passage), 0.0))
    return [piece for piece in bodies if not _is_row(piece) or piece.said >= _LEAST * most[sheet_of(piece.passage)]]


def _is_row(piece: Candidate) -> bool:
    return piece.passage.sheet is not None and has_cells(piece.text)


def _is_head(catalog: Catalog, piece: Candidate, question: str) -> bool:
    """Tell whether a piece is a line of cells outside of a table's rows without a figure.

    Such names of columns answer only who asks what a table holds.
    """
    if not has_cells(piece.text) or _FIGURE.search(piece.text) or _ASKS_FOR_COLUMNS.search(question):
        return False
    return is_outside_rows(catalog, piece.passage.id, piece.start, piece.end)

"""Of rows of one table that name as much of a question, the plainest: "jalan desa" asks for no "jalan desa Ajung"."""

import re
from collections.abc import Sequence
from itertools import groupby

from search.evidence import Candidate
from search.found import sheet_of
from search.sentences import has_cells

_WORD = re.compile(r"[^\W\d_]{2,}")


def plainest(pieces: Sequence[Candidate]) -> list[Candidate]:
    """Leave out the rows that have all words of another of their page or sheet, and more.

    Only where both name the same share of the question: else what the longer one says besides is asked for.
    """
    rows = [piece for piece in pieces if piece.said and has_cells(piece.text)]
    rows.sort(key=_alike)
    special = {_place(row) for _, alike in groupby(rows, key=_alike) for row in _more_special(list(alike))}
    return [piece for piece in pieces if _place(piece) not in special]


def _more_special(rows: Sequence[Candidate]) -> list[Candidate]:
    words = [frozenset(_WORD.findall(row.text.casefold())) for row in rows]
    return [row for row, own in zip(rows, words, strict=True) if any(other < own for other in words if other)]


def _alike(row: Candidate) -> tuple[str, float]:
    return repr(sheet_of(row.passage)), round(row.said, 6)


def _place(piece: Candidate) -> tuple[str, int, int]:
    return repr(sheet_of(piece.passage)), piece.start, piece.end

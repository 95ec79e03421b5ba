"""Which range of each quote is shown as the answer itself, where that is sure."""

import re
from collections.abc import Sequence

from catalog.row_cells import Cell
from embedding.reader.reader import Span
from search.answering.evidence import Candidate
from search.answering.figure_asked import figure_asked, is_of_units, over_cells, tells_money
from search.answering.line_shapes import is_one_of_amounts
from search.kinds.answer_kinds import wants_figure

_OF_QUESTION = re.compile(r"[^.!?]*\?")
"""What stands before this is of a question on the page, not of its answer."""


def answers_in(
    pieces: Sequence[Candidate], question: str, cells: Sequence[Sequence[Cell]]
) -> list[tuple[int, int] | None]:
    """Give the range of the page in which the reader sees each piece's answer, None where it is not sure of one.

    Where a piece tells what the question names ("berapa hari": "satu hari"), what it sees in others ("satu tahun") is
    not shown as the answer. Of a row's amounts, whose columns it does not know well enough, it is the one whose column
    the question says, if any. `cells` are those of each piece.
    """
    told = any(piece.exact for piece in pieces)
    return [
        _seen(piece, question, row) if piece.exact or not told else None
        for piece, row in zip(pieces, cells, strict=True)
    ]


def _seen(piece: Candidate, question: str, cells: Sequence[Cell]) -> tuple[int, int] | None:
    """Give the range that the reader sees in a piece, or of a row's figures the one that is asked for."""
    span = piece.span if piece.span and piece.span.score > 0 else None
    figure = figure_asked(question, cells, piece.text, piece.start)
    if span is None:
        return figure
    start, end = span.start - piece.start, span.end - piece.start
    of_several = wants_figure(question) and over_cells(cells, span.start, span.end)
    if of_several or is_one_of_amounts(piece.text, start, end) or _is_price_for_count(question, cells, span):
        return figure
    if _OF_QUESTION.match(piece.text, end):
        return None
    seen = piece.text[start:end]
    return span.start + len(seen) - len(seen.lstrip()), span.end


def _is_price_for_count(question: str, cells: Sequence[Cell], seen: Span) -> bool:
    """Tell whether it is asked how many there are, and what is seen stands in a column of amounts."""
    amounts = (cell for cell in cells if tells_money(cell.column))
    return is_of_units(question) and any(cell.start < seen.end and seen.start < cell.end for cell in amounts)

"""The rows and fields that a figure was counted from, as quotes of pages, and what may stand beside them."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from catalog.communities import maturities
from catalog.database import Catalog
from catalog.passages import Passage, at
from catalog.row_cells import quoted_cells
from catalog.scope import Scope
from search.answering.line_shapes import has_cells
from search.answering.sentences import LONGEST
from search.results import Quote
from search.rows.results import Counted, RowAnswer

LIKELY = 0.5
"""The least confidence of text that stands beside rows without telling their sum."""
_FIGURE = re.compile(r"\d[\d.]*\d")


def quotes(catalog: Catalog, counted: Sequence[Counted], scope: Scope, most: int) -> list[Quote]:
    """Give the first `most` of the rows, or of the lines in which fields stand, that are short enough for a quote."""
    found = list(islice(_places(catalog, counted, scope), most))
    assessed = maturities(catalog, (passage.community for passage, _, _, _ in found))
    return [
        Quote(
            *(text, start, end, passage, assessed.get(passage.community or "")),
            counted=True,
            cells=quoted_cells(catalog, passage.id, start, end),
        )
        for passage, start, end, text in found
    ]


def beside(rows: RowAnswer, said: Sequence[Quote], confidence: float) -> tuple[Quote, ...]:
    """Give the quotes of text that may stand beside rows: what holds a sum that they offer, and likely sentences.

    Any other line of a table would be another figure; where rows answer for sure, no line is needed. A sentence that
    hardly answers is left out, since every word of the question has its place in how rows read it.
    """
    sums = {reading.sum for reading in rows.readings if reading.sum and not rows.sure}
    likely = confidence >= LIKELY
    return tuple(quote for quote in said if _figures(quote) & sums or (likely and not _of_table(quote)))


def _of_table(quote: Quote) -> bool:
    return quote.passage.row is not None or has_cells(quote.text)


def _figures(quote: Quote) -> set[str]:
    return {figure.replace(".", "") for figure in _FIGURE.findall(quote.text)}


def _places(catalog: Catalog, counted: Sequence[Counted], scope: Scope) -> Iterator[tuple[Passage, int, int, str]]:
    for one in counted:
        start, end = (one.start, one.end) if one.row is not None else _line(one)
        if 0 < end - start <= LONGEST and (passage := at(catalog, one.sheet.id, start, end, scope)):
            yield passage, start, end, one.sheet.text[start:end]


def _line(field: Counted) -> tuple[int, int]:
    """Give the range of the line in which a field stands: a date alone does not tell what of."""
    text = field.sheet.text
    end = text.find("\n", field.end)
    return text.rfind("\n", 0, field.start) + 1, len(text) if end < 0 else end

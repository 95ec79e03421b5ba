"""Whether a row leaves blank what is asked of it: "mereknya apa" is not told by a row whose make is "-".

What is asked of things in registers, and the columns that tell it, are data (corpora/kolom_ditanya.tsv).
"""

import re
from functools import cache
from re import Pattern

from catalog.database import Catalog
from catalog.passages import Passage
from catalog.table_rows import columns_told, told_in_row
from catalog.word_lists import table

_ASKED = r"(?:^{words}\b(?!\s+\d)[^?]*\bberapa\b|\b{words}(?:nya)?\s+(?:apa|berapa)\b|\b(?:apa|berapa)\s+{words}\b)"
"""As "nomor sertifikat tanah ... berapa", "mereknya apa", "apa merek ..."."""


def is_blank(catalog: Catalog, question: str, passage: Passage) -> bool:
    """Tell whether a passage is a row, and has nothing in the column that the question asks for.

    A number of a paper or a part stands in its own column or nowhere. Other things may stand in a name: there the
    column must be one that the sheet has, in this row with a mark alone or in others with something.
    """
    asked = [(columns, own) for pattern, columns, own in _asked_of_rows() if pattern.search(question)]
    row = told_in_row(catalog, passage.id) if asked else None
    if row is None:
        return False
    return any(_lacks(catalog, passage, row, columns, own=own) for columns, own in asked)


def _lacks(catalog: Catalog, passage: Passage, row: dict[str, str], columns: frozenset[str], *, own: bool) -> bool:
    told = [value for name, value in row.items() if name in columns]
    if any(any(map(str.isalnum, value)) for value in told):
        return False
    return bool(told) or own or not columns.isdisjoint(columns_told(catalog, passage.id))


@cache
def _asked_of_rows() -> tuple[tuple[Pattern[str], frozenset[str], bool], ...]:
    """Give how each thing is asked for, the columns that tell it, and whether nothing else does."""
    return tuple(
        (
            re.compile(_ASKED.replace("{words}", f"(?:{row['kata']})"), re.IGNORECASE),
            frozenset(row["kolom"].split()),
            row["hanya_di_kolom"] == "ya",
        )
        for row in table("kolom_ditanya.tsv")
    )

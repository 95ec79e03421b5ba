"""Whether a row leaves blank what is asked of it: "mereknya apa" is not told by a row whose make is "-".

What is asked of things in registers, and the columns that tell it, are data (corpora/kolom_ditanya.tsv).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from re import Pattern

from catalog.database import Catalog
from catalog.passage_rows import columns_told, row_at
from catalog.word_lists import table
from engine.analysis import stems
from search.answering.evidence import Candidate
from search.kinds.answer_kinds import wanted

_ASKED = r"^{words}\b(?!\s+\d)[^?]*\bberapa\b|\b{words}(?:nya)?\s+(?:apa|berapa)\b|\b(?:apa|berapa)\s+{words}\b"
"""As "nomor sertifikat tanah ... berapa", "mereknya apa", "apa merek ..."."""
_NUMBER = "nomor"
_OF_ANY_NUMBER = frozenset(stems("nomor no"))


@dataclass(frozen=True)
class _Attribute:
    """Something that is asked of a thing: its words, how a question for it looks, and the columns that tell it.

    `stands_alone` is told by a column of its own or not at all; others may be told by a thing's name.
    """

    words: Pattern[str]
    asked: Pattern[str]
    columns: frozenset[str]
    stands_alone: bool


def is_blank(catalog: Catalog, question: str, piece: Candidate) -> bool:
    """Tell whether a piece leaves blank what the question asks for: a row has nothing in the column of it.

    That is sure where the cell has but a mark, or where other rows of the sheet have something there. What stands alone
    is also lacking where no column of the row is called so, and a number where nothing near a text without rows is.
    """
    asked = [one for one in _attributes() if one.asked.search(question)]
    row = row_at(catalog, piece.passage.id, piece.start, piece.end) if asked else None
    if row is None:
        kind = wanted(question)
        return (
            kind is not None and kind.name == _NUMBER and any(_is_nowhere(one, question, piece.near) for one in asked)
        )
    called = frozenset(stems(" ".join(row.cells)))
    elsewhere = columns_told(catalog, piece.passage.id)
    return any(_is_blank(one, question, row.values, called, elsewhere) for one in asked)


def _is_blank(
    one: _Attribute, question: str, told: Mapping[str, str], called: frozenset[str], elsewhere: frozenset[str]
) -> bool:
    values = [value for name, value in told.items() if name in one.columns]
    if values:
        return not any(map(str.isalnum, "".join(values)))
    if not one.columns.isdisjoint(elsewhere):
        return True
    return _is_nowhere(one, question, called)


def _is_nowhere(one: _Attribute, question: str, told: frozenset[str]) -> bool:
    """Tell whether something that has a column of its own, or is not told, is named by none of the stems."""
    words = frozenset(stems(" ".join(one.words.findall(question)))) - _OF_ANY_NUMBER
    return one.stands_alone and words.isdisjoint(told)


@cache
def _attributes() -> tuple[_Attribute, ...]:
    return tuple(
        _Attribute(
            re.compile(rf"\b(?:{row['kata']})", re.IGNORECASE),
            re.compile(_ASKED.replace("{words}", f"(?:{row['kata']})"), re.IGNORECASE),
            frozenset(row["kolom"].split()),
            row["hanya_di_kolom"] == "ya",
        )
        for row in table("kolom_ditanya.tsv")
    )

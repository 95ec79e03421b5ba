"""What rows say is not so: "yang pajaknya belum dibayar" in a list of taxes that notes "belum bayar"."""

from functools import lru_cache

from engine.stems import stem
from search.rows.asked import Phrase
from search.rows.table_row import Row
from search.rows.wording import bare, fold

_NEGATIONS = frozenset(["belum", "tidak"])
_NOTHING = frozenset(["", "n a", "nihil"])
"""Folded cells that say nothing."""


def is_negated(phrase: Phrase) -> bool:
    """Tell whether a phrase says that something is not, or not yet."""
    return not _NEGATIONS.isdisjoint(phrase.words)


def looked_for(phrase: Phrase) -> tuple[str, ...]:
    """Give the words of a phrase that a table must hold: of what is not so the stems, "bayar" for "dibayar"."""
    if not is_negated(phrase):
        return phrase.words
    at = next(place for place, word in enumerate(phrase.words) if word in _NEGATIONS)
    return (*phrase.words[: at + 1], *map(stem, phrase.words[at + 1 :]))


def says_not(row: Row, column: str, words: tuple[str, ...]) -> bool:
    """Tell whether a cell says "belum" or "tidak" of what words say it of; its column or a title may say of what.

    A cell that says no more than "belum" says it of what its column is called, unless others there say nothing: these
    may mean the same.
    """
    negation = next(word for word in words if word in _NEGATIONS)
    wanted = _stems(words)
    return any(_is_said(row, column, part, negation, wanted) for part in row.parts[column])


def _is_said(row: Row, column: str, part: str, negation: str, wanted: frozenset[str]) -> bool:
    first, *rest = part.split() or [""]
    said = _stems(tuple(rest))
    if first != negation or not said <= wanted:
        return False
    called = _stems(tuple(fold(column).split()))
    if not said:
        return bool(wanted) and wanted <= called and _says_of_all(row, column)
    above = frozenset(one for line in row.table.heading for one in _stems(tuple(line.split())))
    return wanted - said <= called | above


def _says_of_all(row: Row, column: str) -> bool:
    return all(fold(one.stored.cells.get(column, "")).strip() not in _NOTHING for one in row.table.rows)


@lru_cache(maxsize=1 << 12)
def _stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(bare(word)) for word in words if word not in _NEGATIONS)

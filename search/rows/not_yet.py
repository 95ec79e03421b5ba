"""What rows say is not done: "yang pajaknya belum dibayar" in a list of taxes that notes "belum bayar"."""

from functools import lru_cache

from engine.stems import stem
from search.rows.asked import Phrase
from search.rows.table_row import Row
from search.rows.wording import bare, fold

NOT_YET = "belum"


def looked_for(phrase: Phrase) -> tuple[str, ...]:
    """Give the words of a phrase that a table must hold: of what is not done the stems, "bayar" for "dibayar"."""
    if NOT_YET not in phrase.words:
        return phrase.words
    at = phrase.words.index(NOT_YET)
    return (*phrase.words[: at + 1], *map(stem, phrase.words[at + 1 :]))


def says_not_yet(row: Row, column: str, words: tuple[str, ...]) -> bool:
    """Tell whether a cell says "belum" of what words say it of; the column or what stands above may say of what.

    A cell that says no more than "belum" says it of what its column is called.
    """
    wanted = _stems(words)
    return any(_is_said(row, column, part, wanted) for part in row.parts[column])


def _is_said(row: Row, column: str, part: str, wanted: frozenset[str]) -> bool:
    first, *rest = part.split() or [""]
    said = _stems(tuple(rest))
    if first != NOT_YET or not said <= wanted:
        return False
    called = _stems(tuple(fold(column).split()))
    above = frozenset(one for line in row.table.heading for one in _stems(tuple(line.split()))) if said else frozenset()
    return bool(wanted) and wanted - said <= called | above


@lru_cache(maxsize=1 << 12)
def _stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(bare(word)) for word in words if word != NOT_YET)

"""Whether what seems to answer is of the contrary: "tingkat rendah" is not told by what holds for "tingkat tinggi"."""

import re
from collections.abc import Sequence, Set
from functools import cache

from catalog.word_lists import table
from engine.analysis import stems

_NEGATED = re.compile(r"\b(?:tidak|tak|bukan|belum)\s+(?:dapat\s+|boleh\s+|bisa\s+|akan\s+)?\w+", re.IGNORECASE)


def is_of_the_contrary(question: str, piece: str, words: Set[str]) -> bool:
    """Tell whether a piece has another word of a group than the question, and nothing around it has the one asked for.

    `words` are the stems of what stands around the piece. A question that names two of a group compares them. What is
    negated is named by neither: "tidak menerima" tells what is "ditolak".
    """
    asked, said = (frozenset(stems(_NEGATED.sub(" ", text))) for text in (question, piece))
    for group in _groups():
        wanted = asked & group
        if len(wanted) == 1 and said & group and wanted.isdisjoint(said | words):
            return True
    return False


@cache
def _groups() -> Sequence[frozenset[str]]:
    """Give the groups of corpora/kata_banding.tsv as stems."""
    return [
        frozenset(stem for word in row["kata"].split("|") for stem in stems(word)) for row in table("kata_banding.tsv")
    ]

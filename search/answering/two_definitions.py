"""Both definitions where the difference of two things is asked for: "mediasi adalah ...", "ajudikasi adalah ..."."""

import re
from collections.abc import Sequence

from catalog.passages import Passage
from search.answering.uncompared import things_compared
from search.kinds.answer_kinds import AnswerKind, fits_exactly, wanted

Ranked = tuple[Passage, float]
_IS = re.compile(r"\b(?:adalah|ialah|yaitu|merupakan)\b", re.IGNORECASE)
"""Without such a word a text only writes an abbreviation out: that parts nothing."""


def explaining_both(question: str, passages: Sequence[Ranked]) -> list[tuple[AnswerKind, Ranked]]:
    """Give for each of two things that are compared how its definition looks, and the first passage that holds one.

    Nothing where no difference is asked for, or one of the two is explained nowhere.
    """
    found: list[tuple[AnswerKind, Ranked]] = []
    for thing in things_compared(question) or ():
        kind = wanted(f"apa itu {thing}")
        explaining = next((one for one in passages if defines(kind, one[0].text)), None)
        if kind is None or explaining is None:
            return []
        found.append((kind, explaining))
    return found


def defines(kind: AnswerKind | None, text: str) -> bool:
    """Tell whether a text says in a sentence what a thing is, as a kind of answer names it."""
    return fits_exactly(kind, text) and _IS.search(text) is not None

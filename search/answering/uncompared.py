"""Whether a question for the difference of two things is met by what only speaks of both: "pajak dan retribusi"."""

import re

from engine.analysis import stems
from search.answering.unnamed import named_as
from search.understanding.understand import Understood

_DIFFERENCE = re.compile(
    r"(?:^|\b(?:apa|jelaskan|sebutkan)(?:\s+(?:saja|sih))?\s+)(?:beda|perbedaan)(?:nya)?\s+(?:antara\s+)?"
    r"(?P<one>[^?.,;]+?)\s+(?:dan|dengan|sama|vs\.?|versus)\s+(?P<other>[^?.,;]+)",
    re.IGNORECASE,
)
_ASKING = frozenset(stems("apa itu sih saja bagaimana jelaskan"))
_CONTRASTS = re.compile(
    r"beda|\b(?:sedangkan|sementara|adapun|namun|tetapi|melainkan|bukan|hanya|adalah|ialah|merupakan|dibanding\w*|daripada"
    r"|masing-masing|tidak)\b",
    re.IGNORECASE,
)


def things_compared(question: str) -> tuple[str, str] | None:
    """Give the two things whose difference is asked for, None for another question."""
    asked = _DIFFERENCE.search(question)
    return (asked["one"], asked["other"]) if asked else None


def is_uncompared(question: Understood, text: str) -> bool:
    """Tell whether the difference of two things is asked for, and a text lacks one, or what parts them."""
    things = things_compared(question.text)
    if things is None:
        return False
    one, other = (frozenset(stems(thing)) - _ASKING for thing in things)
    told = frozenset(stems(text))
    apart = one ^ other  # what both are called by tells neither of them
    return not (_CONTRASTS.search(text) and all(_is_named(word, question, told) for word in apart))


def _is_named(stem: str, question: Understood, told: frozenset[str]) -> bool:
    return stem in told or any(wording <= told for wording in named_as(frozenset([stem]), question))

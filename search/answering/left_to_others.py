"""Whether a paper leaves what is asked for to another: "mutasi keluar provinsi diatur dengan SOP tersendiri".

What it says of its own matter, as how many days that takes, is no answer then.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from engine.analysis import stems
from search.understanding.understand import Understood

_LEFT = re.compile(r"\bdiatur\s+(?:dengan|dalam|oleh|di)\s+[^.;]{0,60}?\b(?:tersendiri|lain)\b", re.IGNORECASE)
_END = re.compile(r"[.;]")


def is_left_to_others(question: Understood, piece: str, paper: Sequence[str]) -> bool:
    """Tell whether a paper names two words of the question that stand together only where it leaves them to others.

    `paper` are its texts. Who is told so by the piece itself is told right.
    """
    if not any(_LEFT.search(text) for text in paper):
        return False
    left, told = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for text in paper:
        told.update(_pairs(text))
        for sentence in _leaving(text):
            left.update(_pairs(sentence))
    asked = frozenset(_pairs(question.text)).difference(_pairs(piece))
    return any(left[pair] and left[pair] == told[pair] for pair in asked)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    return pairwise(stems(text))


def _leaving(text: str) -> Iterator[str]:
    """Yield the sentences that leave something to others."""
    for found in _LEFT.finditer(text):
        begin = max(text.rfind(mark, 0, found.start()) for mark in ".;") + 1
        end = _END.search(text, found.end())
        yield text[begin : end.start() if end else len(text)]

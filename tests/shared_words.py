"""A reader whose arithmetic a human can check."""

import re
from collections.abc import Sequence

import numpy as np

from embedding.reader.reader import Reading


class SharedWords:
    """Every word of a sentence scores as many as the sentence shares with the question; "nothing here" scores one.

    So the best span of a piece that shares n words scores 2n - 1, and a piece that shares none is below nothing.
    """

    def read(self, question: str, passages: Sequence[str]) -> list[Reading]:
        asked = set(_words(question))
        return [_reading(asked, passage) for passage in passages]


def _reading(asked: set[str], passage: str) -> Reading:
    places, scores = [], []
    for sentence in re.finditer(r"[^.\n]+", passage):
        shared = len(asked & set(_words(sentence[0])))
        for word in re.finditer(r"\w+", sentence[0]):
            places.append((sentence.start() + word.start(), sentence.start() + word.end()))
            scores.append(shared)
    each = np.array(scores, dtype=np.float32)
    return Reading(np.array(places, dtype=np.int64).reshape(-1, 2), each, each, 1.0)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())

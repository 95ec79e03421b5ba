"""Lists within a question: "meja dan kursi" names two things, "Perumahan dan Permukiman" one office."""

from collections.abc import Iterator
from dataclasses import replace

from search.rows.asked import Phrase

JOINING = frozenset(["dan", "atau", "serta", "sama", "maupun"])


def alternatives(phrase: Phrase) -> list[Phrase]:
    """Return what a phrase lists, each as a phrase of its own; nothing where it is no list."""
    parts = list(_parts(phrase.words))
    if len(parts) == 1 or not all(parts):
        return []
    return [replace(phrase, words=part, typed=" ".join(part)) for part in parts]


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    last = 0
    for at, word in enumerate(words):
        if word in JOINING:
            yield words[last:at]
            last = at + 1
    yield words[last:]

"""One example for the reader: a question, a passage of the size that search gives, and what of it answers."""

import random
import re
from dataclasses import dataclass, replace

WORDS = 110
"""Words of a passage, as search splits them; a longer text is cut around its answer."""


@dataclass(frozen=True)
class Example:
    """A question and a passage; `start:end` of the passage answers, or nothing does (both -1)."""

    question: str
    passage: str
    start: int
    end: int

    def under(self, head: str) -> "Example":
        """Return the same example with a head, such as a title and its line end, in front of the passage."""
        shift = len(head) if self.start >= 0 else 0
        return replace(self, passage=head + self.passage, start=self.start + shift, end=self.end + shift)


def cut(question: str, text: str, start: int, end: int, chance: random.Random) -> Example:
    """Return the example with at most about WORDS words of the text, the answer somewhere among them."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    if len(words) <= WORDS:
        return Example(question, text, start, end)
    if start < 0:
        first = chance.randrange(len(words) - WORDS + 1)
    else:
        answer = next(place for place, (_, stop) in enumerate(words) if stop > start)
        length = sum(1 for begin, stop in words if stop > start and begin < end)
        lowest = max(0, answer + length - WORDS)
        first = min(chance.randint(min(lowest, answer), answer), len(words) - WORDS)
    begin, stop = words[first][0], words[min(first + WORDS, len(words)) - 1][1]
    if start < 0:
        return Example(question, text[begin:stop], -1, -1)
    return Example(question, text[begin:stop], start - begin, min(end, stop) - begin)

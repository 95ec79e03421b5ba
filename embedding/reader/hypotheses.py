"""Questions to be answered with yes or no, made of what people wrote beside a text: IndoNLI's hypotheses.

A text that entails or contradicts a hypothesis tells whether it is so; to a neutral one, which is about the same, it
says nothing (Mahendra and others 2021, arXiv 2110.14566; asked as by Clark and others 2019, arXiv 1905.10044).
"""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from embedding.reader.example import WORDS, Example
from embedding.training_data import NLI, Row, as_typed, read_rows

_ASKED = ("Apakah {}?", "Apakah {}?", "Benarkah {}?", "Apa benar {}?", "Apa {}?", "{} apa tidak?", "{}, betul?")
_NEGATION = re.compile(r"\b(?:tidak|bukan|tak|belum)(?:lah)? ", re.IGNORECASE)
PLAIN = 0.6
"""Share of the denials that are asked without their negation: people ask whether a thing is so."""
_NEXT_SENTENCE = re.compile(r"(?<=[.!?])[\"”']?\s+(?=[\"“A-Z])")


def of_hypotheses(folder: Path, count: int, chance: random.Random) -> list[Example]:
    """Return at most so many examples from a data folder's `train/`: a sentence of the text answers, or nothing."""
    rows = [row for name in NLI for row in read_rows(folder / name)] if count else []
    others = list(dict.fromkeys(row["premise"] for row in rows))
    return [_example(row, others, chance) for row in chance.sample(rows, min(count, len(rows)))]


def asked_whether(hypothesis: str, chance: random.Random) -> str:
    """Return a question whether the hypothesis is so, the first letter small unless it begins a name."""
    said = hypothesis.strip().rstrip(".")
    if chance.random() < PLAIN:
        said = _NEGATION.sub("", said, count=1)
    if re.match(r"[A-Z][a-z]+ [a-z]", said):
        said = said[0].lower() + said[1:]
    text = chance.choice(_ASKED).format(said)
    return as_typed(text[0].upper() + text[1:], chance)


def _example(row: Row, others: Sequence[str], chance: random.Random) -> Example:
    """Return the question with the premise among other texts, as a passage holds more than what answers."""
    question, premise = asked_whether(row["hypothesis"], chance), row["premise"].strip()
    before, after = "", ""
    for other in chance.sample(others, min(chance.randint(0, 3), len(others))):
        if len(f"{before} {after} {premise} {other}".split()) <= WORDS:
            before, after = (f"{before}{other} ", after) if chance.random() < 0.5 else (before, f"{after} {other}")
    passage = f"{before}{premise}{after}"
    if row["label"] == "neutral":
        return Example(question, passage, -1, -1)
    start, end = _nearest(premise, row["hypothesis"])
    return Example(question, passage, len(before) + start, len(before) + end)


def _nearest(premise: str, hypothesis: str) -> tuple[int, int]:
    """Return the sentence of the premise that shares most words with the hypothesis."""
    asked = _words(hypothesis)
    return max(_spans(premise), key=lambda span: len(asked & _words(premise[span[0] : span[1]])))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _NEXT_SENTENCE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))

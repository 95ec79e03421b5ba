"""Reading exercises: of each passage what it answers, and what it only seems to answer.

Search brings passages that speak of the very thing, and often the one word that makes the difference is another:
"Berapa lama izin reaktor daya berlaku?" of a rule for other reactors. `corpora/latihan_baca` asks so of articles,
which lie in a data folder's `train/` and are named by their ids, and of excerpts of invented papers.
"""

import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from embedding.reader.example import Example, cut
from embedding.training_data import LAWS, Row, as_typed, head_of, read_rows

ARTICLES, PAPERS = "peraturan.jsonl", "naskah.jsonl"
UNDER_TITLE = 0.75
"""Share of the examples that are read below title and heading, as a passage of an asset is."""
_KEPT_APART = 20  # of 256


@dataclass(frozen=True)
class Exercise:
    """A passage with the lines above it; questions with the `start:end` that answers, and some that nothing does."""

    id: str
    head: str
    text: str
    answered: tuple[tuple[str, int, int], ...]
    unanswered: tuple[str, ...]
    invented: bool

    @property
    def kept_apart(self) -> bool:
        """Tell whether the reader is measured by it, and never trained on it: one passage in thirteen, by its id."""
        return hashlib.sha256(self.id.encode()).digest()[0] < _KEPT_APART


def exercises(train: Path) -> list[Exercise]:
    """Return all of both files, those on articles as far as the folder holds the very text they were written for."""
    return [*_on_articles(train), *_on_papers()]


def read_through(found: Sequence[Exercise], chance: random.Random) -> Iterator[Example]:
    """Yield an example for each question, not all below their titles, not all typed with care."""
    for exercise in found:
        asked = [*exercise.answered, *((question, -1, -1) for question in exercise.unanswered)]
        for question, start, end in asked:
            example = cut(as_typed(question, chance), exercise.text, start, end, chance)
            yield example.under(exercise.head) if chance.random() < UNDER_TITLE else example


def _on_articles(train: Path) -> Iterator[Exercise]:
    wanted = {line["id"]: line for line in _lines(ARTICLES)}
    for row in read_rows(train / LAWS):
        line = wanted.get(str(row.get("id")))
        if line and line["sha256"] == hashlib.sha256(row["text"].encode()).hexdigest():
            yield _exercise(line, head_of(row), row["text"], invented=False)


def _on_papers() -> Iterator[Exercise]:
    for line in _lines(PAPERS):
        yield _exercise(line, "".join(f"{above}\n" for above in line["head"]), line["text"], invented=True)


def _exercise(line: Row, head: str, text: str, *, invented: bool) -> Exercise:
    answered = tuple((question, start, end) for question, start, end in line["answered"])
    return Exercise(line["id"], head, text, answered, tuple(line["unanswered"]), invented)


def _lines(name: str) -> Iterator[Row]:
    text = files("corpora").joinpath("latihan_baca", name).read_text(encoding="utf-8")
    return map(json.loads, text.splitlines())

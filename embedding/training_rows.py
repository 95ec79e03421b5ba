"""Rows of question and passage to train on: those of files, and those made from texts that nobody asked about.

Each function takes a data folder's `train/` and a source of chance, and yields rows with `query` and `positive`; rows
of laws also name their `doc` and `pasal`. Made are questions to articles, hypotheses to premises that entail them,
English sentences to Indonesian ones, sentences that lost half of their words to the passages they stand in,
questions to invented forms, tables and procedures, and the reading exercises.
"""

import lzma
import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from embedding.law_questions import ask_about
from embedding.reader.example import cut
from embedding.reader.exercises import UNDER_TITLE, exercises
from embedding.reader.forms import forms
from embedding.reader.procedures import procedures
from embedding.reader.tables import tables
from embedding.training_data import LAWS, NLI, Row, read_rows, texts_of

Rows = Callable[[Path, random.Random], Iterable[Row]]

ENGLISH_ASKS = 0.75
"""Share of the translations in which the English sentence looks for the Indonesian one, and not the other way round."""
FEWEST, MOST = 6, 30
"""Words of a sentence that is cropped."""
LEFT = (0.3, 0.7)
"""Least and greatest share of a sentence's words that are left."""
CROPPED = 24_000
"""Passages of a file from which sentences are taken, at most."""
PAPERS = 1500
"""Invented papers of each kind; each is asked for one or two things that it tells."""
_SENTENCE = re.compile(r"(?<=[.;:?!])\s+|\n")
_SIGNS = re.compile(r"[^\w\s]")


def in_file(name: str) -> Rows:
    """Return the rows of a .jsonl.xz file as they are."""
    return lambda folder, _chance: read_rows(folder / name)


def law_questions(folder: Path, chance: random.Random) -> Iterator[Row]:
    """Yield one question made from each article that says something askable."""
    rows = list(read_rows(folder / LAWS))
    chance.shuffle(rows)
    for row in rows:
        if made := ask_about(row["text"], chance):
            asked = chance.choice(made)
            yield {"query": asked.question, "positive": row["text"], "doc": row["doc"], "pasal": row["pasal"]}


def entailments(folder: Path, _chance: random.Random) -> Iterator[Row]:
    """Yield hypotheses with the premises that entail them: they mean the same in other words."""
    for name in NLI:
        for row in read_rows(folder / name):
            if row["label"] == "entailment":
                yield {"query": row["hypothesis"], "positive": row["premise"]}


def translations(folder: Path, chance: random.Random) -> Iterator[Row]:
    """Yield sentences that mean the same in two languages: they share hardly a word."""
    with lzma.open(folder / "parallel.tsv.xz", "rt", encoding="utf-8") as lines:
        pairs = dict.fromkeys(tuple(line.rstrip("\n").split("\t")[:2]) for line in lines)
    for indonesian, english in (pair for pair in pairs if len(pair) == 2):
        if 5 <= len(indonesian.split()) <= 60:
            asks = (english, indonesian) if chance.random() < ENGLISH_ASKS else (indonesian, english)
            yield dict(zip(("query", "positive"), asks, strict=True))


def cropped(name: str, field: str = "") -> Rows:
    """Return rows of sentences that lost words, to passages of a file: of one field of its rows, or of its lines."""

    def rows(folder: Path, chance: random.Random) -> Iterator[Row]:
        texts = (row[field] for row in read_rows(folder / name)) if field else texts_of(folder / name)
        passages = sorted({text for text in texts if len(text.split()) >= MOST})
        for text in chance.sample(passages, min(CROPPED, len(passages))):
            passage = cut("", text, -1, -1, chance).passage
            sentences = [part for part in _SENTENCE.split(passage) if FEWEST <= len(part.split()) <= MOST]
            if sentences and len(query := _crop(chance.choice(sentences), chance)) > 2:
                yield {"query": " ".join(query), "positive": passage}

    return rows


def papers(_folder: Path, chance: random.Random) -> Iterator[Row]:
    """Yield questions to invented papers that answer them."""
    for made in (forms, tables, procedures):
        for example in made(PAPERS, chance):
            if example.start >= 0:
                yield {"query": example.question, "positive": example.passage}


def exercised(folder: Path, chance: random.Random) -> Iterator[Row]:
    """Yield the reading exercises that a passage answers, most of them in other words than it; none kept apart."""
    for exercise in exercises(folder):
        for question, _start, _end in () if exercise.kept_apart else exercise.answered:
            head = exercise.head if chance.random() < UNDER_TITLE else ""
            yield {"query": question, "positive": head + exercise.text}


def _crop(sentence: str, chance: random.Random) -> list[str]:
    """Return some of the words in their order, without signs."""
    words = sentence.split()
    count = min(len(words), 12, max(3, round(len(words) * chance.uniform(*LEFT))))
    kept = sorted(chance.sample(range(len(words)), count))
    return _SIGNS.sub(" ", " ".join(words[place] for place in kept)).split()

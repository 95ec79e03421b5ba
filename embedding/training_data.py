"""The texts that the model is trained on: rows of files, questions as people type them, texts whose vectors to keep.

The files are those of a data folder's `train/`; its README names their sources and licences.
"""

import json
import lzma
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from embedding.description import PREFIXES

DEFINITION_FORMS = ("Apa yang dimaksud dengan {}?", "Apa itu {}?", "Apa pengertian {}?", "definisi {}", "{}")
LONGEST_QUESTION = 40
"""Words of a question that are kept: elucidations can be as long as the article they explain."""
LOWERED = 0.3
"""Share of the questions that are put in small letters without a question mark, as people type."""

Row = dict[str, Any]

LAWS = "peraturan-pasal.jsonl.xz"
"""Articles of laws with title and chapter: questions are made from them, and other files' passages find theirs here."""
NLI = ("nli-indonli-train.jsonl.xz", "nli-indonli-val.jsonl.xz")
"""Premises with hypotheses that people wrote to them: entailed, contradicted, or neither."""
KEPT = (
    ("parallel.tsv.xz", 8000),
    ("peraturan-paragraf.txt.xz", 9000),
    ("pairs-idkmrc.jsonl.xz", 6000),
    ("pairs-facqa.jsonl.xz", 1500),
    ("nli-indonli-train.jsonl.xz", 5000),
)
"""Files and numbers of texts whose vectors the trained model keeps as its teacher has them."""


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a .jsonl.xz file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def texts_of(path: Path) -> Iterable[str]:
    """Yield every text of a file: both sides of sentences in two languages, lines, or the longer values of rows."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if path.name.endswith(".tsv.xz"):
                yield from line.rstrip("\n").split("\t")
            elif path.name.endswith(".txt.xz"):
                yield line.strip()
            else:
                yield from (value for value in json.loads(line).values() if isinstance(value, str) and " " in value)


def question_of(row: Row, chance: random.Random) -> str:
    """Return what is asked: a legal term becomes a question for its meaning, anything else stays as it is."""
    if "alias" in row:
        return chance.choice(DEFINITION_FORMS).format(row["query"])
    return " ".join(row["query"].split()[:LONGEST_QUESTION])


def head_of(law: Row) -> str:
    """Return the lines above an article: what its law is about, and the chapter."""
    return "".join(f"{line}\n" for line in (law["title"].rpartition(" tentang ")[2], law["bab"]) if line)


def as_typed(question: str, chance: random.Random) -> str:
    """Return the question, now and then in small letters and without its question mark."""
    return question.lower().rstrip("? ") if chance.random() < LOWERED else question


def kept_texts(folder: Path, seed: int) -> list[str]:
    """Return texts with prompts, drawn from the files of KEPT; short ones are taken for questions."""
    chance = random.Random(f"{seed} kept")
    found = []
    for file, count in KEPT:
        texts = [text for text in texts_of(folder / file) if len(text.split()) > 2]
        found += chance.sample(texts, min(count, len(texts)))
    return [PREFIXES["query" if len(text.split()) < 16 else "passage"] + text for text in found]

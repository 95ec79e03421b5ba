"""What the model is trained on: pairs of question and passage with a hard negative, and texts whose vectors to keep.

The files are those of a data folder's `train/`; its README names their sources and licences.
"""

import json
import lzma
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from embedding.description import PREFIXES
from embedding.negatives import WordIndex

DEFINITION_FORMS = ("Apa yang dimaksud dengan {}?", "Apa itu {}?", "Apa pengertian {}?", "definisi {}", "{}")
LONGEST_QUESTION = 40
"""Words of a question that are kept: elucidations can be as long as the article they explain."""
LOWERED = 0.3
"""Share of the questions that are put in small letters without a question mark, as people type."""
NEAREST = 20
"""How many passages that share words with a question are looked at for a hard negative."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Source:
    """One file of pairs: how many of its pairs are drawn, and whether one document's passages may be negatives.

    Two articles under the same title and chapter answer a question made of that title alike, so the file of titles
    takes its negatives from other documents.
    """

    file: str
    pairs: int
    same_document: bool = True


# Questions that people ask are most of the pairs: elucidations and titles are no questions, and a model that sees
# little else drifts to the style of laws.
SOURCES = (
    Source("pairs-idkmrc.jsonl.xz", 2400),
    Source("pairs-facqa.jsonl.xz", 1152),
    Source("pairs-nusantaralaw.jsonl.xz", 480),
    Source("peraturan-penjelasan-pasal.jsonl.xz", 1536),
    Source("peraturan-definisi.jsonl.xz", 576, same_document=False),
    Source("peraturan-judul-pasal.jsonl.xz", 672, same_document=False),
    Source("peraturan-judul-menimbang.jsonl.xz", 288, same_document=False),
)

KEPT = (
    ("parallel.tsv.xz", 4000),
    ("peraturan-paragraf.txt.xz", 2600),
    ("pairs-idkmrc.jsonl.xz", 3000),
    ("pairs-facqa.jsonl.xz", 800),
    ("nli-indonli-train.jsonl.xz", 1000),
)
"""Files and numbers of texts whose vectors the trained model keeps as its teacher has them."""


def triplets(folder: Path, source: Source, seed: int) -> list[tuple[str, str, str]]:
    """Return question, passage that answers it and passage that looks as if it did, each with its prompt."""
    chance = random.Random(f"{seed} {source.file}")
    rows = _usable(list(read_rows(folder / source.file)))
    passages = [row["positive"] for row in rows]
    index = WordIndex(passages)
    chosen = chance.sample(range(len(rows)), min(source.pairs, len(rows)))
    found = []
    for number in chosen:
        question = as_typed(question_of(rows[number], chance), chance)
        negatives = [other for other in index.nearest(question, NEAREST) if _is_negative(rows, number, other, source)]
        if negatives:
            found.append(_prompted(question, passages[number], passages[chance.choice(negatives)]))
    return found


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a .jsonl.xz file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def question_of(row: Row, chance: random.Random) -> str:
    """Return what is asked: a legal term becomes a question for its meaning, anything else stays as it is."""
    if "alias" in row:
        return chance.choice(DEFINITION_FORMS).format(row["query"])
    return " ".join(row["query"].split()[:LONGEST_QUESTION])


def as_typed(question: str, chance: random.Random) -> str:
    """Return the question, now and then in small letters and without its question mark."""
    return question.lower().rstrip("? ") if chance.random() < LOWERED else question


def kept_texts(folder: Path, seed: int) -> list[str]:
    """Return texts with prompts, drawn from the files of KEPT; short ones are taken for questions."""
    chance = random.Random(f"{seed} kept")
    found = []
    for file, count in KEPT:
        texts = [text for text in _texts(folder / file) if len(text.split()) > 2]
        found += chance.sample(texts, min(count, len(texts)))
    return [PREFIXES["query" if len(text.split()) < 16 else "passage"] + text for text in found]


def _usable(rows: Sequence[Row]) -> list[Row]:
    """Leave out what has no single answer: questions that occur with several passages, such as "Menteri"."""
    asked = Counter(row["query"].casefold() for row in rows)
    return [row for row in rows if asked[row["query"].casefold()] == 1 and row["positive"].strip()]


def _is_negative(rows: Sequence[Row], number: int, other: int, source: Source) -> bool:
    here, there = rows[number], rows[other]
    if other == number or here["positive"] == there["positive"]:
        return False
    return source.same_document or here.get("doc") != there.get("doc")


def _prompted(question: str, positive: str, negative: str) -> tuple[str, str, str]:
    return PREFIXES["query"] + question, PREFIXES["passage"] + positive, PREFIXES["passage"] + negative


def _texts(path: Path) -> Iterable[str]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if path.name.endswith(".tsv.xz"):
                yield from line.rstrip("\n").split("\t")
            elif path.name.endswith(".txt.xz"):
                yield line.strip()
            else:
                yield from (value for value in json.loads(line).values() if isinstance(value, str) and " " in value)

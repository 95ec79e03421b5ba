"""What the model is trained on: pairs of question and passage with a hard negative, and texts whose vectors to keep.

The files are those of a data folder's `train/`; its README names their sources and licences.
"""

import json
import lzma
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from embedding.description import PREFIXES
from embedding.law_questions import ask_about
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
    takes its negatives from other documents. `headed` passages stand, more often than not, under the title and chapter
    of their law, as search embeds them.
    """

    file: str
    pairs: int
    same_document: bool = True
    headed: bool = False


LAWS = "peraturan-pasal.jsonl.xz"
"""Articles of laws with title and chapter: questions are made from them, and other files' passages find theirs here."""
WITH_HEAD = 0.7
"""Share of the passages of a law that stand under its title and chapter."""

# Questions, of people and made from articles, are more than half of the pairs: elucidations and titles are no
# questions, and a model that sees little else drifts to the style of laws.
SOURCES = (
    Source("pairs-idkmrc.jsonl.xz", 1448),
    Source("pairs-facqa.jsonl.xz", 640),
    Source("pairs-nusantaralaw.jsonl.xz", 320),
    Source(LAWS, 1120, headed=True),
    Source("peraturan-penjelasan-pasal.jsonl.xz", 1920, headed=True),
    Source("peraturan-definisi.jsonl.xz", 320, same_document=False),
    Source("peraturan-judul-pasal.jsonl.xz", 480, same_document=False),
    Source("peraturan-judul-menimbang.jsonl.xz", 160, same_document=False),
)

KEPT = (
    ("parallel.tsv.xz", 640),
    ("peraturan-paragraf.txt.xz", 512),
    ("pairs-idkmrc.jsonl.xz", 448),
    ("pairs-facqa.jsonl.xz", 160),
    ("nli-indonli-train.jsonl.xz", 288),
)
"""Files and numbers of texts whose vectors the trained model keeps as its teacher has them."""


def triplets(folder: Path, source: Source, seed: int) -> list[tuple[str, str, str]]:
    """Return question, passage that answers it and passage that looks as if it did, each with its prompt."""
    chance = random.Random(f"{seed} {source.file}")
    rows = _usable(list(_rows(folder, source, chance)))
    passages = [row["positive"] for row in rows]
    index = WordIndex(passages)
    chosen = chance.sample(range(len(rows)), min(source.pairs, len(rows)))
    heads = _heads(folder) if source.headed else {}
    found = []
    for number in chosen:
        question = as_typed(question_of(rows[number], chance), chance)
        negatives = [other for other in index.nearest(question, NEAREST) if _is_negative(rows, number, other, source)]
        if negatives:
            headed = chance.random() < WITH_HEAD
            pair = [rows[number], rows[chance.choice(negatives)]]
            found.append(_prompted(question, *(_under_head(row, heads if headed else {}) for row in pair)))
    return found


def _rows(folder: Path, source: Source, chance: random.Random) -> Iterator[Row]:
    """Yield a source's pairs; for the articles of laws, one question made from each that says something askable."""
    if source.file != LAWS:
        yield from read_rows(folder / source.file)
        return
    rows = list(read_rows(folder / LAWS))
    for row in chance.sample(rows, min(4 * source.pairs, len(rows))):
        if made := ask_about(row["text"], chance):
            asked = chance.choice(made)
            yield {"query": asked.question, "positive": row["text"], "doc": row["doc"], "pasal": row["pasal"]}


def _heads(folder: Path) -> dict[tuple[str, str], str]:
    """Return what stands in front of each article: what its law is about, and the chapter."""
    return {
        (row["doc"], row["pasal"]): f"{row['title'].rpartition(' tentang ')[2]}\n{row['bab']}".strip() + "\n"
        for row in read_rows(folder / LAWS)
    }


def _under_head(row: Row, heads: Mapping[tuple[str, str], str]) -> str:
    passage: str = row["positive"]
    return heads.get((row.get("doc", ""), row.get("pasal", "")), "") + passage


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

"""What the model is trained on: questions, each with a passage that answers it and one that looks as if it did."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from embedding.description import PREFIXES
from embedding.negatives import WordIndex
from embedding.training_data import LAWS, Row, as_typed, question_of, read_rows
from embedding.training_rows import (
    Rows,
    cropped,
    entailments,
    exercised,
    in_file,
    law_questions,
    papers,
    translations,
)

NEAREST = 20
"""How many passages that share words with a question are looked at for a hard negative."""
WITH_HEAD = 0.7
"""Share of the passages of a law that stand under its title and chapter."""

Triplet = tuple[str, str, str]


@dataclass(frozen=True)
class Source:
    """Where pairs come from: at most how many are drawn, and how often each, every time with another negative.

    Two articles under the same title and chapter answer a question made of that title alike, so the file of titles
    takes its negatives from other documents (`same_document`). `headed` passages stand, more often than not, under the
    title and chapter of their law, as search embeds them. A question in another language shares no words with
    passages: its negatives are `near_passage`, those that share words with the one that answers.
    """

    name: str
    rows: Rows
    pairs: int
    times: int = 1
    same_document: bool = True
    headed: bool = False
    near_passage: bool = False


# Questions, of people and made from articles and papers, are nearly half of the pairs: elucidations and titles are no
# questions, and a model that sees little else drifts to the style of laws.
SOURCES = (
    Source("idkmrc", in_file("pairs-idkmrc.jsonl.xz"), 6000, times=2),
    Source("facqa", in_file("pairs-facqa.jsonl.xz"), 2000, times=3),
    Source("nusantaralaw", in_file("pairs-nusantaralaw.jsonl.xz"), 2000),
    Source("law questions", law_questions, 24_000, headed=True),
    Source("elucidations", in_file("peraturan-penjelasan-pasal.jsonl.xz"), 16_000, headed=True),
    Source("definitions", in_file("peraturan-definisi.jsonl.xz"), 3000, same_document=False),
    Source("titles", in_file("peraturan-judul-pasal.jsonl.xz"), 5000, same_document=False),
    Source("considerations", in_file("peraturan-judul-menimbang.jsonl.xz"), 1500, same_document=False),
    Source("entailments", entailments, 5000),
    Source("translations", translations, 8000, near_passage=True),
    Source("papers", papers, 6000),
    Source("exercises", exercised, 14_000),
    Source("cropped, encyclopaedia", cropped("qa-idkmrc.jsonl.xz", "context"), 4000),
    Source("cropped, news", cropped("pairs-facqa.jsonl.xz", "positive"), 1500),
    Source("cropped, laws", cropped("peraturan-paragraf.txt.xz"), 8000),
)


def triplets(folder: Path, source: Source, seed: int) -> list[Triplet]:
    """Return question, passage that answers it and passage that looks as if it did, each with its prompt."""
    chance = random.Random(f"{seed} {source.name}")
    rows = _usable(list(source.rows(folder, chance)))
    index = WordIndex([row["positive"] for row in rows])
    heads = _heads(folder) if source.headed else {}
    chosen = chance.sample(range(len(rows)), min(source.pairs, len(rows)))
    found = (_triplet(rows, number, index, source, heads, chance) for _ in range(source.times) for number in chosen)
    return [triplet for triplet in found if triplet]


def _triplet(
    rows: Sequence[Row],
    number: int,
    index: WordIndex,
    source: Source,
    heads: Mapping[tuple[str, str], str],
    chance: random.Random,
) -> Triplet | None:
    """Return one question with both passages; None where no other passage is near."""
    row = rows[number]
    question = as_typed(question_of(row, chance), chance)
    near = index.nearest(row["positive"] if source.near_passage else question, NEAREST)
    negatives = [other for other in near if _is_negative(rows, number, other, source)]
    if not negatives:
        return None
    headed = heads if chance.random() < WITH_HEAD else {}
    passages = (_under_head(shown, headed) for shown in (row, rows[chance.choice(negatives)]))
    positive, negative = (PREFIXES["passage"] + passage for passage in passages)
    return PREFIXES["query"] + question, positive, negative


def _usable(rows: Sequence[Row]) -> list[Row]:
    """Leave out what has no single answer: questions that occur with several passages, such as "Menteri"."""
    asked = Counter(row["query"].casefold() for row in rows)
    return [row for row in rows if asked[row["query"].casefold()] == 1 and row["positive"].strip()]


def _is_negative(rows: Sequence[Row], number: int, other: int, source: Source) -> bool:
    here, there = rows[number], rows[other]
    if other == number or here["positive"] == there["positive"]:
        return False
    return source.same_document or here.get("doc") != there.get("doc")


def _heads(folder: Path) -> dict[tuple[str, str], str]:
    """Return what stands in front of each article: what its law is about, and the chapter."""
    return {
        (row["doc"], row["pasal"]): f"{row['title'].rpartition(' tentang ')[2]}\n{row['bab']}".strip() + "\n"
        for row in read_rows(folder / LAWS)
    }


def _under_head(row: Row, heads: Mapping[tuple[str, str], str]) -> str:
    passage: str = row["positive"]
    return heads.get((row.get("doc", ""), row.get("pasal", "")), "") + passage

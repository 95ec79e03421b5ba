"""What the reader is trained on: a question, a passage, and the span that answers it there, or none.

People's questions to encyclopaedia texts (IDK-MRC, with the impossible ones written to mislead), questions made from
laws and, for a reader that is trained further, to invented forms, tables and procedures; at last exercises on articles
and invented papers, most of them near misses. Passages have the size that search gives, and a law's carries its title
and chapter in front, as a passage of an asset does. What search brings up in vain is among them: passages that share
words with a question, and an article whose answering sentence is left out.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from embedding.law_questions import Asked, ask_about, asked_otherwise
from embedding.negatives import WordIndex
from embedding.reader.example import Example, cut
from embedding.reader.exchanged import exchanged
from embedding.reader.exercises import exercises, read_through
from embedding.reader.forms import forms
from embedding.reader.hypotheses import of_hypotheses
from embedding.reader.keywords import typed_shortly
from embedding.reader.procedures import procedures
from embedding.reader.sections import sections
from embedding.reader.tables import tables
from embedding.training_data import LAWS, Row, as_typed, head_of, read_rows

QUESTIONS = "qa-idkmrc.jsonl.xz"
MOST_OF_A_KIND = 400
"""Questions of one form; without a bound every fourth one would ask for an office."""
WITHOUT_ANSWER, ASKED_OTHERWISE, NEXT_ARTICLE = 0.2, 0.1, 0.15
"""Shares of the law questions that also appear with the answering sentence left out, with another thing asked, and
with another article of the same law."""
WITH_TITLE = 0.7
NEAREST = 8
_NUMBER_BEFORE = re.compile(r"\(\d+[a-z]?\)\s*$")
"""The number of a paragraph that is left out goes with it: nothing shows that there was one."""


@dataclass(frozen=True)
class Mixture:
    """How much is drawn of each kind.

    People's questions; those also read with a passage that search would bring up in vain (`missed`), and those in which
    something is exchanged that the passage does not tell (at most); questions made from laws; invented forms, tables,
    procedures and sections, each of which is asked for two or three things; hypotheses that are asked for yes or no;
    passages of the exercises, about five questions each.
    `shortly` is the share of questions typed in key words: of sections half always are, and whether a thing is so is
    asked in whole sentences.
    """

    people: int
    missed: int
    exchanged: int
    laws: int
    forms: int = 0
    tables: int = 0
    procedures: int = 0
    sections: int = 0
    hypotheses: int = 0
    exercises: int = 0
    shortly: float = 0.0


FIRST = Mixture(people=9700, missed=900, exchanged=1200, laws=1200, forms=650, tables=550, procedures=400)
FURTHER = Mixture(
    people=9700, missed=400, exchanged=1200, laws=1500, forms=300, tables=250, procedures=200, hypotheses=8000
)
"""The questions of people again, and what the first pass has not."""
SHORT = Mixture(
    people=6500, missed=1500, exchanged=700, laws=2200, forms=500, tables=300, procedures=300, sections=1100,
    hypotheses=1500, shortly=0.4,
)  # fmt: skip
"""Questions of few words, and what stands below headings."""
NEAR = Mixture(
    people=3000, missed=900, exchanged=500, laws=1200, forms=350, tables=150, procedures=150, sections=1500,
    hypotheses=500, shortly=0.4,
)  # fmt: skip
"""More of the same, with fewer questions of people and more of sections."""
ALL_ELSE = Mixture(
    people=5000, missed=1200, exchanged=500, laws=1000, forms=300, tables=150, procedures=150, sections=900,
    hypotheses=400, shortly=0.4,
)  # fmt: skip
"""What stands beside exercises so that it is not forgotten, a share of it in each pass."""


def exercised(passages: int, share: float) -> Mixture:
    """Return exercises on so many passages, and a share of all else."""
    counts = {name: int(count * share) for name, count in vars(ALL_ELSE).items() if name != "shortly"}
    return replace(ALL_ELSE, **counts | {"exercises": passages})


def examples(folder: Path, seed: int, mixture: Mixture) -> list[Example]:
    """Return all examples from a data folder's `train/`, in an order drawn by the seed."""
    chance = random.Random(f"{seed} reader")
    found = typed_shortly(
        [*of_people(folder, mixture, chance), *of_laws(folder, mixture.laws, chance)], mixture.shortly, chance
    )
    found += of_hypotheses(folder, mixture.hypotheses, chance)
    for made, count in ((forms, mixture.forms), (tables, mixture.tables), (procedures, mixture.procedures)):
        found += typed_shortly(made(count, chance), mixture.shortly, chance)
    found += sections(mixture.sections, chance)
    if mixture.exercises:
        read = [exercise for exercise in exercises(folder) if not exercise.kept_apart]
        found += read_through(chance.sample(read, min(mixture.exercises, len(read))), chance)
    chance.shuffle(found)
    return found


def of_people(folder: Path, mixture: Mixture, chance: random.Random) -> Iterator[Example]:
    """Yield IDK-MRC's questions with their passages, some with one that only shares words, some with an exchange."""
    rows = list(read_rows(folder / QUESTIONS))
    rows = chance.sample(rows, min(mixture.people, len(rows)))
    found = []
    for row in rows:
        place = row["context"].find(row["answers"][0]) if row["answers"] else -1
        if row["is_impossible"] or place >= 0:
            end = place + len(row["answers"][0]) if place >= 0 else -1
            found.append(cut(as_typed(row["question"], chance), row["context"], place, end, chance))
    yield from found
    yield from _missed([row for row in rows if not row["is_impossible"]], mixture.missed, chance)
    yield from exchanged(found, mixture.exchanged, chance)


def _missed(rows: Sequence[Row], count: int, chance: random.Random) -> Iterator[Example]:
    contexts = list(dict.fromkeys(row["context"] for row in rows))
    index = WordIndex(contexts)
    for row in chance.sample(rows, min(count, len(rows))):
        answers = [answer.casefold() for answer in row["answers"]]
        others = [contexts[number] for number in index.nearest(row["question"], NEAREST)]
        others = [text for text in others if not any(answer in text.casefold() for answer in answers)]
        if others:
            yield cut(as_typed(row["question"], chance), chance.choice(others), -1, -1, chance)


def of_laws(folder: Path, questions: int, chance: random.Random) -> Iterator[Example]:
    """Yield questions made from articles, and passages in which nothing answers them."""
    rows = list(read_rows(folder / LAWS))
    chance.shuffle(rows)
    counts: dict[str, int] = {}
    before: Row | None = None
    for row in rows:
        for asked in ask_about(row["text"], chance)[:2]:
            counts[asked.kind] = counts.get(asked.kind, 0) + 1
            if counts[asked.kind] <= MOST_OF_A_KIND:
                yield from _of_article(row, asked, before, chance)
        before = row
        if sum(min(count, MOST_OF_A_KIND) for count in counts.values()) >= questions:
            return


def _of_article(row: Row, asked: Asked, other: Row | None, chance: random.Random) -> Iterator[Example]:
    text, question = row["text"], as_typed(asked.question, chance)
    yield _with_card(cut(question, text, asked.start, asked.end, chance), row, chance)
    drawn = chance.random()
    start, end = asked.sentence
    if drawn < WITHOUT_ANSWER and len(text) - (end - start) > 150:
        rest = _NUMBER_BEFORE.sub("", text[:start]) + text[end:].lstrip()
        yield _with_card(cut(question, rest, -1, -1, chance), row, chance)
    elif drawn < WITHOUT_ANSWER + ASKED_OTHERWISE:
        kind, otherwise = asked_otherwise(asked, chance)
        if not any(also.kind == kind for also in ask_about(text, chance)):
            yield _with_card(cut(otherwise, text, -1, -1, chance), row, chance)
    elif drawn < WITHOUT_ANSWER + ASKED_OTHERWISE + NEXT_ARTICLE and other is not None:
        # The title of the law that was asked about: a passage of the right paper that does not answer.
        yield _with_card(cut(question, other["text"], -1, -1, chance), row, chance)


def _with_card(example: Example, row: Row, chance: random.Random) -> Example:
    if chance.random() >= WITH_TITLE:
        return example
    return example.under(head_of(row))

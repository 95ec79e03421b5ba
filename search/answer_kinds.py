"""What kind of answer a question wants, and whether a text holds one of that kind."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from re import Pattern

from catalog.word_lists import table


@dataclass(frozen=True)
class AnswerKind:
    """A kind of answer: how it is asked for, and how a text that gives one looks."""

    name: str
    question: Pattern[str]
    answer: Pattern[str]


FIGURES = frozenset({"lama", "persen", "uang", "waktu", "angka"})
"""Kinds whose answers are written in figures, number words or names of days and months, so that their lack shows."""

_ASKING = re.compile(r"\b(siapa|berapa|kapan|(?:di|ke)?mana)kah\b", re.IGNORECASE)
"""Formal questions: the particle changes nothing of what is asked."""


def wanted(question: str) -> AnswerKind | None:
    """Give the kind of answer that a question in standard wording asks for, None for an open question."""
    bare = _ASKING.sub(r"\1", question)
    return next((kind for kind in _kinds() if kind.question.search(bare)), None)


def wants_figure(question: str) -> bool:
    """Tell whether a question asks for a figure, a term or a time."""
    kind = wanted(question)
    return kind is not None and kind.name in FIGURES


def fits(kind: AnswerKind | None, text: str) -> float:
    """Give 1 if a text holds such an answer, -1 if it does not, 0 when no kind is wanted."""
    if kind is None:
        return 0.0
    return 1.0 if kind.answer.search(text) else -1.0


def holding(kind: AnswerKind | None, texts: Mapping[int, str]) -> frozenset[int]:
    """Give the keys of the texts that hold such an answer; none when no kind is wanted."""
    if kind is None:
        return frozenset()
    return frozenset(key for key, text in texts.items() if kind.answer.search(text))


def beyond_documents(question: str) -> str | None:
    """Give the kind of a question that no stored document answers (opinion, forecast, live data), None for others."""
    return next((name for name, pattern in _beyond() if pattern.search(question)), None)


@cache
def _kinds() -> tuple[AnswerKind, ...]:
    return tuple(
        AnswerKind(row["jenis"], _pattern(row["pertanyaan"]), _pattern(row["jawaban"]))
        for row in table("jenis_jawaban.tsv")
    )


@cache
def _beyond() -> tuple[tuple[str, Pattern[str]], ...]:
    return tuple((row["jenis"], _pattern(row["pola"])) for row in table("di_luar_dokumen.tsv"))


def _pattern(text: str) -> Pattern[str]:
    return re.compile(text, re.IGNORECASE)

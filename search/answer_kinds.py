"""What kind of answer a question wants, and whether a text holds one of that kind."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from re import Pattern

from catalog.word_lists import table
from search.number_words import WORD as NUMBER_WORD


@dataclass(frozen=True)
class AnswerKind:
    """A kind of answer: how it is asked for, and how a text that gives one looks.

    `answer` is None for a kind that is known by `exact` alone: how the answer looks where the question names what is
    counted or explained, or a term ("berapa hari": "10 (sepuluh) hari"; "apa itu SPOP": "SPOP adalah"; "sampai kapan":
    "sampai dengan 31 Desember"). `given` are the numbers that the question itself tells: they are no answer.
    """

    name: str
    question: Pattern[str]
    answer: Pattern[str] | None
    given: Pattern[str] | None = None
    exact: Pattern[str] | None = None

    def is_in(self, text: str) -> bool:
        """Tell whether a text holds such an answer."""
        if self.answer is None:
            return self.is_exactly_in(text)
        return bool(self.answer.search(self.given.sub(" ", text) if self.given else text))

    def is_exactly_in(self, text: str) -> bool:
        """Tell whether a text counts or explains what the question names; false where it names nothing."""
        return bool(self.exact and self.exact.search(text))


FIGURES = frozenset({"lama", "persen", "uang", "waktu", "angka"})
"""Kinds whose answers are written in figures, number words or names of days and months, so that their lack shows."""

_COUNTED = frozenset({"lama", "angka"})
"""Kinds of which a question may name what is counted."""
_EXPLAINING = re.compile(
    r"(?:\bapa(?:kah)? itu|\bdimaksud(?:kan)?(?: dengan)?|\b(?:kepanjangan|arti|pengertian|definisi)(?:nya)?(?: dari)?)"
    r"\s+([\w -]{2,60}?)(?=\s*(?:[?.,;(]|$|\b(?:dalam|menurut|pada|di)\b))",
    re.IGNORECASE,
)
_COUNTING = re.compile(r"\b(?:berapa|brp)\s+(\w+)", re.IGNORECASE)
_NO_MEASURE = re.compile(
    r"(?:lama|banyak|besar(?:an)?|jumlah|total|luas|tinggi|panjang|lebar|jauh|nilai|batas|maksimal|minimal|paling"
    r"|sih|ya|saja|kira|yang|rata|rasio|skor|nomor|waktu|usia|umur)(?:nya)?",
    re.IGNORECASE,
)
"""What follows "berapa" and is nothing that is counted."""
_BEGINS = r"(?:^|[.;:\n\"“'(]|\d[.)]|\bdengan|\bistilah) ?[\"“']?"
"""What stands before the name of what a sentence explains: "pada LSPOP adalah luas" explains no LSPOP."""
_ABBREVIATED = range(2, 8)  # letters
_BETWEEN = "(?:dan|atau|di|ke|dari|untuk|yang|atas)"  # words of which an abbreviation has no letter
_SPACE = re.compile(r"\[[^\]]*\]| \?| ")
_SPACES = {" ?": r"\s?", " ": r"\s+"}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ASKING = re.compile(r"\b(siapa|berapa|kapan|(?:di|ke)?mana)kah\b", re.IGNORECASE)
"""Formal questions: the particle changes nothing of what is asked."""


def wanted(question: str) -> AnswerKind | None:
    """Give the kind of answer that a question in standard wording asks for, None for an open question."""
    bare = _ASKING.sub(r"\1", question)
    kind = next((kind for kind in _kinds() if kind.question.search(bare)), None)
    return kind and replace(kind, given=_given(bare), exact=_exact(kind.name, bare))


def wants_figure(question: str) -> bool:
    """Tell whether a question asks for a figure, a term or a time."""
    kind = wanted(question)
    return kind is not None and kind.name in FIGURES


def fits(kind: AnswerKind | None, text: str) -> float:
    """Give 1 if a text holds such an answer, -1 if it does not; 0 if none is wanted, or it tells of something else."""
    if kind is None:
        return 0.0
    if kind.is_exactly_in(text):
        return 1.0
    if kind.answer is not None and not kind.is_in(text):
        return -1.0
    return 0.0 if kind.exact or kind.answer is None else 1.0


def fits_exactly(kind: AnswerKind | None, text: str) -> bool:
    """Tell whether a text counts or explains what the question names."""
    return kind is not None and kind.is_exactly_in(text)


def holding(kind: AnswerKind | None, texts: Mapping[int, str]) -> frozenset[int]:
    """Give the keys of the texts that hold such an answer; none when no kind is wanted."""
    if kind is None:
        return frozenset()
    return frozenset(key for key, text in texts.items() if kind.is_in(text))


def beyond_documents(question: str) -> str | None:
    """Give the kind of a question that no stored document answers (opinion, forecast, live data), None for others."""
    return next((name for name, pattern in _beyond() if pattern.search(question)), None)


@cache
def _kinds() -> tuple[AnswerKind, ...]:
    return tuple(_read("jenis_jawaban.tsv"))


@cache
def _told_exactly() -> tuple[AnswerKind, ...]:
    return tuple(_read("jawaban_tepat.tsv"))


def _read(name: str) -> Iterator[AnswerKind]:
    for row in table(name):
        answer = _pattern(row["jawaban"]) if row["jawaban"] else None
        yield AnswerKind(row["jenis"], _pattern(row["pertanyaan"]), answer)


@cache
def _beyond() -> tuple[tuple[str, Pattern[str]], ...]:
    return tuple((row["jenis"], _pattern(row["pola"])) for row in table("di_luar_dokumen.tsv"))


def _given(question: str) -> Pattern[str] | None:
    numbers = sorted(set(_NUMBER.findall(question)), key=len, reverse=True)
    return re.compile(rf"(?<![\d.,])(?:{'|'.join(map(re.escape, numbers))})(?!\d|[.,]\d)") if numbers else None


def _exact(kind: str, question: str) -> Pattern[str] | None:
    """Give how a text looks that tells what the question names, where it names something; see `AnswerKind.exact`."""
    if kind in _COUNTED and (asked := _COUNTING.search(question)) and not _NO_MEASURE.fullmatch(asked[1]):
        return _pattern(rf"(?:\d|\b{NUMBER_WORD})(?:\s*\([^)]{{1,30}}\))?[\s|]+(?:\w+\s+)?{re.escape(asked[1])}\b")
    if kind == "definisi" and (asked := _EXPLAINING.search(question)):
        return _pattern("|".join(_explained(asked[1])))
    return next((told.answer for told in _told_exactly() if told.name == kind and told.question.search(question)), None)


def _explained(named: str) -> Iterator[str]:
    """Give how a text looks that explains something: as what a sentence begins with, in brackets, or by its letters."""
    name = r"\s+".join(map(re.escape, named.split()))
    yield rf"{_BEGINS}{name}\b[^.;]{{0,60}}\b(?:adalah|ialah|yaitu|merupakan)\b"
    if named.isalpha() and len(named) in _ABBREVIATED:
        whole = rf"\w*\s+(?:{_BETWEEN}\s+)?".join(named) + r"\w*"
        yield rf"\b{name}\b ?\((?-i:[A-Z])|\b{name}\b\W{{1,4}}{whole}|\b{whole} ?\({name}\)"


def _pattern(text: str) -> Pattern[str]:
    """Compile a pattern in which a space, outside of brackets, is any white space: on a page, lines end anywhere."""
    spaced = _SPACE.sub(lambda found: _SPACES.get(found[0], found[0]), text)
    return re.compile(spaced, re.IGNORECASE)

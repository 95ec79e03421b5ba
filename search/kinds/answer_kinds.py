"""What kind of answer a question wants, and whether a text holds one of that kind."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from re import Pattern

from catalog.word_lists import table
from search.kinds.patterns import spaced
from search.kinds.told_exactly import told_exactly
from search.understanding.number_words import WORD as NUMBER_WORD


@dataclass(frozen=True)
class AnswerKind:
    """A kind of answer: how it is asked for, and how a text that gives one looks.

    `answer` is None for a kind that is known by `exact` alone: how the answer looks where the question names what is
    counted or explained, or a term ("berapa hari": "10 (sepuluh) hari"; "apa itu SPOP": "SPOP adalah"; "sampai kapan":
    "sampai dengan 31 Desember"). No answer is what the question itself tells, `given`: its numbers, the roles and names
    in one for a person; nor are numbers that count nothing, `uncounted`: of paragraphs, days, items of a list.
    """

    name: str
    question: Pattern[str]
    answer: Pattern[str] | None
    given: Pattern[str] | None = None
    uncounted: Pattern[str] | None = None
    exact: Pattern[str] | None = None

    def is_in(self, text: str) -> bool:
        """Tell whether a text holds such an answer."""
        if self.answer is None:
            return self.is_exactly_in(text)
        told = self.given.sub(" ", text) if self.given else text
        return any(self._counts(told, found.start()) for found in self.answer.finditer(told))

    def is_exactly_in(self, text: str) -> bool:
        """Tell whether a text counts or explains what the question names; false where it names nothing."""
        return bool(self.exact and self.exact.search(text))

    def _counts(self, text: str, place: int) -> bool:
        """Tell whether what stands at a place of a text counts: a look around it costs less than at the whole text."""
        if self.uncounted is None:
            return True
        near = self.uncounted.finditer(text, max(0, place - _AROUND), place + _AROUND)
        return not any(found.start() <= place < found.end() for found in near)


_AROUND = 45  # characters before and behind a number that tell whether it counts: a month, a unit in brackets
_MEASURES = frozenset({"luas", "panjang", "berat", "suhu"})
FIGURES = _MEASURES | {"kekerapan", "lama", "persen", "uang", "waktu", "angka", "jumlah", "skor", "nomor", "telepon"}
"""Kinds whose answers are written in figures, number words or names of days and months, so that their lack shows."""

_MONTH = "(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)"
_STANDS_FOR = {
    "{KATA}": NUMBER_WORD,
    "{BILANGAN}": rf"(?:\d[\d.,]*|\b(?:{NUMBER_WORD}|setengah)) ?(?:\([^)]{{1,40}}\) ?|ribu |juta |miliar )?",
    "{SEL}": r"\| ?\d[\d.,]*(?= ?\||\s*$)",
    "{BUTIR}": r"^\W*\d{1,3}(?:[.)](?!\d)| ?\|)|\(\d{1,2}\)(?= ?[A-Z])"
    r"|\b(?:pasal|ayat|huruf|nomor|no\.?) ?:? ?\(?\d[\d/.]*",
    "{WAKTU}": r"\b(?:tahun|ta) ?:? ?\(?\d[\d/.]*|\d+ (?:\([^)]{1,30}\) )?(?:detik|menit|jam|hari|minggu|bulan|tahun)\b"
    rf"|\b\d{{1,2}} {_MONTH}(?: \d{{4}})?\b|\b\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}\b|\btanggal \d{{1,2}}\b",
}
"""What words in braces of corpora/jenis_jawaban.tsv stand for: a word of a number; a number before its unit; a cell
that is one; numbers of items and of what is cited; days and terms."""
_COUNTS = frozenset({"jumlah", "angka"})
_OF_PIECES = frozenset({"bagian", "urutan"})
_PERSON = "orang"
_FIRM = "perusahaan"
_PENALTY = "sanksi"
_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ASKING = re.compile(r"\b(siapa|berapa|kapan|(?:di|ke)?mana)kah\b", re.IGNORECASE)
"""Formal questions: the particle changes nothing of what is asked."""


def wanted(question: str) -> AnswerKind | None:
    """Give the kind of answer that a question in standard wording asks for, None for an open question."""
    bare = _ASKING.sub(r"\1", question)
    kind = next((kind for kind in _kinds() if kind.question.search(bare)), None)
    return kind and replace(kind, given=_given(bare, kind), exact=told_exactly(kind.name, bare))


def wants_figure(question: str) -> bool:
    """Tell whether a question asks for a figure, a term or a time."""
    kind = wanted(question)
    return kind is not None and kind.name in FIGURES


def lack_shows(question: str) -> bool:
    """Tell whether a text that answers a question shows it: a figure, a term, a time, who or which firm, a penalty."""
    kind = wanted(question)
    return kind is not None and kind.name in FIGURES | {_PERSON, _FIRM, _PENALTY}


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


def is_of_pieces(kind: AnswerKind | None) -> bool:
    """Tell whether pieces are told apart by a kind, not papers: every SOP has a purpose, and a first step."""
    return kind is not None and kind.name in _OF_PIECES


def is_of_measures(kind: AnswerKind | None) -> bool:
    """Tell whether a question asks for an area, a length, a weight or a temperature."""
    return kind is not None and kind.name in _MEASURES


def is_of_counts(kind: AnswerKind | None) -> bool:
    """Tell whether a question asks how many there are, or for a figure that it names no further."""
    return kind is not None and kind.name in _COUNTS


def is_of_explanations(kind: AnswerKind | None) -> bool:
    """Tell whether a question asks what something is, and names it: then a text that tells it answers."""
    return kind is not None and kind.answer is None and kind.exact is not None and not is_of_pieces(kind)


def holding(kind: AnswerKind | None, texts: Mapping[int, str]) -> frozenset[int]:
    """Give the keys of the passages that hold such an answer; none when none is wanted, or only pieces tell."""
    if kind is None or is_of_pieces(kind):
        return frozenset()
    return frozenset(key for key, text in texts.items() if kind.is_in(text))


def beyond_documents(question: str) -> str | None:
    """Give the kind of a question that no stored document answers (opinion, forecast, live data), None for others."""
    return next((name for name, pattern in _beyond() if pattern.search(question)), None)


@cache
def _kinds() -> tuple[AnswerKind, ...]:
    return tuple(
        AnswerKind(row["jenis"], spaced(row["pertanyaan"]), _pattern(row["jawaban"]), uncounted=_pattern(row["bukan"]))
        for row in table("jenis_jawaban.tsv")
    )


def _pattern(cell: str) -> Pattern[str] | None:
    """Compile a cell of the table, what stands in braces put in; None for an empty one."""
    for name, meant in _STANDS_FOR.items():
        cell = cell.replace(name, meant)
    return spaced(cell) if cell else None


@cache
def _beyond() -> tuple[tuple[str, Pattern[str]], ...]:
    return tuple((row["jenis"], spaced(row["pola"])) for row in table("di_luar_dokumen.tsv"))


def _given(question: str, kind: AnswerKind) -> Pattern[str] | None:
    """Give the pattern of what a question tells itself: its numbers, and of one for a person its roles and names."""
    numbers = sorted(set(_NUMBER.findall(question)), key=len, reverse=True)
    told = [rf"(?<![\d.,])(?:{'|'.join(map(re.escape, numbers))})(?!\d|[.,]\d)"] if numbers else []
    if kind.name == _PERSON and kind.answer:
        words = {word.removesuffix("nya") for word in _WORD.findall(question)} - {""}
        roles = {word for word in words if kind.answer.fullmatch(word)}
        names = {form for word in words for form in (word.capitalize(), word.upper())}
        told += [rf"\b(?:{'|'.join(sorted(roles))})(?:nya)?\b"] if roles else []
        told += [rf"(?-i:\b(?:{'|'.join(sorted(names))})\b)"] if names else []
    return re.compile("|".join(told), re.IGNORECASE) if told else None

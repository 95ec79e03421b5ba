"""Whether what seems to answer speaks at all of the role, the measure or the change that is asked for.

"Siapa ketua PPID" is answered by no page that has no chairman, "berapa gaji kepala" by no price, "kapan UU 19/2016
dicabut" by none that revokes nothing: the day on which that law was made is another.
"""

import re

from catalog.word_lists import words_of
from engine.analysis import stems
from search.answering.unnamed import named_as
from search.kinds.answer_kinds import wants_figure
from search.understanding.persons import names
from search.understanding.understand import Understood

_ROLES = names("jabatan") | names("peran")
_MEASURES = words_of("kata_ukur.tsv", "ukuran tersendiri")
"""Measures for which nothing else stands: what is paid to somebody is no price."""
_WORD = re.compile(r"[^\W\d_]+")
_WHO = re.compile(
    r"\bsiapa(?:kah)?\s+(?:(?:nama|itu|sih|yang|menjadi|jadi|sekarang|sebagai|saja|pak|bu)\s+){0,3}(?P<role>[^\W\d_]+)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d./-])(?:19|20)\d\d(?![\d/]|\.\d)")
"""No part of a number or a code; days in figures ("12-03-2021") mostly tell when a paper was made."""
_BUDGET = re.compile(r"\b(?:tahun\s+anggaran|TA\.?)\s*:?\s*((?:19|20)\d\d)\b", re.IGNORECASE)
_CHANGED = re.compile(r"\bdi(?:cabut|ubah|ganti(?:kan)?|hapus(?:kan)?|batalkan|tunda|bubarkan)\b", re.IGNORECASE)
_OF_CHANGES = re.compile(
    r"\bkapan\b|\b(?:tanggal|tahun|nomor|uu|pp|perda) berapa\b|\b(?:oleh|dengan) \w+(?: \w+)? (?:apa|mana|berapa)\b",
    re.IGNORECASE,
)


def lacks_role(question: Understood, words: frozenset[str]) -> bool:
    """Tell whether it is asked who holds a role that nothing around the answer names in any wording, as stems."""
    asked = _WHO.search(question.text)
    if asked is None or asked["role"].casefold() not in _ROLES:
        return False
    return _unnamed(question, asked["role"], words)


def lacks_measure(question: Understood, words: frozenset[str]) -> bool:
    """Tell whether a figure of a measure of its own is asked for, such as pay, that nothing near names, as stems."""
    if not wants_figure(question.text):
        return False
    measures = _MEASURES.intersection(map(str.casefold, _WORD.findall(question.text)))
    return any(_unnamed(question, measure, words) for measure in measures)


def has_year(text: str) -> bool:
    """Tell whether a text names a year."""
    return bool(_years(text))


def of_another_year(question: Understood, piece: str, called: str, words: frozenset[str]) -> bool:
    """Tell whether a piece, or how its sheet or paper is called, has a year, and nothing near it one that is asked."""
    asked, said = _years(question.text), _years(f"{piece}\n{called}")
    return bool(asked and said) and asked.isdisjoint(said | words)


def of_another_budget(question: Understood, piece: str, opening: str, page: str) -> bool:
    """Tell whether a paper begins as one on the budgets of other years than those asked for, as its page is, too."""
    asked, budgets = _years(question.text), set(_BUDGET.findall(opening))
    return bool(asked and budgets) and asked.isdisjoint(budgets | _years(f"{piece}\n{page}"))


def _years(text: str) -> set[str]:
    """Give the years that a text names; file names part words by a low line."""
    return set(_YEAR.findall(text.replace("_", " ")))


def lacks_change(question: Understood, words: frozenset[str]) -> bool:
    """Tell whether it is asked when or by what a rule was changed, and nothing around the answer says that it was."""
    changed = _CHANGED.search(question.text)
    if changed is None or not _OF_CHANGES.search(question.text):
        return False
    return not frozenset(stems(changed.group())) <= words


def _unnamed(question: Understood, asked: str, words: frozenset[str]) -> bool:
    """Tell whether none of the wordings of a word of the question stands among the stems."""
    named = frozenset(stems(asked))
    return not any(wording <= words for wording in [named, *named_as(named, question)])

"""Whether what a figure is asked of is named where it seems to stand: "berapa guru" is told by no hours of pupils.

What is counted must be named by the passage, its card or columns; what is measured ("biaya *legalisir*") by the paper.
A mean that is asked for must be told as one: no single figure is an average.
"""

import re
from collections.abc import Collection

from catalog.database import Catalog
from catalog.passages import Passage
from catalog.word_lists import words_of
from engine.analysis import stems
from engine.query import Clause
from search.answering.whole_paper import said_of, stands
from search.kinds.answer_kinds import is_of_counts, wanted, wants_figure
from search.kinds.told_exactly import counted
from search.understanding.understand import Understood

_COUNTED_IN = words_of("kata_ukur.tsv", "satuan")
"""What is counted in, not what is counted: a text has another, or none."""
_MEASURES = words_of("kata_ukur.tsv", "ukuran", "ukuran fisik")
_HOW_MEASURED = words_of("kata_ukur.tsv", "cara")
_OF_WHOM = words_of("kata_ukur.tsv", "pihak")
"""Behind these stands for whom or what for, which a text may leave out or say otherwise."""
_WORD = re.compile(r"[^\W\d_][\w-]*")
_MEAN = re.compile(r"\b(?:rata-rata|rata rata|rerata)\b", re.IGNORECASE)
_MEANS = (frozenset(["rata"]), frozenset(["rerata"]))
_OLD = "lama"
_BEFORE_TIME = frozenset(
    ["", "berapa", "paling", "seberapa", "cukup", "jangka", "waktu", "dan", "atau", "maksimal", "minimal"]
)
"""Behind these it is how long something takes; behind a thing, "buku saku lama", that this is old."""
_PARTICLE = re.compile(r"(?:kah|nya)$")
Wordings = Collection[frozenset[str]]


def is_unnamed(catalog: Catalog, question: Understood, passage: Passage, words: frozenset[str]) -> bool:
    """Tell whether a question asks for a figure of something that nothing names, in any of its wordings.

    `words` are the stems of the passage, its card and its columns. False where nobody knows all that the paper says.
    """
    kind = wanted(question.text)
    if _MEAN.search(question.text) and not any(mean <= words for mean in _MEANS):
        return True
    if is_of_counts(kind) and (thing := _counted(question)):
        return not any(wording <= words for wording in thing)
    thing = _measured(question) if wants_figure(question.text) else ()
    if not thing or any(wording <= words for wording in thing):
        return False
    said = said_of(catalog, passage)
    return said is not None and not any(stands(wording, said) for wording in thing)


def _counted(question: Understood) -> Wordings:
    """Give the wordings of what stands behind "berapa", none where it is a measure: that may be told without it."""
    thing = _bare(counted(question.text))
    if not thing or thing in _COUNTED_IN:
        return ()
    named = frozenset(stems(thing))
    return [named, *named_as(named, question)]


def _measured(question: Understood) -> Wordings:
    """Give the wordings of the thing right behind a measure, none for "denda bagi ..." and where none is named."""
    after, before = False, ""
    for word in (_bare(found) for found in _WORD.findall(question.text)):
        old, before = word == _OLD and before not in _BEFORE_TIME, word
        if word in _MEASURES and not old:
            after = True
        elif after and word not in _HOW_MEASURED:
            return () if word in _OF_WHOM else named_as(frozenset(stems(word)), question)
    return ()


def _bare(word: str) -> str:
    return _PARTICLE.sub("", word.casefold())


def named_as(called: frozenset[str], question: Understood) -> Wordings:
    """Give the wordings (as stems) of what a word of the question is part of, none for a word that names nothing."""
    groups = map(_wordings, question.groups)
    return [one for group in groups if any(called <= wording for wording in group) for one in group]


def _wordings(group: tuple[Clause, ...]) -> Wordings:
    return [frozenset(clause.terms) for clause in group]

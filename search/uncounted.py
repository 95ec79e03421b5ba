"""Whether what a question counts is named where an answer seems to stand: "berapa guru" is told by no line of others."""

import re

from engine.analysis import stems
from search.answer_kinds import is_of_counts, wanted
from search.told_exactly import counted
from search.understand import Understood

_MEASURE_WORDS = frozenset(
    "orang unit buah lembar helai halaman eksemplar bidang ekor batang butir kali jenis macam set"
    " tahun bulan minggu hari jam menit detik angka banyak selisih beda".split()
)
"""What is counted in, not what is counted: a text has another, or none."""
_PARTICLE = re.compile(r"(?:kah|nya)$")


def is_uncounted(question: Understood, words: frozenset[str]) -> bool:
    """Tell whether a question asks how many there are of something that a text, as stems, names in none of its wordings.

    False where it counts nothing, or asks for a measure: that may be told without its name.
    """
    thing = _PARTICLE.sub("", counted(question.text).casefold())
    if not thing or thing in _MEASURE_WORDS or not is_of_counts(wanted(question.text)):
        return False
    named = frozenset(stems(thing))
    groups = ([frozenset(clause.terms) for clause in group] for group in question.groups)
    wordings = [one for group in groups if any(named <= wording for wording in group) for one in group]
    return not any(wording <= words for wording in (named, *wordings))

"""Whether what a question counts is named where an answer seems to stand."""

import pytest

from engine.analysis import stems
from search.glossary import load
from search.uncounted import is_uncounted
from search.understand import understand

HOURS = "10.55 - 11.30 | Sosialisasi Tahsin | Koordinator Tahsin"


def uncounted(question: str, text: str) -> bool:
    return is_uncounted(understand(question, load()), frozenset(stems(text)))


@pytest.mark.parametrize("question", ["berapa guru tahsin?", "Berapa gurukah di sana?", "ada berapa guru"])
def test_a_thing_that_is_not_named_is_not_counted(question: str) -> None:
    assert uncounted(question, HOURS)
    assert not uncounted(question, "Guru tahsin: 12")


@pytest.mark.parametrize(
    "question",
    ["berapa orang yang hadir", "berapa unit PC", "berapa selisihnya", "berapa tahun masa manfaatnya", "siapa gurunya"],
)
def test_measures_differences_and_what_is_no_count_may_be_told_without_their_name(question: str) -> None:
    assert not uncounted(question, HOURS)


def test_another_wording_of_the_glossary_names_it_too() -> None:
    assert not uncounted("berapa tender tahun ini", "Paket lelang: 12")
    assert uncounted("berapa tender tahun ini", "Paket buku: 12")

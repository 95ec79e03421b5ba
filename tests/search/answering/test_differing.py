"""Quotes of several sources: order by what is in force, and a word about figures that differ."""

from dataclasses import replace

import pytest

from catalog.passages import Passage
from search.answering.differing import figures_differ, in_force_first
from search.results import Quote

CARD = Passage(
    *(1, "a", 1, 1, "SOP", "sop", None, None, "rak", "a.pdf", "terbuka", "disahkan", "berlaku", None),
    *(1, None, "text", None, (), 0, 9, ""),
)


def quoted(asset: int, text: str, answer: str | None, validity: str = "berlaku") -> Quote:
    """A quote that stands 100 characters into its page."""
    passage = CARD._replace(asset_id=asset, validity=validity)
    place = 100 + text.index(answer) if answer else 0
    return Quote(text, 100, 100 + len(text), passage, None, (place, place + len(answer)) if answer else None)


OLD = quoted(1, "Permohonan diproses dalam 7 hari kerja.", "7 hari kerja", "digantikan")
NEW = quoted(2, "Permohonan diselesaikan paling lama 5 (lima) hari.", "5 (lima) hari")


def test_what_is_in_force_stands_first() -> None:
    assert in_force_first([OLD, NEW]) == (NEW, OLD)
    assert in_force_first([NEW, OLD]) == (NEW, OLD)


def test_quotes_in_force_keep_their_order() -> None:
    other = quoted(3, "Diproses 5 hari.", "5 hari")
    assert in_force_first([NEW, other]) == (NEW, other)


def test_a_quote_that_only_stands_beside_the_answer_passes_none() -> None:
    beside = quoted(3, "Permohonan diajukan kepada kepala dinas.", None)
    assert in_force_first([OLD, beside]) == (OLD, beside)


def test_different_figures_of_one_thing_are_pointed_out() -> None:
    assert figures_differ([OLD, NEW])


@pytest.mark.parametrize(
    "other",
    [
        quoted(2, "Permohonan selesai dalam 7 hari.", "7 hari"),
        quoted(2, "Lampirkan 3 dokumen.", "3 dokumen"),
        quoted(2, "Diproses beberapa hari.", "beberapa hari"),
        quoted(2, "Diproses 9 hari kerja.", None),
        quoted(1, "Pengaduan diproses dalam 2 hari kerja.", "2 hari kerja"),
    ],
    ids=["the same figure", "of another thing", "no figure", "no answer", "the same asset"],
)
def test_what_does_not_differ_is_not_pointed_out(other: Quote) -> None:
    assert not figures_differ([OLD, other])


def test_amounts_without_words_are_of_one_thing() -> None:
    assert figures_differ(
        [quoted(1, "Pagu Rp5.000.000", "Rp5.000.000"), quoted(2, "Pagu Rp 6.000.000", "Rp 6.000.000")]
    )


def test_figures_of_what_names_little_in_common_with_the_question_are_of_other_things() -> None:
    archive = replace(quoted(1, "Suhu ruang arsip 25 derajat.", "25 derajat"), named=frozenset([0, 1, 2, 3]))
    pump = replace(quoted(2, "Suhu bantalan pompa 80 derajat.", "80 derajat"), named=frozenset([0, 3]))
    assert not figures_differ([archive, pump])
    assert figures_differ([archive, replace(pump, named=frozenset([0, 1, 3]))])


def test_a_sign_of_percent_is_read_as_its_word() -> None:
    assert figures_differ([quoted(1, "Bunga 1% sebulan.", "1%"), quoted(2, "Bunga 2 persen.", "2 persen")])

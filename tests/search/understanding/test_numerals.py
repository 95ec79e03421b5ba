"""Dates, amounts and numbers of questions in all their spellings."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.database import Catalog
from catalog.scope import OPERATOR
from search.understanding.glossary import load, stems
from search.understanding.numerals import numerals
from search.understanding.understand import Understood, understand
from tests.engine.shelf import shelve
from tests.search.library import searcher_of

SPELLINGS = [
    [
        "5 Maret 2026",
        "5 Maret tahun 2026",
        "05-03-2026",
        "5/3/2026",
        "05 Mar 2026",
        "2026-03-05",
        "05.03.2026",
        "5 maret 2026",
    ],
    ["17 Nopember 2025", "17 November 2025", "17/11/2025"],
    ["Rp 1.500.000", "1500000", "1,5 juta", "Rp1.500.000,00", "1,5 jt", "Rp 1,5 juta"],
    ["Rp1,25 M", "1,25 miliar", "1.250.000.000"],
    ["10 persen", "sepuluh persen", "10 % (sepuluh persen)"],
    ["0,5 persen", "0,5%"],
    ["Agustus 2024", "Agt 2024", "Ags. 2024", "agustus tahun 2024"],
    ["250 ribu", "Rp250.000", "250 rb"],
    ["dua puluh lima", "25"],
    ["triwulan III", "triwulan 3", "TW III", "TW3", "TW. III", "triwulan tiga", "triwulan ke-3"],
    ["lantai enam", "lantai 6", "lt. 6"],
    ["tahun anggaran 2024", "TA 2024", "TA. 2024", "T.A. 2024"],
    ["Nomor 12 Tahun 2017", "12/2017", "No. 12 Thn 2017"],
]


def found_by(question: Understood, written: str) -> bool:
    """Whether every group of the question has a clause whose words all stand in what is written."""
    present = set(stems(written))
    return all(any(present.issuperset(clause.terms) for clause in group) for group in question.groups)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (typed, written)
        for spellings in SPELLINGS
        for typed in spellings
        for written in spellings
        if typed != "25"  # a bare number is not asked in words
    ],
)
def test_every_spelling_is_found_by_every_other(typed: str, written: str) -> None:
    question = understand(f"{typed}", load())
    assert found_by(question, written) or set(question.exact) & set(understand(written, load()).exact)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("5/3/26", "5 Maret 2026"),
        ("5-3-26", "05/03/2026"),
        ("satu setengah miliar", "Rp1.500.000.000"),
        ("satu setengah miliar", "1,5 miliar"),
        ("setengah juta", "500 ribu"),
        ("setengah juta", "Rp500.000"),
        ("2 setengah juta", "2,5 juta"),
        ("tiga hari", "3 hari"),
        ("tiga hari", "3 (tiga) hari"),
    ],
)
def test_what_is_said_rather_than_written_finds_what_is_written(typed: str, written: str) -> None:
    assert found_by(understand(typed, load()), written)


def test_what_is_added_is_shown_and_weighs_less() -> None:
    question = understand("rapat 5 Maret 2026", load())
    added = {found.target for found in question.expansions if found.source == "5 Maret 2026"}
    assert {"05-03-2026", "5/3/2026", "05 Mar 2026"} <= added
    assert {found.kind for found in question.expansions} == {"tanggal"}
    assert all(group[0].weight == 1.0 > clause.weight for group in question.groups for clause in group[1:])


@pytest.mark.parametrize("off", ["5 Maret 2026", "semua"])
def test_what_is_added_can_be_switched_off(off: str) -> None:
    question = understand("rapat 5 Maret 2026", load(), [off])
    assert question.expansions == ()
    assert [clause.terms for group in question.groups for clause in group][-3:] == [("5",), ("maret",), ("2026",)]


@pytest.mark.parametrize(
    "typed",
    [
        "31 Februari 2026",  # no day
        "1.234.567 buah",  # no round number
        "1.3.2.05.01.05.043",  # a code
        "e-0213/HM.03.00",  # a letter's number
        "Permendagri 19/2016",  # one spelling in the index already
        "021-384 5678",
        "satu pintu",
        "5 M",  # metres, for all one knows
        "tahun 2024",
        "kelas C",
    ],
)
def test_what_has_no_other_exact_spelling_is_left_alone(typed: str) -> None:
    assert numerals(typed) == ()


@given(st.text(alphabet="0123456789 .,/-RpjutaMIVXTW:", max_size=40))
def test_any_text_is_read_and_its_finds_are_apart(text: str) -> None:
    found = numerals(text)
    assert all(one.start < one.end <= len(text) and one.others for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_a_date_in_another_spelling_is_found_in_a_paper(catalog: Catalog) -> None:
    shelve(catalog, "a.txt", ["Rapat tanggal 05-03-2026 di balai."])
    shelve(catalog, "b.txt", ["Rapat tanggal 07-04-2026 di balai."])
    result = searcher_of(catalog).search(catalog, "rapat 5 Maret 2026", OPERATOR)
    assert result.hits[0].card.path == "a.txt"
    marked = result.hits[0].passages[0]
    assert [marked.passage.text[start:end] for start, end in marked.highlights] == ["Rapat", "05-03-2026"]

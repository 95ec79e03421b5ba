"""Slips of the fingers in questions, and what is added for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import scope_of
from search.understanding.glossary import load
from search.understanding.misspellings import distance
from search.understanding.understand import Understood, understand
from tests.engine.shelf import OPEN, shelve
from tests.search.library import HIDDEN, searcher_of

KIND = "salah ketik"
letters = st.text(alphabet="abcde", max_size=7)


def added(question: Understood) -> list[tuple[str, str]]:
    return [(found.source, found.target) for found in question.expansions if found.kind == KIND]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cara penghapsuan", "penghapusan"),  # swapped
        ("kendaran dinas", "kendaraan"),  # lost
        ("laporann bulanan", "laporan"),  # added
        ("sertigikat tanah", "sertifikat"),  # the key beside
        ("pemeriskaa bangunan", "pemeriksa"),
    ],
)
def test_a_slip_is_also_asked_as_the_word_that_was_meant(typed: str, meant: str) -> None:
    assert meant in [target for _, target in added(understand(typed, load()))]


def test_what_was_typed_stays_and_weighs_most() -> None:
    question = understand("cara penghapsuan", load())
    assert question.text == "cara penghapsuan"
    group = question.groups[-1]
    assert [clause.terms for clause in group] == [("hapsu",), ("hapus",)]
    assert group[0].weight == 1.0 > group[1].weight


@pytest.mark.parametrize(
    "typed",
    [
        "siapa Penghapsuan itu",  # a name, for all one knows
        "isi PENGHAPSUAN itu",  # an abbreviation, for all one knows
        "nomor penghapsuan2",
        "e-0213/hm.03.00",
        "nik budiharto",  # personal: nothing is looked up
        "kibar kir rkbmd",  # known short forms
        "sipp",  # too short to tell
        "nasabnya",  # its word is too short for two slips
        "ijin apotik",  # spelling variants are data
    ],
)
def test_names_codes_short_forms_and_known_words_are_no_slips(typed: str) -> None:
    assert added(understand(typed, load())) == []


def test_what_is_added_for_a_slip_can_be_switched_off() -> None:
    assert added(understand("cara penghapsuan kendaran", load(), ["penghapsuan"])) == [("kendaran", "kendaraan")]
    assert added(understand("cara penghapsuan kendaran", load(), ["semua"])) == []


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("", "", 0), ("kir", "kir", 0), ("kir", "kri", 1), ("kir", "kib", 1), ("kir", "ki", 1), ("ca", "abc", 3)],
)
def test_the_distance_counts_changed_lost_added_and_swapped_letters(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 5) == slips


@given(letters, letters, st.integers(0, 3))
def test_the_distance_is_symmetric_and_capped(one: str, other: str, most: int) -> None:
    found = distance(one, other, most)
    assert found == distance(other, one, most) == min(distance(one, other, 7), most + 1)
    assert (found == 0) == (one == other)


def test_a_word_that_stands_in_what_the_viewer_sees_is_no_slip(catalog: Catalog) -> None:
    shelve(catalog, "a.txt", [f"kendaraan dinas {n}" for n in range(3)] + [f"kendaran {n}" for n in range(3)])
    question = searcher_of(catalog).understood(catalog, "kendaran dinas", scope_of("public"))
    assert added(question) == []


def test_a_slip_that_stands_in_a_paper_too_is_still_one_where_the_word_is_common(catalog: Catalog) -> None:
    shelve(catalog, "a.txt", [f"kendaraan dinas {n}" for n in range(30)] + ["kendaran dinas"])
    question = searcher_of(catalog).understood(catalog, "kendaran dinas", scope_of("public"))
    assert added(question) == [("kendaran", "kendaraan")]


def test_a_word_that_stands_nowhere_is_not_offered(catalog: Catalog) -> None:
    shelve(catalog, "a.txt", ["perkiraan biaya"])
    question = searcher_of(catalog).understood(catalog, "perkiran biaya", scope_of("public"))
    assert added(question) == [("perkiran", "perkiraan")]  # not perairan, which is as near


def test_a_name_in_a_heading_is_offered_only_to_those_who_may_see_it(catalog: Catalog) -> None:
    titled(catalog, "Panduan Sipandalu", HIDDEN)
    titled(catalog, "Panduan Pajak", OPEN)
    searcher = searcher_of(catalog)
    assert added(searcher.understood(catalog, "cara sipandlu", scope_of("BPPBJ"))) == [("sipandlu", "sipandalu")]
    assert added(searcher.understood(catalog, "cara sipandlu", scope_of("public"))) == []


def test_hidden_files_change_nothing_in_how_a_question_is_understood(catalog: Catalog) -> None:
    shelve(catalog, "a.txt", ["kendaraan dinas", "laporan bulanan"])
    searcher = searcher_of(catalog)
    asked = "kendaran dinas laporann penghapsuan sipandlu"
    before = searcher.understood(catalog, asked, scope_of("public"))
    titled(catalog, "Sipandalu kendaran laporann penghapusan", HIDDEN)
    shelve(catalog, "b.txt", [f"kendaran laporann penghapusan {n}" for n in range(30)], HIDDEN)
    assert searcher_of(catalog).understood(catalog, asked, scope_of("public")) == before


def titled(catalog: Catalog, title: str, card: Metadata) -> None:
    shelve(catalog, f"{title}.txt", ["Isi."], Metadata(**{**vars(card), "title": title}))

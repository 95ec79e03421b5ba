"""Counts of what was found: of what the viewer may see alone, adding up, and true of what a choice leaves."""

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import communities, opening
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import scope_of
from catalog.words import ACCESS, STATUS, VALIDITY
from search.as_json import search_result
from search.ranking.choice import ANY, Chosen, Options
from search.ranking.facets import NAMES, Facets
from search.results import SearchResult
from search.understanding.spoken_filters import SpokenFilter
from tests.engine.shelf import shelve
from tests.reused import reuse
from tests.search.library import searcher_of

COMMUNITIES = """
[[community]]
name = "CoP Aset"
themes = ["Hibah", "Penghapusan"]
[[community.assessment]]
level = 3
assessed_on = "2025-10-31"
assessor = "Tim"
evidence = "SK"
instrument = "1"
[[community]]
name = "CoP Arsip"
themes = ["Arsip", "Hibah"]
[[community]]
name = "CoP Kosong"
"""
NAMED = ("CoP Aset", "CoP Arsip", "CoP Kosong")
VIEWERS = (None, "public", "internal", "BPAD", "DINKES")


def card(**told: str) -> Metadata:
    return Metadata(**{"access": "terbuka", "unit": "BPAD", "status": "disahkan"} | told)


@pytest.fixture
def shelf(catalog: Catalog) -> Catalog:
    with catalog.writing():
        communities.load_toml(catalog, COMMUNITIES)
    shelve(catalog, "a", ["hibah aset", "hibah kedua"], card(community="CoP Aset", date="2025-01-02"))
    shelve(catalog, "b", ["hibah b"], card(kind="kak", unit="DINKES", date="2024-05-06", validity="digantikan"))
    shelve(catalog, "c", ["hibah c"], card(kind="kak", community="CoP Arsip", validity="berlaku"))
    shelve(catalog, "d", ["hibah rahasia"], card(kind="sk", access="terbatas", unit="BPPBJ", date="2001-01-01"))
    return catalog


def searched(catalog: Catalog, viewer: str | None = "public", chosen: Chosen = ANY) -> SearchResult:
    return searcher_of(catalog).search(catalog, "hibah", scope_of(viewer), Options(chosen, limit=100))


def told(facets: Facets, name: str) -> list[tuple[str | None, int]]:
    return [(one.value, one.count) for one in facets[name]]


def test_assets_are_counted_by_every_facet(shelf: Catalog) -> None:
    facets = searched(shelf).facets
    assert tuple(facets) == NAMES
    assert told(facets, "kind") == [("kak", 2), ("sop", 1)]
    assert told(facets, "unit") == [("BPAD", 2), ("DINKES", 1)]
    assert told(facets, "community") == [("CoP Arsip", 1), ("CoP Aset", 1), (None, 1)]
    assert told(facets, "theme") == [("Hibah", 2), ("Arsip", 1), ("Penghapusan", 1), (None, 1)]
    assert told(facets, "year") == [("2025", 1), ("2024", 1), (None, 1)]
    assert told(facets, "validity") == [("berlaku", 1), ("digantikan", 1), ("belum_dikonfirmasi", 1)]
    assert told(facets, "maturity") == [("3", 1), ("belum_dinilai", 2)]


def test_a_facet_counts_the_choices_in_the_others_and_not_its_own(shelf: Catalog) -> None:
    for chosen in (Chosen(kind="kak"), Chosen(kind="kak", validity="berlaku"), Chosen(kind="kak", unit="DINKES")):
        facets = searched(shelf, chosen=chosen).facets
        kinds = told(searched(shelf, chosen=chosen.apart_from("kind")).facets, "kind")
        assert told(facets, "kind") == kinds
    assert told(searched(shelf, chosen=Chosen(kind="kak")).facets, "unit") == [("BPAD", 1), ("DINKES", 1)]
    assert told(searched(shelf, chosen=Chosen(theme="Hibah")).facets, "theme")[0] == ("Hibah", 2)
    assert told(searched(shelf, chosen=Chosen(theme="Hibah")).facets, "kind") == [("kak", 1), ("sop", 1)]


def test_what_other_agencies_use_again_is_a_facet_where_there_is_any(catalog: Catalog) -> None:
    used = shelve(catalog, "a", ["hibah a"], card())
    shelve(catalog, "b", ["hibah b"], card())
    assert searched(catalog).facets["reused"] == ()
    reuse(catalog, used, "DINKES")
    assert told(searched(catalog).facets, "reused") == [("ya", 1), (None, 1)]
    chosen = searched(catalog, chosen=Chosen(reused="ya"))
    assert [hit.card.path for hit in chosen.hits] == ["a"]
    assert told(chosen.facets, "reused") == [("ya", 1), (None, 1)]
    assert told(chosen.facets, "kind") == [("sop", 1)]


@pytest.mark.parametrize(
    ("chosen", "paths"),
    [
        (Chosen(theme="Hibah"), {"a", "c"}),
        (Chosen(theme="Hibah", maturity="3"), {"a"}),
        (Chosen(maturity="belum_dinilai"), {"b", "c"}),
        (Chosen(community="CoP Aset"), {"a"}),
        (Chosen(community="CoP Arsip", theme="Hibah"), {"c"}),
        (Chosen(community="CoP Arsip", maturity="3"), set()),
        (Chosen(community="CoP yang tidak ada"), set()),
        (Chosen(validity="digantikan"), {"b"}),
        (Chosen(year=range(2024, 2025), validity="digantikan"), {"b"}),
        (Chosen(year=range(2023, 2026)), {"a", "b"}),
        (Chosen(in_force=True), {"a", "c"}),
        (Chosen(in_force=False), {"b"}),
        (Chosen(theme="Tema yang tidak ada"), set()),
    ],
)
def test_a_choice_narrows_the_hits(shelf: Catalog, chosen: Chosen, paths: set[str]) -> None:
    assert {hit.card.path for hit in searched(shelf, chosen=chosen).hits} == paths


def test_without_an_assessment_there_is_no_facet_of_maturity(catalog: Catalog) -> None:
    shelve(catalog, "a", ["hibah"], card(community="CoP Kosong"))
    assert searched(catalog).facets["maturity"] == ()


def test_a_validity_that_is_chosen_stands_before_the_one_that_the_question_names(shelf: Catalog) -> None:
    searcher, text = searcher_of(shelf), "SOP hibah yang masih berlaku"
    named = searcher.search(shelf, text, scope_of("public"))
    assert told(named.facets, "kind") == [("kak", 1), ("sop", 1)]
    options = Options(Chosen(kind="kak", validity="digantikan"))
    assert [hit.card.path for hit in searcher.search(shelf, text, scope_of("public"), options).hits] == ["b"]


def test_a_community_that_the_question_names_narrows_the_hits_and_can_be_let_go(shelf: Catalog) -> None:
    searcher, text = searcher_of(shelf), "dokumen komunitas aset tentang hibah"
    named = searcher.search(shelf, text, scope_of("public"))
    assert [hit.card.path for hit in named.hits] == ["a"]
    assert named.understood.filters == (SpokenFilter("community", "CoP Aset", "komunitas aset", applied=True),)
    assert told(named.facets, "community") == [("CoP Arsip", 1), ("CoP Aset", 1), (None, 1)]
    let_go = searcher.search(shelf, text, scope_of("public"), Options(ignored=("community",)))
    assert {hit.card.path for hit in let_go.hits} == {"a", "b", "c"}


def test_codes_are_told_with_what_they_stand_for(shelf: Catalog) -> None:
    document = search_result(searched(shelf))
    assert document["facets"]["kind"][0] == {"value": "kak", "count": 2}
    assert document["facets"]["unit"][0]["label"] == "Badan Pengelolaan Aset Daerah"
    assert document["facets"]["maturity"][0] == {"value": "3", "count": 1, "label": "Terstandar"}
    assert document["facets"]["year"][-1] == {"value": None, "count": 1}


@dataclass(frozen=True)
class Paper:
    """An asset; None is what nobody said."""

    access: str | None
    unit: str | None
    status: str
    kind: str
    community: str | None
    validity: str
    date: str | None


PAPERS = st.builds(
    Paper,
    st.sampled_from((None, *ACCESS)),
    st.sampled_from((None, "BPAD", "DINKES")),
    st.sampled_from(STATUS),
    st.sampled_from(("sop", "kak", "kib")),
    st.sampled_from((None, *NAMED)),
    st.sampled_from(VALIDITY),
    st.sampled_from((None, "2024-01-01", "2025-12-31")),
)
CHOICES = st.builds(
    Chosen,
    st.sampled_from((None, "sop", "kak")),
    st.sampled_from((None, "BPAD")),
    st.sampled_from((None, range(2024, 2025), range(2024, 2026))),
    st.sampled_from((None, "Hibah")),
    st.sampled_from((None, "berlaku")),
    st.sampled_from((None, "3", "belum_dinilai")),
    reused=st.sampled_from((None, "ya")),
    community=st.sampled_from((None, "CoP Aset")),
)


@settings(max_examples=22, deadline=None)
@given(st.lists(PAPERS, min_size=1, max_size=7), CHOICES)
def test_no_count_is_of_a_hidden_asset_and_counts_add_up(papers: list[Paper], chosen: Chosen) -> None:
    with tempfile.TemporaryDirectory() as folder:
        catalog = opening.create(Path(folder))
        with catalog.writing():
            communities.load_toml(catalog, COMMUNITIES)
        for number, paper in enumerate(papers):
            made = shelve(catalog, f"{number}", [f"hibah {number}", f"aset {number}"], Metadata(**paper.__dict__))
            if number % 3 == 0:
                reuse(catalog, made, "DLH")
        for viewer in VIEWERS:
            assert_counts(catalog, viewer, chosen)
        catalog.close()


def assert_counts(catalog: Catalog, viewer: str | None, chosen: Chosen) -> None:
    """Each facet's counts are those of the hits that the same viewer gets when nothing is chosen in it."""
    searcher, scope = searcher_of(catalog), scope_of(viewer)

    @cache
    def found(wanted: Chosen) -> SearchResult:
        return searcher.search(catalog, "hibah", scope, Options(wanted, limit=100))

    facets = found(chosen).facets
    for name in NAMES:
        cards = [hit.card for hit in found(chosen.apart_from(name)).hits]
        counts = dict(told(facets, name))
        if name == "theme":
            assert max(counts.values(), default=0) <= len(cards) <= sum(counts.values())
        elif name in ("maturity", "reused"):
            assert sum(counts.values()) in (len(cards), 0)
        else:
            assert sum(counts.values()) == len(cards)
        for value, count in counts.items():
            if name in ("kind", "unit", "validity", "community"):
                assert count == sum(getattr(card, name) == value for card in cards)

"""Suggestions while somebody types."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import metadata, opening, storing
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import scope_of
from search.opening import open_words
from search.suggestions import MOST, Suggestion, suggest
from tests.engine.shelf import OPEN, engine_of, key
from tests.search.library import HIDDEN

SEEN = ("SOP Peminjaman Kendaraan Dinas", "Kendaraan Dinas Operasional", "Café Balai Kota", "Laporan 100% selesai")
HEADINGS = ("Bab II Pemeliharaan Kendaraan", "Tata Cara Pemusnahan")
UNSEEN = ("SOP Pemindahan Kendaraan Rahasia", "Kendaraan Sitaan Café")
UNSEEN_HEADINGS = ("Bab IX Kendaraan Sitaan", "Tata Cara Pemindahan Rahasia")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    catalog = opening.create(tmp_path_factory.mktemp("saran") / Path("data"))
    for title in SEEN:
        put(catalog, title, HEADINGS, OPEN)
    for title in UNSEEN:
        put(catalog, title, UNSEEN_HEADINGS, HIDDEN)
    put(catalog, "Kendaraan Konsep", UNSEEN_HEADINGS, Metadata(access="terbuka", unit="BPAD", status="draf"))
    engine_of(catalog).publish(catalog)
    yield catalog
    catalog.close()


def put(catalog: Catalog, title: str, headings: tuple[str, ...], card: Metadata) -> None:
    """Store an asset of one passage under each heading."""
    text = "isi"
    pieces = tuple(storing.NewPassage(0, "text", None, (heading,), 0, 3, text, key(text)) for heading in headings)
    pages = (storing.NewPage(1, None, "text", 1.0, text),)
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "rak"), title)
        storing.add_version(
            catalog, asset, storing.NewVersion("0" * 64, 1, "text/plain", title, "sop", {}, pages, pieces)
        )
        metadata.apply(catalog, asset, card)


def suggested(catalog: Catalog, text: str, viewer: str | None = "public", kind: str = "") -> list[str]:
    found = suggest(catalog, open_words(catalog), text, scope_of(viewer))
    return [one.text for one in found if kind in ("", one.kind)]


def test_what_the_typed_text_begins_stands_first_then_beginnings_of_words(library: Catalog) -> None:
    assert suggested(library, "kendaraan", kind="judul") == [
        "Kendaraan Dinas Operasional",
        "SOP Peminjaman Kendaraan Dinas",
    ]


def test_words_match_within_a_word_and_in_any_order(library: Catalog) -> None:
    assert suggested(library, "dinas minjam", kind="judul") == ["SOP Peminjaman Kendaraan Dinas"]


@pytest.mark.parametrize("typed", ["cafe b", "CAFÉ B", "café  b"])
def test_case_accents_and_spaces_make_no_difference(library: Catalog, typed: str) -> None:
    assert suggested(library, typed, kind="judul") == ["Café Balai Kota"]


@pytest.mark.parametrize("typed", ["pemelih", "bab ii pem", "pemeliharaan kendar"])
def test_headings_are_suggested_as_their_words_are_begun(library: Catalog, typed: str) -> None:
    assert HEADINGS[0] in suggested(library, typed, kind="bagian")


def test_terms_are_suggested_by_their_short_and_long_forms(library: Catalog) -> None:
    assert "Kerangka Acuan Kerja" in suggested(library, "kerangka ac", kind="istilah")
    assert suggested(library, "kak", kind="istilah")[0] == "Kerangka Acuan Kerja"


def test_agencies_are_suggested_by_name_code_and_what_people_call_them(library: Catalog) -> None:
    for typed in ("dinas keseh", "dinkes"):
        assert suggested(library, typed, kind="perangkat daerah")[0] == "Dinas Kesehatan"


def test_there_are_at_most_eight_and_none_twice(library: Catalog) -> None:
    found = suggested(library, "da", None)
    assert len(found) == MOST == len(set(found))


@pytest.mark.parametrize("typed", ["", "  ", "?!", "%", "_", "k", "zzzz"])
def test_nothing_is_suggested_for_what_nothing_holds(library: Catalog, typed: str) -> None:
    assert suggested(library, typed) == []


@pytest.mark.parametrize("typed", ["laporan 100%", "laporan_100", "lap%100"])
def test_signs_part_words_and_are_no_patterns(library: Catalog, typed: str) -> None:
    assert suggested(library, typed, kind="judul") == ["Laporan 100% selesai"]


def test_whoever_may_see_a_file_has_its_title_and_headings_suggested(library: Catalog) -> None:
    assert set(UNSEEN) <= set(suggested(library, "kendaraan", "BPPBJ")) | set(suggested(library, "sitaan", "BPPBJ"))
    assert UNSEEN_HEADINGS[0] in suggested(library, "sitaan", "BPPBJ")
    assert "Kendaraan Konsep" in suggested(library, "kendaraan kons", None)


pieces = st.sampled_from([*SEEN, *UNSEEN, *HEADINGS, *UNSEEN_HEADINGS, "Kendaraan Konsep"]).flatmap(
    lambda text: st.tuples(st.integers(0, len(text)), st.integers(1, 20)).map(lambda cut: text[cut[0] :][: cut[1]])
)


@settings(max_examples=150)
@given(st.lists(pieces, min_size=1, max_size=3).map(" ".join), st.sampled_from(["public", "internal", "DINKES"]))
def test_no_suggestion_is_of_a_file_that_the_viewer_may_not_see(library: Catalog, typed: str, viewer: str) -> None:
    hidden = {*UNSEEN, *UNSEEN_HEADINGS, "Kendaraan Konsep"}
    assert not hidden & set(suggested(library, typed, viewer))


def test_without_an_index_of_words_titles_are_suggested_all_the_same(catalog: Catalog) -> None:
    put(catalog, "Kendaraan", (), OPEN)
    assert suggest(catalog, open_words(catalog), "kendar", scope_of("public"))[0] == Suggestion("Kendaraan", "judul")

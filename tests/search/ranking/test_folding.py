"""Copies of one paper become one hit, within what the viewer may see, and nothing is lost."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import opening, parts, storing
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import scope_of
from search import as_json
from search.ranking.choice import Options
from search.ranking.folding import folded
from search.ranking.found import Found
from search.results import Hit
from search.understanding.understand import understand
from tests.engine.shelf import OPEN, describe, drop, key, shelve
from tests.search.library import HIDDEN, searcher_of

HIBAH = (
    "Hibah aset daerah dicatat oleh pengurus barang dalam buku inventaris setelah naskah perjanjian hibah "
    "ditandatangani kedua pihak dan berita acara serah terima disimpan bersama dokumen kepemilikan."
)
PAJAK = (
    "Pajak bumi dan bangunan dibayar wajib pajak melalui bank persepsi, lalu petugas mencocokkan bukti setor "
    "dengan daftar himpunan ketetapan sebelum piutang hibah dihapus dari buku besar pendapatan."
)


def hits(catalog: Catalog, viewer: str | None = None, limit: int = 10) -> tuple[Hit, ...]:
    return searcher_of(catalog).search(catalog, "hibah dicatat", scope_of(viewer), Options(limit=limit)).hits


def paths(hit: Hit) -> list[str]:
    return [card.path for card in (hit.card, *hit.copies)]


def test_a_copy_stands_under_the_hit_with_its_card(catalog: Catalog) -> None:
    shelve(catalog, "asli.txt", [HIBAH])
    shelve(catalog, "salinan.txt", [HIBAH.replace(" ", "\n")])
    shelve(catalog, "lain.txt", [PAJAK])
    first, second = hits(catalog)
    assert paths(first) == ["asli.txt", "salinan.txt"]
    assert paths(second) == ["lain.txt"]
    told = as_json.hit(first)
    assert told["duplicates"] == [first.copies[0].asset]
    assert [(copy["path"], copy["status"], copy["unit"]) for copy in told["copies"]] == [
        ("salinan.txt", "disahkan", "BPAD")
    ]
    assert as_json.hit(second)["duplicates"] == []


def test_the_limit_counts_hits_and_what_is_folded_makes_room(catalog: Catalog) -> None:
    for number in range(3):
        shelve(catalog, f"{number}.txt", [HIBAH])
    shelve(catalog, "lain.txt", [PAJAK])
    found = hits(catalog, limit=2)
    assert [len(paths(hit)) for hit in found] == [3, 1]
    assert [hit.rank for hit in found] == [1, 2]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"status": "disahkan"}, {"status": "draf", "date": "2026-01-01"}),
        ({"validity": "berlaku"}, {"validity": "digantikan", "date": "2026-01-01"}),
        ({"date": "2025-03-01"}, {"date": "2024-03-01"}),
    ],
)
def test_what_is_approved_in_force_and_newer_stands_first(
    catalog: Catalog, better: dict[str, str], worse: dict[str, str]
) -> None:
    for path, said in (("a.txt", worse), ("b.txt", better), ("c.txt", worse)):
        shelve(catalog, path, [HIBAH], Metadata(**{"access": "terbuka", "unit": "BPAD", "status": "disahkan"} | said))
    (hit,) = hits(catalog)
    assert paths(hit) == ["b.txt", "a.txt", "c.txt"]


@pytest.mark.parametrize("names", [("daftar.xls", "daftar.xlsx"), ("daftar.xlsx", "daftar.xls")])
def test_of_equal_copies_the_one_of_today_s_format_stands_first_whichever_came_first(
    catalog: Catalog, names: tuple[str, str]
) -> None:
    for name in names:
        shelve(catalog, name, [HIBAH])
    (hit,) = hits(catalog)
    assert paths(hit) == ["daftar.xlsx", "daftar.xls"]


def test_the_hit_has_the_score_and_place_of_the_best_of_its_copies(catalog: Catalog) -> None:
    approved = replace(OPEN, title="Naskah yang lain judulnya")
    shelve(catalog, "draf.txt", [HIBAH], replace(OPEN, title="hibah dicatat", status="draf"))
    shelve(catalog, "sah.txt", [HIBAH], approved)
    (hit,) = hits(catalog)
    assert paths(hit) == ["sah.txt", "draf.txt"]
    assert hit.score == 1.0 or hit.score > hit.passages[0].score


def test_a_copy_that_the_viewer_may_not_see_is_neither_shown_nor_counted(catalog: Catalog) -> None:
    shelve(catalog, "buka.txt", [HIBAH])
    shelve(catalog, "tutup.txt", [HIBAH], replace(HIDDEN, validity="berlaku", date="2026-01-01"))
    assert [paths(hit) for hit in hits(catalog, "public")] == [["buka.txt"]]
    assert [paths(hit) for hit in hits(catalog, "BPPBJ")] == [["tutup.txt", "buka.txt"]]


def test_papers_of_one_template_with_other_figures_are_hits_of_their_own(catalog: Catalog) -> None:
    for year in (2024, 2025):
        shelve(catalog, f"{year}.txt", [f"{HIBAH} {PAJAK} Tahun anggaran {year}."])
    assert [len(paths(hit)) for hit in hits(catalog)] == [1, 1]


def test_the_same_bytes_are_one_paper_however_they_were_read(catalog: Catalog) -> None:
    for path, text in (("a.pdf", HIBAH), ("b.pdf", HIBAH.replace("naskah", "tiga"))):
        with catalog.writing():
            asset = storing.add_asset(catalog, storing.source_id(catalog, "rak"), path)
            page = storing.NewPage(1, None, "text", 1.0, text)
            passage = storing.NewPassage(0, "text", None, (), 0, len(text), text, None)
            storing.add_version(
                catalog, asset, storing.NewVersion("0" * 64, 1, "x/y", "Judul", "sop", {}, (page,), (passage,))
            )
        describe(catalog, asset, OPEN)
    assert [paths(hit) for hit in hits(catalog)] == [["a.pdf", "b.pdf"]]


def test_the_parts_of_one_file_are_no_copies_of_one_another(catalog: Catalog) -> None:
    texts = [f"hibah dicatat {word}" for word in ("satu", "dua")]
    pages = tuple(storing.NewPage(n, None, "text", 1.0, text) for n, text in enumerate(texts, 1))
    pieces = tuple(storing.NewPassage(n, "text", None, (), 0, len(t), t, None) for n, t in enumerate(texts))
    bound = tuple(parts.NewPart(n, n, f"SOP {n}", "sop", {}) for n in (1, 2))
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "rak"), "buku.pdf")
        storing.add_version(
            catalog, asset, storing.NewVersion("0" * 64, 1, "x/y", "Buku", "sop", {}, pages, pieces, parts=bound)
        )
    describe(catalog, asset, OPEN)
    assert [hit.copies for hit in hits(catalog)] == [(), ()]


def test_papers_with_a_page_that_could_not_be_read_are_no_copies(catalog: Catalog) -> None:
    for path in ("a.pdf", "b.pdf"):
        pages = (storing.NewPage(1, None, "text", 1.0, HIBAH), storing.NewPage(2, None, "needs_ocr", 0.0, ""))
        passage = storing.NewPassage(0, "text", None, (), 0, len(HIBAH), HIBAH, None)
        with catalog.writing():
            asset = storing.add_asset(catalog, storing.source_id(catalog, "rak"), path)
            new = storing.NewVersion(key(path).hex(), 1, "x/y", "Judul", "sop", {}, pages, (passage,))
            storing.add_version(catalog, asset, new)
        describe(catalog, asset, OPEN)
    assert [hit.copies for hit in hits(catalog)] == [(), ()]


def test_a_dropped_copy_is_gone(catalog: Catalog) -> None:
    shelve(catalog, "asli.txt", [HIBAH])
    copy = shelve(catalog, "salinan.txt", [HIBAH])
    assert [len(paths(hit)) for hit in hits(catalog)] == [2]
    drop(catalog, copy)
    assert [paths(hit) for hit in hits(catalog)] == [["asli.txt"]]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Catalog, dict[str | None, Found]]]:
    """Give a shelf of papers and copies under several rights, and what each viewer finds there."""
    catalog = opening.create(tmp_path_factory.mktemp("rak") / "data")
    for number, text in enumerate([HIBAH, PAJAK, HIBAH.upper(), f"{HIBAH} {PAJAK}", HIBAH, PAJAK, f"{HIBAH} 2024"]):
        shelve(catalog, f"{number}.txt", [text, f"hibah lampiran {number}"], HIDDEN if number % 3 == 2 else OPEN)
    searcher = searcher_of(catalog)
    question = understand("hibah dicatat pajak", searcher.glossary)
    with catalog.reading():
        found = {viewer: searcher.narrowed(catalog, question, scope_of(viewer)) for viewer in (None, "public", "BPPBJ")}
    yield catalog, found
    catalog.close()


def assets_of(found: Found) -> set[str]:
    return {found.passages[scored.passage].asset for scored in found.ranking}


@settings(max_examples=60)
@given(data=st.data())
def test_folding_loses_no_asset_and_folds_its_own_hits_no_further(
    shelf: tuple[Catalog, dict[str | None, Found]], data: st.DataObject
) -> None:
    catalog, of_viewer = shelf
    found = of_viewer[data.draw(st.sampled_from([None, "public", "BPPBJ"]))]
    kept = data.draw(st.sets(st.sampled_from(found.ranking)))
    found = replace(found, ranking=tuple(scored for scored in found.ranking if scored in kept))
    groups = folded(catalog, found, 100)
    placed = [found.passages[own[0].passage].asset for group in groups for own in group]
    assert sorted(placed) == sorted(assets_of(found))
    heads = {found.passages[group[0][0].passage].asset for group in groups}
    left = tuple(scored for scored in found.ranking if found.passages[scored.passage].asset in heads)
    assert all(len(group) == 1 for group in folded(catalog, replace(found, ranking=left), 100))


def test_folding_never_crosses_the_scope(shelf: tuple[Catalog, dict[str | None, Found]]) -> None:
    catalog, of_viewer = shelf
    with catalog.reading():
        seen = {
            viewer: {found.passages[own[0].passage].path for group in folded(catalog, found, 100) for own in group}
            for viewer, found in of_viewer.items()
        }
    hidden = {"2.txt", "5.txt"}
    assert not seen["public"] & hidden
    assert seen[None] == seen["BPPBJ"] == seen["public"] | hidden

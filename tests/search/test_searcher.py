"""From a question to hits, through the real indexes."""

from collections.abc import Sequence
from threading import Event
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from catalog import metadata, storing, vectors
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, scope_of
from embedding.embedder import Embedder
from engine.lexical import LexicalIndex
from engine.query import Request, Scored
from search.ranking.choice import Chosen, Options
from search.understanding.understand import QuestionError
from tests.engine.shelf import MODEL, OPEN, drop, key, shelve, vector
from tests.search.library import HIDDEN, searcher_of


def test_a_hit_is_an_asset_with_its_best_passages_first(catalog: Catalog) -> None:
    texts = ["Hibah dicatat dalam buku.", "Sewa aset daerah.", "Hibah hibah dicatat pengurus barang setiap bulan."]
    shelve(catalog, "hibah.txt", texts)
    shelve(catalog, "pajak.txt", ["Pajak dibayar tiap tahun."])
    hits = searcher_of(catalog).search(catalog, "bagaimana hibah dicatat", OPERATOR).hits
    assert [hit.card.path for hit in hits] == ["hibah.txt", "pajak.txt"]
    assert 1 <= len(hits[0].passages) <= 3
    scores = [passage.score for passage in hits[0].passages]
    assert scores == sorted(scores, reverse=True)
    assert hits[0].score == scores[0]


def test_hits_stand_in_the_order_of_their_scores_and_ranks(catalog: Catalog) -> None:
    for number in range(6):
        shelve(catalog, f"{number}.txt", [f"Hibah {'aset ' * number}nomor {number}"])
    hits = searcher_of(catalog).search(catalog, "hibah aset", OPERATOR).hits
    assert [hit.rank for hit in hits] == list(range(1, 7))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_the_limit_counts_assets(catalog: Catalog) -> None:
    for number in range(5):
        shelve(catalog, f"{number}.txt", ["hibah satu", "hibah dua"])
    assert len(searcher_of(catalog).search(catalog, "hibah", OPERATOR, Options(limit=2)).hits) == 2


def test_highlights_are_the_words_found_counted_from_the_passage(catalog: Catalog) -> None:
    shelve(catalog, "a.txt", ["Pencatatan aset hibah oleh pengurus."])
    passage = searcher_of(catalog).search(catalog, "hibah dicatat", OPERATOR).hits[0].passages[0]
    marked = [passage.passage.text[start:end] for start, end in passage.highlights]
    assert marked == ["Pencatatan", "hibah"]


def test_an_abbreviation_finds_its_long_form(catalog: Catalog) -> None:
    shelve(catalog, "a.txt", ["Kerangka acuan kerja jasa konsultansi."])
    shelve(catalog, "b.txt", ["Kerangka baja gedung, acuan harga dan pekerjaan lain."])
    assert searcher_of(catalog).search(catalog, "TOR", OPERATOR).hits[0].card.path == "a.txt"


def test_what_a_viewer_may_not_see_is_no_hit(catalog: Catalog) -> None:
    shelve(catalog, "buka.txt", ["hibah terbuka"])
    shelve(catalog, "tutup.txt", ["hibah tertutup"], HIDDEN)
    searcher = searcher_of(catalog)

    def seen(viewer: str | None) -> set[str]:
        return {hit.card.path for hit in searcher.search(catalog, "hibah", scope_of(viewer)).hits}

    assert seen("public") == {"buka.txt"}
    assert seen("BPPBJ") == {"buka.txt", "tutup.txt"}
    assert seen(None) == {"buka.txt", "tutup.txt"}


def test_what_was_dropped_since_the_indexes_were_published_is_no_hit(catalog: Catalog) -> None:
    gone = shelve(catalog, "a.txt", ["hibah lama"])
    searcher = searcher_of(catalog)
    drop(catalog, gone)
    assert searcher.search(catalog, "hibah", OPERATOR).hits == ()


def test_filters_narrow_the_hits(catalog: Catalog) -> None:
    shelve(catalog, "a.txt", ["hibah bpad"])
    shelve(catalog, "b.txt", ["hibah dinas"], Metadata(access="terbuka", unit="DINKES", status="disahkan"))
    hits = searcher_of(catalog).search(catalog, "hibah", OPERATOR, Options(Chosen(unit="DINKES"))).hits
    assert [hit.card.path for hit in hits] == ["b.txt"]


def test_an_empty_catalog_has_no_hits(catalog: Catalog) -> None:
    assert searcher_of(catalog).search(catalog, "hibah", OPERATOR).hits == ()


def test_an_empty_question_is_refused(catalog: Catalog) -> None:
    with pytest.raises(QuestionError):
        searcher_of(catalog).search(catalog, "  ", OPERATOR)


@pytest.mark.parametrize("side", ["hybrid", "lexical", "dense"])
def test_ranked_gives_each_asset_once_by_its_best_passage(catalog: Catalog, side: str) -> None:
    shelve(catalog, "a.txt", ["hibah satu", "hibah hibah dua"])
    shelve(catalog, "b.txt", ["hibah pajak air"])
    found = searcher_of(catalog).ranked(catalog, "hibah", OPERATOR, side=side)
    assert [passage.path for passage, _ in found] == ["a.txt", "b.txt"]
    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)


def test_a_code_is_found_in_its_row(catalog: Catalog) -> None:
    rows = [f"1.3.2.10.01.02.00{number} | PC Unit | Baik" for number in range(1, 6)]
    sheet = "\n".join(rows)
    starts = [sheet.index(row) for row in rows]
    pieces = [storing.NewPassage(0, "text", None, (), 0, len(sheet), sheet, key(sheet))]
    pieces += [
        storing.NewPassage(0, "row", number, (), start, start + len(row), row, None)
        for number, (row, start) in enumerate(zip(rows, starts, strict=True), start=2)
    ]
    page = storing.NewPage(None, "KIB B", "text", 1.0, sheet)
    version = storing.NewVersion(key(sheet).hex(), 1, "text/csv", "KIB", "kib", {}, (page,), tuple(pieces))
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "rak"), "kib.xlsx")
        storing.add_version(catalog, asset, version)
        vectors.put(catalog, MODEL, [key(sheet)], np.array([vector(sheet)], np.float32))
        metadata.apply(catalog, asset, OPEN)
    shelve(catalog, "lain.txt", ["hibah pajak"])
    hit = searcher_of(catalog).search(catalog, "1.3.2.10.01.02.003", OPERATOR).hits[0]
    assert (hit.card.path, hit.passages[0].passage.row) == ("kib.xlsx", 4)


def test_filters_that_the_question_names_narrow_the_hits_and_are_told(catalog: Catalog) -> None:
    shelve(catalog, "a.txt", ["SOP hibah bpad"])
    shelve(catalog, "b.txt", ["SOP hibah dinas"], Metadata(access="terbuka", unit="DINKES", status="disahkan"))
    searcher = searcher_of(catalog)
    result = searcher.search(catalog, "SOP hibah milik Dinkes", OPERATOR)
    assert [hit.card.path for hit in result.hits] == ["b.txt"]
    assert [(f.name, f.value, f.applied) for f in result.understood.filters] == [
        ("kind", "sop", True),
        ("unit", "DINKES", True),
    ]
    assert len(searcher.search(catalog, "SOP hibah milik Dinkes", OPERATOR, Options(ignored=["unit"])).hits) == 2


def test_filters_that_leave_nothing_are_offered_and_not_applied(catalog: Catalog) -> None:
    shelve(catalog, "a.txt", ["SOP hibah bpad"])
    result = searcher_of(catalog).search(catalog, "SOP hibah milik Bapenda", OPERATOR)
    assert [hit.card.path for hit in result.hits] == ["a.txt"]
    assert not any(found.applied for found in result.understood.filters)


def test_a_filter_that_was_given_stands_before_the_one_that_the_question_names(catalog: Catalog) -> None:
    shelve(catalog, "a.txt", ["SOP hibah bpad"])
    result = searcher_of(catalog).search(catalog, "SOP milik Bapenda", OPERATOR, Options(Chosen(unit="BPAD")))
    assert [hit.card.path for hit in result.hits] == ["a.txt"]
    assert [found.name for found in result.understood.filters if found.applied] == ["kind"]


def test_what_is_in_force_leaves_out_what_is_known_not_to_be(catalog: Catalog) -> None:
    for path, validity in (("baru.txt", "berlaku"), ("lama.txt", "digantikan"), ("entah.txt", "belum_dikonfirmasi")):
        card = Metadata(access="terbuka", unit="BPAD", status="disahkan", validity=validity)
        shelve(catalog, path, [f"SOP hibah {path}"], card)
    hits = searcher_of(catalog).search(catalog, "SOP hibah yang masih berlaku", OPERATOR).hits
    assert {hit.card.path for hit in hits} == {"baru.txt", "entah.txt"}


def test_a_question_that_is_asked_again_is_not_embedded_again_and_finds_what_is_new(catalog: Catalog) -> None:
    shelve(catalog, "hibah.txt", ["Hibah dicatat dalam buku."])
    searcher, asked = searcher_of(catalog), list[str]()
    embed = searcher.embedder.embed_queries

    class Told:
        def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
            asked.extend(texts)
            return embed(texts)

    searcher.embedder = cast(Embedder, Told())
    first = searcher.search(catalog, "hibah", OPERATOR).hits
    shelve(catalog, "lain.txt", ["Hibah dari pihak ketiga."])
    searcher.engine.publish(catalog)
    again = searcher.search(catalog, "hibah", OPERATOR).hits
    assert (len(first), len(again), asked) == (1, 2, ["hibah"])


def test_words_are_looked_for_while_the_model_embeds_the_question(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelve(catalog, "hibah.txt", ["Hibah dicatat dalam buku."])
    searcher = searcher_of(catalog)
    looked_for = Event()
    search, embed = LexicalIndex.search, searcher.embedder.embed_queries

    def looking(index: LexicalIndex, catalog: Catalog, request: Request) -> tuple[Scored, ...]:
        found = search(index, catalog, request)
        looked_for.set()
        return found

    class Slow:
        def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
            assert looked_for.wait(timeout=30)
            return embed(texts)

    monkeypatch.setattr(LexicalIndex, "search", looking)
    searcher.embedder = cast(Embedder, Slow())
    assert [hit.card.path for hit in searcher.search(catalog, "hibah", OPERATOR).hits] == ["hibah.txt"]


def test_what_goes_wrong_while_the_model_embeds_is_raised_to_who_asked(catalog: Catalog) -> None:
    shelve(catalog, "hibah.txt", ["Hibah dicatat dalam buku."])
    searcher = searcher_of(catalog)

    class Broken:
        def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
            raise MemoryError

    searcher.embedder = cast(Embedder, Broken())
    with pytest.raises(MemoryError):
        searcher.search(catalog, "hibah", OPERATOR)

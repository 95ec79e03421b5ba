"""Which passages of real papers come first: those that tell what is asked, not those that name the paper."""

import pytest

from catalog.database import Catalog
from catalog.scope import OPERATOR
from search.ranking.within import in_order_of_papers, names_of, within
from tests.engine.shelf import shelve
from tests.search.library import searcher_of

COVER = "Laporan kinerja dinas kominfo wonosobo tahun 2019. Laporan kinerja dinas kominfo wonosobo."
INSIDE = ["Kata pengantar laporan kinerja.", "Dinas memasang enam kamera.", "Anggaran dinas diserap penuh."]
QUESTION = "berapa kamera yang dipasang kominfo wonosobo?"


@pytest.fixture
def papers(catalog: Catalog) -> Catalog:
    shelve(catalog, "kinerja.pdf", [COVER, *INSIDE])
    shelve(catalog, "kominfo.pdf", ["Dinas kominfo wonosobo menerima tamu.", "Tamu dicatat."])
    return catalog


def test_the_opening_names_a_paper(papers: Catalog) -> None:
    searcher = searcher_of(papers)
    with papers.reading():
        found = searcher.narrowed(papers, searcher.understood(papers, QUESTION, OPERATOR), OPERATOR)
        own = next(one for one in found.passages.values() if one.path == "kinerja.pdf")
        assert {"wonosobo", "lapor"} <= names_of(papers, own)
        assert "kamera" not in names_of(papers, own)


def test_a_paper_shows_the_page_that_tells_not_its_cover(papers: Catalog) -> None:
    hit = searcher_of(papers).search(papers, QUESTION, OPERATOR).hits[0]
    assert (hit.card.path, hit.card.page) == ("kinerja.pdf", 3)


def test_papers_keep_their_places_and_fill_them_with_what_tells_most(papers: Catalog) -> None:
    searcher = searcher_of(papers)
    with papers.reading():
        found = searcher.narrowed(papers, searcher.understood(papers, QUESTION, OPERATOR), OPERATOR)
        first = in_order_of_papers(papers, found, 4)
        of_paper = [found.passages[hit.passage].path for hit in found.ranking[:4]]
        assert [found.passages[hit.passage].path for hit in first] == of_paper
        own = [hit for hit in found.ranking if found.passages[hit.passage].path == "kinerja.pdf"]
        shown = [hit for hit in first if found.passages[hit.passage].path == "kinerja.pdf"]
        assert shown == within(papers, found, own)[: len(shown)]
        assert len({hit.passage for hit in first}) == len(first)

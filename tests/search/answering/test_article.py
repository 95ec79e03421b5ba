"""Articles that are asked for by their number, read by the bundled model."""

from collections.abc import Iterator

import pytest

from catalog import opening
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.scope import OPERATOR, scope_of
from embedding import embedder
from search.answer import ask
from search.searcher import Searcher
from tests.engine.shelf import OPEN
from tests.search.library import read_in_pages, reader_of

ARCHIVES = [
    "UNDANG-UNDANG\nNOMOR 7 TAHUN 2011\nTENTANG\nKEARSIPAN DESA\nPasal 1\nArsip adalah rekaman kegiatan desa.\n"
    "Pasal 2\nPengurus dilarang:\na. meminjamkan arsip; atau\nb. memusnahkan arsip.\n"
    "Pasal 3\n(1) Denda paling banyak Rp500.000.\n",
    "(2) Denda disetorkan ke kas desa.\nPasal 4\nUndang-undang ini mulai berlaku pada tanggal diundangkan.",
]
MARKETS = [
    "UNDANG-UNDANG\nNOMOR 8 TAHUN 2012\nTENTANG\nPASAR DESA\nPasal 2\nPedagang dilarang berjualan di jalan desa."
]


def law(title: str) -> Metadata:
    return Metadata(title=title).over(OPEN)


@pytest.fixture(scope="module")
def laws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Catalog, Searcher]]:
    catalog = opening.create(tmp_path_factory.mktemp("laws"))
    model = embedder.load(threads=1)
    archives, markets = (
        "UNDANG-UNDANG NOMOR 7 TAHUN 2011 TENTANG KEARSIPAN DESA",
        "UU NOMOR 8 TAHUN 2012 TENTANG PASAR DESA",
    )
    read_in_pages(catalog, model, "a.pdf", ARCHIVES, {}, law(archives))
    read_in_pages(catalog, model, "b.pdf", MARKETS, {}, law(markets))
    yield catalog, reader_of(catalog, model)
    catalog.close()


def quoted(laws: tuple[Catalog, Searcher], question: str, viewer: str | None = "operator") -> list[str]:
    scope = OPERATOR if viewer == "operator" else scope_of(viewer)
    given = ask(laws[1], laws[0], question, scope)
    return [quote.text for quote in given.quotes] if given.answered else []


@pytest.mark.parametrize("question", ["apa bunyi pasal 2 UU 7 tahun 2011", "isi psl 2 UU kearsipan desa"])
def test_an_article_is_quoted_as_it_stands_and_nothing_else(laws: tuple[Catalog, Searcher], question: str) -> None:
    (only,) = quoted(laws, question)
    assert "a. meminjamkan arsip; atau" in only
    assert "berjualan" not in only


def test_the_same_number_in_another_law_is_another_article(laws: tuple[Catalog, Searcher]) -> None:
    assert "berjualan" in quoted(laws, "bunyi pasal 2 UU 8/2012")[0]


def test_a_paragraph_is_quoted_alone_over_the_end_of_a_page(laws: tuple[Catalog, Searcher]) -> None:
    assert quoted(laws, "pasal 3 ayat 2 UU 7/2011 bunyinya apa") == ["(2) Denda disetorkan ke kas desa."]


def test_what_is_asked_of_an_article_is_answered_from_it(laws: tuple[Catalog, Searcher]) -> None:
    assert "Rp500.000" in quoted(laws, "menurut pasal 3 UU 7 tahun 2011 berapa dendanya?")[0]


def test_the_law_need_not_be_named_where_the_article_names_what_is_asked(laws: tuple[Catalog, Searcher]) -> None:
    assert "berjualan" in quoted(laws, "pasal 2 tentang larangan pedagang berjualan di jalan")[0]


@pytest.mark.parametrize("question", ["bunyi pasal 99 UU 7 tahun 2011", "pasal 2 ayat 1 UU 9 tahun 2013 isinya apa"])
def test_an_article_that_is_not_there_is_not_answered_by_another(laws: tuple[Catalog, Searcher], question: str) -> None:
    assert quoted(laws, question) == []

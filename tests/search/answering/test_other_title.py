"""Of two papers found the one is meant that is called by what the question names."""

from catalog.database import Catalog
from catalog.scope import OPERATOR
from embedding import embedder
from search.answer import ask
from search.answering.other_title import is_of_other_title
from search.searcher import Searcher
from tests.search.library import read_in, reader_of

PAWN = "Dalam hal barang jaminan hilang, perusahaan mengganti dengan barang yang nilainya sama saat barang itu hilang."
HARM = "Tuntutan ganti rugi atas barang yang hilang dihitung dari nilai barang dan diajukan dalam 30 tahun."
ASKED = "Kalau barang yang digadaikan hilang, ganti ruginya dihitung dari nilai apa?"


def shelved(catalog: Catalog, *, harm: str = HARM) -> Searcher:
    model = embedder.load(threads=1)
    read_in(catalog, model, "Peraturan Usaha Pergadaian.txt", PAWN)
    read_in(catalog, model, "Undang-Undang Kecelakaan Reaktor.txt", harm)
    return reader_of(catalog, model)


def others(catalog: Catalog, searcher: Searcher, question: str) -> set[str]:
    with catalog.reading():
        found = searcher.narrowed(catalog, searcher.understood(catalog, question, OPERATOR), OPERATOR)
        return {one.path for one in found.passages.values() if is_of_other_title(catalog, found, one)}


def test_a_paper_that_never_says_what_another_is_called_by_is_not_meant(catalog: Catalog) -> None:
    searcher = shelved(catalog)
    assert others(catalog, searcher, ASKED) == {"Undang-Undang Kecelakaan Reaktor.txt"}
    given = ask(searcher, catalog, ASKED, OPERATOR)
    assert {quote.passage.path for quote in given.quotes} <= {"Peraturan Usaha Pergadaian.txt"}


def test_one_that_says_it_somewhere_may_be(catalog: Catalog) -> None:
    assert others(catalog, shelved(catalog, harm=f"{HARM} Hal ini berlaku bagi pergadaian."), ASKED) == set()


def test_common_words_of_titles_tell_no_papers_apart(catalog: Catalog) -> None:
    assert others(catalog, shelved(catalog), "Berapa lama usaha harus menyimpan barang?") == set()

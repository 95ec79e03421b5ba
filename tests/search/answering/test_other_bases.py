"""Legal bases are those of the paper that is asked about."""

from catalog.database import Catalog
from catalog.scope import OPERATOR
from embedding import embedder
from search.answer import ask
from search.searcher import Searcher
from tests.search.library import read_in, reader_of

OF_TRADERS = "SOP Penertiban Pedagang\nDasar Hukum:\n1. Undang-Undang Nomor 23 Tahun 2014\n2. Perda Nomor 8 Tahun 2007"
OF_TAXES = (
    "Dasar hukum peraturan daerah ini adalah Pasal 18 ayat (6) Undang-Undang Dasar dan Undang-Undang tentang daerah."
)


def shelved(catalog: Catalog) -> Searcher:
    model = embedder.load(threads=1)
    read_in(catalog, model, "SOP Penertiban Pedagang.txt", OF_TRADERS)
    read_in(catalog, model, "Perda Pajak Daerah.txt", OF_TAXES)
    return reader_of(catalog, model)


def test_those_of_the_paper_that_is_named_are_quoted(catalog: Catalog) -> None:
    given = ask(shelved(catalog), catalog, "Apa dasar hukum penertiban pedagang?", OPERATOR)
    assert given.quotes[0].text.startswith("Dasar Hukum:")


def test_those_of_a_paper_on_another_matter_answer_nothing(catalog: Catalog) -> None:
    given = ask(shelved(catalog), catalog, "Apa dasar hukum barang milik daerah?", OPERATOR)
    assert not given.answered

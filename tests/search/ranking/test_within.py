"""Which passage of a paper is shown first."""

import pytest

from catalog.database import Catalog
from catalog.scope import OPERATOR
from engine.analysis import stems
from engine.query import Scored
from search.kinds.answer_kinds import wanted
from search.ranking.within import WEIGHT, by_weight, in_order_of_papers, names_of, within
from search.understanding.glossary import load
from search.understanding.understand import understand
from tests.engine.shelf import shelve
from tests.search.library import searcher_of

COVER = "Laporan aset barang dinas tahun ini. Laporan aset barang dinas."
OTHER = "Aset barang dinas dicatat dalam kartu."
TOLD = "Genset untuk barang dinas diservis bulan Juni."
LETTER = "Laporan kinerja dinas kominfo wonosobo tahun 2019. Laporan kinerja dinas kominfo wonosobo."
INSIDE = ["Kata pengantar laporan kinerja.", "Dinas memasang enam kamera.", "Anggaran dinas diserap penuh."]
QUESTION = "berapa kamera yang dipasang kominfo wonosobo?"


def shown(
    texts: list[str], *, weight: float = WEIGHT, question: str = "kapan genset aset dinas diservis", title: str = ""
) -> list[str]:
    own = [Scored(key, 0.60 - 0.02 * key) for key in range(len(texts))]
    said = frozenset(stems(title))
    order = by_weight(understand(question, load()), wanted(question), own, texts.__getitem__, weight, said)
    return [texts[hit.passage] for hit in order]


def test_what_one_passage_alone_names_stands_before_what_all_of_the_paper_name() -> None:
    assert shown([COVER, OTHER, TOLD])[0] == TOLD
    assert shown([COVER, OTHER, TOLD], weight=0.0)[0] == COVER


def test_what_tells_the_very_thing_that_is_counted_stands_first() -> None:
    cover, inside = "Soal latihan aset. Soal latihan barang.", "Setiap paket berisi 10 soal latihan."
    assert shown([cover, inside], question="berapa soal latihan") == [inside, cover]
    assert shown([cover, inside], question="apa soal latihan") == [cover, inside]


def test_where_they_name_the_same_the_scores_decide() -> None:
    assert shown([OTHER, OTHER, OTHER], question="aset dinas") == [OTHER] * 3


def test_a_far_better_passage_stays_first() -> None:
    own = [Scored(0, 0.95), Scored(1, 0.1)]
    order = by_weight(understand("kapan genset diservis", load()), None, own, {0: COVER, 1: TOLD}.__getitem__)
    assert [hit.passage for hit in order] == [0, 1]


def test_no_passage_is_lost_and_one_alone_stays() -> None:
    assert sorted(shown([COVER, OTHER, TOLD] * 3)) == sorted([COVER, OTHER, TOLD] * 3)
    assert shown([TOLD]) == [TOLD]


def test_only_the_first_twenty_change_places() -> None:
    assert shown([COVER, *[OTHER] * 18, TOLD], weight=1.0)[0] == TOLD
    assert shown([COVER, *[OTHER] * 19, TOLD], weight=1.0)[-1] == TOLD


def test_words_of_the_title_tell_no_page_from_another() -> None:
    cover, inside = "Karnaval tematik mobil hias", "Dewan juri: 5 orang"
    asked = "siapa dewan juri karnaval tematik mobil hias"
    assert shown([cover, inside], question=asked) == [cover, inside]
    assert shown([cover, inside], question=asked, title="Petunjuk Karnaval Tematik Mobil Hias") == [inside, cover]


def test_the_page_that_names_the_holder_of_an_office_comes_from_far_behind() -> None:
    signed = "Kepala Dinas,\nttd.\nBudi Contoh Santoso"
    assert shown([COVER, *[OTHER] * 6, signed], question="siapa kepala dinas barang")[0] == signed


@pytest.fixture
def papers(catalog: Catalog) -> Catalog:
    shelve(catalog, "kinerja.pdf", [LETTER, *INSIDE])
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

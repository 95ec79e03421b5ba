"""Which passage of a paper is shown first."""

from engine.analysis import stems
from engine.query import Scored
from search.kinds.answer_kinds import wanted
from search.ranking.within import WEIGHT, by_weight
from search.understanding.glossary import load
from search.understanding.understand import understand

COVER = "Laporan aset barang dinas tahun ini. Laporan aset barang dinas."
OTHER = "Aset barang dinas dicatat dalam kartu."
TOLD = "Genset untuk barang dinas diservis bulan Juni."


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

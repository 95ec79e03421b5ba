"""Of rows that name as much of a question, the plainest."""

from search.evidence import Candidate
from search.plainest_rows import plainest
from tests.search.test_evidence import CARD

VILLAGE = "28 Kampung Contoh KOTO - 0 0"
SOUTH = "29 Kampung Contoh Selatan KOTO - 5.712 20,25"
OTHER = "30 Kampung Lain KUPITAN - 7.751 10,00"
ROAD = "1.3.4.1 | Jalan Desa | 0413010301 | 1 | 1997 | 296410000"


def row(text: str, said: float = 0.6, start: int = 0, page: int = 1) -> Candidate:
    return Candidate(CARD._replace(page=page), start, start + len(text), text, said, around=0.8, fits=1.0, fused=0.9)


def kept(*rows: Candidate) -> list[str]:
    return [piece.text for piece in plainest(rows)]


def test_a_row_that_says_more_is_another_thing() -> None:
    assert kept(row(VILLAGE), row(SOUTH, start=50)) == [VILLAGE]
    assert kept(row(ROAD), row(ROAD.replace("Desa", "Desa Contoh"), start=90)) == [ROAD]


def test_what_it_says_more_may_be_what_is_asked_for() -> None:
    assert kept(row(VILLAGE, said=0.4), row(SOUTH, said=0.6, start=50)) == [VILLAGE, SOUTH]


def test_rows_with_words_of_their_own_all_stay() -> None:
    assert kept(row(VILLAGE), row(OTHER, start=50)) == [VILLAGE, OTHER]
    assert kept(row(ROAD), row(ROAD, start=90)) == [ROAD, ROAD]


def test_rows_of_other_pages_and_sentences_stay() -> None:
    assert kept(row(VILLAGE), row(SOUTH, page=2)) == [VILLAGE, SOUTH]
    said = "Kampung Contoh Selatan KOTO adalah kampung yang terbesar di wilayah ini menurut data terakhir."
    assert kept(row(VILLAGE), row(said, start=50)) == [VILLAGE, said]

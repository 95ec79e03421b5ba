"""Whether words stand in what a paper says, whatever prefix hides their first letter."""

import pytest

from search.answering.whole_paper import stands


@pytest.mark.parametrize(
    ("stem", "said"),
    [("sisih", "penyisihan pinjaman"), ("pelihara", "pemeliharaan"), ("terima", "menerima"), ("kumpul", "pengumpulan")],
)
def test_a_stem_stands_behind_a_prefix_that_takes_its_first_letter(stem: str, said: str) -> None:
    assert stands([stem], said)


def test_all_words_of_a_wording_must_stand() -> None:
    assert stands(["sisih", "pinjam"], "penyisihan pinjaman")
    assert not stands(["sisih", "denda"], "penyisihan pinjaman")
    assert not stands(["sisih"], "nyisihan")

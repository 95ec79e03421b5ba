"""What a retrieval found."""

from search.ranking.found import Stems


def test_stems_are_those_of_each_text_and_in_its_order() -> None:
    stems = Stems({7: "Menyewakan kendaraan dinas", 9: ""})
    assert list(stems) == [7, 9]
    assert len(stems) == 2
    assert stems[7] == ("sewa", "kendaraan", "dinas")
    assert stems[9] == ()


def test_the_stems_of_a_text_are_remembered() -> None:
    assert Stems({7: "Menyewakan kendaraan"})[7] is Stems({8: "Menyewakan " + "kendaraan"})[8]


def test_what_is_not_among_the_best_has_none() -> None:
    assert 8 not in Stems({7: "dinas"})
    assert Stems({7: "dinas"}).get(8) is None

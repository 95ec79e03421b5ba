"""Floors, blocks and rooms by number: what lies elsewhere answers nothing about them."""

import pytest

from search.answering.numbered_place import is_in_another_numbered_place


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("berapa laptop di ruang rapat lantai 6", "1 | Laptop siswa | 1.200 | unit"),
        ("berapa printer di ruang kelas lt. 3", "KIR RUANG PUSDATIN LT. 5\n5 | Printer | 2"),
        ("berapa objek pajak di blok 017", "Blok 018 | 34 objek"),
        ("kursi di lantai dua", "Kursi di Lantai III"),
        ("berapa rumah di RT 05 RW 02", "RT 05 / RW 03 | 41 rumah"),
    ],
)
def test_a_numbered_place_that_nothing_near_names_is_another(question: str, near: str) -> None:
    assert is_in_another_numbered_place(question, near)


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("berapa PC di ruang rapat lantai 6", "RUANG RAPAT LT. 6\n1 | PC Unit"),
        ("berapa PC di ruang rapat lantai enam", "Ruang Rapat Lantai VI"),
        ("objek pajak blok 17", "BLOK 017: 34 objek"),
        ("di lantai berapa ruang arsip?", "Ruang arsip di lantai 2."),
        ("berapa lama layanan", "3 hari"),
        ("ruang lingkup pasal 3", "Ruang lingkup peraturan ini"),
        ("luas lantai 120 m2", "Luas lantai gedung 120 m2"),
    ],
)
def test_the_place_asked_for_or_none_is_not(question: str, near: str) -> None:
    assert not is_in_another_numbered_place(question, near)

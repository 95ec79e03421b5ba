"""Floors, blocks and rooms by number: what lies elsewhere answers nothing about them."""

import pytest

from search.answering.other_number import is_another_number, is_in_another_numbered_place


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


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("berapa meja siswa di ruang kelas 2", "Ruang Kelas 10 | Meja siswa | 32"),
        ("kapasitas Panti Bangun Daya 3 berapa", "Panti Bina Insan Bangun Daya 2 | 800"),
        ("warna laptop SDN Cipinang 05", "SDN Cipinang 03 | Laptop"),
        ("syarat tahap 2", "Tahap 1: mengisi formulir"),
        ("biaya fiber optik tahap II", "Fiber optik tahap I: 484.520.000"),
    ],
)
def test_a_sibling_with_another_number_is_another(question: str, piece: str) -> None:
    assert is_another_number(question, piece, "")


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("berapa meja siswa di ruang kelas 2", "Ruang Kelas 2 | Meja siswa | 32"),
        ("berapa meja siswa di ruang kelas 2", "Meja siswa | 32"),
        ("berapa hari untuk 3 berkas", "Berkas diperiksa paling lama 5 hari"),
        ("izin 2 tahun perpanjang bagaimana", "Izin berlaku 5 tahun"),
        ("tahap 2 berapa lama", "Tahap 1 dan tahap 2 berlangsung 3 hari"),
        ("memuat 5 orang", "memuat 8 orang"),
        ("biaya fiber optik tahap II", "Fiber optik tahap 2: 484.520.000"),
        ("biaya fiber optik tahap II", "Fiber optik tahap I dan II: 484.520.000"),
        ("pasal 5 tentang apa", "Pasal 6 mengatur"),
    ],
)
def test_amounts_and_the_number_asked_for_are_no_others(question: str, piece: str) -> None:
    assert not is_another_number(question, piece, "")


def test_the_number_asked_for_may_stand_above() -> None:
    assert not is_another_number("kursi di kelas 2", "Kelas 10 | kursi", "Daftar barang kelas 2 dan kelas 10")

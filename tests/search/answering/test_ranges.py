"""Which of several ranges a value of the question lies in."""

import pytest

from search.answering.ranges import leaves_out, lies_in

JUZ = "Hafalan 11-15 juz, santri wajib murojaah 3 juz perhari."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("hafalan 12 juz, sehari mengulang berapa juz", JUZ),
        ("pengadaan senilai 350 juta lewat apa", "Tender: Rp200 juta s.d. Rp500 juta"),
        ("pengadaan Rp350.000.000 lewat apa", "Nilai Rp200.000.000,00 sampai dengan Rp500.000.000,00 dengan tender"),
        ("beli barang 35 jt", "Sampai Rp10 juta bukti pembelian; Rp10 juta – Rp50 juta kuitansi"),
        ("anak umur 7 tahun masuk kelompok mana", "Kelompok B: 6 sampai 8 tahun"),
        ("kendaraan tahun 2015 masuk golongan apa", "Golongan II: tahun 2013–2019"),
        ("luas 2,5 ha kena tarif berapa", "Luas 2 - 5 ha: tarif B"),
    ],
)
def test_a_value_lies_between_both_ends_in_its_unit(question: str, text: str) -> None:
    assert lies_in(question, text)
    assert not leaves_out(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("hafalan 16 juz, sehari mengulang berapa juz", JUZ),
        ("pengadaan senilai 35 juta lewat apa", "Tender: Rp200 juta s.d. Rp500 juta"),
        ("anak umur 9 tahun masuk kelompok mana", "Kelompok B: 6 sampai 8 tahun"),
    ],
)
def test_a_value_beyond_the_ends_is_left_out(question: str, text: str) -> None:
    assert leaves_out(question, text)
    assert not lies_in(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("hafalan 12 juz", "Hafalan santri disetorkan setiap hari."),
        ("rapat jam 9", JUZ),
        ("lantai 12", JUZ),
        ("berapa juz hafalan santri", JUZ),
        ("hafalan 12 juz", "Pasal 11-15 mengatur hafalan."),
        ("hafalan 12 juz", "Nomor 15-11 juz"),
    ],
)
def test_other_units_and_texts_without_ranges_tell_nothing(question: str, text: str) -> None:
    assert not lies_in(question, text)
    assert not leaves_out(question, text)

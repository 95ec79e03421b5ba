"""Roles, measures and changes that are asked for and that nothing near an answer speaks of."""

import pytest

from engine.analysis import stems
from search.answering.untold import lacks_change, lacks_measure, lacks_role, of_another_budget, of_another_year
from search.understanding.glossary import load
from search.understanding.understand import understand


def words(text: str) -> frozenset[str]:
    return frozenset(stems(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("siapa ketua PPID?", "PPID mengelola informasi dan dokumentasi."),
        ("Siapa nama kepala desa Susukan?", "Penulis jurnal: Rahma Hidayat."),
        ("siapa yang menjadi juara karnaval", "Dewan penilai terdiri dari akademisi."),
        ("siapakah direktur utama PDAM", "Panitia seleksi PDAM membuka pendaftaran."),
    ],
)
def test_a_role_that_nothing_names_is_lacking(question: str, text: str) -> None:
    assert lacks_role(understand(question, load()), words(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("siapa ketua PPID?", "Ketua PPID adalah sekretaris dinas."),
        ("siapa walikota Depok", "Wali Kota Depok, ditandatangani"),
        ("siapa yang menyetujui permohonan?", "Kepala bidang menyetujui."),
        ("siapa pemilik aset?", "Aset dimiliki pemerintah."),
    ],
)
def test_a_role_that_is_named_or_none_that_is_asked_for_is_not(question: str, text: str) -> None:
    assert not lacks_role(understand(question, load()), words(text))


def test_a_measure_of_its_own_that_nothing_names_is_lacking() -> None:
    priced = words("Jumlah peralatan kantor Bapenda | 171850")
    assert lacks_measure(understand("berapa gaji kepala bapenda", load()), priced)
    assert lacks_measure(understand("Berapa usia minimal pemohon?", load()), words("Pemohon mengisi formulir."))
    assert not lacks_measure(understand("berapa nilai peralatan bapenda", load()), priced)


def test_a_measure_of_its_own_may_be_named_otherwise() -> None:
    assert not lacks_measure(understand("berapa honor narasumber", load()), words("Honorarium narasumber: Rp900.000"))
    assert not lacks_measure(understand("berapa umur ekonomis", load()), words("Usia ekonomis 5 tahun"))
    assert not lacks_measure(understand("siapa yang menerima gaji", load()), words("Bendahara membayar."))


@pytest.mark.parametrize(
    "question",
    ["kapan UU 19/2016 dicabut?", "UU 19/2016 dicabut dengan UU nomor berapa", "tahun berapa perda itu diubah"],
)
def test_a_change_that_nothing_tells_is_lacking(question: str) -> None:
    assert lacks_change(understand(question, load()), words("Ditetapkan di Jakarta pada tanggal 25 November 2016"))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("kapan perda itu dicabut?", "Perda ini dicabut pada 2020."),
        ("kapan UU 11/2008 diubah?", "UU 19/2016 tentang Perubahan atas UU 11/2008"),
        ("apa yang dilakukan bila izin dicabut?", "Usaha dihentikan."),
        ("kapan perda ditetapkan?", "Ditetapkan tanggal 1 Mei 2020."),
    ],
)
def test_a_change_that_is_told_or_none_that_is_asked_for_is_not(question: str, text: str) -> None:
    assert not lacks_change(understand(question, load()), words(text))


@pytest.mark.parametrize(
    ("question", "piece", "called", "around", "other"),
    [
        ("kapan karnaval 2020?", "Karnaval pada 18 Agustus 2019", "", "", True),
        ("berapa usulan musrenbang 2024", "Ada 68 usulan untuk tahun 2026.", "", "", True),
        ("serapan belanja tahun 2017 berapa persen", "Belanja | 95.2%", "Realisasi 2018", "", True),
        ("serapan belanja tahun 2018 berapa persen", "Belanja | 95.2%", "Realisasi 2018", "", False),
        ("kapan SOP 2019 direvisi?", "Tanggal Revisi 12-03-2021", "", "SOP vaksin 2019", False),
        ("berapa anggaran 2020?", "Anggaran Rp2.000.000", "", "", False),
        ("kapan karnaval?", "Karnaval pada 18 Agustus 2019", "", "", False),
    ],
)
def test_another_year_than_the_one_asked_for(
    question: str, piece: str, called: str, around: str, *, other: bool
) -> None:
    asked = understand(question, load())
    assert of_another_year(asked, piece, called, words(f"{piece} {around}")) == other


@pytest.mark.parametrize(
    ("asked", "page", "other"),
    [
        ("berapa realisasi kegiatan pameran tahun 2016", "20 Pameran 50.000.000 49.825.000", True),
        ("berapa realisasi kegiatan pameran tahun 2017", "20 Pameran 50.000.000 49.825.000", False),
        ("berapa realisasi kegiatan pameran", "20 Pameran 50.000.000 49.825.000", False),
        ("berapa realisasi kegiatan pameran tahun 2016", "Realisasi 2017, 2016\nPameran 49.825.000 48.000.000", False),
    ],
)
def test_a_budget_is_of_the_year_that_its_paper_begins_with(asked: str, page: str, *, other: bool) -> None:
    opening = "Lampiran Pertanggungjawaban 2016\nLAPORAN REALISASI\nTAHUN ANGGARAN 2017"
    assert of_another_budget(understand(asked, load()), "Pameran 49.825.000", opening, page) == other
    assert not of_another_budget(understand(asked, load()), "Pameran 49.825.000", "LAPORAN REALISASI", page)

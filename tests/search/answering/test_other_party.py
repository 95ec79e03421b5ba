"""What holds for somebody holds for nobody else."""

import pytest

from search.answering.other_party import is_of_another_party
from search.understanding.glossary import load
from search.understanding.understand import understand

LIMIT = "Berapa batas dosis radiasi untuk pekerja?"


def another(question: str, text: str, above: str = "") -> bool:
    return is_of_another_party(understand(question, load()), text, above)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (LIMIT, "Pembatas dosis untuk masyarakat tidak melebihi 0,3 mSv setahun."),
        ("Apa sanksi bagi pelaksana yang lalai?", "Sanksi bagi penyelenggara dikenakan kepada pimpinan."),
        ("berapa uang saku untuk para peserta", "Honorarium bagi setiap pengajar Rp900.000."),
        ("Berapa hari ombudsman harus memutus aduan?", "Penyelenggara wajib memutus aduan paling lambat 60 hari."),
        ("petugas loket tidak boleh berbuat apa", "Penyelenggara pelayanan memiliki hak: a. mempunyai anggaran."),
    ],
)
def test_a_text_for_somebody_else_is_told(question: str, text: str) -> None:
    assert another(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (LIMIT, "Nilai batas dosis untuk pekerja radiasi adalah 20 mSv setahun."),
        (LIMIT, "Pekerja menerima paling banyak 20 mSv; untuk masyarakat 1 mSv."),
        (LIMIT, "Dosis seluruh tubuh paling banyak 50 mSv setahun."),
        ("Berapa lama izin untuk pelayanan publik?", "Izin bagi masyarakat berlaku setahun."),
        ("berapa hak cuti untuk pegawai", "Cuti diberikan kepada karyawan 12 hari."),
        ("Berapa hari ombudsman harus menjawab?", "Penyelenggara dan/atau ombudsman wajib menjawab dalam 14 hari."),
        ("Berapa hari ombudsman harus menjawab?", "Aduan dijawab paling lambat 14 hari."),
        ("kapan laporan harus masuk", "Penyelenggara wajib melapor tiap bulan."),
    ],
)
def test_a_text_for_the_same_one_or_for_nobody_is_not(question: str, text: str) -> None:
    assert not another(question, text)


def test_the_heading_above_may_say_for_whom_a_text_is() -> None:
    assert not another(LIMIT, "Diberlakukan oleh pengusaha: 20 mSv setahun.", "Batas dosis pekerja radiasi")

"""How far a title goes, and what is added to one that names only a kind of paper."""

import pytest

from indexer.title_lines import begins_part, continued


def title(text: str, *, headed: bool = False) -> str:
    return continued(text.split("\n"), 0, headed=headed)


@pytest.mark.parametrize("part", ["A. LATAR BELAKANG", "URAIAN PENDAHULUAN", "I. KEADAAN UMUM", "1. DASAR", "BAB I"])
def test_a_title_ends_where_the_text_begins(part: str) -> None:
    assert title(f"KERANGKA ACUAN KERJA\nPENATAAN ARSIP\n{part}\nGEDUNG ARSIP") == "KERANGKA ACUAN KERJA PENATAAN ARSIP"


def test_initials_begin_no_part() -> None:
    assert not begins_part("K.H. AGUS SALIM") and not begins_part("H. AGUS SALIM")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "KEPUTUSAN KEPALA DINAS PERTANIAN, PANGAN DAN\nIKAN\nNOMOR 8 TAHUN 2025\nTENTANG\nTIM BENIH PADA DINAS "
            "PERTANIAN,\nPANGAN DAN IKAN\nKEPALA DINAS PERTANIAN, PANGAN DAN IKAN,\nMenimbang",
            "KEPUTUSAN KEPALA DINAS PERTANIAN, PANGAN DAN IKAN NOMOR 8 TAHUN 2025 TENTANG TIM BENIH PADA DINAS "
            "PERTANIAN, PANGAN DAN IKAN",
        ),
        (
            "Keputusan Kepala Dinas Pertanian,\nPangan dan Ikan\nMenimbang",
            "Keputusan Kepala Dinas Pertanian, Pangan dan Ikan",
        ),
        ("PERJANJIAN KERJA\nANTARA\nDINAS CONTOH\nDAN\nYAYASAN CONTOH", None),
        (
            "KEPUTUSAN LURAH CONTOH\nNOMOR 3 TAHUN 2025\nTENTANG\nPembentukan tim arsip\nDengan rahmat",
            "KEPUTUSAN LURAH CONTOH NOMOR 3 TAHUN 2025 TENTANG Pembentukan tim arsip",
        ),
    ],
)
def test_a_title_that_ends_in_the_middle_of_a_name_goes_on(text: str, whole: str | None) -> None:
    assert title(text) == (whole or text.replace("\n", " "))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (
            "NOTA DINAS\nYth. : Kepala Biro\nHal : Usul kursi,\ndan lemari\nDengan hormat",
            "NOTA DINAS: Usul kursi, dan lemari",
        ),
        ("Nota Dinas\nKepada Yth. Kepala Biro\nPerihal | : Usul kursi", "Nota Dinas: Usul kursi"),
        ("NOTULA RAPAT\nTempat | Aula\nAcara | Pembahasan arsip.", "NOTULA RAPAT: Pembahasan arsip"),
        ("NOTULEN RAPAT\nNOMOR: 12/NOT/2025\nAgenda Rapat: Pembahasan arsip", "NOTULEN RAPAT: Pembahasan arsip"),
        ("SURAT EDARAN\nNomor 4/SE/2025\ntentang\nJam layanan\nDalam rangka itu", "SURAT EDARAN tentang Jam layanan"),
        ("SURAT EDARAN\nNomor 4/SE/2025\nTentang Jam layanan", "SURAT EDARAN Tentang Jam layanan"),
        ("NOTA DINAS\nHal : 1 dari 3\nIsi", "NOTA DINAS"),
        ("LAPORAN KEGIATAN ARSIP\nHal : Usul kursi", "LAPORAN KEGIATAN ARSIP"),
    ],
)
def test_a_paper_that_names_only_its_kind_is_called_by_its_subject_too(text: str, whole: str) -> None:
    assert title(text, headed=True) == whole

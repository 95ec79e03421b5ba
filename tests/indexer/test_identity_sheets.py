"""Which page is the identity sheet of an SOP, and what it says: layouts as agencies set them, invented words."""

import pytest

from indexer.document import PageRead
from indexer.identity_sheets import Sheet, read_sheet

PLAIN = """PEMERINTAH KOTA CONTOH
Nomor SOP 012/SOP/CONTOH/2024
Tanggal Pembuatan 1 Mei 2024
Tanggal Revisi -
Tanggal Efektif 4 Mei 2024
Disahkan oleh Lurah Contoh
NIP 199001012010011001
Nama SOP Pelayanan Surat Pengantar
Dasar Hukum: Kualifikasi Pelaksana:
1. Peraturan tentang pelayanan
Keterkaitan: Peralatan/Perlengkapan:
"""
AGENCY_AT_THE_LEFT = """Nomor SOP 017/SOP/2024
PEMERINTAH KOTA CONTOH Tanggal Pembuatan JUNI 2024
Tanggal Revisi -
Tanggal Efektif JULI 2024
KECAMATAN MELATI Disahkan Oleh Camat Melati
SEKSI PEMBANGUNAN Penyusunan Rencana Kerja Seksi dan
Nama SOP
DAN PEMBERDAYAAN WARGA Program Tahunan
Dasar Hukum Kualifikasi Pelaksana
Keterkaitan Peralatan / perlengkapan
"""
LABELS_BEFORE_VALUES = """NOMOR SOP :
TGL PEMBUATAN :
TGL REVISI :
TGL EFEKTIF :
DISAHKAN OLEH
Nama SOP Pengurusan Surat Masuk
1 Peraturan tentang tata naskah
04 Januari 2015
DASAR HUKUM : KUALIFIKASI PELAKSANA :
KETERKAITAN PERALATAN/ PERLENGKAPAN :
"""
WITHOUT_ITS_NAME_ROW = """PENGADILAN CONTOH
Nomor : W1/1/PM/2017
Tanggal Pembuatan : 24 Januari 2017
Tanggal Revisi : 02 Oktober 2017
Tanggal Efektif : 02 November 2017
Disahkan Oleh : Ketua
S.O.P PENGELOLAAN SURAT MASUK
DasarHukum
1. Keputusan
Keterkaitan
1. S.O.P Surat Keluar
"""
NARROW_CELLS = """NOMOR SOP -
TANGGAL 05 Desember 2017
PEMBUATAN
TANGGAL REVISI -
TANGGAL EFEKTIF 01 Januari 2018
DISAHKAN OLEH Dekan,
JUDUL SOP Prosedur Peminjaman Ruang untuk
kegiatan mahasiswa
DASAR HUKUM
KUALIFIKASI PELAKSANA
"""
NOISE = """Nemer SOP 014/SOP/2019
langgal Pembualan 3 Maret 2019
Tangga1 Revlsi 00
Tg1 EfekIif 4 April 2019
Dlsahkan oIeh Kepala Dinas
Narna SOP Pemeliharaan Rutin Pompa
Dasar Hukurn Kua1ifikasi Pelaksana
Keterkailan PeraIatan
"""
JOINED_WORDS = """NomorSOP : 12/SOP/2020
TglPembuatan : 1 Mei 2020
TglRevisi : -
TglPengesahan : 4 Mei 2020
DisahkanOleh : Lurah
JudulSOP : Pelayanan Surat Pengantar
DasarHukum KualifikasiPelaksana
Keterkaitan Peringatan
"""
BARRED_CELLS = """Nomor SOP | : | 12/SOP/2020
Tanggal Pembuatan | : | 1 Mei 2020
Tanggal Revisi | : | -
Tanggal Efektif | : | 4 Mei 2020
Disahkan oleh | : | Lurah
Nama SOP | : | PELAYANAN SURAT PENGANTAR
KELAHIRAN
Dasar Hukum: | Kualifikasi Pelaksana:
Keterkaitan: | Peralatan:
"""
FLOW_THAT_REPEATS_THE_ROWS = PLAIN.partition("Dasar")[0] + "No Uraian Kegiatan Pelaksana Mutu Baku Keterangan\n"
GUIDE = """Unsur identitas adalah nomor SOP, tanggal pembuatan, tanggal revisi, tanggal efektif, disahkan oleh dan nama
SOP. Kotak di bawahnya memuat dasar hukum, kualifikasi pelaksana, keterkaitan, peralatan, dan peringatan.
"""
LIST_IN_A_GUIDE = """Lembar identitas memuat:
1. Nomor SOP
2. Tanggal Pembuatan
3. Tanggal Revisi
4. Tanggal Efektif
5. Disahkan oleh
6. Nama SOP
7. Dasar Hukum
8. Kualifikasi Pelaksana
"""
BLANK_FORM = """NOMOR SOP ....................
TANGGAL PEMBUATAN
TANGGAL REVISI
TANGGAL EFEKTIF
DISAHKAN OLEH
NAMA SOP ....................
DASAR HUKUM KUALIFIKASI PELAKSANA
"""


def sheet(text: str) -> Sheet | None:
    return read_sheet(PageRead(1, None, text, "text", 1.0))


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        (PLAIN, "012/SOP/CONTOH/2024", "Pelayanan Surat Pengantar"),
        (AGENCY_AT_THE_LEFT, "017/SOP/2024", "Penyusunan Rencana Kerja Seksi dan Program Tahunan"),
        (LABELS_BEFORE_VALUES, "", "Pengurusan Surat Masuk"),
        (WITHOUT_ITS_NAME_ROW, "", "PENGELOLAAN SURAT MASUK"),
        (NARROW_CELLS, "", "Prosedur Peminjaman Ruang untuk kegiatan mahasiswa"),
        (NOISE, "014/SOP/2019", "Pemeliharaan Rutin Pompa"),
        (JOINED_WORDS, "12/SOP/2020", "Pelayanan Surat Pengantar"),
        (BARRED_CELLS, "12/SOP/2020", "PELAYANAN SURAT PENGANTAR KELAHIRAN"),
    ],
    ids=["plain", "agency left", "labels first", "no name row", "narrow cells", "noise", "joined words", "bars"],
)
def test_a_sheet_gives_number_and_name_however_it_is_set(text: str, number: str, name: str) -> None:
    assert sheet(text) == Sheet(number, name)


@pytest.mark.parametrize("text", [FLOW_THAT_REPEATS_THE_ROWS, GUIDE, "", "SOP Peminjaman\nTanggal 1 Mei 2024"])
def test_a_page_without_both_halves_is_no_sheet(text: str) -> None:
    assert sheet(text) is None


@pytest.mark.parametrize("text", [LIST_IN_A_GUIDE, BLANK_FORM])
def test_a_form_that_nobody_filled_in_gives_neither(text: str) -> None:
    assert sheet(text) == Sheet("", "")


def test_a_name_may_hold_the_words_of_boxes() -> None:
    named = PLAIN.replace("Pelayanan Surat Pengantar", "Pemeliharaan Peralatan dan Pencatatan Persediaan")
    assert sheet(named) == Sheet("012/SOP/CONTOH/2024", "Pemeliharaan Peralatan dan Pencatatan Persediaan")


def test_words_that_only_look_alike_do_not_cut_a_name() -> None:
    named = PLAIN.replace("Pelayanan Surat Pengantar", "Perjalanan Dinas Dalam Daerah")
    assert sheet(named) == Sheet("012/SOP/CONTOH/2024", "Perjalanan Dinas Dalam Daerah")


def test_a_date_is_no_number() -> None:
    assert sheet(PLAIN.replace("012/SOP/CONTOH/2024", "12 Mei 2024")) == Sheet("", "Pelayanan Surat Pengantar")


def test_prose_that_follows_the_label_is_no_name() -> None:
    told = PLAIN.replace("Nama SOP Pelayanan", "Nama SOP, nama unit dan pelayanan")
    assert sheet(told) == Sheet("012/SOP/CONTOH/2024", "")

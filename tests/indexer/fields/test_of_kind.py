"""The fields of each kind of paper, as its text names them."""

import pytest

from catalog.typed_cells import CellValue
from indexer.document import PageRead, SheetRow
from indexer.fields.of_kind import read_fields
from indexer.readers.page import inferred

SHEET = """PEMERINTAH KOTA CONTOH
Nomor SOP : 12/SOP/2024
Tanggal Pembuatan 3 Mei 2024
Tgl. Revisi -
Tanggal Efektif | 01-06-2024
Disahkan oleh Kepala Dinas
Perumahan
Budi Contoh
NIP 199001012015011001
Nama SOP Peminjaman Ruang
Rapat
Dasar Hukum:
1. Undang-Undang Nomor 1 Tahun 2020 tentang
Contoh
2. Peraturan Daerah Nomor 2 Tahun 2021
Peringatan
Pesanan lisan tidak dilayani.
Pencatatan dan Pendataan
-"""


def pages(*texts: str) -> list[PageRead]:
    return [PageRead(n, None, text, "text", 1.0, tuple(inferred(text))) for n, text in enumerate(texts, 1)]


def test_an_identity_sheet() -> None:
    found = read_fields("sop", pages(SHEET))
    assert found.fields == {
        "nomor": "12/SOP/2024",
        "tgl_pembuatan": "3 Mei 2024",
        "tgl_pembuatan_iso": "2024-05-03",
        "tgl_efektif": "01-06-2024",
        "tgl_efektif_iso": "2024-06-01",
        "tanggal": "01-06-2024",
        "tanggal_iso": "2024-06-01",
        "pengesah_jabatan": "Kepala Dinas Perumahan",
        "nama": "Peminjaman Ruang Rapat",
        "dasar_hukum": [
            "Undang-Undang Nomor 1 Tahun 2020 tentang Contoh",
            "Peraturan Daerah Nomor 2 Tahun 2021",
        ],
        "peringatan": "Pesanan lisan tidak dilayani.",
    }
    place = found.place("nomor")
    assert place and SHEET[place["start"] : place["end"]] == "12/SOP/2024"


SHEET_IN_A_TABLE = """PEMERINTAH KOTA CONTOH | NOMOR SOP | 12/SOP/2024
NAMA SOP | Peminjaman Proyektor
DASAR HUKUM: 1. Undang-Undang Nomor 1 Tahun 2020 2. Peraturan Daerah Nomor 2 Tahun 2021
KUALIFIKASI PELAKSANA:
1. Lulusan SMA
PERALATAN: Buku agenda
PERINGATAN: Pesanan lisan tidak dilayani."""


def test_each_field_of_a_sheet_ends_where_the_next_label_begins() -> None:
    assert read_fields("sop", pages(SHEET_IN_A_TABLE)).fields == {
        "nomor": "12/SOP/2024",
        "nama": "Peminjaman Proyektor",
        "dasar_hukum": ["Undang-Undang Nomor 1 Tahun 2020", "Peraturan Daerah Nomor 2 Tahun 2021"],
        "kualifikasi": ["Lulusan SMA"],
        "peralatan": ["Buku agenda"],
        "peringatan": "Pesanan lisan tidak dilayani.",
    }


def test_of_several_procedures_in_one_file_none_gives_the_fields_of_the_file() -> None:
    assert read_fields("sop", pages("BUKU SOP\n2024", SHEET, SHEET.replace("12/", "13/"))).fields == {}


def test_boxes_that_stand_side_by_side_are_not_guessed_apart() -> None:
    text = "Dasar Hukum: Kualifikasi Pelaksana:\n1. UU Nomor 1 1. Sarjana\nPeringatan:\nWajib diisi."
    assert read_fields("sop", pages(text)).fields == {"peringatan": "Wajib diisi."}


def test_a_placeholder_is_no_number() -> None:
    assert read_fields("sop", pages("NOMOR SOP | … Tahun 2024\nNAMA SOP | ........")).fields == {}


TERMS = """KERANGKA ACUAN KERJA (KAK)
JASA KONSULTANSI PENATAAN ARSIP
Program : Pengelolaan Arsip
Tahun Anggaran 2025
1. Latar Belakang
Program lama sudah selesai dan perkiraan anggaran Rp900.000.000,00 tidak dipakai.
2. Sumber Dana
APBD, sub kegiatan 1.03.06.2.01.0014, kode rekening 5.1.02.02.08.0012, pagu Rp640.000.000,00.
3. Jangka Waktu Pelaksanaan
Seratus dua puluh hari kalender sejak SPMK.
4. Keluaran
a. Laporan akhir;
b. Daftar arsip.
5. Personel
Posisi | Kualifikasi | Orang
Ketua tim | S1 Kearsipan | 1
Arsiparis | D3 | 2
6. Lokasi
Jakarta Pusat."""


def test_terms_of_reference() -> None:
    assert read_fields("kak", pages(TERMS)).fields == {
        "paket": "JASA KONSULTANSI PENATAAN ARSIP",
        "program": "Pengelolaan Arsip",
        "sub_kegiatan": "1.03.06.2.01.0014",
        "pagu": "640000000",
        "kode_rekening": "5.1.02.02.08.0012",
        "sumber_dana": "APBD",
        "tahun_anggaran": "2025",
        "jenis_pengadaan": "jasa konsultansi",
        "jangka_waktu": "120 hari kalender",
        "lokasi": "Jakarta Pusat",
        "keluaran": ["Laporan akhir", "Daftar arsip"],
        "personel": [
            {"posisi": "Ketua tim", "kualifikasi": "S1 Kearsipan", "jumlah": "1"},
            {"posisi": "Arsiparis", "kualifikasi": "D3", "jumlah": "2"},
        ],
    }


HEAD = "KERANGKA ACUAN KERJA\nPENATAAN ARSIP\n"


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Pagu anggaran kegiatan sebesar Rp640.000.000,00.", "pagu", "640000000"),
        ("Pagu pekerjaan ini adalah sebesar Rp5.000.000", "pagu", "5000000"),
        ("Kegiatan | Triwulan I | Triwulan II | Triwulan III", "kegiatan", None),
        ("Pekerjaan | Bulan pertama | Bulan kedua\n", "paket", "PENATAAN ARSIP"),
        ("Kegiatan | : Pemilahan arsip", "kegiatan", "Pemilahan arsip"),
        ("Sub Kegiatan | : 1.03.06.2.01.0014 Pemilahan arsip", "sub_kegiatan", "1.03.06.2.01.0014 Pemilahan arsip"),
        ("Sub Kegiatan | : Pemilahan arsip", "sub_kegiatan", "Pemilahan arsip"),
        ("Keluaran (Output) : 40 boks arsip tertata", "keluaran", ["40 boks arsip tertata"]),
        ("A. LATAR BELAKANG\nArsip menumpuk.", "paket", "PENATAAN ARSIP"),
    ],
)
def test_rows_and_sentences_of_terms_of_reference(text: str, name: str, value: str | list[str] | None) -> None:
    assert read_fields("kak", pages(HEAD + text)).fields.get(name) == value


def test_what_is_still_open_is_missing() -> None:
    text = "KERANGKA ACUAN KERJA\nPPK\nBelum ditunjuk.\nJENIS KONTRAK\nMasih dibahas: lumsum bila jelas.\n"
    found = read_fields(
        "kak", pages(text + "Dua kode rekening 5.1.02.02.08.0012 dan rekening 5.1.02.02.09.0003")
    ).fields
    assert not {"ppk", "jenis_kontrak", "kode_rekening", "pagu"} & found.keys()


def test_a_decree() -> None:
    text = (
        "KEPUTUSAN KEPALA BADAN\nNOMOR 35 TAHUN 2025\nTENTANG\nPEMBENTUKAN TIM\nKERJA\nMenimbang\n"
        "a. bahwa Berita Acara tanggal 5 Mei 2025\nMEMUTUSKAN\nKESATU: Membentuk tim kerja.\nKEDUA: Biaya.\n"
        "Ditetapkan di Jakarta\npada tanggal 14 Juli 2025"
    )
    assert read_fields("sk", pages(text)).fields == {
        "nomor": "35",
        "tahun": "2025",
        "tentang": "PEMBENTUKAN TIM KERJA",
        "menetapkan": "Membentuk tim kerja.",
        "tanggal": "14 Juli 2025",
        "tanggal_iso": "2025-07-14",
    }


def test_a_rule_that_is_only_cited_gives_no_number() -> None:
    text = "ABSTRAK\n" + "uraian\n" * 25 + "Nomor 16 Tahun 2021\n"
    assert read_fields("regulasi", pages(text)).fields == {}


def test_the_parties_of_a_handover() -> None:
    text = (
        "BERITA ACARA SERAH TERIMA\nNomor : 7/BAST/2025\nberdasarkan izin tanggal 4 Mei 2009\nNama : Ani Contoh\n"
        "Jabatan : Direktur PT Contoh, Jalan Mawar 1\nselanjutnya disebut PIHAK PERTAMA\nNama : Budi Contoh\n"
        "Jabatan : Kepala Badan\nselanjutnya disebut PIHAK KEDUA"
    )
    assert read_fields("bast", pages(text)).fields == {
        "nomor": "7/BAST/2025",
        "pihak_pertama": [{"nama": "Ani Contoh", "jabatan": "Direktur PT Contoh"}],
        "pihak_kedua": [{"nama": "Budi Contoh", "jabatan": "Kepala Badan"}],
    }


def listing(page: int | None) -> PageRead:
    text = "1 | Tanah jalan | 3.240 m2\n2 | Taman | 1.180 m2\nAni | Direktur"
    cells = [
        {"No": str(n), "Jenis": name, "Luas": size}
        for n, name, size in ((1, "Tanah jalan", "3.240 m2"), (2, "Taman", "1.180 m2"))
    ]
    rows = [
        SheetRow(2, cells[0], 0, 26, {"luas": CellValue("Luas", "3240", "number")}),
        SheetRow(3, cells[1], 27, 47, {"luas": CellValue("Luas", "1180", "number")}),
        SheetRow(4, {"Nama": "Ani", "Jabatan": "Direktur"}, 48, 62, {"nama": CellValue("Nama", "Ani", "text")}),
    ]
    return PageRead(page, None, text, "text", 1.0, rows=tuple(rows))


@pytest.mark.parametrize("kind", ["bast", "sk"])
def test_the_list_of_a_handover_or_a_decree_with_the_place_of_each_row(kind: str) -> None:
    found = read_fields(kind, [listing(None)])
    assert found.fields["daftar"] == ["1 | Tanah jalan | 3.240 m2", "2 | Taman | 1.180 m2"]
    assert found.places["daftar"] == [
        {"page": None, "sheet": None, "row": 2, "start": 0, "end": 26},
        {"page": None, "sheet": None, "row": 3, "start": 27, "end": 47},
    ]


def test_of_a_drawn_page_that_may_lack_rows_no_list_is_given() -> None:
    assert "daftar" not in read_fields("bast", [listing(1)]).fields


def test_a_list_names_its_unit_and_year_in_its_title_rows() -> None:
    sheet = PageRead(None, "KIB B", "KARTU INVENTARIS BARANG\nSKPD : Dinas Contoh\nTahun 2024\n", "text", 1.0)
    assert read_fields("kib", [sheet]).fields == {"unit": "Dinas Contoh", "tahun": "2024"}
    other = PageRead(None, "KIB C", "SKPD : Dinas Lain\nTahun 2024\n", "text", 1.0)
    assert read_fields("kib", [sheet, other]).fields == {"tahun": "2024"}

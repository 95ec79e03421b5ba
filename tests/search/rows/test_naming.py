"""Which rows words name: by titles, offices, purposes, and what is said before the thing."""

from dataclasses import replace

import pytest

from catalog.database import Catalog
from catalog.scope import scope_of
from search.rows.answering import answer
from tests.search.rows.conftest import OPEN, Keep

GIVEN = replace(OPEN, kind="lainnya")


def figures(catalog: Catalog, question: str) -> list[str]:
    found = answer(catalog, question, scope_of("internal"))
    return [one.sum or one.count for one in found.readings] if found else []


@pytest.mark.parametrize(
    "question",
    [
        "Kecamatan Cikunir punya berapa kursi",
        "berapa kursi di kantor Kecamatan Cikunir",
        "menurut data Kecamatan Cikunir, kursi ada berapa",
    ],
)
def test_the_thing_may_be_said_behind_its_owner(catalog: Catalog, keep: Keep, question: str) -> None:
    rows = [("No", "Nama Barang", "Jumlah"), (1, "Kursi", 8), (2, "Meja", 2)]
    keep("inventaris.xlsx", {"Data": rows}, GIVEN, ["KECAMATAN CIKUNIR KABUPATEN MANDALA"])
    assert figures(catalog, question) == ["8"]


def test_what_stands_in_a_name_and_in_the_letterhead_may_be_either(catalog: Catalog, keep: Keep) -> None:
    rows = [("No", "Nama Barang", "Jumlah"), (1, "Buku Sejarah Museum Bahari", 3), (2, "Buku Pelaut", 5)]
    keep("buku.xlsx", {"Data": rows}, GIVEN, ["MUSEUM BAHARI KOTA SAGARA"])
    assert figures(catalog, "berapa buku museum bahari") == ["3", "8"]


def test_land_is_named_by_what_stands_on_it(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Kode Barang", "Nama Barang", "Luas (m2)", "Penggunaan")
    rows = [(1, "1.3.1.01", "Tanah Bangunan", 100, "SDN 1 Lor"), (2, "1.3.1.01", "Tanah Bangunan", 50, "Pasar Lor")]
    keep("tanah.xlsx", {"A": [head, *rows]}, GIVEN)
    assert figures(catalog, "total luas tanah SD Negeri") == ["100"]


def test_a_title_says_what_a_table_lists_unless_it_lists_several_things(catalog: Catalog, keep: Keep) -> None:
    keep(
        "arsip.xlsx",
        {"Data": [("No", "Uraian", "Boks"), (1, "Surat", 2), (2, "Peta", 3)]},
        GIVEN,
        ["DAFTAR ARSIP INAKTIF"],
    )
    assert figures(catalog, "berapa arsip") == ["2"]
    keep("taman.xlsx", {"Data": [("No", "Lokasi", "Luas (m2)"), (1, "Lor", 2)]}, GIVEN, ["DATA TAMAN DAN TOILET UMUM"])
    assert figures(catalog, "berapa taman") == []


def test_the_title_of_the_first_group_is_not_that_of_all_rows(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Luas (m2)")
    rows = [("KECAMATAN LOR",), (1, "Taman A", 10), (2, "Taman B", 20), ("KECAMATAN KIDUL",), (3, "Taman C", 40)]
    keep("data taman.xlsx", {"Data": [head, *rows]}, replace(GIVEN, title="KECAMATAN LOR"))
    assert figures(catalog, "total luas taman di Kecamatan Lor") == ["30"]


def test_a_spreadsheet_of_procedures_is_a_list_of_them(catalog: Catalog, keep: Keep) -> None:
    rows = [("No", "Judul SOP", "Lembar"), (1, "SOP Satu", 4), (2, "SOP Dua", 5)]
    keep("daftar sop.xlsx", {"SOP": rows}, replace(OPEN, kind="sop"))
    assert figures(catalog, "ada berapa SOP di daftar sop") == ["2"]


def test_a_year_that_is_none_of_purchase_is_told_by_the_name_of_its_column(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Tahun Pasang", "Kondisi")
    rows = [head, (1, "Pintu Air A", 2010, "B"), (2, "Pintu Air B", 2020, "B")]
    keep("pintu.xlsx", {"Data": rows}, GIVEN)
    found = answer(catalog, "berapa pintu air sebelum 2015", scope_of("internal"))
    assert found and found.sure
    assert (found.sure.count, found.sure.conditions[-1].column) == ("1", "Tahun Pasang")


def test_two_tables_side_by_side_tell_nothing_of_each_other(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Kegiatan", "Realisasi 2017 (Rp)", "No", "Kegiatan", "Realisasi 2018 (Rp)")
    rows = [head, (1, "Audit Menara", 10, 1, "Sarana Layanan", 20), (2, "Pelatihan", 30, 2, "Audit Menara", 40)]
    keep("realisasi.xlsx", {"Realisasi": rows}, GIVEN, ["REALISASI DISKOMINFO"])
    assert figures(catalog, "berapa realisasi 2018 kegiatan audit menara diskominfo") == []


@pytest.mark.parametrize(
    ("question", "found"),
    [("berapa mobil", []), ("berapa mobil ambulans", ["1"]), ("berapa motor", ["2"]), ("berapa motor grader", ["1"])],
)
def test_what_vehicles_are_called_in_general_is_no_beginning_of_some_of_their_names(
    catalog: Catalog, keep: Keep, question: str, found: list[str]
) -> None:
    names = ["Mini Bus", "Mobil Ambulans", "Sepeda Motor", "Sepeda Motor", "Motor Grader"]
    rows = [(at, name, "B") for at, name in enumerate(names, 1)]
    keep("kendaraan.xlsx", {"Data": [("No", "Nama Barang", "Kondisi"), *rows]}, GIVEN)
    assert figures(catalog, question) == found


@pytest.fixture
def stalls(catalog: Catalog, keep: Keep) -> Catalog:
    head = ("No", "Nomor Kios", "Jenis Dagangan", "Tunggakan (Rp)")
    first = [("DATA KIOS BLOK A",), head, (1, "A-01", "Kain", 10), (2, "A-02", "Ikan", 30)]
    second = [("DATA KIOS BLOK B",), head, (1, "B-01", "Kain", "-"), (2, "B-02", "Ikan", "-"), (3, "B-03", "Ikan", 20)]
    keep("data kios pasar legi.xlsx", {"Blok A": first, "Blok B": second}, replace(GIVEN, title="DATA KIOS BLOK A"))
    return catalog


def test_the_title_of_the_first_sheet_is_not_that_of_the_others(stalls: Catalog) -> None:
    assert figures(stalls, "total tunggakan kios blok A pasar legi") == ["40"]


def test_sheets_that_are_parts_of_a_register_are_added_up(stalls: Catalog) -> None:
    assert figures(stalls, "berapa kios di pasar legi") == ["5"]
    found = answer(stalls, "kios pasar legi yang tunggakannya paling besar", scope_of("internal"))
    assert found and found.sure
    assert found.sure.notes[0] == "sebanyak 3 baris dibandingkan"


def test_an_end_is_none_where_a_sheet_of_the_same_things_cannot_be_compared(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Harga (Rp)")
    first = [head, (1, "Meja A", 10), (2, "Meja B", 30)]
    second = [head, (1, "Meja C", "-"), (2, "Meja D", "-"), (3, "Meja E", 5)]
    keep("mebel.xlsx", {"Satu": first, "Dua": second}, GIVEN)
    assert figures(catalog, "meja yang paling mahal") == []


def test_a_column_of_kinds_is_called_by_what_all_rows_are(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Jenis Izin", "Kecamatan", "Retribusi (Rp)")
    rows = [(1, "Izin Reklame", "Lor", 1), (2, "Persetujuan Bangunan", "Rana", 2), (3, "Izin Apotek", "Lor", 4)]
    keep("rekap.xlsx", {"Data": [head, *rows]}, GIVEN, ["KABUPATEN RANA", "REKAPITULASI PERMOHONAN"])
    assert figures(catalog, "berapa izin") == ["3"]
    assert figures(catalog, "berapa izin reklame") == ["1"]


def test_a_place_in_a_cell_may_be_the_region_above(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Jenis Izin", "Kecamatan", "Retribusi (Rp)")
    rows = [(1, "Izin Reklame", "Lor", 1), (2, "Izin Apotek", "Rana", 2)]
    keep("rekap.xlsx", {"Data": [head, *rows]}, GIVEN, ["KABUPATEN RANA", "REKAPITULASI PERMOHONAN"])
    assert figures(catalog, "total retribusi izin rana") == ["2", "3"]
    assert figures(catalog, "total retribusi izin kecamatan rana") == ["2"]
    assert figures(catalog, "total retribusi izin kabupaten rana") == ["3"]


@pytest.mark.parametrize(
    ("question", "found"),
    [("berapa pasien", []), ("berapa kursi pasien", ["1"]), ("berapa bus", ["1"]), ("berapa fotokopi", ["1"])],
)
def test_a_word_within_a_name_is_the_thing_only_behind_words_that_name_none(
    catalog: Catalog, keep: Keep, question: str, found: list[str]
) -> None:
    rows = [(at, name, "B") for at, name in enumerate(["Kursi Pasien", "Mini Bus", "Mesin Fotokopi"], 1)]
    keep("barang.xlsx", {"Data": [("No", "Nama Barang", "Kondisi"), *rows]}, GIVEN)
    assert figures(catalog, question) == found


def test_a_graveyard_that_is_called_a_park_is_no_park(catalog: Catalog, keep: Keep) -> None:
    rows = [(1, "Tanah TPU", 5), (2, "Tanah Taman Kota", 7), (3, "Tanah Taman Pemakaman Umum", 9)]
    keep("tanah.xlsx", {"Data": [("No", "Nama Barang", "Luas (m2)"), *rows]}, GIVEN)
    assert figures(catalog, "total luas tanah taman") == ["7"]
    assert figures(catalog, "total luas tanah TPU") == ["14"]


def test_a_school_is_of_its_kind_whoever_owns_it(catalog: Catalog, keep: Keep) -> None:
    rows = [(1, "SDN Lor", 100), (2, "SDIT Nur", 50), (3, "SD Kanisius", 40), (4, "SMPN 1 Lor", 200)]
    keep("sekolah.xlsx", {"Data": [("No", "Nama Sekolah", "Jumlah Siswa"), *rows]}, GIVEN)
    assert figures(catalog, "berapa SD") == ["3"]
    assert figures(catalog, "berapa SD negeri") == ["1"]
    assert figures(catalog, "jumlah siswa seluruh SD ada berapa anak") == ["190"]
    assert figures(catalog, "berapa anak SD") == []


def test_words_that_stand_together_in_one_file_are_no_better_guess_than_apart_in_another(
    catalog: Catalog, keep: Keep
) -> None:
    head = ("No", "Nama Barang", "Luas (m2)")
    keep("KIB D Dinas Perhubungan Lor.xlsx", {"Data": [head, (1, "Jembatan A", 5)]}, GIVEN)
    keep("jembatan.xlsx", {"KIB D": [head, (1, "Jembatan B", 7)]}, GIVEN, ["DINAS PERHUBUNGAN KOTA KIDUL"])
    assert sorted(figures(catalog, "total luas jembatan di KIB D Dinas Perhubungan")) == ["5", "7"]


def test_a_word_that_names_begin_with_may_stand_for_all_of_their_kind(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Jenis Sarana", "Nama", "Luas (m2)")
    rows = [(1, "Toilet Umum", "MCK Lor", 2), (2, "Toilet Umum", "MCK Kidul", 3), (3, "Toilet Umum", "WC Terminal", 4)]
    keep("sarana.xlsx", {"Data": [head, *rows, (4, "Taman", "Taman Kota", 50)]}, GIVEN)
    assert figures(catalog, "total luas MCK") == ["5", "9"]
    assert figures(catalog, "total luas MCK Lor") == ["2"]
    assert figures(catalog, "total luas toilet umum") == ["9"]
    assert figures(catalog, "total luas taman kota") == ["50"]


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("berapa bangunan di Dinas Sosial Kabupaten Mandala", []),
        ("berapa bangunan milik Dinas Sosial", []),
        ("berapa bangunan di Dinas Sosial", []),
        ("berapa pagar Dinas Sosial", ["1"]),
        ("berapa bangunan Garasi", ["1"]),
    ],
)
def test_an_agency_named_by_one_thing_or_address_does_not_say_whose_the_others_are(
    catalog: Catalog, keep: Keep, question: str, rows: list[str]
) -> None:
    head = ("No", "Kode Barang", "Nama Barang", "Letak/Alamat", "Harga")
    things = [
        (1, "1.3.3.01", "Pagar Dinas Sosial Kab. Mandala", "Dinas Sosial", 5),
        (2, "1.3.3.01", "Bangunan Garasi", "-", 7),
    ]
    keep("kib c.xlsx", {"Sheet1": [head, *things]}, GIVEN)
    assert figures(catalog, question) == rows


def test_all_that_registers_hold_is_the_regions(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Kode Barang", "Nama Barang", "Status Tanah")
    rows = [(1, "1.3.3.01", "Gedung Kantor", "Tanah Milik Pemda"), (2, "1.3.3.01", "Gedung Pasar", "Tanah Milik Warga")]
    keep("kib c.xlsx", {"Sheet1": [head, *rows]}, GIVEN)
    assert figures(catalog, "gedung pemda ada berapa") == ["2"]
    assert figures(catalog, "berapa gedung di tanah milik pemda") != ["2"]


def test_a_letter_is_a_whole_cell_or_a_code_and_no_part_of_one(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Sekolah", "Akreditasi", "Jumlah Siswa")
    keep("sd.xlsx", {"Data": [head, (1, "SD Lor", "A", 5), (2, "SD Kidul", "n/a", 7), (3, "SD Wetan", "B", 1)]}, GIVEN)
    assert figures(catalog, "berapa SD yang akreditasinya A") == ["1"]


PACKAGES = [
    ("No", "Nama Paket", "Pagu (Rp)"),
    (1, "Rak Perpustakaan SMPN 1", 10_000_000),
    (2, "DED TPST Kecamatan Cimara", 20_000_000),
    (3, "Ambulans", 30_000_000),
]


@pytest.mark.parametrize(
    "question",
    ["total pagu Dinas Perpustakaan", "berapa total pagu Kecamatan Cimara", "total pagu paket 2024 Kecamatan Cimara"],
)
def test_an_office_that_a_name_holds_is_not_whose_it_is(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("paket 2024.xlsx", {"Data": PACKAGES}, GIVEN, ["DAFTAR PAKET TAHUN ANGGARAN 2024"])
    assert figures(catalog, question) == []


@pytest.mark.parametrize(
    ("question", "found"),
    [("berapa pompa di Kecamatan Lor", ["2"]), ("berapa pompa milik Kecamatan Lor", [])],
)
def test_where_a_thing_stands_is_not_whose_it_is(catalog: Catalog, keep: Keep, question: str, found: list[str]) -> None:
    rows = [("No", "Nama Barang", "Kecamatan", "Jumlah"), (1, "Pompa", "Lor", 2), (2, "Pompa", "Kidul", 3)]
    keep("pompa.xlsx", {"Data": rows}, GIVEN, ["DINAS SUMBER DAYA AIR"])
    assert figures(catalog, question) == found


def test_codes_of_a_room_are_no_conditions_and_no_columns(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Jumlah", "Kondisi B", "Kondisi KB", "Kondisi RB")
    desks = [head, (1, "Meja Kerja", 3, 2, 1, None), (2, "Kursi", 4, 4, None, None)]
    keep("kir.xlsx", {"R. KIA-KB": desks, "R. Gizi": desks}, replace(OPEN, kind="kir"), ["PUSKESMAS LOR"])
    assert figures(catalog, "berapa meja kerja di ruang KIA-KB") == ["3"]
    assert figures(catalog, "berapa meja kerja di ruang KIA-KB yang kondisinya KB") == ["1"]


def test_the_secretariat_is_named_by_that_alone(catalog: Catalog, keep: Keep) -> None:
    rows = [("No", "Nama Barang", "Jumlah", "Pengguna"), (1, "Kursi", 8, "Sekretariat"), (2, "Kursi", 2, "Bidang Aset")]
    keep("inventaris.xlsx", {"Data": rows}, GIVEN)
    assert figures(catalog, "berapa kursi di sekretariat") == ["8"]


@pytest.mark.parametrize(
    ("question", "counts"), [("berapa kendaraan Distanhorti", ["6"]), ("berapa kendaraan baru", [])]
)
def test_a_name_right_behind_the_thing_may_be_that_of_the_file(
    catalog: Catalog, keep: Keep, question: str, counts: list[str]
) -> None:
    rows = [("No", "Jenis", "Jumlah"), (1, "Sepeda Motor", 4), (2, "Mini Bus", 2)]
    keep("daftar kendaraan baru Distanhorti.xlsx", {"Data": rows}, GIVEN, ["DAFTAR KENDARAAN DINAS"])
    assert figures(catalog, question) == counts


def test_a_class_of_goods_may_be_what_a_title_says_and_no_column_of_kinds(catalog: Catalog, keep: Keep) -> None:
    rows = [("No", "Jenis", "Luas (m2)"), (1, "Tanah", 100), (2, "Bangunan", 50)]
    keep("serah terima.xlsx", {"Data": rows}, GIVEN, ["BERITA ACARA SERAH TERIMA"])
    assert figures(catalog, "berapa bidang tanah") == []


def test_sheets_that_are_alike_and_of_no_time_are_counted_together_too(catalog: Catalog, keep: Keep) -> None:
    rows = [("No", "Judul", "Jumlah"), (1, "Laut", 4), (2, "Gunung", 3)]
    others = [("No", "Judul", "Jumlah"), (1, "Kamus", 5)]
    keep("buku.xlsx", {"Fiksi": rows, "Referensi": others}, GIVEN, ["BUKU INDUK PERPUSTAKAAN"])
    keep("peta.xlsx", {"Semester I": rows, "Semester II": others}, GIVEN, ["DAFTAR PETA"])
    assert figures(catalog, "berapa buku") == ["12", "7", "5"]
    assert figures(catalog, "berapa peta") == ["7", "5"]


def test_two_years_are_those_of_a_register_that_is_called_so(catalog: Catalog, keep: Keep) -> None:
    rows = [("No", "Jenis Izin", "Retribusi (Rp)"), (1, "Izin Reklame", 5), (2, "Izin Klinik", 6)]
    keep("izin.xlsx", {"Data": rows}, GIVEN, ["REKAP IZIN TAHUN 2023 DAN 2024"])
    assert figures(catalog, "berapa izin reklame selama 2023-2024") == ["1"]
    assert figures(catalog, "berapa izin reklame selama 2022-2024") == []


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("berapa permohonan yang statusnya masih proses", ["2"]),
        ("berapa permohonan izin yang masih dalam proses", ["2"]),
        ("bagaimana proses permohonan izin", []),
        ("berapa permohonan Dishub/Bapenda", []),
    ],
)
def test_what_is_in_progress_is_a_status_and_no_procedure(
    catalog: Catalog, keep: Keep, question: str, counts: list[str]
) -> None:
    rows = [
        ("No", "Pemohon", "Status", "Retribusi (Rp)"),
        (1, "A", "Proses", 5),
        (2, "B", "Proses", 6),
        (3, "C", "Terbit", 7),
    ]
    keep("izin.xlsx", {"Data": rows}, GIVEN, ["REKAP PERMOHONAN IZIN TAHUN 2023 DAN 2024"])
    assert figures(catalog, question) == counts


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("berapa kursi Bidang Pertamanan", ["8"]),
        ("berapa kursi Bidang Sampah", []),
        ("berapa kursi Bidang", []),
    ],
    ids=["one office", "one of two", "none is named"],
)
def test_an_office_of_several_matters_is_called_by_the_first(
    catalog: Catalog, keep: Keep, question: str, counts: list[str]
) -> None:
    offices = ["Bidang Pertamanan dan RTH", "Bidang Sampah dan Limbah", "Bidang Sampah dan Armada"]
    rows = [(at, "Kursi", 8 + at, office) for at, office in enumerate(offices)]
    keep("inventaris.xlsx", {"Data": [("No", "Nama Barang", "Jumlah", "Unit Kerja"), *rows]}, GIVEN)
    assert figures(catalog, question) == counts


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("total nilai aplikasi milik Diskominfo Kabupaten Lor", ["5"]),
        ("total nilai aplikasi Kabupaten Lor", ["12"]),
        ("berapa aplikasi jenis Web", ["1"]),
        ("berapa banyak jenis aplikasi", []),
        ("berapa aplikasi-aplikasi jenis Android", ["1"]),
        ("aplikasi jenis Android di ruang mana saja", ["1"]),
    ],
)
def test_who_compiled_a_list_is_not_whose_all_in_it_is(
    catalog: Catalog, keep: Keep, question: str, counts: list[str]
) -> None:
    rows = [("No", "OPD Pemilik", "Nama Aplikasi", "Jenis", "Nilai (Rp)"), (1, "Diskominfo", "e-Arsip", "Web", 5)]
    keep(
        "aplikasi.xlsx",
        {"Data": [*rows, (2, "Dinas Kesehatan", "e-Obat", "Android", 7)]},
        GIVEN,
        ["DISKOMINFO KABUPATEN LOR"],
    )
    assert figures(catalog, question) == counts


def test_a_register_of_a_year_is_not_what_was_bought_in_it(catalog: Catalog, keep: Keep) -> None:
    rows = [("No", "Kode Barang", "Nama Barang", "Tahun Pembelian", "Harga"), (1, "1.3.2.05", "Kursi", 2021, 5)]
    given = replace(OPEN, kind="kib")
    keep("kib b.xlsx", {"KIB B": rows}, given, ["KARTU INVENTARIS BARANG (KIB) B", "Keadaan per 31 Desember 2024"])
    assert figures(catalog, "berapa nilai kursi tahun 2021") == ["5"]
    assert figures(catalog, "total nilai KIB B tahun 2021") == []


def test_rows_are_not_told_by_class_where_some_lack_the_code(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Kode Barang", "Nama Barang", "Harga")
    coded = [head, (1, "1.3.3.01", "Gedung Kantor", 5), (2, "1.3.3.01", "Gudang", 7)]
    keep("gedung.xlsx", {"Data": coded}, GIVEN, ["DINAS LOR"])
    keep("bangunan.xlsx", {"Data": [*coded[:2], (2, None, "Gudang", 7)]}, GIVEN, ["DINAS KIDUL"])
    assert figures(catalog, "total harga gedung dan bangunan dinas lor") == ["12"]
    assert figures(catalog, "total harga gedung dan bangunan dinas kidul") == []


SECTIONS = [
    ("No", "Nomor SOP", "Nama SOP", "Tanggal Penetapan"),
    ("A", "BIDANG PERIZINAN", None, None),
    (1, "SOP.01/2019", "SOP Izin Reklame", "12 Maret 2019"),
    (2, "SOP.02/2021", "SOP Izin Klinik", "2021-06-14"),
    ("B.", "SEKRETARIAT", None, None),
    (3, "SOP.03/2015", "SOP Surat Masuk", "6 Sep 2021"),
]


@pytest.mark.parametrize(
    ("question", "counts"),
    [("berapa SOP", ["3"]), ("berapa SOP bidang perizinan", ["2"]), ("berapa SOP di sekretariat", ["1"])],
)
def test_the_title_of_a_section_in_a_row_of_its_own_is_no_thing(
    catalog: Catalog, keep: Keep, question: str, counts: list[str]
) -> None:
    keep("sop.xlsx", {"Data": SECTIONS}, GIVEN, ["DAFTAR SOP"])
    assert figures(catalog, question) == counts


STOCK = [
    ("No", "Nama Barang", "Satuan", "Saldo Akhir", "Nilai (Rp)"),
    (1, "Kertas HVS A4", "Rim", 13, 130),
    (None, None, None, 84, 924),
    (2, "Kertas Foto", "Pak", 20, 400),
    (3, "Pulpen", "Lusin", 5, 50),
    (4, "Map", "Buah", 7, 70),
    (5, "Buku", "Buah", 9, 90),
]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("berapa sisa saldo akhir kertas HVS", []),
        ("total nilai kertas foto", ["400"]),
        ("total nilai barang", ["1664"]),
    ],
    ids=["goes on at another price", "another thing", "all of them"],
)
def test_no_figure_leaves_out_what_goes_on_without_a_name(
    catalog: Catalog, keep: Keep, question: str, told: list[str]
) -> None:
    keep("persediaan.xlsx", {"Data": STOCK}, GIVEN, ["LAPORAN BARANG"])
    assert figures(catalog, question) == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("total peserta pelatihan seluruh kecamatan tahun 2024", []),
        ("total peserta pelatihan seluruh OPD tahun 2024", ["60"]),
    ],
)
def test_all_of_a_kind_are_not_all_that_a_register_has(
    catalog: Catalog, keep: Keep, question: str, told: list[str]
) -> None:
    rows = [("No", "Perangkat Daerah", "Peserta Pelatihan"), (1, "Dinas Pendidikan", 50), (2, "Kecamatan Lor", 10)]
    keep("pelatihan.xlsx", {"Data": rows}, GIVEN, ["REKAP PESERTA PELATIHAN TAHUN 2024"])
    assert figures(catalog, question) == told

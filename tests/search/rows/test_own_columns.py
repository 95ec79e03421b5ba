"""Registers of any kind: figures by the columns that they have, editions by year, and what their titles tell."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from catalog.database import Catalog
from catalog.scope import scope_of
from search.rows.answering import answer
from search.rows.results import RowAnswer
from tests.search.rows.conftest import OPEN, Keep

GIVEN = replace(OPEN, kind="lainnya")
SCHOOLS = [
    ("No", "Kecamatan", "Nama Sekolah", "Status", "Rombel", "Siswa L", "Siswa P", "Siswa L+P", "Biaya Satuan (Rp)"),
    (1, "Lor", "SDN Satu", "Negeri", "6 rombel", 60, 50, 110, 1000),
    (2, None, "SDN Dua", "Negeri", "12 rombel", 120, 130, 250, 1500),
    (3, None, "SD Tiga", "Swasta", "6 rombel", 30, 30, 60, 2000),
    (4, "Kidul", "SDN Empat", "Negeri", 7, 70, 71, 141, 1200),
    (5, None, "SD Lima", "Swasta", 6, 40, 41, 81, 900),
]
TITLE = ["DATA SEKOLAH NEGERI DAN SWASTA", "DINAS PENDIDIKAN KABUPATEN CONTOH"]


def asked(catalog: Catalog, question: str) -> RowAnswer | None:
    return answer(catalog, question, scope_of("internal"))


def told(found: RowAnswer | None) -> list[tuple[str, str | None]]:
    """Return of each reading its figure and unit."""
    return [(one.sum or one.count, one.unit_of_sum) for one in found.readings] if found else []


@pytest.fixture
def schools(catalog: Catalog, keep: Keep) -> Catalog:
    keep("data sekolah disdik.xlsx", {"SD": SCHOOLS}, GIVEN, TITLE)
    return catalog


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("berapa rombel SDN Dua", [("12", "")]),
        ("berapa jumlah rombongan belajar sekolah di Kecamatan Lor", [("24", "")]),
        ("total murid sekolah di kecamatan Lor", [("420", "")]),
        ("berapa siswa perempuan SD Tiga", [("30", "")]),
        ("berapa sekolah di kecamatan Kidul", [("2", None)]),
        ("berapa sekolah dengan status swasta di kecamatan Lor menurut data sekolah disdik", [("1", None)]),
    ],
)
def test_what_is_asked_for_is_added_up_in_the_column_that_is_called_so(
    schools: Catalog, question: str, figures: list[tuple[str, str | None]]
) -> None:
    assert told(asked(schools, question)) == figures


@pytest.mark.parametrize(
    ("question", "row"),
    [("sekolah yang siswanya paling banyak", 6), ("sekolah mana yang rombelnya terbanyak di kecamatan Kidul", 8)],
)
def test_the_row_at_the_end_of_a_column_is_found(schools: Catalog, question: str, row: int) -> None:
    found = asked(schools, question)
    assert found and found.sure
    assert [one.row for one in found.sure.cells] == [row]


def test_none_is_the_least_of_what_a_table_counts(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Partai", "Laki-laki", "Perempuan")
    rows = [head, (1, "Partai Satu", 5, 2), (2, "Partai Dua", 3, 0), (3, "Partai Tiga", 4, 1), (4, "Partai X", 2, None)]
    keep("kursi.xlsx", {"Kursi": rows}, GIVEN, ["DATA KURSI PARTAI"])
    found = asked(catalog, "partai mana yang perempuannya paling sedikit")
    assert found and found.sure
    assert [one.cells["Nama Partai"] for one in found.sure.cells] == ["Partai Dua"]
    assert found.sure.notes == ("sebanyak 3 baris dibandingkan", "1 baris tanpa angka tidak ikut dibandingkan: baris 7")


@pytest.mark.parametrize(
    "question",
    [
        "total biaya satuan sekolah di kecamatan Lor",
        "berapa guru SDN Dua",
        "sekolah yang paling besar",
        "sekolah yang gurunya paling banyak",
        "berapa boks SDN Dua",
    ],
    ids=["prices of one", "no such column", "an end of nothing", "an end of no column", "no such unit"],
)
def test_what_no_column_tells_or_adds_up_is_not_answered(schools: Catalog, question: str) -> None:
    assert asked(schools, question) is None


def test_a_price_of_one_is_told_of_one_row(schools: Catalog) -> None:
    assert told(asked(schools, "berapa biaya satuan SDN Dua")) == [("1500", "rupiah")]


def test_words_that_two_columns_share_name_neither_without_a_total_of_both(catalog: Catalog, keep: Keep) -> None:
    keep("sekolah.xlsx", {"SD": [row[:7] for row in SCHOOLS]}, GIVEN)
    assert asked(catalog, "total siswa sekolah di kecamatan Lor") is None
    assert told(asked(catalog, "total siswa pria sekolah di kecamatan Lor")) == [("210", "")]


def test_a_title_that_joins_two_things_tells_neither_of_a_row(schools: Catalog) -> None:
    lettered = asked(schools, "berapa sekolah swasta")
    assert told(lettered) == [("2", None)]
    assert told(asked(schools, "berapa sekolah negeri dan swasta")) == [("5", None)]


STOCK = [
    ("No", "Nama Barang", "Satuan", "Sisa"),
    (1, "Kertas HVS A4", "rim", 29),
    (2, "Kertas HVS F4", "rim", "23 rim"),
    (3, "Kertas Karton", "lembar", 40),
]


def test_figures_are_added_up_only_in_one_unit(catalog: Catalog, keep: Keep) -> None:
    keep("kartu stok.xlsx", {"ATK": STOCK}, GIVEN)
    assert told(asked(catalog, "berapa rim sisa kertas HVS")) == [("52", "rim")]
    assert asked(catalog, "berapa sisa kertas") is None


def test_a_measure_that_is_no_price_is_what_a_column_is_called_by(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Tempat", "Sisa", "Nilai Sisa (Rp)")
    rows = [(1, "Kertas A4", "Lemari A", 2, 100), (2, "Kertas F4", "Lemari B", 3, 150), (3, "Map", "Lemari B", 1, 10)]
    keep("stok.xlsx", {"ATK": [head, *rows]}, GIVEN, ["KARTU PERSEDIAAN ALAT TULIS KANTOR (ATK)"])
    assert told(asked(catalog, "berapa total nilai ATK di Lemari B")) == [("160", "rupiah")]
    assert told(asked(catalog, "sisa kertas tinggal berapa")) == [("5", "")]


def test_an_end_is_of_the_measure_that_is_said_with_it(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Nilai Perolehan (Rp)")
    keep("alat.xlsx", {"A": [head, (1, "Alat A", 10), (2, "Alat B", 30), (3, "Alat C", 20)]}, GIVEN)
    found = asked(catalog, "alat yang nilai perolehannya paling tinggi, dan berapa nilainya?")
    assert found and found.sure
    assert [one.row for one in found.sure.cells] == [4]


def test_rupiah_tell_an_amount_from_a_count_under_the_same_head(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Kelurahan", "Target SPPT (lbr)", "Target Pokok (Rp)", "%")
    keep("pbb.xlsx", {"PBB": [head, (1, "Lor", 20, 3000, 80), (2, "Kidul", 30, 5000, 70)]}, GIVEN, ["TARGET PBB-P2"])
    assert told(asked(catalog, "target PBB kelurahan Kidul berapa rupiah")) == [("5000", "rupiah")]
    assert told(asked(catalog, "target PBB kelurahan Kidul berapa")) == []
    assert told(asked(catalog, "berapa persen kelurahan Lor")) == [("80", "%")]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("berapa anggaran puskesmas Lor", []),
        ("berapa sisa anggaran puskesmas Lor", [("3", "rupiah")]),
        ("berapa stok puskesmas Lor", []),
        ("total anggaran untuk puskesmas Lor", []),
    ],
)
def test_what_is_left_of_a_figure_is_another_figure(
    catalog: Catalog, keep: Keep, question: str, figures: list[tuple[str, str]]
) -> None:
    head = ("No", "Puskesmas", "Sisa Anggaran (Rp)", "Stok Awal")
    keep("bok.xlsx", {"BOK": [head, (1, "Lor", 3, 5), (2, "Kidul", 4, 6)]}, GIVEN, ["TAHUN ANGGARAN 2024"])
    assert told(asked(catalog, question)) == figures


def roads(year: int, *broken: bool) -> Sequence[Sequence[object]]:
    head = ("No", "Nama Barang", "Panjang (m)", "Kondisi", "Tahun Perolehan")
    rows = [(at, f"Jalan {at}", 100 * at, "RB" if bad else "B", 2000 + at) for at, bad in enumerate(broken, 1)]
    return [(f"Keadaan per 31 Desember {year}",), head, *rows]


@pytest.fixture
def editions(catalog: Catalog, keep: Keep) -> Catalog:
    sheets = {"Jalan 2023": roads(2023, False, True, False), "Jalan 2024": roads(2024, True, True, True)}
    keep("jalan PUPR 2023-2024.xlsx", sheets, GIVEN)
    return catalog


def test_editions_of_a_register_are_never_added_up_and_the_newest_comes_first(editions: Catalog) -> None:
    assert told(asked(editions, "berapa jalan rusak berat di PUPR")) == [("3", None), ("1", None)]


@pytest.mark.parametrize(
    "year", ["2023", "tahun 2023", "per 31 Desember 2023", "keadaan akhir 2023", "posisi 31 Desember 2023", "TA 2023"]
)
def test_a_year_by_which_sheets_are_called_is_that_of_the_register(editions: Catalog, year: str) -> None:
    assert told(asked(editions, f"berapa jalan rusak berat di PUPR {year}")) == [("1", None)]


def test_a_year_of_which_there_is_no_edition_has_no_figure(editions: Catalog) -> None:
    assert asked(editions, "berapa jalan rusak berat di PUPR 2021") is None
    assert told(asked(editions, "berapa jalan di PUPR per akhir 2024 yang perolehannya 2002 ke atas")) == [("2", None)]


def test_a_sheet_that_sums_up_the_others_is_not_counted_beside_them(catalog: Catalog, keep: Keep) -> None:
    recap = [("No", "Nama Barang", "Jumlah"), (1, "Laptop", 5)]
    goods = [("No", "Nama Barang", "Jumlah"), (1, "Laptop", 2), (2, "Laptop", 3)]
    keep("inventaris.xlsx", {"Rekap": recap, "Ruang 1": goods}, GIVEN)
    assert told(asked(catalog, "berapa laptop")) == [("5", None)]
    keep("lain.xlsx", {"Rekap": [recap[0], (1, "Printer", 4)]}, GIVEN)
    assert told(asked(catalog, "berapa printer")) == [("4", None)]


def test_an_agency_in_the_letterhead_owns_what_is_called_by_another_name(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Kode Barang", "Kondisi")
    rows = [(1, "Gedung Kantor Dinas Kesehatan", "1.3.3.01.01", "RB"), (2, "Gedung Gudang", "1.3.3.01.02", "RB")]
    keep("gedung.xlsx", {"C": [head, *rows]}, GIVEN, ["DINAS KESEHATAN KABUPATEN CONTOH"])
    assert told(asked(catalog, "berapa gedung milik Dinas Kesehatan yang rusak berat")) == [("2", None)]


def test_kinds_that_a_column_tells_go_before_names_and_conditions_are_joined(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Kelurahan", "Jenis", "Nama", "Luas (m2)", "Tahun Bangun", "Sumber Dana")
    rows = [
        (1, "Lor", "Taman", "Taman Kenanga", 100, 2012, "APBD"),
        (2, None, "Toilet Umum", "MCK Taman Kenanga", 20, 2019, "CSR"),
        (3, None, "Taman", "Lapangan RW 3", 50, 2020, "CSR"),
        (4, "Kidul", "Taman", "Taman Kota", 70, 2021, "CSR"),
        (5, None, "Toilet Umum", "Toilet Umum GOR", 10, 2015, "APBD"),
    ]
    keep("taman.xlsx", {"Data": [head, *rows]}, GIVEN, ["DATA TAMAN DAN TOILET UMUM"])
    assert told(asked(catalog, "berapa taman")) == [("3", None)]
    assert told(asked(catalog, "berapa toilet umum di Kelurahan Lor")) == [("1", None)]
    assert told(asked(catalog, "total luas taman di kelurahan Lor")) == [("150", "m2")]
    assert told(asked(catalog, "berapa taman yang didanai CSR dan dibangun setelah tahun 2020")) == [("1", None)]


def test_a_programme_is_not_added_to_its_activities(catalog: Catalog, keep: Keep) -> None:
    head = ("Kode Rekening", "Program / Kegiatan", "Anggaran (Rp ribu)", "Sisa Anggaran (Rp ribu)")
    rows = [
        ("1.06.01", "PROGRAM A", 30, 3),
        ("1.06.01.2.01", "Kegiatan A", 30, 3),
        ("1.06.01.2.01.01", "Sub kegiatan Satu", 10, 1),
        ("1.06.01.2.01.02", "Sub kegiatan Dua", 20, 2),
    ]
    keep("realisasi dinsos 2024.xlsx", {"Lembar": [head, *rows]}, GIVEN, ["REALISASI ANGGARAN"])
    assert told(asked(catalog, "total sisa anggaran dinsos 2024")) == [("3000", "rupiah")]


def test_a_word_behind_the_thing_is_never_left_out(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Kode Barang", "Harga (Rp)")
    rows = [(1, "Rumah Dinas Camat", "1.3.3.01.01", 10), (2, "Rumah Pompa Dinas Sosial", "1.3.3.01.02", 20)]
    keep("gedung dinsos.xlsx", {"C": [head, *rows]}, GIVEN, ["DAFTAR BANGUNAN KANTOR"])
    assert told(asked(catalog, "berapa rumah dinas dinsos")) == [("1", None)]
    assert asked(catalog, "berapa nilai bangunan kantor dinas dinsos") is None


OWED = ("Tunggakan (Rp) Tahun 2023", "Tunggakan (Rp) Tahun 2024", "Jumlah Tunggakan (Rp)")
MARKET = [
    ("No", "Nama", "Jenis", "Dagangan", "Sejak", *OWED, "Keterangan"),
    ("A.", "PASAR KARANGJATI"),
    (1, "A-01", "Kios", "Kain", "Mei", 10, 1, 11, "tertib"),
    (2, "A-02", "Los", "Ikan", "Mei", 20, 2, 22, "tertib"),
    ("B.", "PASAR LEGI"),
    (1, "B-01", "Los", "Ikan", "Juni", 30, 3, 33, "tertib"),
]


@pytest.fixture
def market(catalog: Catalog, keep: Keep) -> Catalog:
    keep("tunggakan pasar.xlsx", {"Rincian": MARKET}, GIVEN, ["DAFTAR TUNGGAKAN RETRIBUSI PASAR"])
    return catalog


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("total tunggakan los di pasar Karangjati", "22"),
        ("total tunggakan pasar Karangjati tahun 2023", "30"),
        ("total tunggakan 2024 di pasar Legi", "3"),
        ("berapa tunggakan kios di pasar Karangjati", "11"),
    ],
)
def test_a_year_in_a_columns_name_tells_it_from_the_others_and_from_their_total(
    market: Catalog, question: str, figure: str
) -> None:
    assert told(asked(market, question)) == [(figure, "rupiah")]


def test_a_year_that_no_column_has_is_not_that_of_the_total(market: Catalog) -> None:
    assert asked(market, "total tunggakan di pasar Legi tahun 2021") is None


def test_two_wordings_together_name_the_column_of_a_quarter(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Puskesmas", "Realisasi (Rp) TW I", "Realisasi (Rp) TW II", "Jumlah Realisasi (Rp)", "Realisasi (%)")
    keep("bok.xlsx", {"TA 2024": [head, (1, "Lor", 10, 20, 30, 60), (2, "Kidul", 1, 2, 3, 40)]}, GIVEN)
    assert told(asked(catalog, "total realisasi puskesmas lor triwulan kedua")) == [("20", "rupiah")]
    assert told(asked(catalog, "realisasi puskesmas Kidul pada triwulan I berapa")) == [("1", "rupiah")]
    assert told(asked(catalog, "berapa persen realisasi puskesmas Kidul")) == [("40", "%")]
    assert told(asked(catalog, "berapa persen realisasi puskesmas")) == []


def test_what_a_file_is_called_says_nothing_of_how_a_thing_is(catalog: Catalog, keep: Keep) -> None:
    goods = [("No", "Nama Barang", "Jumlah"), (1, "Laptop", 2), (2, "Laptop", 3)]
    keep("data laptop baru dishub.xlsx", {"Lembar": goods}, GIVEN)
    assert asked(catalog, "berapa laptop baru") is None
    assert told(asked(catalog, "berapa laptop dishub")) == [("5", None)]


def test_a_region_in_the_letterhead_is_not_only_what_one_thing_is_called_by(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Kode Barang", "Luas (m2)")
    rows = [(1, "Tanah Taman Kota Lembayung", "1.3.1.01", 10), (2, "Tanah Pasar", "1.3.1.02", 20)]
    keep("tanah.xlsx", {"A": [head, *rows]}, GIVEN, ["PEMERINTAH KOTA LEMBAYUNG"])
    assert told(asked(catalog, "total luas tanah kota lembayung")) == [("30", "m2")]


def test_a_list_of_codes_counts_nothing(catalog: Catalog, keep: Keep) -> None:
    codes = [
        ("Kode Kategori", "Uraian", "Masa Manfaat", "Kapitalisasi"),
        ("1.3.1", "Tanah", 0, 0),
        ("1.3.2", "Mesin", 5, 1),
    ]
    agencies = [("Kode SKPD", "Nama SKPD"), (3, "Bagian Umum"), (4, "Dinas Sosial")]
    keep("kategori.xlsx", {"KATEGORI": codes, "KODE SKPD": agencies}, GIVEN)
    assert asked(catalog, "berapa mesin") is None
    assert asked(catalog, "ada berapa skpd") is None


def test_a_kind_may_begin_so_and_a_column_of_names_tells_none(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Jenis Sarana", "Nama", "Debit (liter)")
    rows = [(1, "Hidran Pilar", "Pos Satu", 10), (2, "Sumur Hidran", "Pos Dua", 20), (3, "Hidran", "Pos Tiga", 30)]
    keep("hidran.xlsx", {"Damkar": [head, *rows]}, GIVEN)
    assert told(asked(catalog, "berapa hidran")) == [("2", None)]
    assert asked(catalog, "berapa pilar") is None


OF_BUDGET = ["REKAPITULASI BELANJA LANGSUNG", "DINAS KOMUNIKASI DAN INFORMATIKA"]


def test_what_most_rows_leave_out_is_not_added_up(catalog: Catalog, keep: Keep) -> None:
    rows = [("No", "Nama Kegiatan", "Sisa Anggaran", "Realisasi"), (1, "Rapat", 500, 0)]
    keep("rekap.xlsx", {"Februari": [*rows, (2, "Sewa", 900, None), (3, "Lain", 900, None)]}, GIVEN, OF_BUDGET)
    assert told(asked(catalog, "berapa sisa anggaran Diskominfo")) == [("2300", "")]
    assert told(asked(catalog, "berapa realisasi anggaran Diskominfo")) == []


def test_an_outline_is_not_added_up_since_its_heads_hold_what_is_below_them(catalog: Catalog, keep: Keep) -> None:
    rows = [
        ("No", "Nama Pekerjaan", "Nama Pekerjaan", "Nama Pekerjaan", "Sisa Anggaran"),
        ("I", "Program Perkantoran", None, None, 3629),
        (None, 1, "Gedung kantor", None, 3500),
        (None, None, None, "Gedung baru", 3500),
        (None, 2, "Perlengkapan", None, 129),
        (None, None, "a", "Pengeras suara", 100),
    ]
    keep("rekap.xlsx", {"Februari": rows}, GIVEN, OF_BUDGET)
    assert told(asked(catalog, "berapa sisa anggaran Diskominfo")) == []


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("berapa kontrak", ("2", None)),
        ("total kontrak berapa", ("590000000", "rupiah")),
        ("kontrak terbesar", ("1", None)),
    ],
)
def test_deeds_are_counted_where_no_word_asks_for_their_sum(
    catalog: Catalog, keep: Keep, question: str, figure: tuple[str, str | None]
) -> None:
    rows = [("No", "Paket", "Kontrak (Rp)"), (1, "A", 390_000_000), (2, "B", 200_000_000)]
    keep("kontrak.xlsx", {"Data": rows}, GIVEN, ["DAFTAR KONTRAK"])
    assert told(asked(catalog, question)) == [figure]

"""Conditions on days that only a table's own columns name."""

from dataclasses import replace

import pytest

from catalog.database import Catalog
from catalog.scope import scope_of
from search.rows.answering import answer, answer_by_days
from tests.search.rows.conftest import OPEN, Keep

GIVEN = replace(OPEN, kind="lainnya")
PERMITS = [
    ("No", "Jenis Izin", "Tgl Masuk", "Tgl Terbit", "Status", "Kanal", "Retribusi (Rp)"),
    (1, "Izin Reklame", "30 September 2024", "02-10-2024", "Terbit", "OSS", 100_000),
    (2, "Izin Reklame", "01-10-2024", "2024-11-05", "Terbit", "Loket", 200_000),
    (3, "Izin Klinik", "15/11/24", "-", "Ditolak", "OSS", 0),
    (4, "Izin Klinik", "2023-12-31", "3 Januari 2024", "Terbit", "Loket", 400_000),
]
VEHICLES = [
    ("No", "Jenis", "No. Polisi", "Harga (Rp)", "Jatuh Tempo Pajak (tahunan)", "Masa Berlaku STNK"),
    (1, "Sepeda Motor", "B 1234 QA", 20_000_000, "12 Maret 2025", "2024-12-30"),
    (2, "Sepeda Motor", "B 1235 QA", 20_000_000, "2025-04-01", "2024-12-31"),
    (3, "Mini Bus", "B 1236 QA", 20_000_000, "01/03/2025", "2027-05-05"),
]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("berapa izin yang masuk sejak Oktober 2024", "2"),
        ("berapa izin yang masuk sebelum 1 Oktober 2024", "2"),
        ("berapa izin yang masuk bulan November 2024", "1"),
        ("berapa izin yang tanggal terbitnya tahun 2024", "3"),
        ("berapa izin yang diterbitkan lewat loket pada tahun 2024", "2"),
        ("berapa izin reklame yang terbit setelah Oktober 2024", "1"),
        ("berapa izin yang tanggal terbitnya 2024, status Terbit, bukan OSS", "2"),
        ("berapa izin yang masuk antara September dan Oktober 2024", "2"),
        ("berapa izin yang masuk tahun 2022", "0"),
        ("berapa izin yang masuk lewat loket pada tahun 2024", "1"),
        ("berapa izin yang masuk tahun 2023 tapi baru terbit tahun 2024", "1"),
        ("berapa izin yang status terbit dan diterbitkan sejak Oktober 2024", "2"),
    ],
)
def test_words_name_the_column_whose_days_are_compared(catalog: Catalog, keep: Keep, question: str, count: str) -> None:
    keep("rekap izin.xlsx", {"Data": PERMITS}, GIVEN, titles=["DAFTAR IZIN"])
    found = answer(catalog, question, scope_of("internal")) or answer_by_days(catalog, question, scope_of("internal"))
    assert found and found.sure
    assert found.sure.count == count


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("berapa kendaraan yang pajaknya jatuh tempo bulan Maret 2025", "2"),
        ("berapa kendaraan yang STNK-nya sudah mati per 31 Desember 2024", "1"),
        ("berapa sepeda motor yang masa berlaku STNK-nya sudah lewat per 1 Januari 2025", "2"),
    ],
)
def test_what_ends_on_a_day_is_over_on_the_next(catalog: Catalog, keep: Keep, question: str, count: str) -> None:
    keep("randis.xlsx", {"Data": VEHICLES}, GIVEN, titles=["DAFTAR KENDARAAN DINAS"])
    found = answer_by_days(catalog, question, scope_of("internal"))
    assert found and found.sure
    assert found.sure.count == count


@pytest.mark.parametrize(
    ("question", "row", "told"),
    [
        ("izin mana yang paling terakhir masuk", 6, "terbaru 15 November 2024"),
        ("izin yang pertama kali diterbitkan", 7, "terlama 3 Januari 2024"),
        ("izin reklame yang terbitnya paling awal yang mana", 4, "terlama 2 Oktober 2024"),
        ("izin yang terakhir masuk pada tahun 2023", 7, "terbaru 31 Desember 2023"),
    ],
)
def test_the_newest_and_the_oldest_are_of_the_days_that_words_name(
    catalog: Catalog, keep: Keep, question: str, row: int, told: str
) -> None:
    keep("rekap izin.xlsx", {"Data": PERMITS}, GIVEN, titles=["DAFTAR IZIN"])
    found = answer_by_days(catalog, question, scope_of("internal"))
    assert found and found.sure
    assert [one.row for one in found.sure.cells] == [row]
    peak = found.sure.conditions[-1]
    assert f"{peak.operator} {peak.value}" == told


@pytest.mark.parametrize("question", ["izin terbaru", "izin yang paling lama diproses", "izin yang terakhir dicabut"])
def test_no_end_is_given_of_days_that_no_column_tells(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("rekap izin.xlsx", {"Data": PERMITS}, GIVEN, titles=["DAFTAR IZIN"])
    assert answer_by_days(catalog, question, scope_of("internal")) is None


@pytest.mark.parametrize(
    "question",
    [
        "berapa izin yang dicabut sejak Oktober 2024",
        "berapa izin pada Oktober 2024",
        "berapa izin yang masuk sejak Oktober 2024 dan dicabut sebelum 2025",
    ],
    ids=["no such column", "no column is named", "one of two"],
)
def test_what_no_column_tells_is_not_compared_with_another(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("rekap izin.xlsx", {"Data": PERMITS}, GIVEN, titles=["DAFTAR IZIN"])
    assert answer_by_days(catalog, question, scope_of("internal")) is None


HYDRANTS = [
    ("No", "Jenis", "Debit (liter)", "Pemeriksaan Terakhir", "Dokumen Izin / PBG Tanggal"),
    (1, "Hidran Pilar", 20, "21 Agu 23", "01-02-2021"),
    (2, "Hidran Pilar", 30, "2024-03-12", "2021-05-05"),
    (3, "Hidran Pilar", 25, "2023-12-31", "2022-01-01"),
]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("berapa hidran pilar yang pemeriksaan terakhirnya tahun 2023", "2"),
        ("berapa hidran pilar yang terakhir diperiksa sebelum tahun 2024", "2"),
        ("hidran pilar yang pemeriksaan terakhirnya sebelum 2024 ada berapa titik", "2"),
        ("berapa hidran pilar yang PBG-nya terbit tahun 2021", "2"),
        ("berapa hidran pilar yang izin/PBG-nya bertanggal 2022", "1"),
        ("berapa hidran pilar yang terakhir keluar sebelum tahun 2024", None),
    ],
)
def test_last_may_be_part_of_what_a_column_is_called(
    catalog: Catalog, keep: Keep, question: str, count: str | None
) -> None:
    keep("hidran.xlsx", {"Data": HYDRANTS}, GIVEN, titles=["DATA HIDRAN"])
    found = answer_by_days(catalog, question, scope_of("internal"))
    assert (found.sure.count if found and found.sure else None) == count


def test_a_word_that_two_columns_of_days_have_names_neither(catalog: Catalog, keep: Keep) -> None:
    courses = [("No", "Diklat", "Pelaksanaan Mulai", "Pelaksanaan Selesai"), (1, "A", "01-02-2024", "03-03-2024")]
    keep("diklat.xlsx", {"Data": [*courses, (2, "B", "02-02-2024", "04-03-2024")]}, GIVEN, titles=["DAFTAR DIKLAT"])
    assert answer_by_days(catalog, "berapa diklat yang dilaksanakan sejak Maret 2024", scope_of("internal")) is None


def test_the_column_and_the_days_are_told_with_rows_that_say_none(catalog: Catalog, keep: Keep) -> None:
    keep("rekap izin.xlsx", {"Data": PERMITS}, GIVEN, titles=["DAFTAR IZIN"])
    found = answer_by_days(catalog, "berapa izin yang terbit sebelum 1 November 2024", scope_of("internal"))
    assert found and found.sure
    told = found.sure.conditions[-1]
    assert (told.column, told.operator, told.value) == ("Tgl Terbit", "sebelum", "1 November 2024")
    assert any("1 baris tidak dapat dinilai" in note for note in found.sure.notes)


def test_a_month_in_a_cell_is_not_compared_with_a_day_in_it(catalog: Catalog, keep: Keep) -> None:
    stock = [
        ("No", "Nama Obat", "ED", "Sisa"),
        (1, "A", "Mar-25", 4),
        (2, "B", "2025-01-31", 5),
        (3, "C", "2026-01-01", 5),
    ]
    keep("obat.xlsx", {"Data": stock}, GIVEN)
    found = answer_by_days(catalog, "berapa obat yang kedaluwarsa sebelum 15 Maret 2025", scope_of("internal"))
    assert found and found.sure
    assert found.sure.count == "1"
    assert any("1 baris tidak dapat dinilai" in note for note in found.sure.notes)


def test_nobody_gets_days_of_what_he_may_not_see(catalog: Catalog, keep: Keep) -> None:
    keep("rekap izin.xlsx", {"Data": PERMITS}, replace(GIVEN, access="terbatas"), titles=["DAFTAR IZIN"])
    assert answer_by_days(catalog, "berapa izin yang masuk sejak Oktober 2024", scope_of("internal")) is None

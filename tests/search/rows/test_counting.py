"""What is counted: things, rows, kinds, and what a table has one row of."""

from dataclasses import replace

import pytest

from catalog.database import Catalog
from catalog.scope import scope_of
from search.rows.answering import answer
from search.rows.results import RowAnswer
from tests.search.rows.conftest import OPEN, Keep

GIVEN = replace(OPEN, kind="lainnya")
HEAD = ("No", "Nama Barang", "Merk", "Jumlah", "Sumber")


def asked(catalog: Catalog, question: str) -> RowAnswer | None:
    return answer(catalog, question, scope_of("internal"))


def counts(catalog: Catalog, question: str) -> list[tuple[str, str]]:
    found = asked(catalog, question)
    return [(one.count, one.unit_of_count) for one in found.readings] if found else []


@pytest.fixture
def goods(catalog: Catalog, keep: Keep) -> Catalog:
    rows = [(1, "Meja", "A", 2, "APBD"), (2, "Kursi", "B", 8, "Pembelian"), (3, "Kursi", "C", 5, "APBD")]
    keep("inventaris.xlsx", {"Data": [HEAD, *rows]}, GIVEN, ["DAFTAR PERALATAN KANTOR"])
    return catalog


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("berapa kursi", [("13", "unit")]),
        ("berapa entri kursi", [("2", "baris")]),
        ("berapa baris peralatan kantor", [("3", "baris")]),
        ("ada berapa macam peralatan kantor", [("2", "macam"), ("3", "baris")]),
        ("berapa kursi yang berasal dari pembelian", [("8", "unit")]),
        ("berapa jenis kursi tahun 2020", []),
    ],
)
def test_units_rows_and_kinds_are_told_apart(goods: Catalog, question: str, expected: list[tuple[str, str]]) -> None:
    assert counts(goods, question) == expected


def test_where_most_names_stand_in_several_rows_a_kind_is_no_row(catalog: Catalog, keep: Keep) -> None:
    rows = [(at, "Kursi" if at % 2 else "Meja", "A", 1, "APBD") for at in range(1, 7)]
    keep("inventaris.xlsx", {"Data": [HEAD, *rows]}, GIVEN, ["DAFTAR PERALATAN KANTOR"])
    assert counts(catalog, "berapa macam peralatan kantor") == [("2", "macam")]


def test_what_a_row_buys_is_not_how_many_packages_there_are(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Paket", "Volume", "Metode Pemilihan", "Pagu (Rp)")
    rows = [(1, "Belanja Laptop", 20, "E-Purchasing", 400), (2, "Belanja Kursi", 50, "Tender", 100)]
    keep("rup.xlsx", {"RUP": [head, *rows]}, GIVEN, ["DINAS LINGKUNGAN HIDUP", "RENCANA UMUM PENGADAAN"])
    assert counts(catalog, "berapa paket DLH") == [("2", "baris")]
    assert counts(catalog, "paket DLH yang pemilihannya lewat tender ada berapa") == [("1", "baris")]
    assert counts(catalog, "DLH punya berapa paket dengan metode e-purchasing") == [("1", "baris")]


def test_a_table_with_a_row_for_each_office_has_as_many_offices_as_rows(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Kecamatan", "Puskesmas", "Jumlah", "Akreditasi")
    rows = [(1, "Lor", "Satu", 40, "Utama"), (2, "Lor", "Dua", 30, "Dasar"), (3, "Kidul", "Tiga", 20, "Utama")]
    keep("data akreditasi.xlsx", {"Data": [head, *rows]}, GIVEN)
    assert counts(catalog, "berapa puskesmas yang akreditasinya utama") == [("2", "baris")]
    assert counts(catalog, "berapa puskesmas di kecamatan Lor") == [("2", "baris")]
    assert counts(catalog, "berapa kecamatan yang akreditasinya utama") == []
    dated = [(*row, f"{at} Mei 2024") for at, row in enumerate(rows, 1)]
    keep("data izin.xlsx", {"Data": [(*head, "Masa Berlaku"), *dated]}, GIVEN)
    assert counts(catalog, "berapa puskesmas di kecamatan Lor yang masa berlaku sudah lewat") == []


def test_things_in_units_that_hold_more_or_less_are_not_added_up(catalog: Catalog, keep: Keep) -> None:
    rows = [
        (1, "Arsip A", "-", "5 berkas", "x"),
        (2, "Arsip B", "-", "6 bundel", "x"),
        (3, "Arsip C", "-", "7 berkas", "y"),
    ]
    keep("daftar arsip.xlsx", {"Data": [HEAD, *rows]}, GIVEN)
    found = asked(catalog, "berapa arsip")
    assert found and found.sure
    assert (found.sure.count, found.sure.unit_of_count) == ("3", "baris")
    assert found.sure.notes[0].startswith("satuannya berbeda-beda (berkas, bundel)")


def test_a_count_in_a_unit_is_of_the_things_that_are_counted_in_it(catalog: Catalog, keep: Keep) -> None:
    rows = [(1, "Lampu Jalan", "-", "25 titik", "x"), (2, "Lampu Jalan", "-", 11, "x"), (3, "Bangku", "-", 4, "y")]
    keep("taman.xlsx", {"Data": [HEAD, *rows]}, GIVEN)
    assert counts(catalog, "berapa titik lampu jalan") == [("36", "unit")]
    assert counts(catalog, "berapa rim lampu jalan") == []


def test_a_figure_that_all_editions_give_is_one_answer(catalog: Catalog, keep: Keep) -> None:
    old = [HEAD, (1, "Meja", "A", 2, "APBD"), (2, "Kursi", "B", 8, "APBD")]
    new = [HEAD, (1, "Meja", "A", 2, "Hibah"), (2, "Kursi", "B", 9, "APBD")]
    keep("inventaris.xlsx", {"Data 2023": old, "Data 2024": new}, GIVEN)
    found = asked(catalog, "berapa meja")
    assert found and found.sure
    assert (found.sure.count, found.sure.notes) == ("2", ("angka yang sama diberikan juga oleh lembar Data 2023",))
    assert counts(catalog, "berapa kursi") == [("9", "unit"), ("8", "unit")]


def test_the_ends_of_two_editions_are_two_answers(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Harga (Rp)")
    old = [head, (1, "Laptop A", 9), (2, "Laptop B", 5)]
    new = [head, (1, "Laptop A", 9), (2, "Laptop C", 12)]
    keep("inventaris.xlsx", {"Data 2023": old, "Data 2024": new}, GIVEN)
    found = asked(catalog, "laptop termahal")
    assert found and not found.sure
    assert [one.cells[0].cells["Nama Barang"] for one in found.readings] == ["Laptop C", "Laptop A"]

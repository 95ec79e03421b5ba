"""Sheets: headers of several rows, typed rows with their sheet row numbers, and what is no data row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.document import PageRead
from indexer.readers.table import Grid, Merge, read_grid, read_tables


def page(rows: list[list[str]], *merges: Merge, start: int = 1) -> PageRead:
    numbered = [(n, {c: t for c, t in enumerate(row, 1) if t}) for n, row in enumerate(rows, start)]
    return read_grid(Grid("KIB B", [r for r in numbered if r[1]], merges, []))


HEADER = ["No", "Kode Barang", "Nama Barang", "Kondisi", "Harga"]
PC = ["1", "1.3.2.10.01.02.001", "PC Unit", "Baik", "12000000"]
CHAIR = ["2", "1.3.2.05.02.01.003", "Kursi Kerja", "Rusak Berat", "850000"]


def test_data_rows_keep_their_sheet_row_number_and_their_range() -> None:
    read = page([HEADER, PC, CHAIR])
    assert [r.row for r in read.rows] == [2, 3]
    assert read.rows[0].cells == dict(zip(HEADER, PC, strict=True))
    assert [read.text[r.start : r.end] for r in read.rows] == [" | ".join(PC), " | ".join(CHAIR)]
    assert (read.page, read.sheet, read.state) == (None, "KIB B", "text")


def test_title_rows_above_and_signatures_below_are_text_only() -> None:
    read = page([["KARTU INVENTARIS BARANG (KIB) B"], [], HEADER, PC, ["", "", "", "", "Jakarta, 3 Maret 2025"]])
    assert [r.row for r in read.rows] == [4]
    assert read.text.startswith("KARTU INVENTARIS BARANG (KIB) B\n")
    assert read.text.endswith("Jakarta, 3 Maret 2025")


def test_a_total_is_no_data_row() -> None:
    assert [r.row for r in page([HEADER, PC, ["Jumlah", "", "", "", "12000000"]]).rows] == [2]


def test_merged_header_rows_give_one_name_a_column_and_column_numbers_are_skipped() -> None:
    rows = [
        ["No", "Nama Barang", "Dokumen", "", "Harga"],
        ["", "", "Tanggal", "Nomor", ""],
        ["1", "2", "3", "4", "5"],
        ["1", "Gedung Arsip", "2019-03-02", "12/BA/2019", "450000000"],
    ]
    merges = [Merge(1, 1, 2, 1), Merge(1, 2, 2, 2), Merge(1, 3, 1, 4), Merge(1, 5, 2, 5)]
    read = page(rows, *merges)
    assert list(read.rows[0].cells) == ["No", "Nama Barang", "Dokumen Tanggal", "Dokumen Nomor", "Harga"]
    assert [r.row for r in read.rows] == [4]
    assert "1 | 2 | 3 | 4 | 5" not in read.text


def test_a_header_of_two_rows_is_known_without_merged_cells() -> None:
    rows = [
        ["No", "Nama Barang", "Dokumen", "", "Harga"],
        ["", "", "Tanggal", "Nomor", ""],
        ["1", "Tanah", "x", "y", "5"],
    ]
    assert list(page(rows).rows[0].cells)[2:4] == ["Dokumen Tanggal", "Dokumen Nomor"]


def test_equal_labels_and_broken_words_in_headers() -> None:
    rows = [["No", "Tahun Pem-/ belian", "Harga", "Harga"], ["1", "2019", "10", "20"]]
    assert list(page(rows).rows[0].cells) == ["No", "Tahun Pembelian", "Harga", "Harga (2)"]


def test_the_column_numbers_of_two_tables_side_by_side_are_skipped() -> None:
    rows = [
        ["No", "Nama", "Harga", "No", "Nama", "Harga"],
        ["1", "2", "3", "1", "2", "3"],
        ["1", "a", "7", "1", "b", "8"],
    ]
    assert [r.row for r in page(rows).rows] == [3]


def test_a_total_in_spaced_letters_is_no_data_row() -> None:
    assert [r.row for r in page([HEADER, PC, ["J U M L A H", "", "x", "y", "12000000"]]).rows] == [2]


def test_rows_have_values_under_canonical_names_and_the_page_its_form() -> None:
    read = page([["No", "Kode Barang", "Nama Barang", "Kondisi", "Harga (ribuan Rp)"], PC])
    assert read.rows[0].values == {
        "kode_barang": ("Kode Barang", "1.3.2.10.01.02.001", "code"),
        "nama": ("Nama Barang", "PC Unit", "text"),
        "kondisi": ("Kondisi", "baik", "condition"),
        "harga": ("Harga (ribuan Rp)", "12000000000", "money"),
    }
    assert read.rows[0].cells["Harga (ribuan Rp)"] == "12000000"


def test_thousands_told_by_the_title_above_the_table_are_applied_to_the_value_alone() -> None:
    row = page([["DAFTAR BARANG", "", "(dalam ribuan rupiah)"], HEADER, PC]).rows[0]
    assert (row.values["harga"].value, row.cells["Harga"]) == ("12000000000", "12000000")


def test_hidden_rows_and_columns_are_read_and_marked() -> None:
    rows = [(n, dict(enumerate(cells, 1))) for n, cells in enumerate([HEADER, PC, CHAIR], 1)]
    read = read_grid(Grid("KIB B", rows, (), hidden_rows=frozenset([3]), hidden_columns=frozenset([5])))
    assert [(r.hidden, r.hidden_columns) for r in read.rows] == [(False, ("Harga",)), (True, ("Harga",))]
    assert read.text.endswith(" | ".join(CHAIR))


def test_rows_of_a_hidden_sheet_are_hidden() -> None:
    rows = [(n, dict(enumerate(cells, 1))) for n, cells in enumerate([HEADER, PC], 1)]
    assert [r.hidden for r in read_grid(Grid("KIB B", rows, (), hidden=True)).rows] == [True]


def test_two_tables_on_a_sheet_have_their_own_columns() -> None:
    other = [["Kode", "Uraian", "Jumlah"], ["5.1.02", "Belanja barang", "700"]]
    read = page([HEADER, PC, [], ["Rekapitulasi"], *other])
    assert [list(r.cells) for r in read.rows] == [HEADER, other[0]]


def test_labels_with_values_beside_them_are_no_header() -> None:
    read = page([["Nama OPD", ": Dinas Contoh"], ["Bulan", ": Februari"], HEADER, PC])
    assert [r.row for r in read.rows] == [4]


def test_a_sheet_without_a_header_has_text_and_no_rows() -> None:
    read = page([["Iuran", "5000"], ["Sewa", "7000"]])
    assert (read.rows, read.text) == ((), "Iuran | 5000\nSewa | 7000")


def test_an_empty_sheet_is_an_empty_page() -> None:
    assert (page([]).state, page([]).text) == ("empty", "")


CELL = st.sampled_from(["", "No", "Nama Barang", "Harga", "1", "2", "3", "Jumlah", "Kursi", "1.3.2"])


@given(st.lists(st.lists(CELL, min_size=1, max_size=6), max_size=12))
def test_every_cell_stays_in_the_text_and_every_row_is_its_line(rows: list[list[str]]) -> None:
    read = page(rows)
    for row in read.rows:
        line = read.text[row.start : row.end]
        assert "\n" not in line
        assert all(value in line for value in row.cells.values())
        assert line == " | ".join(t for t in rows[row.row - 1] if t)


def test_a_row_of_words_below_rows_as_wide_as_itself_is_no_header() -> None:
    words = [["Unsur", "Isian", "Contoh"], ["Dasar", "aturan", "Perda"], ["Akses", "kelas", "umum"]]
    assert page([*words, ["Sifat", "huruf", "B"], ["Tinjau", "angka", "2"]]).rows == ()


def test_a_second_table_is_known_by_the_number_column_that_it_begins_with() -> None:
    rows = [HEADER, PC, ["No", "Pelatihan", "Penyelenggara"], ["1", "Arsip", "BPSDM"]]
    assert [list(r.cells) for r in page(rows).rows] == [HEADER, rows[2]]


def test_two_words_over_words_are_no_header() -> None:
    assert page([["Judul", "Nama dokumen"], ["Tanggal", "Tanggal unggah"], ["Jenis", "SOP, KAK"]]).rows == ()


PARKS = [
    ["No", "Kelurahan", "Nama", "Harga"],
    ["1", "Lor", "Taman Satu", "100"],
    ["2", "", "Taman Dua", "200"],
    ["3", "", "Taman Tiga", "300"],
    ["", "Jumlah Lor", "", "600"],
    ["4", "Kidul", "Taman Empat", "400"],
    ["5", "", "Taman Lima", "500"],
]


def test_a_group_told_once_beside_its_first_row_is_that_of_all_its_rows() -> None:
    read = page(PARKS)
    assert [row.cells["Kelurahan"] for row in read.rows] == ["Lor", "Lor", "Lor", "Kidul", "Kidul"]
    assert list(read.rows[1].cells) == PARKS[0]
    assert "2 | Taman Dua | 200" in read.text.splitlines()


def test_goods_of_one_name_that_is_told_once_have_its_code_too() -> None:
    head = ["No", "Jenis Barang / Nama Barang", "Kode Barang", "Register", "Harga"]
    rows = [
        ["1", "Gedung Kantor", "1.3.3.01", "0001", "500"],
        ["2", "", "", "0002", "400"],
        ["3", "Gudang", "", "0001", "300"],
    ]
    read = page([head, *rows, ["4", "", "", "0002", "200"], ["5", "", "", "0003", "100"]])
    codes = [row.values["kode_barang"].value if "kode_barang" in row.values else None for row in read.rows]
    assert codes == ["1.3.3.01", "1.3.3.01", None, None, None]


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        (1, ["Lor", "", "", "Lor", ""]),
        (1, ["", "Lor", "", "Kidul", ""]),
        (1, ["Lor", "Kidul", "Wetan", "Kulon", ""]),
        (1, ["12", "", "", "13", ""]),
        (4, ["rusak", "", "", "pindah", ""]),
    ],
    ids=["named twice", "none for the first row", "mostly filled", "figures", "a remark at the end"],
)
def test_an_empty_cell_that_need_not_be_of_a_group_stays_empty(column: int, cells: list[str]) -> None:
    rows = [[*PARKS[0], "Keterangan"], *([*row, ""] for row in PARKS[1:] if row[0])]
    for row, cell in zip(rows[1:], cells, strict=True):
        row[1], row[column] = "" if column != 1 else cell, cell
    name = rows[0][column]
    assert [row.cells.get(name, "") for row in page(rows).rows] == cells


def test_a_make_that_is_not_told_is_not_that_of_the_row_above() -> None:
    rows = [["No", "Merk", "Nama", "Harga"], *([*row[:1], row[1] and f"Merk {row[1]}", *row[2:]] for row in PARKS[1:])]
    assert [row.cells.get("Merk") for row in page([row for row in rows if row[0]]).rows].count(None) == 3


def test_words_merged_over_rows_are_those_of_each_and_figures_of_none() -> None:
    rows = [{1: "No", 2: "Ruangan", 3: "Nama Barang", 4: "Jumlah"}, {1: "1", 2: "Aula", 3: "Kursi", 4: "50"}]
    rows.append({1: "2", 3: "Meja"})
    merges = (Merge(2, 2, 3, 2), Merge(2, 4, 3, 4))
    found = read_tables(Grid("Lembar", list(enumerate(rows, 1)), merges)).rows
    assert found[3].cells == {"No": "2", "Ruangan": "Aula", "Nama Barang": "Meja"}

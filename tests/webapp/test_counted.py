"""Counted rows as tables with the columns of their sheets."""

from collections.abc import Mapping

from catalog.table_rows import Sheet
from search.rows.results import Counted
from webapp.counted import counted_tables


def sheet(number: int) -> Sheet:
    card = ("k", 1, "KIB", "kib", None, "uji", "kib.xlsx", "disahkan", "berlaku", None, None, f"Lembar {number}")
    return Sheet(number, *card, "text", None, "")


def row(of: int, number: int | None, cells: Mapping[str, str]) -> Counted:
    return Counted(sheet(of), number, cells, 0, 0)


def test_rows_stand_by_sheet_and_columns_in_the_order_of_the_sheet() -> None:
    first = row(1, 5, {"Nama": "Meja", "Harga": "10"})
    second = row(1, 9, {"Nama": "Kursi", "Merk": "Contoh", "Harga": "20", "Keterangan": "baik"})
    other = row(2, 7, {"Jenis": "Mobil"})
    one, two = counted_tables([first, other, second], None)
    assert (one.columns, one.rows) == (("Nama", "Merk", "Harga", "Keterangan"), (first, second))
    assert (two.columns, two.rows) == (("Jenis",), (other,))


def test_the_column_that_was_summed_stands_first() -> None:
    (table,) = counted_tables([row(1, 5, {"Nama": "Meja", "Merk": "Contoh", "Harga": "10"})], "Harga")
    assert table.columns == ("Harga", "Nama", "Merk")


def test_papers_counted_by_a_field_stand_together_without_columns() -> None:
    papers = [row(1, None, {"tahun": "2024"}), row(2, None, {"tahun": "2025"})]
    (table,) = counted_tables(papers, None)
    assert (table.columns, table.rows) == ((), tuple(papers))


def test_columns_of_another_order_are_each_told_once() -> None:
    (table,) = counted_tables([row(1, 5, {"A": "1", "B": "2"}), row(1, 6, {"B": "3", "A": "4"})], None)
    assert sorted(table.columns) == ["A", "B"]

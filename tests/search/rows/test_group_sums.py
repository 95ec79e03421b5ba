"""Rows that add up those below them are no things."""

from collections.abc import Mapping

from catalog.table_rows import SheetRow
from catalog.typed_cells import CellValue
from search.rows.group_sums import group_sums, is_outline


def row(number: int, mark: str, name: str, **figures: int) -> SheetRow:
    cells: Mapping[str, str] = {"No": mark, "Nama": name, **{key: str(value) for key, value in figures.items()}}
    kinds = {"jumlah": "number", "harga": "money"}
    values = {key: CellValue(key, str(value), kinds[key]) for key, value in figures.items()}
    return SheetRow(number, cells, values | {"nama": CellValue("Nama", name, "text")}, 0, 0, hidden=False)


def test_a_group_that_is_numbered_otherwise_adds_up_what_is_below() -> None:
    rows = [row(1, "I", "Laptop", jumlah=12), row(2, "1", "Asus", jumlah=5), row(3, "2", "Acer", jumlah=7)]
    assert group_sums(rows) == {1}


def test_so_does_a_group_of_one() -> None:
    assert group_sums([row(1, "A.", "Printer", jumlah=4), row(2, "1", "Epson", jumlah=4)]) == {1}


def test_a_row_without_a_number_adds_up_if_two_figures_agree() -> None:
    below = [row(2, "1", "Asus", jumlah=5, harga=50), row(3, "2", "Acer", jumlah=7, harga=70)]
    assert group_sums([row(1, "", "Laptop", jumlah=12, harga=120), *below]) == {1}
    assert group_sums([row(1, "", "Laptop", jumlah=12, harga=130), *below]) == frozenset()


def test_a_numbered_row_is_a_thing_whatever_its_figures() -> None:
    below = [row(2, "2", "Meja kecil", jumlah=1, harga=10), row(3, "3", "Meja kecil", jumlah=1, harga=10)]
    assert group_sums([row(1, "1", "Meja", jumlah=2, harga=20), *below]) == frozenset()


def test_a_name_that_ends_with_total_is_no_thing() -> None:
    assert group_sums([row(1, "", "Rambu Larangan Total", jumlah=25), row(2, "1", "Totalisator", jumlah=1)]) == {1}


def test_a_programme_of_one_activity_is_known_by_its_code_and_adds_up_what_that_adds_up() -> None:
    rows = [
        row(1, "1.06.01", "Program", harga=30),
        row(2, "1.06.01.2.01", "Kegiatan", harga=30),
        row(3, "1.06.01.2.01.01", "Sub kegiatan", harga=10),
        row(4, "1.06.01.2.01.02", "Sub kegiatan", harga=20),
    ]
    assert group_sums(rows) == {1, 2}
    assert group_sums(rows[2:]) == frozenset()


def test_codes_of_the_form_of_those_that_add_up_are_heads_and_an_empty_figure_is_nothing() -> None:
    rows = [
        row(1, "7.01.01", "Kegiatan A", harga=30, jumlah=3),
        row(2, "5.1.02.0001", "Belanja Satu", harga=10, jumlah=3),
        row(3, "5.1.02.0002", "Belanja Dua", harga=20),
        row(4, "7.01.02", "Kegiatan B", harga=50, jumlah=5),
        row(5, "5.1.02.0001", "Belanja Satu", harga=25, jumlah=2),
        row(6, "5.1.02.0003", "Belanja Tiga", harga=25, jumlah=3),
        row(7, "7.01.03", "Kegiatan C", harga=40, jumlah=4),
        row(8, "5.1.02.0004", "Belanja Empat", harga=40, jumlah=4),
    ]
    assert group_sums(rows) == {1, 4, 7}


def test_codes_of_one_form_are_things_where_few_add_up_others() -> None:
    rows = [row(at, f"1.3.{at}", "Barang", harga=price) for at, price in enumerate([30, 10, 20, 70, 80], 1)]
    assert group_sums(rows) <= {1}


def test_a_numbered_row_adds_up_the_lettered_ones_below_it() -> None:
    rows = [
        row(1, "1", "Perlengkapan", harga=29),
        row(2, "a", "Pengeras suara", harga=25),
        row(3, "b", "Biaya umum", harga=4),
        row(4, "2", "Mebel", harga=78),
    ]
    assert group_sums(rows) == {1}


def test_a_numbered_row_is_no_sum_of_some_of_its_lettered_ones() -> None:
    rows = [row(1, "1", "Komputer", jumlah=5), row(2, "a", "Monitor", jumlah=5), row(3, "b", "Papan tik", jumlah=5)]
    assert group_sums(rows) == frozenset()


def test_rows_that_are_indented_by_columns_are_an_outline() -> None:
    def indented(number: int, **cells: str) -> SheetRow:
        return SheetRow(number, {key.replace("_", " "): cell for key, cell in cells.items()}, {}, 0, 0, hidden=False)

    programme = indented(1, **{"No": "I", "Pekerjaan": "Program", "Pagu": "30"})
    activity = indented(2, **{"Pekerjaan": "1", "Pekerjaan (2)": "Kegiatan", "Pagu": "30"})
    bought = indented(3, **{"Pekerjaan (3)": "Gedung", "Pagu": "30"})
    assert is_outline([programme, activity, bought])
    assert not is_outline([programme, indented(2, **{"No": "II", "Pekerjaan": "1", "Pekerjaan (2)": "Kegiatan"})])


def budget(number: int, code: str, name: str, *figures: int) -> SheetRow:
    values = {
        f"lain:{quarter}": CellValue(quarter, str(figure), "money")
        for quarter, figure in zip("ABC", figures, strict=True)
    }
    cells = {"Kode": code, "Uraian": name} if code else {"Uraian": name}
    return SheetRow(number, cells, values | {"uraian": CellValue("Uraian", name, "text")}, 0, 0, hidden=False)


def test_heads_of_a_budget_add_up_what_stands_below_them_without_a_code() -> None:
    rows = [
        budget(1, "5", "Belanja Daerah", 17, 19, 21),
        budget(2, "5.1", "Belanja Operasi", 12, 13, 14),
        budget(3, "5.1.02.0024", "Alat Tulis", 5, 5, 5),
        budget(4, "", "- Kertas", 3, 2, 1),
        budget(5, "", "- Tinta", 2, 3, 4),
        budget(6, "5.1.02.0026", "Cetak", 7, 8, 9),
        budget(7, "", "- Blanko", 7, 8, 9),
        budget(8, "5.2", "Belanja Modal", 5, 6, 7),
        budget(9, "5.2.02.0002", "Komputer", 5, 6, 7),
        budget(10, "", "- Laptop", 5, 6, 7),
    ]
    assert group_sums(rows) == {1, 2, 3, 6, 8, 9}


def test_a_thing_is_no_head_of_the_like_one_below_that_lacks_a_code() -> None:
    rows = [
        budget(1, "1.3.2.05", "Kursi", 5, 50, 1),
        budget(2, "", "Kursi", 5, 50, 1),
        budget(3, "1.3.2.06", "Meja", 4, 4, 4),
    ]
    assert group_sums(rows) == frozenset()


def test_a_row_of_figures_alone_that_adds_up_all_above_is_a_total() -> None:
    things = [row(at, str(at), name, harga=at) for at, name in enumerate(("Meja", "Kursi", "Rak"), 1)]
    unnamed = {"harga": CellValue("Harga", "6", "money")}
    total = SheetRow(4, {"Harga": "6"}, unnamed, 0, 0, hidden=False)
    assert group_sums([*things, total]) == {4}
    assert group_sums([*things[1:], total]) == frozenset()

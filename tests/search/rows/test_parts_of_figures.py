"""Means, shares, and figures for each of what a column says: exact, rounded only where it is said, or not given."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.database import Catalog
from catalog.scope import scope_of
from catalog.table_rows import Sheet, SheetRow
from catalog.typed_cells import CellValue
from search.rows.answering import answer
from search.rows.blocks import Block
from search.rows.breakdown import broken_down
from search.rows.figures import figures
from search.rows.question import read
from search.rows.results import RowReading
from search.rows.tables import Table
from search.rows.told import figure_in_words, parts_in_words
from tests.search.rows.conftest import OPEN, Keep

GIVEN = replace(OPEN, kind="lainnya")
GOODS = [
    ("No", "Nama Barang", "Merk", "Kondisi", "Kecamatan", "Tahun Pembelian", "Harga (Rp)"),
    (1, "Laptop", "Contoh A", "Baik", "Lor", 2020, 10_000_000),
    (2, "Laptop", "contoh a", "Rusak Berat", "Lor", 2021, 7_000_000),
    (3, "Laptop", "Contoh B", "Baik", "Kidul", 2020, 3_000_000),
    (4, "Printer", "Contoh B", "Baik", "Kidul", 2019, 2_000_000),
]


def only(catalog: Catalog, question: str) -> RowReading:
    found = answer(catalog, question, scope_of("internal"))
    assert found is not None
    assert found.sure is not None
    return found.sure


def parts(catalog: Catalog, question: str) -> dict[str, str]:
    return {value: "; ".join(figures) for value, figures in parts_in_words(only(catalog, question))}


@pytest.mark.parametrize(
    "question",
    [
        "rata-rata harga laptop",
        "berapa rata-rata harga laptop?",
        "rerata harga laptop",
    ],
)
def test_a_mean_stands_with_its_sum_and_its_rows_and_is_rounded_to_two_decimals(
    catalog: Catalog, keep: Keep, question: str
) -> None:
    keep("barang.xlsx", {"Data": GOODS}, GIVEN)
    found = only(catalog, question)
    assert (found.operation, found.mean, found.sum, found.of_rows) == ("rata-rata", "6666666.67", "20000000", 3)
    assert figure_in_words(found) == "rata-rata Rp6.666.666,67; total Rp20.000.000; 3 baris"
    assert found.text.startswith("Rata-rata kolom Harga (Rp): nama barang diawali laptop.")


def test_rows_without_a_figure_are_not_divided_by_and_are_told(catalog: Catalog, keep: Keep) -> None:
    rows = [("No", "Nama Barang", "Luas (m2)"), (1, "Kios", 10), (2, "Kios", None), (3, "Kios", 5)]
    keep("kios.xlsx", {"Data": rows}, GIVEN)
    found = only(catalog, "rata-rata luas kios")
    assert (found.mean, found.of_rows) == ("7.5", 2)
    assert any("1 baris tanpa angka" in note for note in found.notes)


def test_a_price_of_0_counts_in_a_mean_and_is_told(catalog: Catalog, keep: Keep) -> None:
    keep("barang.xlsx", {"Data": [*GOODS, (5, "Laptop", "Contoh B", "Baik", "Lor", 2022, 0)]}, GIVEN)
    found = only(catalog, "rata-rata harga laptop")
    assert (found.mean, found.of_rows) == ("5000000", 4)
    assert found.notes == ("1 baris berangka 0 ikut dirata-ratakan: baris 7",)


def test_a_row_of_several_things_has_no_mean_of_prices(catalog: Catalog, keep: Keep) -> None:
    rows = [("No", "Nama Barang", "Jumlah", "Harga (Rp)"), (1, "Kursi", 4, 400), (2, "Kursi", 1, 500)]
    keep("kursi.xlsx", {"Data": rows}, GIVEN)
    assert answer(catalog, "rata-rata harga kursi", scope_of("internal")) is None


def test_a_mean_of_each_thing_is_of_the_things(catalog: Catalog, keep: Keep) -> None:
    rows = [("No", "Nama Sekolah", "Jumlah Siswa"), (1, "SD Lor", 100), (2, "SD Kidul", 51)]
    keep("sekolah.xlsx", {"Data": rows}, GIVEN)
    assert only(catalog, "berapa rata-rata jumlah siswa per SD").mean == "75.5"


def test_a_mean_of_a_tables_own_column_is_of_its_rows(catalog: Catalog, keep: Keep) -> None:
    rows = [
        ("No", "Nama Sekolah", "Jumlah Siswa", "Kecamatan"),
        (1, "SD Lor", 100, "Lor"),
        (2, "SD Kidul", 51, "Kidul"),
    ]
    keep("sekolah.xlsx", {"Data": rows}, GIVEN)
    assert only(catalog, "berapa rata-rata jumlah siswa SD").mean == "75.5"


@pytest.mark.parametrize(
    "question",
    [
        "berapa persen laptop yang rusak berat",
        "laptop yang rusak berat berapa persen dari jumlahnya",
        "berapa % laptop yang rusak berat",
        "berapa % unit laptop yang rusak berat",
    ],
)
def test_a_share_stands_with_both_counts(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("barang.xlsx", {"Data": GOODS}, GIVEN)
    found = only(catalog, question)
    assert (found.operation, found.share, found.count, found.whole) == ("bagian", "33.33", "1", "3")
    assert figure_in_words(found) == "33,33 persen; 1 dari 3 unit"


@pytest.mark.parametrize(
    "question",
    ["laptop ada berapa, yang rusak berat berapa?", "ada berapa laptop dan di antaranya yang rusak berat berapa"],
)
def test_the_whole_and_a_part_of_it_are_given_together(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("barang.xlsx", {"Data": GOODS}, GIVEN)
    assert figure_in_words(only(catalog, question)) == "33,33 persen; 1 dari 3 unit"


def test_a_share_is_of_what_meets_the_other_conditions(catalog: Catalog, keep: Keep) -> None:
    keep("barang.xlsx", {"Data": GOODS}, GIVEN)
    assert only(catalog, "berapa persen laptop pembelian 2020 yang baik").share == "100"


def test_there_is_no_share_where_a_row_does_not_tell_its_condition(catalog: Catalog, keep: Keep) -> None:
    keep("barang.xlsx", {"Data": [*GOODS, (5, "Laptop", "Contoh B", None, "Lor", 2022, 1)]}, GIVEN)
    found = only(catalog, "berapa persen laptop yang rusak berat")
    assert (found.share, figure_in_words(found)) == (None, "1 dari 4 unit")
    assert any("1 baris tidak dapat dinilai" in note for note in found.notes)


@pytest.mark.parametrize(
    "question", ["berapa persen laptop yang di Lor", "laptop ada berapa, yang kecamatannya Lor berapa?"]
)
def test_a_share_may_be_of_what_a_cell_says(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("barang.xlsx", {"Data": GOODS}, GIVEN)
    assert figure_in_words(only(catalog, question)) == "66,67 persen; 2 dari 3 unit"


def test_a_share_may_be_of_what_a_figure_tells(catalog: Catalog, keep: Keep) -> None:
    keep("barang.xlsx", {"Data": GOODS}, GIVEN)
    for question in ("berapa persen laptop yang dibeli sebelum 2021", "berapa % laptop yang harganya di atas 5 juta"):
        assert only(catalog, question).share == "66.67"


def test_a_share_may_be_of_rows(catalog: Catalog, keep: Keep) -> None:
    rows = [("No", "Judul", "Jumlah", "Kondisi"), (1, "Buku A", 9, "Baik"), (2, "Buku B", 5, "Rusak Berat")]
    keep("buku.xlsx", {"Data": rows}, GIVEN)
    assert figure_in_words(only(catalog, "buku ada berapa judul, yang rusak berat berapa judul?")) == (
        "50 persen; 1 dari 2 baris"
    )


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("berapa laptop per merek", {"Contoh A": "2 unit", "Contoh B": "1 unit"}),
        ("daftar laptop per kecamatan", {"Lor": "2 unit", "Kidul": "1 unit"}),
        ("berapa laptop di tiap kecamatan", {"Lor": "2 unit", "Kidul": "1 unit"}),
        ("laptop per kecamatan ada berapa unit masing-masing?", {"Lor": "2 unit", "Kidul": "1 unit"}),
        ("laptop per kecamatan masing-masing berapa?", {"Lor": "2 unit", "Kidul": "1 unit"}),
        ("jumlah laptop masing-masing kondisi", {"baik (B)": "2 unit", "rusak berat (RB)": "1 unit"}),
        (
            "laptop kondisinya baik, rusak berat masing-masing berapa?",
            {"baik (B)": "2 unit", "rusak berat (RB)": "1 unit"},
        ),
        ("laptop yang baik dan rusak berat masing-masing berapa", {"baik (B)": "2 unit", "rusak berat (RB)": "1 unit"}),
        ("berapa laptop per tahun pembelian", {"2020": "2 unit", "2021": "1 unit"}),
        ("total harga laptop per kecamatan", {"Lor": "Rp17.000.000; 2 unit", "Kidul": "Rp3.000.000; 1 unit"}),
        (
            "rata-rata harga laptop per tahun",
            {
                "2020": "rata-rata Rp6.500.000; total Rp13.000.000; 2 baris",
                "2021": "rata-rata Rp7.000.000; total Rp7.000.000; 1 baris",
            },
        ),
    ],
)
def test_a_figure_is_given_for_each_of_what_a_column_says(
    catalog: Catalog, keep: Keep, question: str, figures: dict[str, str]
) -> None:
    keep("barang.xlsx", {"Data": GOODS}, GIVEN)
    assert parts(catalog, question) == figures
    assert list(parts(catalog, question)) == list(figures), "the greatest first, years in their order"


def test_units_of_a_row_are_parted_by_its_columns_of_conditions(catalog: Catalog, keep: Keep) -> None:
    rows = [
        ("No", "Nama Barang", "Jumlah", "Kondisi Baik", "Kondisi Rusak Berat"),
        (1, "Kursi", 5, 3, 2),
        (2, "Kursi", 4, 4, 0),
    ]
    keep("kursi.xlsx", {"Data": rows}, GIVEN)
    assert parts(catalog, "berapa kursi per kondisi") == {"baik (B)": "7 unit", "rusak berat (RB)": "2 unit"}


def test_cells_that_say_nothing_are_a_part_of_their_own(catalog: Catalog, keep: Keep) -> None:
    keep("barang.xlsx", {"Data": [*GOODS, (5, "Laptop", None, "Baik", "Lor", 2020, 1)]}, GIVEN)
    assert parts(catalog, "berapa laptop per merek")[""] == "1 unit"


def test_a_condition_that_is_no_known_one_stands_as_it_is_written(catalog: Catalog, keep: Keep) -> None:
    keep("barang.xlsx", {"Data": [*GOODS, (5, "Laptop", "Contoh B", "Hilang", "Lor", 2020, 1)]}, GIVEN)
    assert parts(catalog, "berapa laptop per kondisi")["Hilang"] == "1 unit"


def test_titles_of_sections_are_parts_where_they_are_called_so(catalog: Catalog, keep: Keep) -> None:
    head = ("No", "Nama Barang", "Luas (m2)")
    north = [("Kelurahan Lor", None, None), (1, "Taman", 5), (2, "Taman", 7)]
    rows = [*north, ("Kelurahan Kidul", None, None), (3, "Taman", 9)]
    keep("taman.xlsx", {"Data": [head, *rows]}, GIVEN)
    assert parts(catalog, "berapa taman per kelurahan") == {"kelurahan lor": "2 unit", "kelurahan kidul": "1 unit"}


@pytest.mark.parametrize(
    "question",
    [
        "berapa persen laptop yang rusak berat per kecamatan",
        "laptop per kecamatan ada berapa, yang rusak berat berapa?",
        "berapa persen laptop yang mereknya Contoh A yang rusak berat",
        "berapa persen laptop yang di Lor yang rusak berat",
        "rata-rata berapa kali laptop dibeli",
        "rata-rata berapa jenis laptop",
    ],
)
def test_what_is_not_worked_out_gets_no_other_figure(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("barang.xlsx", {"Data": GOODS}, GIVEN)
    assert answer(catalog, question, scope_of("internal")) is None


def test_there_is_no_figure_where_a_table_has_not_the_column(catalog: Catalog, keep: Keep) -> None:
    keep("barang.xlsx", {"Data": GOODS}, GIVEN)
    assert answer(catalog, "berapa laptop per kelurahan", scope_of("internal")) is None


def test_a_day_behind_per_is_that_of_the_register(catalog: Catalog, keep: Keep) -> None:
    keep("barang.xlsx", {"Data": GOODS}, GIVEN, ["KEADAAN PER 31 DESEMBER 2024"])
    found = only(catalog, "berapa laptop per tahun 2024")
    assert found.count == "3"
    assert not found.parts


def table_of(rows: list[tuple[str, int]]) -> Table:
    """Make a table of laptops: of each where it is and what it cost."""
    sheet = Sheet(
        1, "a", 1, "KIB", "kib", None, "s", "kib.xlsx", "disahkan", "berlaku", None, None, "A", "text", None, ""
    )
    stored = [
        SheetRow(
            number,
            {"Nama": "Laptop", "Kecamatan": place, "Harga": str(price)},
            {"nama": CellValue("Nama", "Laptop", "text"), "harga": CellValue("Harga", str(price), "money")},
            0,
            0,
            hidden=False,
        )
        for number, (place, price) in enumerate(rows)
    ]
    return Table(sheet, Block(tuple(stored), (), 0, 0), 0)


@given(
    st.lists(st.tuples(st.sampled_from(["Lor", "Kidul", "lor ", ""]), st.integers(0, 10**9)), min_size=1, max_size=12)
)
def test_parts_add_up_to_the_whole_and_means_lie_between_the_least_and_the_greatest(
    rows: list[tuple[str, int]],
) -> None:
    table, prices = table_of(rows), [price for _, price in rows]
    for question in ("total harga laptop per kecamatan", "rata-rata harga laptop per kecamatan"):
        asked = read(question)
        assert asked is not None
        (whole,) = broken_down(figures, table.rows, asked, ())
        assert whole.sum == sum(group.figure.sum or 0 for group in whole.groups) == sum(prices)
        assert whole.units == sum(group.figure.units for group in whole.groups) == len(rows)
        assert len(whole.groups) == len({place.strip().casefold() for place, _ in rows})
        assert whole.mean is None or min(prices) <= whole.mean <= max(prices)

"""The dearest, oldest and largest of the rows that a question names."""

import pytest

from catalog.database import Catalog
from search.rows.asked import Peak
from search.rows.question import read
from search.rows.results import RowReading
from tests.search.rows.conftest import Keep, Rows
from tests.search.rows.test_answering import KIB_B, KIR, asked, laptop

LAPTOPS = [
    KIB_B,
    laptop(1, 2020, 10_000_000, "BPSDM; kondisi B"),
    laptop(2, 2016, 12_500_000, "BPSDM; kondisi RB"),
    laptop(3, 2022, 18_000_000, "Dinkes; kondisi RB"),
]


def chair(number: int, name: str, year: int, count: object, price: object) -> list[object]:
    return [number, name, "Contoh", "1.3.2.05.02.01.003", year, count, price, count, None, None, None]


def only(catalog: Catalog, question: str) -> RowReading:
    found = asked(catalog, question)
    assert found and found.sure
    return found.sure


@pytest.mark.parametrize(
    ("question", "price"),
    [
        ("laptop termahal", 18_000_000),
        ("laptop mana yang paling mahal", 18_000_000),
        ("Laptop apa yang harganya paling tinggi?", 18_000_000),
        ("laptop dengan nilai perolehan terbesar", 18_000_000),
        ("laptop BPSDM yang paling mahal", 12_500_000),
        ("laptop rusak berat yang termurah", 12_500_000),
        ("berapa harga laptop termurah", 10_000_000),
        ("sebutkan laptop tertua", 12_500_000),
    ],
)
def test_the_row_with_the_greatest_or_least_figure_is_shown(
    catalog: Catalog, keep: Keep, question: str, price: int
) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    found = only(catalog, question)
    assert [cell.cells["Harga (Rp)"] for cell in found.cells] == [str(price)]
    assert (found.operation, found.count, found.unit_of_count, found.sum) == ("daftar", "1", "baris", None)


def test_what_was_compared_is_told_with_the_figure(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    dearest, oldest = only(catalog, "laptop termahal"), only(catalog, "laptop yang paling tua")
    assert [(c.column, c.operator, c.value, c.words) for c in dearest.conditions[1:]] == [
        ("Harga (Rp)", "tertinggi", "Rp18.000.000", "termahal")
    ]
    assert "Harga (Rp) tertinggi Rp18.000.000" in dearest.text
    assert "sebanyak 3 baris dibandingkan" in dearest.notes
    assert [(c.column, c.operator, c.value) for c in oldest.conditions[1:]] == [("Tahun Pembelian", "terendah", "2016")]


def test_rows_of_the_same_figure_are_all_shown(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": [*LAPTOPS, laptop(4, 2023, 18_000_000, "BPSDM; kondisi B")]})
    assert only(catalog, "laptop termahal").count == "2"


def test_rows_without_a_figure_are_told(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": [*LAPTOPS, laptop(4, 2023, None, "BPSDM; kondisi B")]})
    found = only(catalog, "laptop termahal")
    assert found.count == "1"
    assert any("1 baris tanpa angka atau berangka 0 tidak ikut dibandingkan" in note for note in found.notes)


@pytest.mark.parametrize(
    "prices",
    [
        pytest.param([9_000_000] * 3, id="all are the same"),
        pytest.param([0, 0, 0], id="nobody told them"),
        pytest.param([0, None, 9_000_000], id="most are not told"),
    ],
)
def test_figures_that_tell_rows_not_apart_have_no_peak(catalog: Catalog, keep: Keep, prices: list[object]) -> None:
    keep("kib.xlsx", {"KIB B": [KIB_B, *(laptop(n, 2020, price, "BPSDM") for n, price in enumerate(prices, 1))]})
    assert asked(catalog, "laptop termahal") is None


def test_what_is_there_once_is_its_own_peak(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS[:2]})
    assert only(catalog, "laptop termahal").count == "1"


def test_a_price_that_may_be_of_all_or_of_one_has_two_readings_where_they_differ(catalog: Catalog, keep: Keep) -> None:
    rows = [KIR, chair(1, "Kursi A", 2020, 10, 5_000_000), chair(2, "Kursi B", 2021, 1, 2_000_000)]
    keep("kir.xlsx", {"R. Rapat": rows})
    found = asked(catalog, "kursi termahal")
    assert found and not found.sure
    assert {reading.cells[0].cells["Nama Barang"] for reading in found.readings} == {"Kursi A", "Kursi B"}


def test_a_price_that_is_the_greatest_either_way_has_one(catalog: Catalog, keep: Keep) -> None:
    rows = [KIR, chair(1, "Kursi A", 2020, 2, 5_000_000), chair(2, "Kursi B", 2021, 1, 2_000_000)]
    keep("kir.xlsx", {"R. Rapat": rows})
    assert only(catalog, "kursi termahal").cells[0].cells["Nama Barang"] == "Kursi A"


def test_a_score_is_no_amount_of_money(catalog: Catalog, keep: Keep) -> None:
    keep("nilai.xlsx", {"Nilai": [("No", "Nama", "Nilai"), (1, "Kelas A", 85), (2, "Kelas B", 91), (3, "Kelas C", 78)]})
    (_, peak) = only(catalog, "kelas dengan nilai tertinggi").conditions
    assert (peak.column, peak.value) == ("Nilai", "91")


def roads(unit: str, *lengths: float) -> Rows:
    head = ("No", "Nama Barang", "Kode", "Konstruksi", f"Panjang ({unit})", "Lebar", "Status Tanah", "Harga (Rp)")
    told = ("Jalan Kota", "1.3.4.01.01.02.001", "Aspal")
    return [head, *((n, *told, long, 4, "Tanah Pemda", 5_000_000) for n, long in enumerate(lengths, 1))]


def test_lengths_are_told_in_their_unit(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB D": roads("km", 2.5, 1.5)})
    assert only(catalog, "jalan kota terpanjang").conditions[-1].value == "2,5 km"


def test_lengths_in_other_units_are_not_compared(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB D": roads("km", 2.5, 1.5), "KIB D lain": roads("m", 900, 800)})
    assert asked(catalog, "jalan kota terpanjang") is None


def test_registers_are_compared_each_by_itself(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    keep("kib lain.xlsx", {"KIB B": [KIB_B, laptop(1, 2021, 9_000_000, "BPSDM; kondisi B")]})
    found = asked(catalog, "laptop termahal")
    assert found and len(found.readings) == 2


def test_nothing_is_compared_where_nothing_is_named(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    assert asked(catalog, "proyektor termahal") is None


@pytest.mark.parametrize(
    ("question", "peak"),
    [
        ("tanah terluas milik BPAD", Peak("tertinggi", ("luas", "luas_tanah", "luas_lantai"), "terluas")),
        ("jalan terpanjang", Peak("tertinggi", ("panjang",), "terpanjang")),
        ("kendaraan yang paling tua", Peak("terendah", ("tahun",), "paling tua")),
    ],
)
def test_words_of_the_greatest_and_the_least_are_read(question: str, peak: Peak) -> None:
    found = read(question)
    assert found and found.peak == peak


@pytest.mark.parametrize(
    "question",
    [
        "total harga laptop termahal",
        "laptop termahal dan termurah",
        "apa itu KIB B",
        "berapa jumlah terbesar laptop",
        "laptop terbesar",
        "paling lambat kapan laptop dikembalikan",
        "laptop perolehan 2020",
    ],
)
def test_other_questions_with_such_words_are_none_for_rows(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    assert asked(catalog, question) is None


@pytest.mark.parametrize("question", ["barang apa yang paling mahal", "Alat apa yang harganya paling mahal?"])
def test_which_thing_is_asked_of_all_goods_not_of_those_that_are_called_so(
    catalog: Catalog, keep: Keep, question: str
) -> None:
    tool = [*laptop(4, 2021, 1_000_000, "BPSDM; kondisi B")]
    tool[2] = "Alat Ukur"
    keep("kib.xlsx", {"KIB B": [*LAPTOPS, tool]})
    assert [row.row for row in only(catalog, question).cells] == [5]


@pytest.mark.parametrize(
    ("question", "prices"),
    [
        ("dua laptop termahal", [18_000_000, 12_500_000]),
        ("sebutkan 2 laptop termurah", [10_000_000, 12_500_000]),
        ("5 laptop BPSDM termahal", [12_500_000, 10_000_000]),
    ],
)
def test_as_many_rows_as_are_asked_for_are_shown_nearest_the_end_first(
    catalog: Catalog, keep: Keep, question: str, prices: list[int]
) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    assert [cell.cells["Harga (Rp)"] for cell in only(catalog, question).cells] == list(map(str, prices))


def test_rows_that_are_like_the_last_one_are_shown_with_it(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": [*LAPTOPS, laptop(4, 2023, 12_500_000, "Dinkes; kondisi B")]})
    assert only(catalog, "dua laptop termahal").count == "3"


def test_a_number_before_a_thing_without_an_end_is_no_how_many(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    assert asked(catalog, "2 laptop BPSDM berapa") is None


@pytest.mark.parametrize(
    ("question", "price"),
    [
        ("laptop termahal kedua", "12500000"),
        ("laptop termahal ketiga", "10000000"),
        ("laptop termahal nomor dua", "12500000"),
        ("laptop nomor 2 termahal", "12500000"),
        ("laptop peringkat ketiga termahal", "10000000"),
        ("laptop paling mahal ke-2", "12500000"),
        ("laptop termahal nomor satu", "18000000"),
        ("laptop termurah kedua", "12500000"),
    ],
)
def test_the_row_of_a_rank_from_the_end_is_shown(catalog: Catalog, keep: Keep, question: str, price: str) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    assert [cell.cells["Harga (Rp)"] for cell in only(catalog, question).cells] == [price]


@pytest.mark.parametrize("question", ["laptop terdaftar nomor satu", "laptop nomor satu", "laptop termahal ke-0"])
def test_a_number_behind_another_word_is_no_rank(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("kib.xlsx", {"KIB B": LAPTOPS})
    assert asked(catalog, f"berapa harga {question}") is None


def test_there_is_no_second_where_two_are_first_and_no_fourth_of_three(catalog: Catalog, keep: Keep) -> None:
    keep("kib.xlsx", {"KIB B": [*LAPTOPS, laptop(4, 2023, 18_000_000, "Dinkes; kondisi B")]})
    assert asked(catalog, "laptop termahal kedua") is None
    assert asked(catalog, "laptop termahal kelima") is None

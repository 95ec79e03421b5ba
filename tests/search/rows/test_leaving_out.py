"""What a question leaves out: "selain", "bukan", "kecuali" before what a column says of every row."""

from dataclasses import replace

import pytest

from catalog.database import Catalog
from catalog.scope import scope_of
from search.rows.answering import answer
from tests.search.rows.conftest import OPEN, Keep

GIVEN = replace(OPEN, kind="lainnya")
HEAD = ("No", "Nama Barang", "Merk", "Metode", "Jumlah", "Kondisi")
GOODS = [
    (1, "Sepeda Motor", "Honda Revo", "Tender", 1, "Baik"),
    (2, "Sepeda Motor", "Yamaha Gear", "E-Purchasing", 2, "Rusak Berat"),
    (3, "Sepeda Motor Patroli", "Yamaha XJ", "Tender", 4, "Kurang Baik"),
]


def figures(catalog: Catalog, question: str) -> list[str]:
    found = answer(catalog, question, scope_of("internal"))
    return [one.sum or one.count for one in found.readings] if found else []


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("berapa sepeda motor selain merk Honda", ["6"]),
        ("berapa sepeda motor kecuali yang metodenya tender", ["2"]),
        ("berapa sepeda motor yang metodenya bukan tender", ["2"]),
        ("berapa sepeda motor selain sepeda motor patroli", ["3"]),
        ("berapa sepeda motor, tidak termasuk sepeda motor patroli", ["3"]),
        ("berapa sepeda motor selain Honda dan Yamaha", []),
        ("berapa sepeda motor yang bukan merk Honda Revo dan bukan Yamaha Gear", ["4"]),
        ("sepeda motor yang bukan merk Honda Revo & bukan Yamaha Gear, berapa?", ["4"]),
        ("berapa sepeda motor yang bukan rusak berat", ["5"]),
        ("berapa sepeda motor yang kondisinya bukan baik", ["6"]),
    ],
)
def test_what_is_left_out_is_not_counted(catalog: Catalog, keep: Keep, question: str, figure: list[str]) -> None:
    keep("motor.xlsx", {"Data": [HEAD, *GOODS]}, GIVEN)
    assert figures(catalog, question) == figure


@pytest.mark.parametrize(
    ("methods", "left"),
    [
        ("E-Purchasing dan Pengadaan Langsung", ["5"]),
        ("Pengadaan Langsung dan E-Purchasing", ["5"]),
        ("Tender atau Pengadaan Langsung", ["2"]),
        ("Pengadaan Langsung", ["7"]),
    ],
)
def test_a_method_of_purchase_may_be_left_out(catalog: Catalog, keep: Keep, methods: str, left: list[str]) -> None:
    keep("motor.xlsx", {"Data": [HEAD, *GOODS, (4, "Sepeda Motor", "X", "Pengadaan Langsung", 8, "Baik")]}, GIVEN)
    assert figures(catalog, f"berapa sepeda motor yang metodenya selain {methods}") == left


@pytest.mark.parametrize(
    "question",
    [
        "berapa sepeda motor selain Suzuki",
        "berapa selain sepeda motor",
        "berapa sepeda motor selain tahun 2020",
        "berapa sepeda motor selain yang dibeli tahun 2020 di Lor",
        "berapa sepeda motor selain",
        "berapa sepeda motor selain merk Honda dan yang rusak berat",
        "berapa sepeda motor selain merk Honda dan di Data",
        "berapa sepeda motor selain merk Honda atau rusak berat",
    ],
)
def test_what_no_column_says_cannot_be_left_out(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("motor.xlsx", {"Data": [HEAD, *GOODS]}, GIVEN)
    assert figures(catalog, question) == []


def test_nothing_is_left_out_where_a_row_does_not_tell(catalog: Catalog, keep: Keep) -> None:
    keep("motor.xlsx", {"Data": [HEAD, *GOODS, (4, "Sepeda Motor", None, "Tender", 1, "Baik")]}, GIVEN)
    assert figures(catalog, "berapa sepeda motor selain merk Honda") == []


def test_sheets_of_a_register_that_have_nothing_to_leave_out_count_too(catalog: Catalog, keep: Keep) -> None:
    others = [HEAD, (1, "Sepeda Motor", "Suzuki A", "Tender", 5, "Baik"), (2, "Meja", "B", "Tender", 1, "Baik")]
    keep("kir.xlsx", {"R. Lor": [HEAD, *GOODS], "R. Kidul": others}, replace(GIVEN, kind="kir"))
    assert figures(catalog, "berapa sepeda motor selain merk Honda") == ["11"]

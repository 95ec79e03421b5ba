"""Conditions on figures that only a table's own columns name."""

from dataclasses import replace

import pytest

from catalog.database import Catalog
from catalog.scope import scope_of
from search.rows.answering import answer
from tests.search.rows.conftest import OPEN, Keep

GIVEN = replace(OPEN, kind="lainnya")
HEAD = ("No", "Puskesmas", "Pagu (Rp)", "Realisasi (Rp)", "Realisasi (%)", "Kunjungan (orang)")
ROWS = [HEAD, (1, "Lor", 900_000_000, 800_000_000, 88.9, 120), (2, "Kidul", 500_000_000, 300_000_000, 60, 80)]
ROWS = [*ROWS, (3, "Wetan", 700_000_000, 630_000_000, 90, 200)]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("berapa puskesmas yang serapannya di bawah 80 persen", "1"),
        ("ada berapa puskesmas dengan realisasi di atas 85 %?", "2"),
        ("berapa puskesmas yang pagunya di atas 600 juta", "2"),
        ("puskesmas mana saja yang realisasinya kurang dari Rp500.000.000", "1"),
        ("berapa puskesmas yang kunjungannya lebih dari 100 orang", "2"),
        ("berapa puskesmas yang kunjungannya minimal 120", "2"),
        ("berapa puskesmas yang pagunya antara 500 juta dan 800 juta", "2"),
        ("puskesmas yang realisasinya antara Rp600 juta s.d. Rp700 juta ada berapa", "1"),
        ("berapa puskesmas dengan pagu di atas 500 juta sampai dengan 700 juta", "1"),
        ("berapa puskesmas yang pagunya dari 500 juta tetapi kurang dari 800 juta", "2"),
        ("puskesmas dengan total pagu di atas 600 juta ada berapa", "2"),
    ],
)
def test_what_words_name_is_compared_in_its_own_column(catalog: Catalog, keep: Keep, question: str, count: str) -> None:
    keep("realisasi bok.xlsx", {"Data": ROWS}, GIVEN)
    found = answer(catalog, question, scope_of("internal"))
    assert found and found.sure
    assert found.sure.count == count


@pytest.mark.parametrize(
    "question",
    [
        "berapa puskesmas yang targetnya di atas 600 juta",
        "berapa puskesmas yang tarifnya di bawah 80 persen",
        "berapa puskesmas yang kunjungannya lebih dari 100 liter",
        "berapa puskesmas yang kunjungannya lebih dari 5 tahun",
        "berapa puskesmas yang realisasinya lebih dari 100 orang",
    ],
    ids=["no such amount", "no such share", "another unit", "an age", "rupiah for people"],
)
def test_what_no_column_tells_is_not_compared_with_another(catalog: Catalog, keep: Keep, question: str) -> None:
    keep("realisasi bok.xlsx", {"Data": ROWS}, GIVEN)
    assert answer(catalog, question, scope_of("internal")) is None


def test_shares_that_are_parts_of_one_are_not_compared_in_percent(catalog: Catalog, keep: Keep) -> None:
    parts = [("No", "Puskesmas", "Realisasi (%)"), (1, "Lor", 0.9), (2, "Kidul", 0.6)]
    keep("realisasi bok.xlsx", {"Data": parts}, GIVEN)
    assert answer(catalog, "berapa puskesmas yang serapannya di bawah 80 persen", scope_of("internal")) is None


def test_the_column_and_the_figure_are_told(catalog: Catalog, keep: Keep) -> None:
    keep("realisasi bok.xlsx", {"Data": ROWS}, GIVEN)
    found = answer(catalog, "berapa puskesmas yang pagunya di atas 600 juta", scope_of("internal"))
    assert found and found.sure
    told = found.sure.conditions[-1]
    assert (told.column, told.operator, told.value, told.words) == (
        "Pagu (Rp)", "di atas", "Rp600.000.000", "di atas 600 juta",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("ada berapa macam obat yang stoknya habis", "3"),
        ("berapa obat yang sisanya kosong", "3"),
    ],
)
def test_what_is_used_up_has_none_left_however_that_is_written(
    catalog: Catalog, keep: Keep, question: str, count: str
) -> None:
    head = ("No", "Nama Obat", "Stok Awal", "Sisa")
    rows = [(1, "A", 9, 0), (2, "B", 8, "-"), (3, "C", 7, "habis"), (4, "D", 0, 3), (5, "E", 5, 20)]
    rows += [(6, "F", 5, 4), (7, "G", 5, 5), (8, "H", 5, None)]  # of H nobody knows
    keep("stok obat.xlsx", {"Obat": [head, *rows]}, GIVEN)
    found = answer(catalog, question, scope_of("internal"))
    assert found and found.sure
    assert found.sure.count == count

"""A cell's value by its column's type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.readers.values import Value, typed, unchanged


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("0001", "code", Value("0001", "code")),
        ("0001 s/d 0003", "code", Value("0001 s/d 0003", "code")),
        ("1.1010131E+44", "code", Value("1.1010131E+44", "text")),
        ("Rp1.250.000,00", "money", Value("1250000", "money")),
        ("sesuai kontrak", "money", Value("sesuai kontrak", "text")),
        ("1.250 m2", "number", Value("1250", "number")),
        ("2025-02-17", "date", Value("2025-02-17", "date")),
        ("08-09-2018", "date", Value("2018-09-08", "date")),
        ("25/11/2014", "date", Value("2014-11-25", "date")),
        ("17 Agustus 2020", "date", Value("2020-08-17", "date")),
        ("3 Nop 2011", "date", Value("2011-11-03", "date")),
        ("42316", "date", Value("2015-11-08", "date")),
        ("1997", "date", Value("1997", "year")),
        ("31/02/2014", "date", Value("31/02/2014", "text")),
        ("12/8/19", "date", Value("12/8/19", "text")),
        ("2015", "year", Value("2015", "year")),
        ("1905-07-07", "year", Value("1905-07-07", "text")),
        ("2010-2012", "year", Value("2010-2012", "text")),
        ("RB", "condition", Value("rusak_berat", "condition")),
        ("Kurang Baik", "condition", Value("kurang_baik", "condition")),
        ("1", "condition", Value("1", "text")),
        ("√", "mark", Value("√", "mark")),
        ("5", "mark", Value("5", "number")),
        ("Jl. Contoh", "text", Value("Jl. Contoh", "text")),
    ],
)
def test_a_value_is_exactly_what_the_cell_says(text: str, kind: str, value: Value) -> None:
    assert typed(text, kind) == value


@pytest.mark.parametrize("blank", ["-", "", "#REF!", "–"])
def test_a_dash_is_no_value(blank: str) -> None:
    assert typed(blank, "money") is None


def test_money_in_thousands_is_multiplied_and_stays_exact() -> None:
    assert typed("278500", "money", 1000) == Value("278500000", "money")
    assert typed("0,5", "money", 1000) == Value("500", "money")


def test_money_of_an_unclear_unit_stays_text() -> None:
    assert typed("278500", "money", None) == Value("278500", "text")


@given(st.text(max_size=20), st.sampled_from(["text", "code", "money", "date"]))
def test_what_is_told_unchanged_at_once_is_what_the_type_would_say(text: str, kind: str) -> None:
    assert not unchanged(text, kind) or typed(text, kind) == Value(text, kind)


@pytest.mark.parametrize(
    ("cell", "value"), [("25 lembar", "25"), ("3 Unit", "3"), ("1.200 buah", "1200"), ("25 titik", "25")]
)
def test_a_count_may_have_its_unit_behind_it(cell: str, value: str) -> None:
    assert typed(cell, "number") == Value(value, "number")


@pytest.mark.parametrize("cell", ["0003", "5 kotak isi 12", "sekitar 3 unit"])
def test_a_running_number_and_words_are_no_count(cell: str) -> None:
    assert typed(cell, "number") == Value(cell, "text")

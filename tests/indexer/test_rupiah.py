"""Numbers and money: read exactly, or not at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.rupiah import factor, number, stated, written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12000000", "12000000"),
        ("Rp1.250.000.000,00", "1250000000"),
        ("Rp. 2.250.000,-", "2250000"),
        ("Rp 850.000", "850000"),
        ("1.250", "1250"),
        ("12,5", "12.5"),
        ("0,125", "0.125"),
        ("1250.50", "1250.5"),
        ("12,000,000", "12000000"),
        ("12,000.00", "12000"),
        ("1 250 000", "1250000"),
        ("(1.250.000)", "-1250000"),
        ("-75.000", "-75000"),
        ("3.6213E+15", "3621300000000000"),
    ],
)
def test_a_number_is_read_as_it_is_written(text: str, value: str) -> None:
    found = number(text)
    assert found is not None
    assert written(found) == value


@pytest.mark.parametrize(
    "text",
    ["1,250", "12.5.3", "12 juta", "Rp", "", "-", "(5", "1.2.2025", "1/2", "12.000 unit", "1E+144", "12%"],
)
def test_what_is_no_number_or_could_be_two_is_none(text: str) -> None:
    assert number(text) is None


def test_three_decimals_of_a_stored_number_are_no_thousands() -> None:
    assert (number("1.255", stored=True), number("1.255")) == (Decimal("1.255"), Decimal(1255))


@given(st.integers(min_value=-(10**18), max_value=10**18))
def test_every_whole_amount_comes_back_from_its_indonesian_form(amount: int) -> None:
    assert number(f"Rp{amount:,}".replace(",", ".") if amount >= 0 else f"{amount:,}".replace(",", ".")) == amount


@pytest.mark.parametrize(
    ("label", "times"),
    [
        ("Harga (ribuan Rp)", 1000),
        ("Harga (Rp.000)", 1000),
        ("Harga (Rp 1.000)", 1000),
        ("Harga dalam ribuan rupiah", 1000),
        ("Nilai (ribuan)", 1000),
        ("Nilai (Rp juta)", 10**6),
        ("Anggaran (jutaan)", 10**6),
        ("Pagu (Miliar Rp)", 10**9),
        ("Nilai Kontrak ( Rp )", 1),
        ("Harga Rupiah", 1),
        ("Harga", None),
        ("Sembilan ribu ton", None),
    ],
)
def test_a_label_says_by_what_its_figures_are_multiplied(label: str, times: int | None) -> None:
    assert factor(label) == times


def test_titles_and_notes_state_a_unit_sums_in_a_text_do_not() -> None:
    assert stated(["REALISASI BELANJA", "(dalam ribuan rupiah)"]) == {1000}
    assert stated(["Catatan: harga ditulis dalam jutaan rupiah."]) == {10**6}
    assert stated(["Satuan: ribuan Rp"]) == {1000}
    assert stated(["Rp.000"]) == set()
    assert stated(["(Rp.000)"]) == {1000}
    assert stated(["Denda seratus ribu rupiah tiap hari, jumlah Rp1.693.900.000", "Rp500 ribu"]) == set()

"""Amounts and small numbers, exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.fields.money import in_words, rupiah


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("Rp1.250.000.000,00", "1250000000"),
        ("Rp 640.000.000", "640000000"),
        ("Rp. 500.000,-", "500000"),
        ("1,25 M", "1250000000"),
        ("250 jt", "250000000"),
        ("Rp2,5 miliar", "2500000000"),
        ("Rp1.250.00", ""),
        ("Rp0,333 ribu", "333"),
        ("Rp100,50", ""),
        ("seratus", ""),
        ("Rp2,5 mıliar", ""),
    ],
)
def test_an_amount_is_whole_rupiah_or_unknown(written: str, amount: str) -> None:
    assert rupiah(written) == amount


@given(st.integers(min_value=0, max_value=10**15))
def test_a_written_amount_keeps_every_digit(amount: int) -> None:
    assert rupiah(f"Rp{amount:,}".replace(",", ".") + ",00") == str(amount)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        *(("seratus", 100), ("sembilan puluh", 90), ("seratus dua puluh", 120), ("lima belas", 15)),
        *(("dua ratus empat puluh", 240), ("sebelas", 11), ("beberapa", None), ("puluh", None)),
    ],
)
def test_a_number_in_words(words: str, number: int | None) -> None:
    assert in_words(words) == number

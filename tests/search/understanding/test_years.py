"""Years are read and told in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.understanding.years import FIRST, LAST, read, told


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("2024", range(2024, 2025)),
        ("2023-2025", range(2023, 2026)),
        ("2023-", range(2023, LAST + 1)),
        ("-2022", range(FIRST, 2023)),
    ],
)
def test_one_year_and_spans_open_or_not(written: str, years: range) -> None:
    assert read(written) == years
    assert told(years) == written


@pytest.mark.parametrize(
    "written", ["", "-", "24", "1899", "3000", "2150-", "2025-2023", "2023-24", "2023--2024", "２０２４", "x"]
)
def test_what_is_no_year_is_none(written: str) -> None:
    assert read(written) is None


@given(st.integers(FIRST, LAST), st.integers(0, LAST - FIRST))
def test_what_is_told_is_read_again(first: int, more: int) -> None:
    years = range(first, min(first + more, LAST) + 1)
    assert read(told(years)) == years

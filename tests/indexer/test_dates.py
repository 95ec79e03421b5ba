"""Dates as Indonesian papers write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.dates import MONTHS, iso


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("17 Februari 2025", "2025-02-17"),
        ("3 Pebruari 2019", "2019-02-03"),
        ("18/7/2025", "2025-07-18"),
        ("18-07-2025", "2025-07-18"),
        ("2025-07-18", "2025-07-18"),
        ("31 Februari 2025", ""),
        ("Oktober 2024", ""),
        ("00", ""),
        ("-", ""),
    ],
)
def test_a_day_is_known_only_where_it_is_fully_written(written: str, day: str) -> None:
    assert iso(written) == day


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_as_it_was_written(day: date) -> None:
    month = MONTHS.split()[day.month - 1].capitalize()
    for written in (f"{day.day} {month} {day.year}", f"{day:%d-%m-%Y}", day.isoformat()):
        assert iso(written) == day.isoformat()

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.errors import RujukanError
from programme.quarters import Quarter

DAYS = st.dates(date(1901, 1, 1), date(2200, 12, 31))


@given(DAYS)
def test_a_day_lies_in_its_quarter_and_the_day_after_the_last_in_the_next(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.first <= day <= quarter.last
    assert Quarter.of(quarter.last + timedelta(days=1)) == quarter.after(1)
    assert Quarter.parse(str(quarter)) == quarter


def test_the_quarters_up_to_one_go_over_the_year() -> None:
    assert [str(one) for one in Quarter(2026, 2).up_to(4)] == ["2025Q3", "2025Q4", "2026Q1", "2026Q2"]


@pytest.mark.parametrize("text", ["", "2026", "2026Q5", "2026-Q1", "26Q1", "0001Q1", "２026Q1"])
def test_what_is_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(RujukanError):
        Quarter.parse(text)

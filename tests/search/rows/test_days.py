"""Days as cells tell them, and how they stand to one another."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.rows.days import Days, in_words, meets, of_value, told

OCTOBER = Days(date(2024, 10, 1), date(2024, 10, 31))
DATES = st.dates(date(1970, 1, 1), date(2068, 12, 31))
SPANS = st.tuples(DATES, DATES).map(lambda two: Days(min(two), max(two)))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("12 Mei 2022", "2022-05-12", "2022-05-12"),
        ("2021-03-18", "2021-03-18", "2021-03-18"),
        ("2021-03-18 00:00", "2021-03-18", "2021-03-18"),
        ("07-04-2021", "2021-04-07", "2021-04-07"),
        ("7/4/21", "2021-04-07", "2021-04-07"),
        ("22-Jun-26", "2026-06-22", "2026-06-22"),
        ("9 Jul 98", "1998-07-09", "1998-07-09"),
        ("Maret 2025", "2025-03-01", "2025-03-31"),
        ("Feb-24", "2024-02-01", "2024-02-29"),
        ("triwulan III 2024", "2024-07-01", "2024-09-30"),
        ("Triwulan ke-2 2024", "2024-04-01", "2024-06-30"),
        ("TW ke2 2024", "2024-04-01", "2024-06-30"),
        ("triwulan kedua 2024", "2024-04-01", "2024-06-30"),
        ("semester keii 2024", "2024-07-01", "2024-12-31"),
        ("12 Aprıl 2024", "2024-04-12", "2024-04-12"),
        ("TW İ 2024", "2024-01-01", "2024-03-31"),
        ("semester 2 tahun 2024", "2024-07-01", "2024-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_cell_tells_a_day_or_the_days_of_a_month_or_year(text: str, first: str, last: str) -> None:
    assert told(text) == Days(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    ["", "-", "mati", "31-02-2024", "0021/P3/2022", "12/13/2024", "2024/2025", "3 tahun"],
)
def test_what_is_no_day_tells_none(text: str) -> None:
    assert told(text) is None


@pytest.mark.parametrize(
    ("cell", "operator", "met"),
    [
        ("30-09-2024", ">=", False),
        ("01-10-2024", ">=", True),
        ("31-10-2024", ">", False),
        ("01-11-2024", ">", True),
        ("30-09-2024", "<", True),
        ("01-10-2024", "<", False),
        ("31-10-2024", "<=", True),
        ("01-11-2024", "<=", False),
        ("15-10-2024", "=", True),
        ("2024", "=", None),
        ("2024", "<", None),
        ("2023", "<", True),
    ],
)
def test_a_month_begins_on_its_first_day_and_ends_on_its_last(cell: str, operator: str, met: bool | None) -> None:
    days = told(cell)
    assert days
    assert meets(days, operator, OCTOBER) is met


@given(DATES, SPANS)
def test_a_day_is_before_within_or_after(day: date, span: Days) -> None:
    one = Days(day, day)
    assert [meets(one, operator, span) for operator in ("<", "=", ">")].count(True) == 1
    assert meets(one, ">=", span) is not meets(one, "<", span)
    assert meets(one, "<=", span) is not meets(one, ">", span)


@given(SPANS)
def test_days_are_kept_as_they_are_in_a_condition(span: Days) -> None:
    assert of_value(span.value()) == span


@given(SPANS)
def test_days_said_in_words_are_read_again(span: Days) -> None:
    said = in_words(span)
    ends = [told(end) for end in said.split(" s.d. ")]
    assert all(ends)
    assert (ends[0] and ends[0].first, ends[-1] and ends[-1].last) == span

import csv
from datetime import date, timedelta
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme import working_days

DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("day", ["2026-11-28", "2026-11-29", "2026-12-24", "2026-12-25", "2025-08-18"])
def test_weekends_holidays_and_joint_leave_are_no_working_days(day: str) -> None:
    assert not working_days.is_working_day(date.fromisoformat(day))


def test_five_working_days_from_a_thursday_end_on_the_next_thursday() -> None:
    assert working_days.after(date(2026, 11, 26), 5) == date(2026, 12, 3)


def test_a_deadline_passes_over_christmas() -> None:
    assert working_days.after(date(2026, 12, 23), 2) == date(2026, 12, 29)


def test_a_period_counts_the_days_after_its_first() -> None:
    assert working_days.between(date(2026, 11, 26), date(2026, 11, 26)) == 0
    assert working_days.between(date(2026, 11, 27), date(2026, 11, 30)) == 1
    assert working_days.between(date(2026, 3, 16), date(2026, 3, 25)) == 2  # Nyepi and Idulfitri lie in between


def test_a_period_that_ends_before_it_begins_has_no_working_day() -> None:
    assert working_days.between(date(2026, 11, 26), date(2026, 11, 2)) == 0


def test_the_holidays_are_those_that_another_hand_lists_and_of_every_year_that_it_knows() -> None:
    known = pytest.importorskip("holidays")
    kinds = {"libur": "public", "cuti bersama": "government"}
    with resources.files("corpora").joinpath("hari_libur.tsv").open(encoding="utf8") as file:
        listed = {(row["hari"], kinds[row["jenis"]]) for row in csv.DictReader(file, delimiter="\t")}
    years = {year for year in range(2024, 2036) if known.ID(years=year, categories=("government",))}
    assert years == working_days.listed_years()
    for kind in kinds.values():
        days = known.ID(years=sorted(years), categories=(kind,))
        assert {day for day, of in listed if of == kind} == {day.isoformat() for day in days}


def test_each_holiday_says_by_what_it_is_known() -> None:
    with resources.files("corpora").joinpath("hari_libur.tsv").open(encoding="utf8") as file:
        assert all(row["dasar"] for row in csv.DictReader(file, delimiter="\t"))


def test_a_year_that_is_not_listed_is_told() -> None:
    assert working_days.unlisted(date(2026, 12, 30), date(2027, 1, 5)) == ()
    assert working_days.unlisted(date(2027, 12, 30), date(2029, 1, 5)) == (2028, 2029)


@given(DAYS, st.integers(0, 400))
def test_a_period_is_counted_as_if_day_by_day(first: date, length: int) -> None:
    days = [first + timedelta(days=n) for n in range(1, length + 1)]
    assert working_days.between(first, first + timedelta(days=length)) == sum(map(working_days.is_working_day, days))


@given(DAYS, st.integers(1, 30))
def test_a_deadline_is_the_first_day_by_which_so_many_have_passed(day: date, count: int) -> None:
    last = working_days.after(day, count)
    assert working_days.is_working_day(last)
    assert working_days.between(day, last) == count

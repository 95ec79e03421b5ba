"""What years that are said mean."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from search.understanding.spoken_years import BARE, SAID, meant
from search.understanding.years import FIRST, LAST, read, told

YEARS = st.integers(FIRST, LAST)
SAYINGS = st.sampled_from(
    (
        *("tahun {}", "sebelum {}", "sebelum tahun {}", "sampai tahun {}", "s.d. {}", "di bawah {}", "sejak {}"),
        *("mulai {}", "setelah tahun {}", "di atas {}", "tahun {} ke atas", "tahun {} ke bawah"),
        *("tahun {}-{}", "antara {} dan {}", "dari tahun {} sampai dengan tahun {}", "periode {}/{}", "tahun {} & {}"),
    )
)


@given(SAYINGS, YEARS, YEARS, st.dates())
def test_whatever_is_said_is_found_whole_and_means_a_year_at_least(
    saying: str, first: int, last: int, today: date
) -> None:
    words = saying.format(first, last)
    assert re.fullmatch(SAID, words, re.IGNORECASE)
    years = meant(words, today)
    assert years
    assert read(told(years)) == years


@given(YEARS, YEARS, st.dates())
def test_years_without_a_word_mean_themselves_and_what_lies_between(first: int, last: int, today: date) -> None:
    assert re.fullmatch(BARE, f"{first}-{last}")
    years = meant(f"{first}-{last}", today)
    assert (years[0], years[-1]) == (min(first, last), max(first, last))


@given(st.integers(1, 99), st.dates(date(2000, 1, 1), date(2098, 12, 31)))
def test_so_many_years_until_now_begin_as_many_years_ago(count: int, today: date) -> None:
    words = f"{count} tahun terakhir"
    assert re.fullmatch(SAID, words)
    assert meant(words, today) == range(today.year - count, today.year + 1)

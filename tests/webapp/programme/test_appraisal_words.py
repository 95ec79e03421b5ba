"""Appraisals in words."""

import pytest

from programme.assessment.appraisals import Appraisal
from webapp.programme import appraisal_words


def decided(day: str | None) -> Appraisal:
    values = dict.fromkeys(Appraisal.__dataclass_fields__) | {"cutoff": "2026-10-31", "decided": day}
    return Appraisal(**values)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (None, ""),
        ("2026-12-18", "29 Desember 2026"),
        ("2027-12-30", "6 Januari 2028 (hari libur 2028 belum terdaftar)"),
        ("2029-03-05", "12 Maret 2029 (hari libur 2029 belum terdaftar)"),
    ],
)
def test_the_last_day_to_object_says_what_it_does_not_know(day: str | None, said: str) -> None:
    assert appraisal_words.until(decided(day)) == said

"""Dates are found as they are typed, and nothing that only looks like one."""

import pytest

from search.understanding.date_spellings import dates


def spelled(text: str) -> list[tuple[str, str]]:
    """What is found of a text, with the first other spelling of it."""
    return [(text[one.start : one.end], one.others[0].words) for one in dates(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rapat 5/3/26 di balai", ("5/3/26", "5 Maret 2026")),
        ("rapat 05-03-2026", ("05-03-2026", "5 Maret 2026")),
        ("sejak 2026-03-05", ("2026-03-05", "5 Maret 2026")),
        ("per 5 Peb. tahun 2026", ("5 Peb. tahun 2026", "5 Februari 2026")),
        ("laporan Agt 2024", ("Agt 2024", "Agustus 2024")),
    ],
)
def test_days_and_months_are_found_in_every_spelling(text: str, found: tuple[str, str]) -> None:
    assert spelled(text) == [found]


@pytest.mark.parametrize("text", ["31/2/2026", "1.3.26", "31 Februari 2026", "12/2017", "5-13-2026", "maret 26", "mei"])
def test_what_is_no_date_is_left(text: str) -> None:
    assert spelled(text) == []

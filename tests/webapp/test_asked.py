import pytest

from search.ranking.choice import Chosen
from search.understanding.understand import LONGEST
from webapp.asked import read

UNITS = {"BPAD", "DINKES"}


def test_the_url_holds_question_and_filters() -> None:
    asked = read({"q": " genset ", "jenis": "kib", "unit": "BPAD", "tahun": "2025"}, UNITS)
    assert (asked.text, asked.chosen, asked.problem) == ("genset", Chosen("kib", "BPAD", range(2025, 2026)), "")


@pytest.mark.parametrize(
    ("typed", "years"), [("2023-2025", range(2023, 2026)), ("2023-", range(2023, 2100)), ("-2022", range(1900, 2023))]
)
def test_years_may_be_a_span(typed: str, years: range) -> None:
    asked = read({"q": "genset", "tahun": typed}, UNITS)
    assert (asked.chosen, asked.problem, asked.address["tahun"]) == (Chosen(year=years), "", typed)


def test_without_filters_anything_is_asked_for() -> None:
    assert read({"q": "genset"}, UNITS).chosen == Chosen()
    assert not read({"q": "genset"}, UNITS).filtered


def test_what_was_switched_off_stays_in_the_url() -> None:
    asked = read({"q": "SOP Dinkes tahun 2024", "jenis": "sop", "tanpa": "year"}, UNITS)
    assert asked.ignored == ("year",)
    assert asked.ignoring("Unit") == {"q": "SOP Dinkes tahun 2024", "jenis": "sop", "tanpa": "year,unit"}


def test_a_value_of_a_facet_is_chosen_changed_and_let_go_in_the_url() -> None:
    typed = {"q": "genset", "jenis": "kib", "komunitas": "CoP A", "tema": "Arsip"}
    typed |= {"keberlakuan": "berlaku", "maturitas": "3"}
    asked = read(typed, UNITS)
    assert asked.chosen == Chosen("kib", community="CoP A", theme="Arsip", validity="berlaku", maturity="3")
    assert asked.address == typed
    assert asked.choosing("maturity", "4") == typed | {"maturitas": "4"}
    assert asked.choosing("kind", "") == {name: value for name, value in typed.items() if name != "jenis"}


@pytest.mark.parametrize(
    ("args", "wrong", "sentence"),
    [
        ({"tahun": "25"}, "tahun", "empat angka"),
        ({"tahun": "٢٠٢٥"}, "tahun", "empat angka"),
        ({"tahun": "2025-2023"}, "tahun", "empat angka"),
        ({"jenis": "<b>"}, "jenis", "tidak dikenal"),
        ({"unit": "MARS"}, "unit", "tidak dikenal"),
        ({"keberlakuan": "selalu"}, "keberlakuan", "tidak dikenal"),
        ({"maturitas": "6"}, "maturitas", "tidak dikenal"),
    ],
)
def test_a_filter_that_is_none_is_named(args: dict[str, str], wrong: str, sentence: str) -> None:
    asked = read({"q": "genset", **args}, UNITS)
    assert asked.wrong == wrong
    assert sentence in asked.problem


def test_a_long_question_is_refused_with_both_numbers() -> None:
    asked = read({"q": "a" * (LONGEST + 1)}, UNITS)
    assert "2.001 karakter" in asked.problem
    assert "2.000 karakter" in asked.problem
    assert read({"q": "a" * LONGEST}, UNITS).problem == ""

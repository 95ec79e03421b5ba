"""Figures about people: of fewer than five nothing is told."""

from datetime import date
from fractions import Fraction

import pytest

from programme.measures import few
from programme.measures.measure import Measure


def measure(counted: int, of: int, reason: str = "", *, people: bool = True) -> Measure:
    share = Fraction(counted, of) if of else None
    day = date(2026, 9, 30)
    return Measure("5.3", share, Fraction(counted), of, None, reason, "", day, day, (), people)


@pytest.mark.parametrize(
    ("counted", "of", "hidden", "all_hidden"),
    [(5, 5, False, False), (4, 5, True, False), (0, 40, True, False), (4, 4, True, True), (0, 0, True, True)],
)
def test_neither_counts_nor_shares_of_few_people_are_told(
    counted: int, of: int, hidden: bool, all_hidden: bool
) -> None:
    one = measure(counted, of)
    assert (few.counted_are_few(one), few.all_are_few(one)) == (hidden, all_hidden)
    assert (few.figure(one) is None) == hidden
    assert not few.counted_are_few(measure(counted, of, people=False))


@pytest.mark.parametrize(
    ("said", "told"),
    [("4", None), ("5", "5"), ("1/4", None), ("1/5", "1/5"), ("", ""), ("BPAD, adopsi", "BPAD, adopsi")],
)
def test_a_row_of_few_people_adds_nothing(said: str, told: str | None) -> None:
    assert few.detail(measure(9, 9), said) == told
    assert few.detail(measure(9, 9, people=False), said) == said


def test_why_there_is_no_value_names_no_few_people() -> None:
    said = "Baru {}; paling sedikit 20 supaya dapat dinilai."
    assert few.reason(measure(1, 3, said.format(3))) == said.format("kurang dari 5")
    assert few.reason(measure(1, 7, said.format(7))) == said.format(7)
    assert few.reason(measure(1, 3, said.format(3), people=False)) == said.format(3)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.assets import Page
from webapp.diffing import LONGEST, SHOWN, difference, lines

TEXTS = st.lists(st.sampled_from(["satu", "dua", "tiga", "empat"]), max_size=12)


def test_what_came_and_what_went_stands_among_the_lines_around_it() -> None:
    old = ["Pasal 1", "Dua hari kerja", "Pasal 3", "Pasal 4", "Pasal 5", "Pasal 6"]
    new = ["Pasal 1", "Tiga hari kerja", "Pasal 3", "Pasal 4", "Pasal 5", "Pasal 6"]
    found = difference(old, new)
    assert found is not None
    told = [(line.kind, line.text) for line in found.stretches[0]]
    assert told[:3] == [("same", "Pasal 1"), ("old", "Dua hari kerja"), ("new", "Tiga hari kerja")]
    assert ("same", "Pasal 6") not in told
    assert (found.new, found.old, found.left_out) == (1, 1, 0)


@given(TEXTS, TEXTS)
def test_every_line_that_is_in_one_alone_is_told_once(old: list[str], new: list[str]) -> None:
    found = difference(old, new)
    assert found is not None
    told = [line.kind for stretch in found.stretches for line in stretch]
    assert (told.count("new"), told.count("old")) == (found.new, found.old)
    assert len(old) - found.old == len(new) - found.new
    assert (found.stretches == ()) is (old == new)


def test_a_long_paper_is_not_compared_and_a_long_comparison_is_cut() -> None:
    assert difference(["a"] * (LONGEST + 1), ["a"]) is None
    found = difference(["satu"] * 5, [f"baris {n}" for n in range(LONGEST)])
    assert found is not None
    assert sum(map(len, found.stretches)) == SHOWN
    assert found.left_out == LONGEST + 5 - SHOWN


@pytest.mark.parametrize("text", ["Satu  \n\n dua\ttiga ", "Satu\ndua tiga"])
def test_space_is_no_difference(text: str) -> None:
    assert lines([]) == []
    assert lines([Page(1, 1, None, "text", 1.0, text, ())]) == ["Satu", "dua tiga"]

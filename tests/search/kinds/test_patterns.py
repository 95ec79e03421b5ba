"""Patterns for the text of pages."""

import pytest

from search.kinds.patterns import spaced


@pytest.mark.parametrize("text", ["tiga hari", "TIGA HARI", "tiga\nhari", "tiga  \n hari"])
def test_a_space_is_any_white_space(text: str) -> None:
    assert spaced("tiga hari").fullmatch(text)


def test_a_space_that_may_lack_may_still_lack() -> None:
    assert spaced("di ?mana").fullmatch("dimana")
    assert spaced("di ?mana").fullmatch("di\nmana")
    assert not spaced("di ?mana").fullmatch("di  mana")


def test_a_space_in_brackets_stays_one() -> None:
    assert spaced("a[b ]c").fullmatch("a c")
    assert not spaced("a[b ]c").fullmatch("a\nc")

"""Numbers in words and in Roman numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.understanding.number_words import in_words, roman, roman_value, value_of


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (17, "tujuh belas"),
        (25, "dua puluh lima"),
        (100, "seratus"),
        (1_000, "seribu"),
        (2_250, "dua ribu dua ratus lima puluh"),
        (1_001_000, "satu juta seribu"),
        (3_000_000_012, "tiga miliar dua belas"),
    ],
)
def test_a_number_is_read_in_words(number: int, words: str) -> None:
    assert in_words(number) == words
    assert value_of(words) == number


@given(st.integers(0, 10**12 - 1))
def test_words_tell_the_number_that_they_were_made_of(number: int) -> None:
    assert value_of(in_words(number)) == number


def test_letters_that_only_look_like_others_tell_the_same_number() -> None:
    assert value_of("tİga puluh lıma") == 35


@pytest.mark.parametrize("words", ["", "dua tiga", "satu puluh", "belas", "puluh lima", "orang", "seratus seratus"])
def test_words_that_tell_no_number_tell_none(words: str) -> None:
    assert value_of(words) is None


@given(st.integers(1, 39))
def test_a_roman_numeral_tells_the_number_that_it_was_made_of(number: int) -> None:
    assert roman_value(roman(number)) == number


@pytest.mark.parametrize("letters", ["", "IIII", "VX", "abc", "XXXX"])
def test_letters_that_are_no_roman_numeral_tell_none(letters: str) -> None:
    assert roman_value(letters) is None

"""A quote is found by its letters, whatever the lines of the page are."""

from hypothesis import given
from hypothesis import strategies as st

from indexer.previews.letters import letters, occurrences
from indexer.readers.clean import clean


def found(raw: str, quote: str) -> list[str]:
    return [raw[first:last] for first, last in occurrences(raw, quote)]


def test_a_quote_goes_on_over_lines_and_cut_words() -> None:
    raw = "Pengurus ba\ufffe\r\nrang memeriksa per-\r\nundang-undangan."
    assert found(raw, "barang memeriksa perundang-undangan") == ["ba\ufffe\r\nrang memeriksa per-\r\nundang-undangan"]


def test_ligatures_and_bullets_are_as_the_plain_text_has_them() -> None:
    assert found("\uf0b7 Sertiﬁkat aset", "• Sertifikat") == ["Sertiﬁkat"]


def test_each_place_is_told() -> None:
    assert len(found("nilai sewa; nilai sewa; nilai\nsewa", "nilai sewa")) == 3


def test_letters_that_begin_or_end_within_a_word_are_no_quote() -> None:
    assert found("sekabel abelian", "abel") == []
    assert found("kabel-abel", "abel") == ["abel"]


def test_signs_tell_figures_apart() -> None:
    assert found("Rp15.000", "Rp150.00") == []


def test_too_few_letters_are_not_looked_for() -> None:
    assert found("a - b", "a b") == []
    assert found("", "") == []


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_what_is_found_has_the_letters_of_the_quote(text: str, start: int, end: int) -> None:
    quote = clean(text)[start:end]
    for first, last in occurrences(text, quote):
        assert letters(text[first:last])[0] == letters(quote)[0]

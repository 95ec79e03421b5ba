"""Raw text made plain."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.readers.clean import clean, one_line


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("undang\ufffeundang", "undang-undang"),
        ("Undang\ufffeUndang", "Undang-Undang"),
        ("perundang\ufffeundangan", "perundang-undangan"),
        ("hak\ufffehaknya", "hak-haknya"),
        ("Pem\ufffebelian", "Pembelian"),
        ("PEM\ufffeBELIAN", "PEMBELIAN"),
        ("COVID\ufffe19", "COVID-19"),
        ("PBB\ufffeP2", "PBB-P2"),
        ("non\ufffeformal", "non-formal"),
        ("pengu\u00ad\nkuran tanah", "pengukuran tanah"),
        ("pelak-\nsanaan", "pelaksanaan"),
        ("daerah-\ndaerah", "daerah-daerah"),
        ("tahun 2024-\n2025", "tahun 2024-\n2025"),
    ],
)
def test_words_cut_at_the_end_of_a_line_are_joined(raw: str, plain: str) -> None:
    assert clean(raw) == plain


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("a\r\nb\rc\x0bd", "a\nb\nc\nd"),
        ("a\x00b\x08c\x1f", "abc"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("e\u0301", "é"),
        ("ﬁnal", "final"),
        ("satu\u00a0 dua\t tiga  ", "satu dua tiga"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("\u202efdp.exe\u202c", "fdp.exe"),
        ("\uf0b7 butir", "• butir"),
    ],
)
def test_no_control_character_ligature_or_odd_space_stays(raw: str, plain: str) -> None:
    assert clean(raw) == plain


def test_one_line_has_no_newline() -> None:
    assert one_line(" Tahun\nPem-\nbelian\n\n(Rp) ") == "Tahun Pembelian (Rp)"


def test_a_word_of_a_million_letters_is_cleaned_at_once() -> None:
    assert len(clean("f" * 1_000_000)) == 1_000_000


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_plain_text_is_nfc_printable_and_stays_as_it_is(raw: str) -> None:
    text = clean(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert text == text.strip()
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c != "\n" for c in text)
    text.encode("utf-8")

"""What probably stands on a page where OCR recognised something else."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import misreadings
from engine.analysis import identifiers
from engine.misreadings import corrected, is_known, misread, put_right, vocabulary
from engine.stems import stem

NOISY = "PRES!DEN REPIJBUK INDONESIA tentang Slandar Operasienal Presedur, perrdapatan dan penrbahan negara"
CLEAN = (
    "Pemohon mengajukan surat permohonan peminjaman kendaraan dinas kepada kepala badan, dan petugas memeriksa "
    "kelengkapan berkas sebelum kendaraan diserahkan kepada pemohon."
)


def meant(text: str) -> set[str]:
    return {term.text for term in misread(text)}


@pytest.mark.parametrize(
    ("read", "written"),
    [
        ("REPIJBUK", "republik"),
        ("PRES!DEN", "presiden"),
        ("perrdapatan", "pendapatan"),
        ("Operasienal", "operasional"),
        ("Presedur", "prosedur"),
        ("Slandar", "standar"),
        ("Nemer", "nomor"),
        ("lndonesia", "indonesia"),
        ("dirnaksud", "dimaksud"),
        ("mcnetapkan", "menetapkan"),
        ("clipersyaratkan", "dipersyaratkan"),
        ("berhrgas", "bertugas"),
        ("peraturandaerah", "peraturan daerah"),
        ("Pasal2TA", "Pasal 27A"),
        ("2O19", "2019"),
        ("l968", "1968"),
    ],
)
def test_a_misread_word_is_put_right(read: str, written: str) -> None:
    assert corrected(read) == written


@pytest.mark.parametrize(
    "word", ["peminjaman", "Sekretaris", "dipinjamkannya", "SOP", "di", "27A", "A4", "2019", "KIB"]
)
def test_a_known_or_short_word_is_left_alone(word: str) -> None:
    assert corrected(word) is None


def test_what_was_meant_is_given_as_stems_at_the_place_of_what_was_read() -> None:
    places = {term.text: NOISY[term.start : term.end] for term in misread(NOISY)}
    assert places[stem("republik")] == "REPIJBUK"
    assert places[stem("presiden")] == "PRES!DEN"
    assert places[stem("perubahan")] == "penrbahan"


def test_words_that_a_space_divides_are_joined() -> None:
    assert stem("ketentuan") in meant(f"{NOISY} kete ntuan")


def test_an_amount_with_spaces_in_it_is_joined() -> None:
    assert "10000000000" in meant(f"{NOISY} sebesar Rp 1 0. 000.000.000,00 setahun")


def test_a_citation_with_misread_words_is_an_identifier() -> None:
    text = "berdasarkan Peraluran Pemerinlah Nemer 27 Tahun 2O14 tentang pengelelaan barang"
    assert "pp-27-2014" in {term.text for term in identifiers(put_right(text))}


def test_clean_text_holds_nothing_misread() -> None:
    assert meant(CLEAN) == set()
    assert put_right(CLEAN) == CLEAN


def test_one_strange_word_in_clean_text_is_taken_for_a_name() -> None:
    assert meant(f"{CLEAN} perrdapatan") == set()


def test_names_alone_do_not_make_a_text_noisy() -> None:
    assert meant("Bapak Nugroho, Ibu Kalla, Saudara Bakrie, Rahardjo, Sarwono, Husein dan Rusli hadir") == set()


@given(st.text(alphabet="rnmoecl1ti0!|IDO -aupb.,", max_size=80))
def test_any_text_is_read_without_error_and_every_place_lies_in_it(text: str) -> None:
    for term in misread(f"{NOISY} {text}"):
        assert 0 <= term.start < term.end <= len(NOISY) + 1 + len(text)


def test_what_was_put_right_is_known() -> None:
    for word in ("REPIJBUK", "perrdapatan", "Operasienal"):
        assert is_known(corrected(word) or "")


_WORDS = st.sampled_from([*NOISY.split(), *CLEAN.split(), "l968", "2O19", "pera", "turan", "Sukarjo", "-", "3"])


def _all_tell_enough(divided: Mapping[str, str], words: Sequence[str], enough: float) -> bool:
    every = dict(divided) | {word: better for word in words if (better := corrected(word))}
    return sum(misreadings._is_telling(*correction) for correction in every.items()) >= enough


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_a_text_that_is_let_pass_at_a_glance_has_nothing_to_put_right(text: str) -> None:
    seen = put_right(text)
    misreadings._believed.cache_clear()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(misreadings, "_most_telling", len)  # every text is looked at whole
        patched.setattr(misreadings, "_tells_enough", _all_tell_enough)  # and every word of it
        assert put_right(text) == seen
    misreadings._believed.cache_clear()


@given(st.one_of(st.sampled_from(sorted(vocabulary())), st.text(alphabet="abdeginrstu", max_size=12)))
def test_where_no_change_is_tried_none_would_make_a_common_word(word: str) -> None:
    where, anywhere = misreadings._where_common(word), misreadings._anywhere(word)
    for changed in (misreadings._by_confusion, misreadings._by_one_letter):
        missed = set(changed(word, anywhere)) - set(changed(word, where))
        assert not [lost for lost in missed if vocabulary().get(lost, misreadings._COMMON) < misreadings._COMMON]

"""The difference of two things is told by what names both and parts them."""

import pytest

from search.answering.uncompared import is_uncompared
from search.understanding.glossary import load
from search.understanding.understand import understand

ASKED = "Apa bedanya pajak daerah dan retribusi daerah?"


def uncompared(question: str, text: str) -> bool:
    return is_uncompared(understand(question, load()), text)


@pytest.mark.parametrize(
    "text",
    [
        "Pajak daerah tidak memberi imbalan langsung, sedangkan retribusi dibayar atas layanan.",
        "Perbedaan pajak dengan retribusi terletak pada imbalannya.",
        "Retribusi adalah pungutan atas jasa; pajak adalah iuran wajib.",
    ],
)
def test_what_parts_both_compares_them(text: str) -> None:
    assert not uncompared(ASKED, text)


@pytest.mark.parametrize(
    "text",
    [
        "Perlu didukung oleh aturan mengenai pajak daerah dan retribusi daerah.",
        "Pajak daerah adalah kontribusi wajib kepada daerah.",
        "Daerah tidak memungut apa pun.",
    ],
)
def test_what_names_both_together_or_one_alone_does_not(text: str) -> None:
    assert uncompared(ASKED, text)


def test_names_are_met_in_any_of_their_wordings() -> None:
    question = "beda penunjukan langsung sama lelang"
    assert not uncompared(question, "Penunjukan langsung hanya untuk satu penyedia, sedangkan tender untuk banyak.")


@pytest.mark.parametrize(
    "question",
    [
        "Berapa tarif pajak daerah dan retribusi daerah?",
        "Kalau terjemahan beda tafsir dengan teks asli, mana yang dipakai?",
        "MATV itu apa? beda ya sama CCTV?",
    ],
)
def test_who_asks_for_no_difference_is_not_concerned(question: str) -> None:
    assert not uncompared(question, "Pajak daerah dan retribusi daerah naik.")

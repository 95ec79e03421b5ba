"""What a paper leaves to another, it does not answer."""

import pytest

from search.answering.left_to_others import is_left_to_others
from search.understanding.glossary import load
from search.understanding.understand import understand

PAPER = (
    "SOP ini mengatur mutasi antar suku dinas. Mutasi antarinstansi dan mutasi keluar\nprovinsi diatur dengan SOP"
    " tersendiri. Seluruh proses selesai dalam 21 hari kerja.",
    "Pengangkatan pejabat diatur dengan SOP tersendiri; pengangkatan pejabat selesai dalam 3 hari.",
)
DAYS = "Seluruh proses selesai dalam 21 hari kerja."


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("mutasi keluar provinsi berapa hari kerja selesainya?", True),
        ("mutasi antar suku dinas berapa hari kerja selesainya?", False),
        ("pengangkatan pejabat berapa hari?", False),  # told elsewhere too
    ],
)
def test_what_two_words_of_a_question_name_may_be_left_to_others(question: str, *, left: bool) -> None:
    assert is_left_to_others(understand(question, load()), DAYS, PAPER) == left


def test_who_is_told_that_it_is_left_to_others_is_told_right() -> None:
    asked = understand("mutasi keluar provinsi diatur di mana?", load())
    assert not is_left_to_others(asked, PAPER[0], PAPER)

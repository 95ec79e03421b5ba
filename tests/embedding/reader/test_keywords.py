"""Questions typed into a search box: what names something stays, in its order."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embedding.reader.example import Example
from embedding.reader.keywords import in_keywords, typed_shortly

ASKED = Example("Siapa yang menyetujui peminjaman ruang rapat?", "Kasubbag Umum.", 0, 13)


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (
            "Siapa yang menyetujui peminjaman ruang rapat?",
            {
                "menyetujui peminjaman ruang rapat",
                "siapa menyetujui peminjaman ruang rapat",
                "menyetujui peminjaman ruang rapat siapa",
            },
        ),
        (
            "Apa saja syarat untuk Surat Keterangan Usaha?",
            {
                "syarat surat keterangan usaha",
                "apa saja syarat surat keterangan usaha",
                "syarat surat keterangan usaha apa saja",
            },
        ),
        ("garansi laptop di Dinas Pendidikan", {"garansi laptop dinas pendidikan"}),
    ],
)
def test_what_asks_goes_or_stays_or_comes_last(question: str, typed: set[str]) -> None:
    assert {in_keywords(question, random.Random(seed)) for seed in range(40)} == typed


def test_a_question_of_one_word_stays_as_it_is() -> None:
    assert in_keywords("Apa itu Monas?", random.Random(1)) == "Apa itu Monas?"


@given(st.text(alphabet="abcdi syangprt?.", max_size=60), st.integers(0, 99))
def test_no_word_is_added(question: str, seed: int) -> None:
    typed = re.findall(r"\w+", in_keywords(question, random.Random(seed)).lower())
    asked = re.findall(r"\w+", question.lower())
    assert all(typed.count(word) <= asked.count(word) for word in typed)


def test_a_share_of_the_questions_is_typed_and_what_answers_stays() -> None:
    made = typed_shortly([ASKED] * 200, 0.4, random.Random(1))
    assert 50 < sum(example.question != ASKED.question for example in made) < 110
    assert {(example.passage, example.start, example.end) for example in made} == {("Kasubbag Umum.", 0, 13)}


def test_with_no_share_nothing_is_drawn() -> None:
    chance = random.Random(1)
    assert typed_shortly([ASKED], 0.0, chance) == [ASKED]
    assert chance.random() == random.Random(1).random()

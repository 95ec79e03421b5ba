"""Near misses made by exchanging what a question names."""

import re

from benchmarks.swapped import swapped

NAMED = ["Siapa kepala dinas di Jakarta Utara?", "Di mana letak kantor Bandung?", "apa saja syaratnya?"]


def test_a_name_is_exchanged_for_one_of_another_question() -> None:
    assert {"Siapa kepala dinas di Bandung?", "Di mana letak kantor Jakarta Utara?"} >= set(swapped(NAMED, 1))
    assert any(swapped(NAMED, seed) for seed in range(5))


def test_a_question_that_names_nothing_makes_none() -> None:
    assert swapped(["apa saja syaratnya?", "Bagaimana caranya?"], 1) == []


def test_a_year_moves_by_some_years_and_another_number_grows() -> None:
    for seed in range(20):
        (year,) = swapped(["berapa anggaran tahun 2019?"], seed)
        assert 3 <= abs(int(re.findall(r"\d{4}", year)[0]) - 2019) <= 7
        (number,) = swapped(["apa isi pasal 12?"], seed)
        assert 15 <= int(re.findall(r"\d+", number)[0]) <= 25


def test_the_same_seed_makes_the_same_questions() -> None:
    assert swapped(NAMED, 3) == swapped(NAMED, 3)


def test_numbers_with_signs_around_them_stay() -> None:
    assert swapped(["berapa 1.250 dan 3/4?"], 1) == []

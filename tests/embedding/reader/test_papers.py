"""Invented papers and what is exchanged: what answers stands in the passage, and what is not told answers nothing."""

import random
from collections.abc import Callable

import pytest

from embedding.reader.example import Example
from embedding.reader.exchanged import exchanged
from embedding.reader.forms import forms
from embedding.reader.procedures import procedures
from embedding.reader.sections import sections
from embedding.reader.tables import tables
from embedding.reader.values import value, words

MAKERS = (forms, tables, procedures, sections)


def exchanged_of_one(count: int, chance: random.Random) -> list[Example]:
    return exchanged([Example("Berapa luas danau itu?", "Luasnya 40 hektar.", 8, 17)] * 3, count, chance)


def said(example: Example) -> str:
    return example.passage[example.start : example.end]


@pytest.mark.parametrize("make", MAKERS)
def test_an_answer_is_a_whole_value_of_the_passage(make: Callable[[int, random.Random], list[Example]]) -> None:
    answered = [example for example in make(60, random.Random(1)) if example.start >= 0]
    assert answered
    for example in answered:
        assert said(example) == said(example).strip() != ""
        assert not example.passage[example.end : example.end + 1].isalnum()
        assert not example.passage[example.start - 1].isalnum()


@pytest.mark.parametrize("make", MAKERS)
def test_about_half_of_the_questions_are_not_answered(make: Callable[[int, random.Random], list[Example]]) -> None:
    made = make(200, random.Random(1))
    assert 0.35 < sum(example.start >= 0 for example in made) / len(made) < 0.6


@pytest.mark.parametrize("make", MAKERS)
def test_the_same_draw_gives_the_same_examples(make: Callable[[int, random.Random], list[Example]]) -> None:
    assert make(9, random.Random(4)) == make(9, random.Random(4))
    assert make(9, random.Random(4)) != make(9, random.Random(5))


def test_a_form_that_is_asked_for_has_a_title_in_front() -> None:
    assert all("\n" in example.passage for example in forms(40, random.Random(1)))


def test_every_kind_of_value_that_the_word_lists_name_can_be_made() -> None:
    kinds = {field["nilai"] for field in words()["isian"]}
    kinds |= {column["nilai"] for table in words()["tabel"] for column in table["kolom"]}
    kinds |= {section["buat"] for section in words()["bagian"] if "buat" in section}
    assert all(value(kind, random.Random(1)) for kind in kinds)


def test_a_table_is_written_as_the_indexer_writes_rows() -> None:
    answered = next(example for example in tables(9, random.Random(2)) if example.start >= 0)
    assert f" | {said(answered)}" in answered.passage


def test_a_heading_of_a_table_of_contents_answers_nothing() -> None:
    of_contents = [example for example in sections(60, random.Random(1)) if "daftar isi" in example.passage.casefold()]
    assert of_contents
    assert all((example.start, example.end) == (-1, -1) for example in of_contents)


def test_what_stands_below_a_heading_is_the_answer_and_the_heading_is_not() -> None:
    headings = {heading.casefold() for section in words()["bagian"] for heading in section["judul"]}
    answered = [example for example in sections(60, random.Random(1)) if example.start >= 0]
    assert not any(said(example).rstrip(":").casefold() in headings for example in answered)
    assert any(";\n" in said(example) for example in answered), "a whole list"


def test_what_is_exchanged_does_not_stand_in_the_passage() -> None:
    text = "Kantor Sentosa berada di Gambir dan dibuka pada tahun 2011."
    known = [
        Example("Kapan Kantor Sentosa dibuka tahun 2011?", text, 45, 58),
        Example("Di mana Museum Lama?", text, 25, 31),
    ]
    made = exchanged(known, 2, random.Random(1))
    assert made
    for example in made:
        assert (example.start, example.end) == (-1, -1)
        assert example.question not in {each.question for each in known}


def test_a_second_thing_is_asked_for_only_where_the_passage_tells_nothing_of_the_kind() -> None:
    passage = "Luas danau itu 40 hektar."
    asked = {
        example.question
        for seed in range(40)
        for example in exchanged([Example("Berapa luas danau itu?", passage, 15, 24)], 1, random.Random(seed))
    }
    assert asked
    assert not any(question.startswith("Berapa luas") for question in asked)


@pytest.mark.parametrize("make", [*MAKERS, exchanged_of_one])
def test_nothing_is_drawn_where_nothing_is_wanted_so_that_the_first_mixture_stays_what_the_shipped_reader_learned(
    make: Callable[[int, random.Random], list[Example]],
) -> None:
    chance = random.Random(1)
    before = chance.getstate()
    assert make(0, chance) == []
    assert chance.getstate() == before

"""Questions beside the one that was asked: what many asked and were answered, and what found papers ask themselves."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from catalog import questions
from catalog.database import Catalog
from catalog.questions import FEWEST_ASKERS, Question
from search.similar_questions import MOST, AskedBefore, similar_questions

TODAY = date(2026, 11, 26)
ASKED = "Berapa lama telaah surat masuk?"
OTHER = "Siapa yang menelaah surat masuk?"


def ask(catalog: Catalog, text: str, askers: int = FEWEST_ASKERS, **more: str) -> None:
    one = replace(Question(TODAY.isoformat(), text, "jawaban", "answered", 3, "publik", "a"), **more)
    asked = (replace(one, asker=f"{one.asker}{n}") for n in range(askers))
    questions.keep(catalog, asked, days=90, today=TODAY)


def beside(catalog: Catalog, text: str = ASKED, viewer: str = "publik", found: Iterable[str] = ()) -> tuple[str, ...]:
    return similar_questions(text, AskedBefore().by(catalog, viewer), found)


def test_a_question_that_many_asked_and_that_shares_its_words_is_offered(catalog: Catalog) -> None:
    for text in (OTHER, "Apa syarat penghapusan gedung?"):
        ask(catalog, text)
    assert beside(catalog) == (OTHER,)


def test_wordings_that_differ_in_capitals_alone_are_one_question(catalog: Catalog) -> None:
    ask(catalog, OTHER, FEWEST_ASKERS - 1)
    ask(catalog, OTHER.upper(), 1, asker="z")
    assert [text.casefold() for text in beside(catalog)] == [OTHER.casefold()]


@pytest.mark.parametrize(
    ("more", "askers"),
    [
        ({}, FEWEST_ASKERS - 1),
        ({"outcome": "weak_evidence"}, FEWEST_ASKERS),
        ({"way": "pencarian", "outcome": "hits"}, FEWEST_ASKERS),
        ({"viewer": "unit"}, FEWEST_ASKERS),
        ({"viewer": "pengelola"}, FEWEST_ASKERS),
        ({"viewer": "internal"}, FEWEST_ASKERS),
    ],
    ids=["of few", "not answered", "a search", "of a unit's", "of operators", "of civil servants, for the public"],
)
def test_what_could_tell_of_a_person_or_of_hidden_papers_is_not(
    catalog: Catalog, more: dict[str, str], askers: int
) -> None:
    ask(catalog, OTHER, askers, **more)
    assert beside(catalog) == ()


def test_what_one_may_have_asked_day_after_day_is_not_offered_until_two_ask_it_on_one_day(catalog: Catalog) -> None:
    for n in range(2 * FEWEST_ASKERS):
        ask(catalog, OTHER, 1, day=f"2026-11-{n + 1:02}", asker=f"hari{n}")
    assert beside(catalog) == ()
    ask(catalog, OTHER, 1, day="2026-11-01", asker="orang lain")
    assert beside(catalog) == (OTHER,)


@pytest.mark.parametrize("viewer", ["internal", "unit", "pengelola"])
def test_whoever_sees_internal_papers_is_offered_what_civil_servants_ask(catalog: Catalog, viewer: str) -> None:
    ask(catalog, OTHER, viewer="internal")
    assert beside(catalog, viewer=viewer) == (OTHER,)


@pytest.mark.parametrize("text", ["Siapa [nama] yang menelaah surat masuk?", "Berapa nomor telepon Budi Santoso?"])
def test_neither_what_was_masked_nor_what_asks_for_personal_data_is_offered(catalog: Catalog, text: str) -> None:
    ask(catalog, text)
    assert beside(catalog, text.replace("[nama]", "Budi")) == ()


def test_what_runs_on_and_on_is_not_offered(catalog: Catalog) -> None:
    ask(catalog, f"{OTHER} {'telaah surat masuk ' * 12}")
    assert beside(catalog) == ()


def test_nothing_is_its_own_neighbour_and_at_most_so_many_are_offered(catalog: Catalog) -> None:
    ask(catalog, ASKED.lower())
    for n in range(MOST + 2):
        ask(catalog, f"Apakah telaah surat masuk {n} perlu paraf?")
    assert len(beside(catalog)) == MOST
    assert ASKED.lower() not in beside(catalog)


def test_questions_that_differ_in_what_they_ask_for_alone_are_two(catalog: Catalog) -> None:
    other = "Kapan surat masuk ditelaah?"
    for text in (OTHER, other):
        ask(catalog, text)
    assert set(beside(catalog)) == {OTHER, other}


def test_the_nearest_stands_first(catalog: Catalog) -> None:
    for text in ("Siapa yang menelaah dan mengagendakan surat masuk rahasia?", OTHER):
        ask(catalog, text)
    assert beside(catalog)[0] == OTHER


def test_questions_of_papers_that_were_found_are_offered_as_they_stand_there() -> None:
    found = [
        "3. Siapa yang boleh menelaah surat\nmasuk? Sekretaris. Lihat bab 2.",
        "T: Apakah telaah surat dapat diwakilkan?\nJ: Tidak dapat.",
        "Apakah gedung dapat disewa? Dapat.",
        "Telaah surat masuk paling lama 2 jam.",
        "1 Mencatat surat masuk 10 menit 2 Telaah surat disetujui?",
    ]
    assert set(similar_questions(ASKED, (), found)) == {
        "Siapa yang boleh menelaah surat masuk?",
        "Apakah telaah surat dapat diwakilkan?",
    }


def test_a_heading_that_runs_on_into_its_question_is_left_out() -> None:
    page = (
        "Telaah Surat Siapa yang menelaah surat masuk?\n\nTelaah surat berapa lama waktunya?\n\n"
        "Bagaimana dan Kapan Surat Masuk Ditelaah?\n"
    )
    assert set(similar_questions("apa itu telaah surat masuk", (), [page])) == {
        "Siapa yang menelaah surat masuk?",
        "Telaah surat berapa lama waktunya?",
        "Bagaimana dan Kapan Surat Masuk Ditelaah?",
    }


@pytest.mark.parametrize(("times", "offered"), [(1, (OTHER,)), (20, ()), (20_000, ())])
def test_of_a_passage_that_asks_without_end_only_the_beginning_is_read(times: int, offered: tuple[str, ...]) -> None:
    passage = f"{' '.join(f'Apakah gedung nomor {n} dapat disewa?' for n in range(times))} {OTHER}"
    assert similar_questions(ASKED, (), [passage]) == offered


def test_the_log_is_read_anew_after_a_minute(catalog: Catalog) -> None:
    now = 0.0
    known = AskedBefore(clock=lambda: now)
    assert not known.by(catalog, "publik")
    ask(catalog, OTHER)
    assert not known.by(catalog, "publik")
    now = 61.0
    assert similar_questions(ASKED, known.by(catalog, "publik"), ()) == (OTHER,)

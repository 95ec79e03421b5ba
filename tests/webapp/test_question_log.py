"""What is kept of questions: masked, without whose they were, behind the answer, and lost rather than waited for."""

import sqlite3
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from catalog import questions
from catalog.database import Catalog
from catalog.opening import create
from catalog.questions import Question
from catalog.scope import scope_of
from tests.webapp.conftest import SOP, given
from tests.webapp.library import Paper, add, searchers, text_page
from tests.webapp.people import enrol, visitor
from webapp import asked_questions, write_behind
from webapp.app import create_app
from webapp.day_key import DayKey
from webapp.question_log import QuestionLog


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    opened = create(tmp_path_factory.mktemp("data"))
    add(opened, Paper("sop.pdf", given("SOP Kendaraan"), (text_page(1, SOP),)))
    enrol(opened, "siti")
    yield opened
    opened.close()


@pytest.fixture
def app(catalog: Catalog) -> Flask:
    return create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))


def asked(app: Flask, catalog: Catalog, *ways: tuple[FlaskClient, str], days: int = 90) -> list[Question]:
    """Ask in these ways, and give what was kept of them, the oldest first."""
    log = QuestionLog(catalog.folder, days)
    asked_questions.install(app, log)
    before = len(list(questions.kept(catalog, 1000)))
    for client, way in ways:
        assert client.get(way).status_code == 200
    log.close()
    return list(questions.kept(catalog, 1000))[::-1][before:]


def test_questions_are_kept_with_how_they_came_out_but_not_by_whom(app: Flask, catalog: Catalog) -> None:
    stranger, siti = app.test_client(), visitor(app, "siti")
    ways = (
        "/?q=kendaraan dinas&jawab=0",
        "/?q=zzzz qqqq",
        "/api/v1/search?q=kendaraan",
        "/api/v1/ask?q=zzzz qqqq",
        "/",
    )
    found = asked(app, catalog, *((stranger, way) for way in ways), (siti, "/?q=kendaraan&jenis=sop"))
    assert [(one.text, one.way, one.outcome, one.hits, one.viewer) for one in found] == [
        ("kendaraan dinas", "pencarian", "hits", 1, "publik"),
        ("zzzz qqqq", "jawaban", "weak_evidence", 1, "publik"),
        ("kendaraan", "pencarian", "hits", 1, "publik"),
        ("zzzz qqqq", "jawaban", "weak_evidence", 1, "publik"),
        ("kendaraan", "pencarian", "hits", 1, "internal"),
    ]
    assert len({one.asker for one in found[:4]}) == 1
    assert found[4].asker != found[0].asker
    assert not any(told in str(found) for told in ("siti", "127.0.0.1"))


def test_of_a_question_for_personal_data_only_that_it_was_asked_is_kept(app: Flask, catalog: Catalog) -> None:
    client = app.test_client()
    ways = [(client, f"{way}Berapa nomor telepon Budi Santoso?") for way in ("/?q=", "/?jawab=0&q=", "/api/v1/ask?q=")]
    found = asked(app, catalog, *ways, (client, "/?q=sewa kendaraan 0812-3456-7890"))
    assert [one.text for one in found] == [None, None, None, "sewa kendaraan [nomor]"]


def test_no_question_is_kept_where_the_setting_says_so(app: Flask, catalog: Catalog) -> None:
    assert asked(app, catalog, (app.test_client(), "/?q=kendaraan"), days=0) == []


def test_who_asks_while_somebody_writes_does_not_wait(app: Flask, catalog: Catalog) -> None:
    log = QuestionLog(catalog.folder, 90)
    asked_questions.install(app, log)
    before = len(list(questions.kept(catalog, 1000)))
    with catalog.writing():
        start = time.monotonic()
        assert app.test_client().get("/?q=kendaraan&jawab=0").status_code == 200
        assert time.monotonic() - start < 5  # SQLite alone would wait for 30
    log.close()
    assert len(list(questions.kept(catalog, 1000))) == before + 1


ONE = Question("2026-11-26", "x", "jawaban", "answered", 1, "publik", "a")


def test_questions_beyond_the_room_are_lost_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = create(tmp_path)
    monkeypatch.setattr(write_behind, "_ROOM", 3)
    log = QuestionLog(catalog.folder, 36_500)
    for number in range(9):
        log.put(replace(ONE, hits=number))
    log.close()
    assert [one.hits for one in questions.kept(catalog, 99)] == [2, 1, 0]
    log.put(ONE)
    assert len(list(questions.kept(catalog, 99))) == 3
    catalog.close()


def test_a_catalog_that_cannot_be_written_stops_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    folder = create(tmp_path).folder
    monkeypatch.setattr(questions, "keep", full)
    log = QuestionLog(folder, 90)
    log.put(ONE)
    log.close()


def test_the_key_of_a_day_is_shared_kept_from_others_and_gone_the_next_day(tmp_path: Path) -> None:
    one, other = DayKey(tmp_path), DayKey(tmp_path)
    first = one.pseudonym("akun 1", "2026-11-26")
    assert first == other.pseudonym("akun 1", "2026-11-26") != one.pseudonym("akun 2", "2026-11-26")
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert one.pseudonym("akun 1", "2026-11-27") != first
    assert [place.name for place in tmp_path.iterdir()] == ["kunci_harian.2026-11-27"]

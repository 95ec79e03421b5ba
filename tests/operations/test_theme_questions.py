"""Theme questions are asked as any civil servant would, and what came of it is kept by the day."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from catalog import communities
from catalog.database import Catalog
from catalog.opening import create
from operations.cli import rujukan
from operations.theme_questions import asked
from programme.community import communities as records
from programme.inputs import theme_questions
from tests.webapp.conftest import SOP, given
from tests.webapp.library import Paper, add, searcher, text_page


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    made = create(tmp_path)
    shown = {"sop": given("SOP Kendaraan"), "draf": given("Draf zamrud", status="draf", access="terbatas")}
    for name, text in (("sop", SOP), ("draf", "Cincin zamrud disimpan di brankas lantai tiga.")):
        add(made, Paper(f"{name}.pdf", shown[name], (text_page(1, text),)))
    with made.writing():
        number = communities.community_id(made, "Komunitas BPAD", "BPAD")
    for text in (
        "Peminjaman kendaraan dinas diajukan paling lambat dua hari kerja sebelum pemakaian?",
        "Di mana cincin zamrud disimpan?",
        "???",
    ):
        theme_questions.add(made, records.with_id(made, number), ("Tema", text), by="uji")
    return made


def test_each_question_is_kept_with_the_asset_that_answered_it(catalog: Catalog) -> None:
    found = searcher(catalog)
    assert [asked(catalog, found, question) for question in theme_questions.holding(catalog)] == [1, None, None]


def test_a_second_check_on_a_day_takes_the_place_of_the_first(catalog: Catalog) -> None:
    first, *_ = theme_questions.holding(catalog)
    assert first.checked is None
    for asset, answered in ((1, True), (None, False)):
        theme_questions.keep_answer(catalog, first.id, asset, date(2026, 11, 26))
        now, *_ = theme_questions.holding(catalog)
        assert (now.checked, now.answered, now.asset) == ("2026-11-26", answered, asset)


def test_without_questions_nothing_is_asked(tmp_path: Path) -> None:
    create(tmp_path).close()
    answer = CliRunner().invoke(rujukan, ["--data", str(tmp_path), "theme-questions", "check", "--json"])
    told = json.loads(answer.stdout)
    assert (told["asked"], told["answered"]) == (0, 0)

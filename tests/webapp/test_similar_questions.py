"""Similar questions on the search page: to whom they are shown, and that they lead to their answers."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask

from catalog import questions
from catalog.database import Catalog
from catalog.opening import create
from catalog.questions import FEWEST_ASKERS, Question
from catalog.scope import scope_of
from tests.webapp.conftest import SOP, given
from tests.webapp.library import Paper, add, searchers, text_page
from tests.webapp.people import enrol, visitor
from webapp.app import create_app

ASKED = "/?q=peminjaman+kendaraan+dinas"
OFTEN = "Siapa yang menyetujui <b>peminjaman</b> kendaraan dinas?"
INTERNAL = "Berapa kendaraan dinas untuk peminjaman?"
FAQ = "Apakah peminjaman kendaraan dinas dipungut biaya? Tidak dipungut biaya."
HIDDEN = "Apakah peminjaman kendaraan dinas zamrud dipungut biaya? Ya."


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    opened = create(tmp_path_factory.mktemp("data"))
    pages = (text_page(1, SOP), text_page(2, FAQ))
    add(opened, Paper("sop.pdf", given("SOP Kendaraan"), pages))
    add(opened, Paper("zamrud.pdf", given("Zamrud", access="terbatas", unit="DINKES"), (text_page(1, HIDDEN),)))
    enrol(opened, "siti")
    today = date.today()
    for text, viewer in ((OFTEN, "publik"), (INTERNAL, "internal")):
        asked = (
            Question(today.isoformat(), text, "jawaban", "answered", 1, viewer, str(n)) for n in range(FEWEST_ASKERS)
        )
        questions.keep(opened, asked, days=90, today=today)
    yield opened
    opened.close()


@pytest.fixture
def app(catalog: Catalog) -> Flask:
    return create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))


def test_what_others_asked_and_papers_ask_is_linked_to_its_answer(app: Flask) -> None:
    page = app.test_client().get(ASKED).text
    assert "Pertanyaan serupa" in page
    assert "Siapa yang menyetujui &lt;b&gt;peminjaman&lt;/b&gt; kendaraan dinas?</a>" in page
    link = "/?q=Apakah+peminjaman+kendaraan+dinas+dipungut+biaya?"
    assert f'href="{link}"' in page
    assert "Tidak dipungut biaya" in app.test_client().get(link).text


def test_the_public_is_not_shown_what_civil_servants_ask_nor_questions_of_hidden_papers(app: Flask) -> None:
    page = app.test_client().get(ASKED).text
    assert INTERNAL not in page
    assert "zamrud" not in page.lower()
    assert INTERNAL in visitor(app, "siti").get(ASKED).text


def test_beside_a_question_for_personal_data_there_is_none(app: Flask) -> None:
    page = app.test_client().get("/?q=nomor telepon Budi Santoso untuk peminjaman kendaraan dinas").text
    assert "Pertanyaan serupa" not in page

"""Where nothing answers: what is offered, and what is kept of it."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from catalog import communities, questions
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.conftest import SOP, given
from tests.webapp.library import Paper, add, searchers, text_page
from tests.webapp.people import enrol, token, visitor
from tests.webapp.test_feedback import send
from webapp.app import create_app

EMPTY = "/?q=penghapusan+zzzz"
COMMUNITY = '[[community]]\nname = "CoP Aset"\nunit = "BPAD"\nthemes = ["Penghapusan barang"]\n'


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    opened = create(tmp_path_factory.mktemp("data"))
    with opened.writing():
        communities.load_toml(opened, COMMUNITY)
    add(opened, Paper("sop.pdf", given("SOP Kendaraan", community="CoP Aset"), (text_page(1, SOP),)))
    enrol(opened, "siti", [Grant("pembaca", "BPSDM")])
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def app(catalog: Catalog) -> Flask:
    return create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))


def noted(catalog: Catalog) -> list[tuple[str, str | None]]:
    return [(gap["text"], gap["unit"]) for gap in questions.gaps(catalog, 99)]


def test_the_empty_page_names_whom_to_ask_and_why(app: Flask) -> None:
    page = app.test_client().get(EMPTY).text
    assert "Badan Pengelolaan Aset Daerah (CoP Aset)" in page
    assert "tema “Penghapusan barang”" in page


def test_a_gap_is_noted_once_with_the_unit_of_who_is_logged_in(app: Flask, catalog: Catalog) -> None:
    for client in (app.test_client(), visitor(app, "siti")):
        sent = send(client, EMPTY, "/kebutuhan")
        assert (sent.status_code, sent.location) == (303, f"{EMPTY}#kebutuhan")
        page = client.get(EMPTY).text
        assert "Kebutuhan ini sudah dicatat" in page
        assert "Catat sebagai kebutuhan" not in page
    assert noted(catalog) == [("penghapusan zzzz", "BPSDM"), ("penghapusan zzzz", None)]


@pytest.mark.parametrize("typed", ["", "Berapa nomor telepon Budi Santoso?", "a" * 3000])
def test_what_is_no_gap_is_not_noted(app: Flask, catalog: Catalog, typed: str) -> None:
    before = noted(catalog)
    client = app.test_client()
    form = {"q": typed, "csrf_token": token(client)}
    assert client.post("/kebutuhan", data=form, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 404
    assert noted(catalog) == before


def test_a_question_for_personal_data_is_offered_no_way_to_be_kept(app: Flask) -> None:
    assert "/kebutuhan" not in app.test_client().get("/?q=Berapa nomor telepon Budi Santoso?").text


def test_nothing_can_be_noted_while_there_are_no_accounts(client: FlaskClient) -> None:
    page = client.get("/?q=zzzz+qqqq").text
    assert "/kebutuhan" not in page

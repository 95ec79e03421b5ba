"""The page of the quarterly report: who reads what of it, and what it says of missing data."""

from collections.abc import Iterator

import pytest
from flask import Flask

from catalog import communities
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.library import searchers
from tests.webapp.people import enrol, visitor
from tests.webapp.rights import told
from webapp.app import create_app

PAGES = ("/laporan-triwulan", "/laporan-triwulan/csv?q=2026Q3")


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    opened = create(tmp_path_factory.mktemp("laporan") / "data")
    with opened.writing():
        communities.community_id(opened, "CoP <b>Zamrud</b>", "BPAD")
        communities.community_id(opened, "CoP Nilam", "DINKES")
        enrol(opened, "panel", [Grant("panel")])
        enrol(opened, "kepala", [Grant("pengesah", "BPAD")])
        enrol(opened, "kurator", [Grant("kurator", "BPAD"), Grant("panel", valid_until="2001-01-01")])
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def app(catalog: Catalog) -> Flask:
    return create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))


def test_who_steers_reads_of_all_and_a_head_of_their_unit(app: Flask) -> None:
    for login, words in (("panel", {"Zamrud", "Nilam"}), ("kepala", {"Zamrud"})):
        for path in PAGES:
            page = visitor(app, login).get(path).text
            assert {word for word in ("Zamrud", "Nilam") if word in page} == words, (login, path)
    page = visitor(app, "kepala").get("/laporan-triwulan?q=2026Q3").text
    assert "CoP &lt;b&gt;Zamrud" in page
    assert "Hanya komunitas unit Anda." in page
    assert "belum cukup data" in page
    assert "belum dinilai" in page
    assert "Belum dibekukan" in page


def test_all_others_find_no_such_page(app: Flask) -> None:
    for client in (app.test_client(), visitor(app, "kurator")):
        for path in PAGES:
            assert told(client.get(path), path) == told(client.get("/tidakada"), "/tidakada")


def test_a_quarter_that_is_none_is_said_and_the_file_names_its_quarter(app: Flask) -> None:
    client = visitor(app, "panel")
    wrong = client.get("/laporan-triwulan?q=9999Q9")
    assert (wrong.status_code, "tidak terbaca" in wrong.text) == (400, True)
    assert client.get("/laporan-triwulan/csv?q=x").status_code == 404
    file = client.get("/laporan-triwulan/csv?q=2026Q3")
    assert file.headers["Content-Disposition"] == 'attachment; filename="rujukan-laporan-2026Q3.csv"'

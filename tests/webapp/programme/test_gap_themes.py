"""The page of gaps: who finds it, what of small groups it never says, and who gives a gap to whom."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from catalog import communities
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.library import searchers
from tests.webapp.opened import opened
from tests.webapp.people import enrol, visitor
from tests.webapp.programme import test_importing
from tests.webapp.rights import told
from webapp.app import create_app

COP = "Komunitas Aset"
_GAP = """
INSERT INTO gap_group (key, question, times, askers, first, last, community, theme, unit, since)
VALUES (?, ?, 9, ?, '2026-11-01', '2026-11-20', ?, ?, ?, '2026-11-20')
"""


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    opened = create(tmp_path_factory.mktemp("celah") / "data")
    with opened.writing():
        number = communities.community_id(opened, COP, "BPAD")
        for login, roles in (
            ("kurator", [Grant("kurator", community=COP)]),
            ("panel", [Grant("panel")]),
            ("operator", [Grant("operator")]),
            ("lain", [Grant("kurator", "DINKES")]),
            ("pembaca", [Grant("pembaca", "BPAD")]),
        ):
            enrol(opened, login, roles)
        opened.db.execute(
            "INSERT INTO community_member (community, account, name, role, valid_from)"
            " SELECT ?, id, 'Budi', 'anggota', '2026-01-01' FROM account WHERE login = 'pembaca'",
            [number],
        )
        opened.db.execute(_GAP, ["besar", "Sewa <b>zamrud</b>?", 5, number, "sewa", "BPAD"])
        opened.db.execute(_GAP, ["kecil", "Sewa nilam?", 4, number, "sewa", "BPAD"])
        opened.db.execute(_GAP, ["bebas", "Cuti safir?", 7, None, None, None])
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def app(catalog: Catalog) -> Flask:
    return create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))


def send(client: FlaskClient, path: str, **form: str) -> TestResponse:
    return test_importing.send(client, path, **form | opened(client, path, form, "/celah"))


def test_each_sees_the_gaps_of_their_communities_and_small_groups_only_the_operator(app: Flask) -> None:
    seen = {
        "kurator": {"zamrud"},
        "pembaca": {"zamrud"},
        "panel": {"zamrud", "safir"},
        "operator": {"zamrud", "safir", "nilam"},
        "lain": set(),
    }
    for login, words in seen.items():
        page = visitor(app, login).get("/celah").text
        assert {word for word in ("zamrud", "safir", "nilam") if word in page} == words, login
    assert "Sewa &lt;b&gt;zamrud" in page or login == "lain"
    assert "kurang dari 5 penanya" in visitor(app, "operator").get("/celah").text


def test_gaps_are_narrowed_by_theme_agency_and_state(app: Flask) -> None:
    client = visitor(app, "panel")
    for way, count in (("tema=sewa", 1), ("unit=BPAD", 1), ("keadaan=terbuka", 2), ("keadaan=tertutup", 0)):
        assert f"{count} celah" in client.get(f"/celah?{way}").text


def test_who_keeps_the_records_gives_a_gap_to_a_member_and_who_steers_moves_it(app: Flask, catalog: Catalog) -> None:
    keeper = visitor(app, "kurator")
    given = send(keeper, "/celah/besar", tindakan="pemilik", pemilik="pembaca")
    assert (given.status_code, given.location) == (303, "/celah#besar")
    assert "Pembaca Contoh" in keeper.get("/celah").text
    assert send(keeper, "/celah/besar", tindakan="pemilik", pemilik="panel").status_code == 400
    seen = opened(keeper, "/celah/besar", {"tindakan": "pemilik"}, "/celah")
    for expected in (303, 303):
        assert send(keeper, "/celah/besar", tindakan="pemilik", pemilik="", **seen).status_code == expected
    late = send(keeper, "/celah/besar", tindakan="pemilik", pemilik="pembaca", **seen)
    assert (late.status_code, "Penanggung jawab: <span" in late.text) == (409, True)
    assert '<option value="pembaca" selected>' in late.text
    assert send(keeper, "/celah/besar", tindakan="komunitas", komunitas="").status_code == 404
    for client in (visitor(app, "pembaca"), visitor(app, "lain"), app.test_client()):
        assert send(client, "/celah/besar", tindakan="pemilik", pemilik="").status_code == 404
    assert send(keeper, "/celah/kecil", tindakan="pemilik", pemilik="").status_code == 404
    moved = send(visitor(app, "panel"), "/celah/bebas", tindakan="komunitas", komunitas=COP)
    assert moved.status_code == 303
    assert "safir" in keeper.get("/celah").text


def test_the_public_and_whoever_has_no_part_find_no_such_page(app: Flask, catalog: Catalog) -> None:
    enrol(catalog, "asn")
    for client in (app.test_client(), visitor(app, "asn")):
        assert told(client.get("/celah"), "/celah") == told(client.get("/tidakada"), "/tidakada")

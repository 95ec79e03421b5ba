import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from catalog.folder import DataFolder
from catalog.scope import scope_of
from tests.webapp.conftest import Library
from tests.webapp.library import searchers
from webapp import readiness
from webapp.app import create_app

EVERYWHERE = ("/", "/?q=kendaraan", "/aset/tidakada", "/zzz", "/healthz", "/static/style.css")


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_is_guarded(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in headers


def test_pages_with_content_are_never_kept(client: FlaskClient, library: Library) -> None:
    key = library.keys["sop"]
    for path in ("/?q=kendaraan", f"/aset/{key}", f"/aset/{key}/sumber", f"/aset/{key}/unduh", "/aset/tidakada"):
        assert client.get(path).headers["Cache-Control"] == "private, no-store"


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(client: FlaskClient, library: Library) -> None:
    for path in ("/", "/?q=kendaraan", f"/aset/{library.keys['sheet']}"):
        page = re.sub(r'<script src="/static/suggest.js\?v=\w+" defer></script>', "", client.get(path).text)
        for sign in ("style=", "<script", "<style", "onclick", "http://", "https://", 'src="//'):
            assert sign not in page


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_take_no_data(client: FlaskClient, library: Library, method: str) -> None:
    for path in (
        "/",
        f"/aset/{library.keys['sop']}",
        f"/aset/{library.keys['sop']}/unduh",
        "/aset/x/gambar",
        "/healthz",
    ):
        assert getattr(client, method)(path).status_code == 405


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "localhost.evil.example"])
def test_a_foreign_host_is_refused(client: FlaskClient, host: str) -> None:
    answer = client.get("/?q=kendaraan", headers={"Host": host})
    assert answer.status_code == 400
    assert host not in answer.text


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000"])
def test_loopback_hosts_are_served(client: FlaskClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_an_unknown_page_reflects_nothing(client: FlaskClient) -> None:
    page = client.get("/tidak/ada/kataunik")
    assert page.status_code == 404
    assert "kataunik" not in page.text


def test_a_lost_catalog_is_a_clear_page_without_its_folder(library: Library, tmp_path: Path) -> None:
    app = create_app(folder=DataFolder(tmp_path), searcher_of=searchers(library.catalog), scope=scope_of("public"))
    page = app.test_client().get("/?q=kendaraan")
    assert page.status_code == 503
    assert "Terjadi gangguan" in page.text
    assert str(tmp_path) not in page.text


def test_a_fault_of_the_program_shows_no_trace(library: Library) -> None:
    app = create_app(folder=library.catalog.folder, searcher_of=searchers(library.catalog), scope=scope_of("public"))
    app.view_functions["pages.health"] = lambda: 1 / 0
    page = app.test_client().get("/healthz")
    assert page.status_code == 500
    assert "Terjadi gangguan" in page.text
    assert "ZeroDivisionError" not in page.text


def test_the_process_says_that_it_answers(client: FlaskClient) -> None:
    assert client.get("/healthz").text == "ok\n"


def test_it_is_ready_when_questions_can_be_answered(client: FlaskClient) -> None:
    assert (client.get("/readyz").status_code, client.get("/readyz").text) == (200, "ok\n")


def test_why_it_is_not_ready_is_not_for_strangers(
    library: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(folder=DataFolder(tmp_path), searcher_of=searchers(library.catalog), scope=scope_of("public"))
    answer = app.test_client().get("/readyz")
    assert (answer.status_code, answer.text) == (503, "not ready\n")
    assert str(tmp_path) in caplog.text


def test_a_disk_without_room_is_not_ready(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "ROOM", 1 << 62)
    assert client.get("/readyz").status_code == 503

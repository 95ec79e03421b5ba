"""Import and export on the web: for those who steer, a rehearsal first, and then just the file that was rehearsed."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser
from werkzeug.test import TestResponse

from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.browsing import IN_A_BROWSER, log_in, served
from tests.webapp.library import searchers
from tests.webapp.people import enrol, token, visitor
from tests.webapp.rights import told
from webapp.app import create_app

GOOD = b"nama,unit\nCoP A,BPAD\nCoP B,DINKES\n"
BAD = b"nama,unit\nCoP C,BPAD\nCoP D,XX\n,BPAD\n"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    opened = create(tmp_path_factory.mktemp("impor") / "data")
    with opened.writing():
        enrol(opened, "panel", [Grant("panel")])
        enrol(opened, "lain", [Grant("panel")])
        enrol(opened, "kurator", [Grant("kurator", "BPAD"), Grant("admin", valid_until="2001-01-01")])
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def app(catalog: Catalog) -> Flask:
    return create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))


def send(client: FlaskClient, path: str, **form: object) -> TestResponse:
    data = form | {"csrf_token": token(client, "/" if "Keluar" in client.get("/").text else "/masuk")}
    return client.post(path, data=data, headers={"Sec-Fetch-Site": "same-origin"})


def rehearsed(client: FlaskClient, content: bytes, kind: str = "communities") -> TestResponse:
    return send(client, "/impor", jenis=kind, berkas=(io.BytesIO(content), "komunitas.csv"))


def communities(catalog: Catalog) -> list[str]:
    return [row[0] for row in catalog.db.execute("SELECT name FROM community ORDER BY name")]


def rehearsal_in(page: str, kind: str = "communities") -> dict[str, str]:
    """What the form that applies a rehearsed file sends."""
    found = {name: page.partition(f'name="{name}" value="')[2].partition('"')[0] for name in ("sha256", "uji")}
    return found | {"jenis": kind}


def test_what_was_rehearsed_is_applied_by_its_hash_once_and_by_whom_rehearsed_it(app: Flask, catalog: Catalog) -> None:
    client = visitor(app, "panel")
    page = rehearsed(client, GOOD)
    assert (page.status_code, communities(catalog)) == (200, [])
    form = rehearsal_in(page.text)
    assert send(visitor(app, "lain"), "/impor/terapkan", **form).status_code == 400
    assert send(client, "/impor/terapkan", **form | {"sha256": "../" * 20}).status_code == 404
    done = send(client, "/impor/terapkan", **form)
    assert (done.status_code, communities(catalog)) == (303, ["CoP A", "CoP B"])
    assert "2 baris baru, 0 berubah, 0 tetap" in client.get(done.location).text
    assert send(client, "/impor/terapkan", **form).status_code == 400
    again = rehearsed(client, GOOD)
    assert "sudah tercatat semua" in again.text
    assert "Terapkan" not in again.text
    assert not list(catalog.folder.received.iterdir())


def test_a_file_that_would_do_something_else_by_now_is_rehearsed_again_first(app: Flask, catalog: Catalog) -> None:
    client, staff = visitor(app, "panel"), b"unit,triwulan,pegawai,sumber\nBPAD,2026Q3,40,BKD\n"
    form = rehearsal_in(rehearsed(client, staff, "staff").text, "staff")
    assert send(client, "/impor/terapkan", **form | {"uji": ""}).status_code == 409
    catalog.db.execute("INSERT INTO staff_count VALUES ('BPAD', '2026Q3', 38, 'lain')")
    refused = send(client, "/impor/terapkan", **form)
    assert (refused.status_code, "catatannya berubah sejak berkas ini diuji" in refused.text) == (409, True)
    assert catalog.db.execute("SELECT people FROM staff_count").fetchall() == [(38,)]
    assert "<dt>Berubah</dt><dd>1</dd>" in refused.text
    assert send(client, "/impor/terapkan", **rehearsal_in(refused.text, "staff")).status_code == 303
    assert catalog.db.execute("SELECT people FROM staff_count").fetchall() == [(40,)]
    catalog.db.execute("DELETE FROM staff_count")


def test_every_problem_stands_with_its_row_and_nothing_can_be_applied(app: Flask, catalog: Catalog) -> None:
    page = rehearsed(visitor(app, "panel"), BAD)
    assert page.status_code == 400
    assert "2 masalah; tidak ada yang diubah" in page.text
    for row, said in ((3, "Kode unit “XX”"), (4, "Kolom ini wajib diisi.")):
        assert f'<th scope="row">{row}</th>' in page.text
        assert said in page.text
    assert "Terapkan" not in page.text
    assert not list(catalog.folder.received.iterdir())


def test_what_is_no_table_is_refused_in_a_sentence(app: Flask) -> None:
    client = visitor(app, "panel")
    assert "Buku kerja ini tidak terbaca" in rehearsed(client, b"PK\x03\x04x").text
    assert rehearsed(client, GOOD, "akun").status_code == 400
    assert send(client, "/impor", jenis="staff").status_code == 400


def test_exports_and_templates_are_files(app: Flask) -> None:
    client = visitor(app, "panel")
    assert client.get("/impor/templat/staff.csv").data == b"\xef\xbb\xbfunit,triwulan,pegawai,sumber\r\n"
    made = send(client, "/ekspor/staff.csv")
    assert made.data == b"\xef\xbb\xbfunit,triwulan,pegawai,sumber\r\n"
    assert made.headers["Content-Disposition"] == 'attachment; filename="rujukan-staff.csv"'
    assert send(client, "/ekspor/semua.xlsx").data.startswith(b"PK")
    for absent in ("semua.csv", "account.csv", "staff.ods"):
        assert send(client, f"/ekspor/{absent}").status_code == 404


def test_whoever_does_not_steer_today_finds_no_such_page_and_sends_nothing(app: Flask, catalog: Catalog) -> None:
    before = communities(catalog)
    for client in (app.test_client(), visitor(app, "kurator")):
        absent = client.get("/tidakada")
        for path in ("/impor", "/ekspor", "/impor/templat/staff.csv"):
            assert told(client.get(path), path) == told(absent, "/tidakada")
        assert rehearsed(client, GOOD).status_code == 404
        for path in ("/impor/terapkan", "/ekspor/members.csv", "/ekspor/semua.xlsx"):
            assert send(client, path, jenis="communities", sha256="a" * 64).status_code == 404
    assert communities(catalog) == before


@pytest.mark.browser
@pytest.mark.skipif(*IN_A_BROWSER[1].args, **IN_A_BROWSER[1].kwargs)
def test_a_file_with_problems_is_mended_and_applied_in_a_browser(browser: Browser, app: Flask, tmp_path: Path) -> None:
    files = {name: tmp_path / f"{name}.csv" for name in ("salah", "benar")}
    files["salah"].write_bytes(BAD)
    files["benar"].write_bytes(b"nama;unit\nCoP Peramban;BPAD\n")
    page = browser.new_page(viewport={"width": 390, "height": 900}, locale="id-ID")
    with served(app) as address:
        page.goto(f"{address}/masuk?lanjut=/impor")
        log_in(page, "panel")
        page.wait_for_url("**/impor")
        for name, words in (("salah", "Kode unit “XX”"), ("benar", "Terapkan")):
            page.set_input_files("#berkas", files[name])
            with page.expect_navigation():
                page.click("text=Uji berkas")
            assert words in page.inner_text("main")
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
        with page.expect_navigation():
            page.click("text=Terapkan")
        assert "1 baris baru, 0 berubah" in page.inner_text("main")
    page.context.close()

"""Reuse in the pages: who can record and decide it, who sees which record, its lineage, and the notices of it."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser
from werkzeug.test import TestResponse

from catalog import accounts
from catalog.database import Catalog
from catalog.grants import Grant
from programme.messages import notices
from tests.webapp.browsing import IN_A_BROWSER, log_in, served
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, text_page
from tests.webapp.opened import opened
from tests.webapp.people import app_of, everybody, inhabited, token
from tests.webapp.rights import told
from webapp.programme.reuse import asset_key

PEOPLE = {
    "pemakai": [Grant("penyusun", "DINKES")],
    "kepala": [Grant("pengesah", "DINKES")],
    "rekan": [Grant("pembaca", "DINKES")],
    "pemilik": [Grant("penyusun", "BPSDM")],
    "tetangga": [Grant("pengesah", "DISHUB")],
    "tamu": [],
}
HOSTILE = "<script>alert('tujuan')</script>"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    with inhabited(tmp_path_factory.mktemp("pemakaian"), PEOPLE) as opened:
        yield opened


@pytest.fixture(scope="module")
def app(catalog: Catalog) -> Flask:
    return app_of(catalog)


@pytest.fixture(scope="module")
def clients(app: Flask) -> dict[str, FlaskClient]:
    return everybody(app, PEOPLE)


def paper(catalog: Catalog, name: str, unit: str = "BPSDM", **said: str) -> str:
    """An approved paper of `pemilik`."""
    page = text_page(1, f"Kunci {name} diserahkan pada sore hari.")
    key = add(catalog, Paper(f"{name}.txt", given(f"SOP {name}", unit=unit, access="internal", **said), (page,)))
    owner = accounts.named(catalog, "pemilik").id
    catalog.db.execute("UPDATE asset SET owner = ? WHERE key = ?", [owner if unit == "BPSDM" else None, key])
    return key


def send(client: FlaskClient, path: str, **form: str) -> TestResponse:
    sent = (
        form
        | opened(client, path, form)
        | {"csrf_token": token(client, "/masuk" if "masuk" in form else "/pemberitahuan")}
    )
    return client.post(path, data=sent, headers={"Sec-Fetch-Site": "same-origin"})


def record(client: FlaskClient, key: str, **more: str) -> str:
    """Record a use, and return the address of the record."""
    form = {"versi": "1", "unit": "DINKES", "jenis": "adopsi", "tujuan": "Kunci ambulans", "bukti": "SOP 7"} | more
    answer = send(client, f"/aset/{key}/pakai", **form)
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def test_a_use_is_recorded_confirmed_by_the_head_and_shown_on_the_asset_by_unit(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "gudang")
    assert "Pakai aset ini" in clients["pemakai"].get(f"/aset/{key}").text
    where = record(clients["pemakai"], key, tujuan=HOSTILE)
    page = clients["kepala"].get(where).text
    assert "SOP gudang" in page
    assert HOSTILE not in page
    assert clients["pemilik"].get(where).status_code == 404
    assert "SOP gudang" in clients["kepala"].get("/pemakaian").text
    assert send(clients["kepala"], where, tindakan="konfirmasi").status_code == 303
    assert clients["pemilik"].get(where).status_code == 200
    seen = clients["rekan"].get(f"/aset/{key}").text
    assert re.search(r"Dinas Kesehatan</span> \(adopsi\)", seen)
    assert "Pemakai Contoh" not in seen
    assert clients["rekan"].get(where).status_code == 404


def test_only_who_works_at_another_agency_is_offered_to_use_it(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "parkir")
    for name, offered in {"": False, "tamu": False, "pemilik": False, "pemakai": True, "rekan": True}.items():
        page = clients[name].get(f"/aset/{key}")
        assert (page.status_code == 200 and "Pakai aset ini" in page.text) == offered, name
    for name in ("", "tamu"):
        there, absent = (clients[name].get(f"/aset/{one}/pakai") for one in (key, "tidakada"))
        assert told(there, key) == told(absent, "tidakada")
        assert there.status_code == 404
    own = clients["pemilik"].get(f"/aset/{key}/pakai").text
    assert "tidak dihitung" in own
    assert "Catat pemakaian" not in own


def test_an_asset_out_of_sight_cannot_be_used_and_answers_like_an_absent_one(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    hidden = add(catalog, Paper("r.txt", given("Rahasia", access="terbatas"), (text_page(1, "Zamrud."),)))
    client = clients["pemakai"]
    for path in ("/aset/{}/pakai", "/aset/{}/silsilah"):
        assert told(client.get(path.format(hidden)), hidden) == told(client.get(path.format("tidakada")), "tidakada")
    there, absent = (send(client, f"/aset/{one}/pakai", versi="1") for one in (hidden, "tidakada"))
    assert told(there, hidden) == told(absent, "tidakada")


def test_a_form_that_cannot_be_kept_says_why_and_keeps_what_was_typed(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "kantin")
    answer = send(clients["pemakai"], f"/aset/{key}/pakai", versi="1", unit="DINKES", jenis="adopsi", bukti="SOP 9")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert "SOP 9</textarea>" in answer.text
    english = clients["pemakai"].post(
        f"/aset/{key}/pakai",
        data={"versi": "1", "csrf_token": token(clients["pemakai"], "/pemberitahuan")},
        headers={"Sec-Fetch-Site": "same-origin", "Accept-Language": "en"},
    )
    assert "Choose how it is used" in english.text


def test_nobody_but_the_head_decides_and_a_refusal_says_why(clients: dict[str, FlaskClient], catalog: Catalog) -> None:
    where = record(clients["pemakai"], paper(catalog, "taman"))
    for name in ("", "tamu", "rekan", "pemilik", "tetangga"):
        assert clients[name].get(where).status_code == 404, name
    for name in ("pemakai", "rekan", "pemilik", "tetangga", "tamu"):
        assert send(clients[name], where, tindakan="konfirmasi").status_code == 404, name
    assert send(clients["kepala"], where, tindakan="tolak").status_code == 400
    assert send(clients["kepala"], where, tindakan="tolak", catatan="Belum dipakai").status_code == 303
    assert send(clients["kepala"], where, tindakan="konfirmasi").status_code == 409
    assert send(clients["kepala"], where, tindakan="hapus").status_code == 404
    assert "Belum dipakai" in clients["pemakai"].get(where).text


def test_what_came_of_it_is_said_later_by_the_address_of_a_page(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    old, new = paper(catalog, "asal"), paper(catalog, "hasil", "DINKES")
    where = record(clients["pemakai"], old)
    send(clients["kepala"], where, tindakan="konfirmasi")
    address = f"http://localhost/aset/{new}?versi=1"
    assert send(clients["pemakai"], where, tindakan="hasil", hasil="Terbit", aset=address).status_code == 303
    assert "SOP hasil" in clients["pemakai"].get(where).text
    drawn = clients["tamu"].get(f"/aset/{old}/silsilah").text
    assert "SOP hasil" in drawn
    assert len(re.findall(rf'<a href="/aset/{new}">\s*<svg ', drawn)) == 2  # one for each width
    assert "SOP asal" in clients["tamu"].get(f"/aset/{new}/silsilah").text
    back = record(clients["pemilik"], new, unit="BPSDM", jenis="rujukan")
    circle = send(clients["pemilik"], back, tindakan="hasil", aset=old)
    assert circle.status_code == 400
    assert "tidak mungkin dibuat darinya" in circle.text


def test_a_notice_leads_to_its_record_and_tells_no_title_that_one_may_not_see(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "rahasia kelak")
    where = record(clients["pemakai"], key)
    head = accounts.named(catalog, "kepala")
    number = notices.inbox(catalog, head)[0].id
    assert "SOP rahasia kelak" in clients["kepala"].get("/pemberitahuan").text
    catalog.db.execute("UPDATE asset SET access = 'terbatas' WHERE key = ?", [key])
    assert "SOP rahasia kelak" not in clients["kepala"].get("/pemberitahuan").text + clients["kepala"].get(where).text
    before = notices.unread(catalog, head)
    assert send(clients["kepala"], "/pemberitahuan", nomor=str(number)).location == where
    assert notices.unread(catalog, head) == before - 1
    assert send(clients["pemakai"], "/pemberitahuan", nomor=str(number)).status_code == 404
    assert send(clients["kepala"], "/pemberitahuan", sampai=str(number)).status_code == 303
    assert notices.unread(catalog, head) == 0
    assert clients[""].get("/pemberitahuan").status_code == 404


def test_a_file_that_proves_it_is_kept_and_given_to_whom_the_record_concerns(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "berkas bukti")
    form = {"versi": "1", "unit": "DINKES", "jenis": "adopsi", "tujuan": "Kunci", "bukti": ""}
    sent = form | {"csrf_token": token(clients["pemakai"], "/pemberitahuan"), "berkas": (BytesIO(b"isi"), "sk.pdf")}
    headers = {"Sec-Fetch-Site": "same-origin"}
    answer = clients["pemakai"].post(f"/aset/{key}/pakai", data=sent, headers=headers)
    assert answer.status_code == 303, answer.text
    file = clients["kepala"].get(f"{answer.location}/bukti")
    assert (file.data, file.headers["Content-Disposition"]) == (b"isi", "attachment; filename=sk.pdf")
    for name in ("", "rekan", "pemilik", "tetangga"):
        assert clients[name].get(f"{answer.location}/bukti").status_code == 404, name
    without = record(clients["pemakai"], key)
    assert clients["pemakai"].get(f"{without}/bukti").status_code == 404
    empty = sent | {"csrf_token": token(clients["pemakai"], "/pemberitahuan"), "berkas": (BytesIO(b""), "sk.pdf")}
    assert clients["pemakai"].post(f"/aset/{key}/pakai", data=empty, headers=headers).status_code == 400


def test_the_kit_of_an_asset_is_for_whoever_sees_it(clients: dict[str, FlaskClient], catalog: Catalog) -> None:
    key = paper(catalog, "paket")
    kit = clients["tamu"].get(f"/aset/{key}/paket")
    assert (kit.status_code, kit.mimetype) == (200, "application/zip")
    with ZipFile(BytesIO(kit.data)) as archive:
        assert f"/aset/{key}?versi=1" in archive.read("atribusi.txt").decode()
    assert clients[""].get(f"/aset/{key}/paket").status_code == 404


def test_two_papers_are_compared_by_heading_for_whoever_sees_both(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    keys = []
    for name, rest in (("satu", "APBD 2025\n<b>x</b>"), ("dua", "APBD 2026")):
        text = f"1. Latar Belakang\nSama saja.\n2. Sumber Dana\n{rest}"
        words = given(f"KAK {name}", kind="kak", access="internal")
        keys.append(add(catalog, Paper(f"kak {name}.txt", words, (text_page(1, text),))))
    page = clients["tamu"].get(f"/banding?a={keys[0]}&b=http://localhost/aset/{keys[1]}").text
    assert re.search(r"Sama: <strong>1</strong>", page)
    assert re.search(r"<del>.*APBD 2025</del>", page)
    assert re.search(r"<ins>.*APBD 2026</ins>", page)
    assert "<b>x</b>" not in page
    for a, b in ((keys[0], "tidakada"), ("tidakada", keys[1])):
        assert clients["tamu"].get(f"/banding?a={a}&b={b}").status_code == 404
    assert clients[""].get(f"/banding?a={keys[0]}&b={keys[1]}").status_code == 404


@pytest.mark.parametrize(
    "typed", ["abc", " abc ", "https://contoh.go.id/rujukan/aset/abc?versi=2#hal-1", "/aset/abc/sumber", "/naskah/abc"]
)
def test_an_asset_is_named_by_its_key_or_by_the_address_of_a_page(typed: str) -> None:
    assert asset_key(typed) == "abc"


@pytest.mark.browser
@IN_A_BROWSER[1]
def test_from_the_asset_over_the_head_of_the_unit_to_the_notice_of_the_owner(
    browser: Browser, app: Flask, catalog: Catalog
) -> None:
    key = paper(catalog, "perjalanan")
    with served(app) as address:
        page = browser.new_context(viewport={"width": 390, "height": 900}, locale="id-ID").new_page()

        def enter(login: str) -> None:
            page.context.clear_cookies()
            page.goto(f"{address}/masuk?lanjut=/aset/{key}")
            log_in(page, login)
            page.wait_for_url(f"**/aset/{key}")

        enter("pemakai")
        page.get_by_role("link", name="Pakai aset ini").click()
        page.get_by_label("Adaptasi").check()
        page.get_by_label("Untuk apa dipakai").fill("Kunci ambulans")
        page.get_by_label("Bukti: nomor surat").fill("SOP 7/2026")
        page.get_by_role("button", name="Catat pemakaian").click()
        page.wait_for_url("**/pemakaian/*")
        assert "Menunggu konfirmasi" in page.inner_text("main")
        assert page.get_by_role("button", name="Konfirmasi").count() == 0
        enter("kepala")
        page.get_by_role("link", name="Pemberitahuan").click()
        page.get_by_role("button", name="Buka").first.click()
        page.get_by_role("button", name="Konfirmasi", exact=True).click()
        page.wait_for_load_state()
        assert "Dikonfirmasi" in page.inner_text("main .badges")
        enter("pemilik")
        page.get_by_role("link", name="Pemberitahuan").click()
        assert "Dinas Kesehatan memakai aset yang Anda urus (adaptasi)" in page.inner_text("main")
        assert "SOP perjalanan" in page.inner_text("main")
        page.context.close()

"""Validity in the pages: said by those who keep an asset, told to all with as much of a name as they may know."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from catalog import accounts
from catalog.database import Catalog
from catalog.grants import Grant
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, text_page
from tests.webapp.opened import opened
from tests.webapp.people import app_of, everybody, inhabited, token
from tests.webapp.rights import told

PEOPLE = {
    "kurator": [Grant("kurator", "BPSDM")],
    "kepala": [Grant("pengesah", "BPSDM")],
    "penyusun": [Grant("penyusun", "BPSDM")],
    "tetangga": [Grant("pengesah", "DINKES")],
}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    with inhabited(tmp_path_factory.mktemp("keberlakuan"), PEOPLE) as opened:
        yield opened


@pytest.fixture(scope="module")
def app(catalog: Catalog) -> Flask:
    return app_of(catalog)


@pytest.fixture(scope="module")
def clients(app: Flask) -> dict[str, FlaskClient]:
    return everybody(app, PEOPLE)


def paper(catalog: Catalog, name: str, **said: str) -> str:
    words = given(f"SOP {name}", validity="belum_dikonfirmasi", **said)
    return add(catalog, Paper(f"{name}.txt", words, (text_page(1, f"Kunci {name} diserahkan pada sore hari."),)))


def send(client: FlaskClient, path: str, **form: str) -> TestResponse:
    sent = form | opened(client, path, form) | {"csrf_token": token(client, "/pemberitahuan")}
    return client.post(path, data=sent, headers={"Sec-Fetch-Site": "same-origin"})


def test_a_curator_confirms_and_only_who_has_logged_in_reads_the_name(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "gudang")
    assert "Keberlakuan belum dikonfirmasi." in clients[""].get(f"/aset/{key}").text
    assert "Nyatakan keberlakuannya" in clients["kurator"].get(f"/aset/{key}").text
    assert send(clients["kurator"], f"/aset/{key}/keberlakuan", tindakan="tegaskan").status_code == 303
    public, known = (clients[name].get(f"/aset/{key}").text for name in ("", "tetangga"))
    assert "Kurator Contoh" not in public
    assert "Badan Pengembangan Sumber Daya Manusia" in public
    assert "Kurator Contoh" in known
    assert "Nyatakan keberlakuannya" not in public + known


def test_of_two_who_state_it_the_second_reads_what_the_first_said(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    path = f"/aset/{paper(catalog, 'lemari')}/keberlakuan"
    seen = opened(clients["kepala"], path, {"tindakan": "akhiri"})
    for _ in range(2):  # a button that was pressed twice
        said = send(clients["kurator"], path, tindakan="tegaskan", catatan="Sudah dicek.", **seen)
        assert said.status_code == 303
    refused = send(clients["kepala"], path, tindakan="akhiri", catatan="Kunci <hilang>.", **seen)
    assert (refused.status_code, "Keberlakuan: <span" in refused.text) == (409, True)
    assert "Catatan: <span" in refused.text
    assert ">Kunci &lt;hilang&gt;.</textarea>" in refused.text
    assert clients["kurator"].get(path).text.count("Sudah dicek.") == 1
    assert send(clients["kepala"], path, tindakan="akhiri", catatan="Kunci hilang.").status_code == 303


def test_nobody_is_said_to_have_stated_what_an_index_run_says_since(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    key = paper(catalog, "loker")
    send(clients["kurator"], f"/aset/{key}/keberlakuan", tindakan="tegaskan")
    catalog.db.execute("UPDATE asset SET validity = 'kedaluwarsa' WHERE key = ?", [key])
    page = clients["kurator"].get(f"/aset/{key}").text
    assert "Kurator Contoh" not in page.partition('id="keberlakuan"')[2].partition("</section>")[0]
    assert "dinyatakan" not in page


def test_others_find_no_such_page(clients: dict[str, FlaskClient], catalog: Catalog) -> None:
    key = paper(catalog, "parkir")
    for name in ("", "penyusun", "tetangga"):
        client = clients[name]
        there, absent = (client.get(f"/aset/{one}/keberlakuan") for one in (key, "tidakada"))
        assert told(there, key) == told(absent, "tidakada")
        assert there.status_code == 404
        if name:
            assert send(client, f"/aset/{key}/keberlakuan", tindakan="akhiri", catatan="x").status_code == 404
    assert "kedaluwarsa" not in clients[""].get(f"/aset/{key}").text.lower()


def test_only_who_approves_there_names_a_successor(clients: dict[str, FlaskClient], catalog: Catalog) -> None:
    old, new = paper(catalog, "lama"), paper(catalog, "pengganti")
    form = {"tindakan": "ganti", "cara": "diganti", "pengganti": f"http://localhost/aset/{new}"}
    assert "Digantikan aset lain" not in clients["kurator"].get(f"/aset/{old}/keberlakuan").text
    assert send(clients["kurator"], f"/aset/{old}/keberlakuan", **form).status_code == 404
    assert send(clients["kepala"], f"/aset/{old}/keberlakuan", **form | {"pengganti": "tidakada"}).status_code == 400
    assert send(clients["kepala"], f"/aset/{old}/keberlakuan", **form).status_code == 303
    page = clients[""].get(f"/aset/{old}").text
    assert "Sudah digantikan" in page
    assert "SOP pengganti" in page
    assert "SOP lama" in clients[""].get(f"/aset/{new}/silsilah").text
    again = send(clients["kepala"], f"/aset/{old}/keberlakuan", tindakan="tegaskan")
    assert again.status_code == 400
    assert "sudah digantikan" in again.text


def test_quotes_hits_sources_and_excerpts_name_what_took_their_place_to_whom_may_see_it(
    clients: dict[str, FlaskClient], catalog: Catalog
) -> None:
    words = given("SOP Lelang", validity="belum_dikonfirmasi")
    old = add(catalog, Paper("lelang.txt", words, (text_page(1, "Lelang kendaraan dibuka setiap triwulan."),)))
    new = paper(catalog, "rambutan", access="internal")
    form = {"tindakan": "ganti", "cara": "diganti", "pengganti": new}
    assert send(clients["kepala"], f"/aset/{old}/keberlakuan", **form).status_code == 303
    named = f'Digantikan oleh <a href="/aset/{new}">SOP rambutan</a>'
    search = "/?q=kapan+lelang+kendaraan+dibuka"
    source, excerpt = f"/aset/{old}/sumber?hal=1", f"/aset/{old}/kutipan?hal=1&mulai=0&akhir=6"
    for address, times in ((search, 2), (f"{search}&jawab=0", 1), (source, 1), (excerpt, 1)):
        assert clients["kurator"].get(address).text.count(named) == times
        assert "rambutan" not in clients[""].get(address).text


def test_an_account_names_its_own_address_of_mail(clients: dict[str, FlaskClient], catalog: Catalog) -> None:
    wrong = send(clients["kepala"], "/akun/surel", surel="kepala")
    assert wrong.status_code == 400
    assert 'value="kepala"' in wrong.text
    assert send(clients["kepala"], "/akun/surel", surel="kepala@jakarta.go.id").status_code == 303
    assert 'value="kepala@jakarta.go.id"' in clients["kepala"].get("/akun").text
    assert accounts.named(catalog, "kepala").email == "kepala@jakarta.go.id"
    assert clients[""].post("/akun/surel", headers={"Sec-Fetch-Site": "same-origin"}).status_code in (400, 404)

"""Ordering a purge on the desk, and the certificate that tells of it."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from catalog import purging
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, searchers, text_page
from tests.webapp.people import enrol, token, visitor
from tests.webapp.rights import told
from webapp.app import create_app

TITLE = "SOP <b>Kunci</b>"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    opened = create(tmp_path_factory.mktemp("pemusnahan") / "data")
    with opened.writing():
        enrol(opened, "kepala", [Grant("pengesah", "BPSDM")])
        enrol(opened, "ppid", [Grant("ppid")])
        enrol(opened, "penelaah", [Grant("penelaah", "BPSDM")])
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def app(catalog: Catalog) -> Flask:
    return create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))


def send(client: FlaskClient, path: str, **form: str) -> TestResponse:
    return client.post(path, data=form | {"csrf_token": token(client, "/")}, headers={"Sec-Fetch-Site": "same-origin"})


def test_a_purge_is_ordered_by_typing_the_title_and_a_reason_and_leads_to_its_certificate(
    app: Flask, catalog: Catalog
) -> None:
    key = add(catalog, Paper("a.txt", given(TITLE), (text_page(1, "Kunci gudang."),), b"isi", "text/plain"))
    head, ppid, reviewer = (visitor(app, name) for name in ("kepala", "ppid", "penelaah"))
    order, typed = f"/naskah/{key}/musnahkan", {"judul": "sop <b>kunci</b>", "alasan": "Putusan <i>7</i>"}
    assert "Musnahkan" not in ppid.get(f"/naskah/{key}").text
    assert send(ppid, order, **typed).status_code == 400
    assert (
        send(head, f"/naskah/{key}", langkah="tarik", catatan="Rahasia", versi="1", status="disahkan").status_code
        == 303
    )
    for client, may in ((ppid, True), (head, False), (reviewer, False)):
        assert ("Musnahkan untuk selamanya" in client.get(f"/naskah/{key}").text) is may
    wrong = send(ppid, order, **typed | {"judul": "SOP"})
    assert (wrong.status_code, "Judul yang diketik tidak sama" in wrong.text) == (400, True)
    assert send(reviewer, order, **typed).status_code == 400
    assert purging.of_asset(catalog, key) is None
    done = send(ppid, order, **typed)
    made = purging.of_asset(catalog, key)
    assert (done.status_code, done.location) == (303, f"/pemusnahan/{made}")
    page = ppid.get(f"/pemusnahan/{made}").text
    assert "Pemusnahan telah diperintahkan" in page
    assert "Putusan &lt;i&gt;7&lt;/i&gt;" in page
    assert "Kunci" not in page
    assert f"/pemusnahan/{made}" in ppid.get(f"/naskah/{key}").text
    for client in (reviewer, app.test_client()):
        forbidden, absent = client.get(f"/pemusnahan/{made}"), client.get("/pemusnahan/tidakada")
        assert told(forbidden, str(made)) == told(absent, "tidakada")
        assert forbidden.status_code == 404
    stranger = app.test_client()
    typed |= {"csrf_token": token(stranger)}
    refused, absent = (stranger.post(path, data=typed) for path in (order, "/naskah/tidakada/musnahkan"))
    assert told(refused, key) == told(absent, "tidakada")
    assert refused.status_code == 404

"""Files that back a record: who may not send one is answered before it is read, and what is not kept is gone."""

from io import BytesIO
from pathlib import Path

import pytest
from flask import Blueprint, Flask
from flask.testing import FlaskClient

from catalog import attachments
from catalog.errors import NotFoundError, RujukanError
from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.library import searchers
from tests.webapp.people import enrol, token, visitor
from webapp.app import create_app
from webapp.receiving import attached, attaching
from webapp.service import asking, catalog

FORM = {"Sec-Fetch-Site": "same-origin"}


def account_only(key: str) -> None:
    assert key == "satu"
    if asking().account is None:
        raise NotFoundError


def receive(key: str) -> str:
    try:
        sent = attached("berkas")
    except RujukanError as error:
        return error.code
    return attachments.keep(catalog(), *sent, None).name if sent else "tanpa berkas"


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    opened = create(tmp_path / "data")
    enrol(opened, "siti")
    made = create_app(folder=opened.folder, searcher_of=searchers(opened), scope=scope_of("public"))
    blueprint = Blueprint("lampiran", __name__)
    blueprint.post("/lampiran/<key>")(receive)
    attaching(blueprint, "receive", account_only)
    made.register_blueprint(blueprint)
    opened.close()
    return made


def send(client: FlaskClient, content: bytes | None) -> str:
    form: dict[str, object] = {"csrf_token": token(client, "/akun")}
    if content is not None:
        form["berkas"] = (BytesIO(content), "../SK Komunitas.pdf")
    return client.post("/lampiran/satu", data=form, headers=FORM).text


def test_a_file_is_attached_by_those_who_may(app: Flask) -> None:
    client = visitor(app, "siti")
    assert send(client, b"sk") == "SK Komunitas.pdf"
    assert send(client, None) == "tanpa berkas"
    assert send(client, b"") == "bad_file"


def test_others_are_answered_before_their_file_is_read(app: Flask) -> None:
    answer = app.test_client().post("/lampiran/satu", data={"berkas": (BytesIO(b"sk"), "sk.pdf")}, headers=FORM)
    assert answer.status_code == 404


def test_a_file_that_is_too_large_is_refused_and_nothing_stays(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MOST", 10)
    client = visitor(app, "siti")
    assert send(client, b"x" * 11) == "bad_file"
    assert list((Path(app.extensions["rujukan"].folder.root) / "received").iterdir()) == []

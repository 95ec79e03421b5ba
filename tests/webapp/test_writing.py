"""Writing a paper in the page: it is sent like a file, and read by its template."""

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from catalog import accounts, originals, uploads
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from catalog.uploads import Upload
from catalog.written import FORMS, HEADINGS
from indexer.readers.reading import read_file
from tests.webapp.library import searchers
from tests.webapp.people import enrol, token, visitor
from tests.webapp.sending import ready, send
from webapp.app import create_app

SAID = {"unit": "BPAD", "judul": "Banjir di gudang <b>", "konteks": "Air masuk gudang arsip.", "tanggal": "2025-03-05"}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    opened = create(tmp_path_factory.mktemp("tulis") / "data")
    enrol(opened, "siti", [Grant("penyusun", "BPAD")])
    enrol(opened, "budi", [Grant("pembaca", "BPAD")])
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def app(catalog: Catalog) -> Flask:
    return create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))


@pytest.fixture(scope="module")
def siti(app: Flask) -> FlaskClient:
    return visitor(app, "siti")


def wrote(client: FlaskClient, kind: str = "lesson", **said: str) -> TestResponse:
    form = SAID | {"formulir": "satu", "csrf_token": token(client, "/")} | said
    return client.post(f"/tulis/{kind}", data=form, headers={"Sec-Fetch-Site": "same-origin"})


def newest(catalog: Catalog) -> Upload:
    return uploads.sent_by(catalog, accounts.named(catalog, "siti").id, 1)[0]


def test_what_is_written_becomes_a_file_that_is_known_by_its_kind(siti: FlaskClient, catalog: Catalog) -> None:
    answer = wrote(siti)
    upload = newest(catalog)
    assert (answer.status_code, answer.location) == (303, f"/unggah/{upload.key}")
    assert wrote(siti).location == answer.location
    place = originals.place_of(catalog.folder, upload.sha256)
    assert place.read_text(encoding="utf8").startswith("# Lesson learned: Banjir di gudang <b>\n")
    assert read_file(place, upload.name, 10).kind == "lesson"
    assert list(catalog.folder.received.iterdir()) == []


def test_what_was_written_stands_in_the_fields_of_the_template(siti: FlaskClient, catalog: Catalog) -> None:
    wrote(siti, konteks="Air masuk gudang & lemari.", formulir="dua")
    upload = newest(catalog)
    ready(catalog, upload, "Air masuk gudang & lemari.", kind="lesson", media_type="text/markdown")
    page = siti.get(f"/unggah/{upload.key}").text
    assert "Air masuk gudang &amp; lemari.</textarea>" in page
    assert 'value="2025-03-05"' in page


@pytest.mark.parametrize("said", [{"judul": ""}, {"konteks": ""}, {"unit": "DINKES"}, {"konteks": "x" * 5001}])
def test_what_cannot_be_sent_is_told_with_what_was_typed(
    siti: FlaskClient, catalog: Catalog, said: dict[str, str]
) -> None:
    before = catalog.db.execute("SELECT count(*) FROM upload").fetchone()
    refused = wrote(siti, **said)
    assert refused.status_code == 400
    assert 'role="alert"' in refused.text
    assert 'value="2025-03-05"' in refused.text
    assert catalog.db.execute("SELECT count(*) FROM upload").fetchone() == before


@pytest.mark.parametrize("kind", FORMS)
def test_the_empty_template_is_a_word_file_with_the_same_headings(siti: FlaskClient, kind: str) -> None:
    answer = siti.get(f"/tulis/{kind}/templat.docx")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    headings = [p.text for p in docx.Document(io.BytesIO(answer.data)).paragraphs if p.style.name == "Heading 2"]
    assert headings == [HEADINGS[name] for name in FORMS[kind].fields]
    assert siti.get(f"/tulis/{kind}").status_code == 200


def test_a_template_that_was_filled_in_outside_is_sent_and_stands_in_the_fields(
    siti: FlaskClient, catalog: Catalog, tmp_path: Path
) -> None:
    document = docx.Document(io.BytesIO(siti.get("/tulis/lesson/templat.docx").data))
    for paragraph, text in zip(document.paragraphs[:3:2], ("Banjir di gudang", "5 Maret 2025"), strict=True):
        paragraph.text = text
    place = tmp_path / "isian.docx"
    document.save(str(place))
    found = read_file(place, place.name, 10)
    upload = send(catalog, "siti", place.name, place.read_bytes())
    fields = {name: str(value) for name, value in found.fields.items()}
    ready(catalog, upload, found.pages[0].text, kind=found.kind, media_type=found.media_type, **fields)
    page = siti.get(f"/unggah/{upload.key}").text
    assert 'value="lesson" selected' in page
    assert 'value="2025-03-05"' in page


def test_whoever_writes_nowhere_finds_no_such_page(app: Flask, siti: FlaskClient) -> None:
    budi = visitor(app, "budi")
    for path in ("/tulis/lesson", "/tulis/lesson/templat.docx"):
        assert budi.get(path).status_code == app.test_client().get(path).status_code == 404
    assert wrote(budi).status_code == 404
    assert siti.get("/tulis/puisi").status_code == 404

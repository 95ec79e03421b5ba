"""Who has read what: once a quarter, by pseudonym and unit, of those with an account, behind the answer."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from programme.inputs import readings
from programme.inputs.readings import Reading
from programme.quarters import Quarter
from tests.webapp.conftest import SOP, given
from tests.webapp.library import Paper, add, searchers, text_page
from tests.webapp.people import enrol, visitor
from webapp.app import create_app
from webapp.programme import reads
from webapp.programme.reader_key import ReaderKey

NOW = str(Quarter.of(date.today()))


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    opened = create(tmp_path_factory.mktemp("data"))
    add(opened, Paper("sop.txt", given("SOP Kendaraan"), (text_page(None, SOP),), media_type="text/plain"))
    add(opened, Paper("lain.pdf", given("Kajian", access="terbatas"), (text_page(1, "Kajian nilam."),)))
    opened.db.execute("UPDATE asset SET key = 'dibaca' WHERE id = 1")
    opened.db.execute("UPDATE asset SET key = 'tertutup' WHERE id = 2")
    ended = Grant("pembaca", "DINKES", valid_until="2001-01-01")
    enrol(opened, "siti", [ended, Grant("admin"), Grant("pembaca", "BPAD"), Grant("penyusun", "BPKD")])
    enrol(opened, "tamu")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def app(catalog: Catalog) -> Flask:
    return create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))


def kept(app: Flask, catalog: Catalog, client: FlaskClient, *ways: str) -> list[tuple[int, str, str, str | None]]:
    """Open these pages, and give the readings that are there afterwards, in place of those before."""
    catalog.db.execute("DELETE FROM reading")
    log = reads.install(app, catalog.folder)
    for way in ways:
        client.get(way)
    log.close()
    return list(catalog.db.execute("SELECT asset, quarter, reader, unit FROM reading").fetchall())


@pytest.mark.parametrize("way", ["/aset/dibaca", "/aset/dibaca/sumber", "/aset/dibaca/unduh"])
def test_opening_an_asset_its_source_or_its_file_is_reading_it_once(app: Flask, catalog: Catalog, way: str) -> None:
    ((asset, quarter, reader, unit),) = kept(app, catalog, visitor(app, "siti"), way, way)
    assert (asset, quarter, unit) == (1, NOW, "BPAD")
    assert len(reader) == 32
    assert "siti" not in reader


def test_people_are_told_apart_and_the_unit_of_those_without_one_is_unknown(app: Flask, catalog: Catalog) -> None:
    ((_, _, siti, _),) = kept(app, catalog, visitor(app, "siti"), "/aset/dibaca")
    ((_, _, guest, unit),) = kept(app, catalog, visitor(app, "tamu"), "/aset/dibaca")
    assert siti != guest
    assert unit is None


def test_the_public_reads_nothing_and_nobody_reads_what_is_hidden_or_only_found(app: Flask, catalog: Catalog) -> None:
    assert kept(app, catalog, app.test_client(), "/aset/dibaca") == []
    assert (
        kept(app, catalog, visitor(app, "tamu"), "/aset/tertutup", "/?q=kendaraan&jawab=0", "/aset/dibaca/gambar") == []
    )


def test_the_key_of_readers_stays_and_is_kept_from_others(tmp_path: Path) -> None:
    folder = create(tmp_path).folder
    first = ReaderKey(folder).pseudonym(1)
    assert first == ReaderKey(folder).pseudonym(1) != ReaderKey(folder).pseudonym(2)
    assert folder.reader_key.stat().st_mode & 0o777 == 0o600
    folder.reader_key.unlink()
    assert ReaderKey(folder).pseudonym(1) != first


def test_where_no_key_can_be_kept_nobody_is_counted(tmp_path: Path) -> None:
    folder = create(tmp_path).folder
    folder.reader_key.mkdir()
    assert ReaderKey(folder).pseudonym(1) is None


def test_of_an_asset_that_is_gone_nothing_is_kept(catalog: Catalog) -> None:
    catalog.db.execute("DELETE FROM reading")
    one = Reading(1, "2026Q3", "a", None)
    readings.keep(catalog, [one, Reading(99, "2026Q3", "a", None), one])
    assert catalog.db.execute("SELECT count(*) FROM reading").fetchone() == (1,)

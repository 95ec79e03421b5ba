"""The page of staff counts: for those who steer alone, and what they correct stays in the history."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask.testing import FlaskClient

from catalog.database import Catalog
from catalog.grants import Grant
from programme.inputs import staff_counts
from programme.quarters import Quarter
from tests.webapp.people import app_of, everybody, inhabited
from tests.webapp.programme.test_importing import send
from tests.webapp.rights import told

PEOPLE = {"panel": [Grant("panel")], "kurator": [Grant("kurator", "BPAD")], "pengesah": [Grant("pengesah", "BPAD")]}
NOW = str(Quarter.of(date.today()))
FORM = {"unit": "BPAD", "triwulan": NOW, "pegawai": "1.250", "sumber": "<b>Daftar BKD</b>"}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    with inhabited(tmp_path_factory.mktemp("pegawai"), PEOPLE) as opened:
        yield opened


@pytest.fixture(scope="module")
def clients(catalog: Catalog) -> dict[str, FlaskClient]:
    return everybody(app_of(catalog), PEOPLE)


def test_whoever_steers_records_a_count_and_corrects_it(clients: dict[str, FlaskClient], catalog: Catalog) -> None:
    client = clients["panel"]
    before = client.get("/pegawai").text
    assert "0 dari 51 perangkat daerah" in before
    for people in ("1.250", "1.300"):
        answer = send(client, "/pegawai", **FORM | {"pegawai": people})
        assert (answer.status_code, answer.headers["Location"]) == (303, "/pegawai?unit=BPAD#riwayat")
    page = client.get("/pegawai?unit=BPAD").text
    assert "1 dari 51 perangkat daerah" in page
    assert page.index("1.300") < page.index("1.250")
    assert "Diganti " in page
    assert "&lt;b&gt;Daftar BKD" in page
    assert [one.people for one in staff_counts.recorded(catalog, "BPAD")] == [1300, 1250]


def test_what_makes_no_sense_is_told_and_stays_typed(clients: dict[str, FlaskClient]) -> None:
    answer = send(clients["panel"], "/pegawai", **FORM | {"pegawai": "banyak", "unit": "DINKES"})
    assert answer.status_code == 400
    assert 'role="alert">Jumlah pegawai “banyak” tidak diterima' in answer.text
    assert 'value="&lt;b&gt;Daftar BKD&lt;/b&gt;"' in answer.text
    assert '<option value="DINKES" selected' in answer.text


@pytest.mark.parametrize("login", ["kurator", "pengesah", ""])
def test_for_all_others_there_is_no_such_page(clients: dict[str, FlaskClient], catalog: Catalog, login: str) -> None:
    client = clients[login]
    assert client.get("/pegawai").status_code == 404
    assert told(client.get("/pegawai?unit=BPAD")) == told(client.get("/pegawai?unit=MARS"))
    assert send(client, "/pegawai", **FORM | {"unit": "DISHUB"}).status_code == 404
    assert staff_counts.recorded(catalog, "DISHUB") == []

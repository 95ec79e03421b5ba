"""The indicators of a community as its page tells them, and the lists that its keepers keep for them."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from flask.testing import FlaskClient

from catalog.opening import create
from catalog.scope import scope_of
from programme.inputs import commitments, critical_topics, theme_questions
from programme.measures import snapshots
from programme.quarters import Quarter
from tests.programme.seeding import Seeder
from tests.webapp.gathering import Gathering, gather
from tests.webapp.library import searchers
from tests.webapp.people import visitor
from tests.webapp.programme.test_communities import post
from webapp.app import create_app

SECRET = "Kajian rahasia"
PEOPLE = ("ketua", "anggota", "admin", "asn")
NOW = Quarter.of(date.today())


@pytest.fixture(scope="module")
def gathering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gathering]:
    catalog = create(tmp_path_factory.mktemp("data"))
    made = gather(catalog)
    seed = Seeder(catalog, made=1000)
    community = made.community.id
    for title, access in (("SOP terbuka", "terbuka"), (SECRET, "terbatas")):
        asset = seed.approved(community, date.today().isoformat(), title=title, access=access, unit="BPKD")
        for reader in "abc":
            seed.read(asset, str(NOW), reader, "BPAD")
    seed.row("staff_count", unit="BPAD", quarter=str(NOW), people=40, source="uji")
    theme_questions.add(catalog, made.community, ("Penghapusan barang", "Bagaimana menghapus barang?"), by="ketua")
    (question,) = theme_questions.holding(catalog)
    theme_questions.keep_answer(catalog, question.id, None, date.today())
    yield made
    catalog.close()


@pytest.fixture(scope="module")
def clients(gathering: Gathering) -> dict[str, FlaskClient]:
    catalog = gathering.catalog
    app = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    return {login: visitor(app, login) for login in PEOPLE} | {"publik": app.test_client()}


def page(clients: dict[str, FlaskClient], who: str, path: str) -> str:
    answer = clients[who].get(path)
    assert answer.status_code == 200
    return " ".join(answer.text.split())


def test_each_indicator_stands_with_its_value_query_and_rows(
    gathering: Gathering, clients: dict[str, FlaskClient]
) -> None:
    text = page(clients, "publik", f"{gathering.path}/indikator")
    assert text.count('class="measure"') == 18
    assert "2 dari 2 (100%)" in text  # 6.3
    assert "Belum cukup data</strong>: Belum ada aset yang disahkan dengan pemilik yang tercatat." in text
    assert "Pengesahan dalam periode; hari kerja" in text
    assert "SOP terbuka</a>" in text


def test_english_pages_name_what_a_decree_and_a_plan_are_counted_by(
    gathering: Gathering, clients: dict[str, FlaskClient]
) -> None:
    text = page(clients, "publik", f"{gathering.path}/indikator?bahasa=en")
    clients["publik"].delete_cookie("bahasa")
    assert "<span>decree in force</span>" in text
    assert f"<span>signed annual plan {NOW.year}</span>" in text
    assert "rencana tahunan" not in text


def test_of_assets_that_the_viewer_may_not_see_there_is_only_a_count(
    gathering: Gathering, clients: dict[str, FlaskClient]
) -> None:
    text = page(clients, "publik", f"{gathering.path}/indikator")
    assert SECRET not in text
    assert "1 aset yang tidak dapat Anda lihat" in text


def test_fewer_than_five_people_are_no_number(gathering: Gathering, clients: dict[str, FlaskClient]) -> None:
    text = page(clients, "ketua", f"{gathering.path}/indikator")
    assert "kurang dari 5 dari 40" in text
    assert "3 dari 40" not in text


def test_lists_that_are_not_published_are_for_those_inside(
    gathering: Gathering, clients: dict[str, FlaskClient]
) -> None:
    for who in ("publik", "asn"):
        assert "Bagaimana menghapus barang?" not in page(clients, who, f"{gathering.path}/indikator")
    for who in ("anggota", "ketua", "admin"):
        assert "Bagaimana menghapus barang?" in page(clients, who, f"{gathering.path}/indikator")


def test_a_frozen_quarter_shows_what_was_frozen(gathering: Gathering, clients: dict[str, FlaskClient]) -> None:
    last, catalog = NOW.after(-1), gathering.catalog
    catalog.db.execute("UPDATE community SET founded = NULL")
    snapshots.freeze(catalog, last, by="uji")
    Seeder(catalog, made=2000).planned(gathering.community.id, last.year, last.number, last.first.isoformat())
    text = page(clients, "publik", f"{gathering.path}/indikator?triwulan={last}")
    assert text.count("Dibekukan") == 18
    assert "Barisnya kini memberi hasil lain" in text


@pytest.mark.parametrize("quarter", ["2026", "9999Q1", "x"])
def test_a_quarter_that_is_none_is_no_page(gathering: Gathering, clients: dict[str, FlaskClient], quarter: str) -> None:
    assert clients["ketua"].get(f"{gathering.path}/indikator?triwulan={quarter}").status_code == 404


@pytest.mark.parametrize("who", ["publik", "asn", "anggota"])
def test_the_lists_are_kept_by_keepers_alone(gathering: Gathering, clients: dict[str, FlaskClient], who: str) -> None:
    path = f"{gathering.path}/masukan"
    assert clients[who].get(path).status_code == 404
    answer = post(clients[who], path, tindakan="topik", topik="Menyusup")
    assert answer.status_code == 404
    assert critical_topics.holding(gathering.catalog, gathering.community.id) == []


def test_keepers_add_and_retire_questions(gathering: Gathering, clients: dict[str, FlaskClient]) -> None:
    path, catalog = f"{gathering.path}/masukan", gathering.catalog
    said = {"tema": "Fasos fasum", "pertanyaan": "Siapa menerima fasos fasum?"}
    assert post(clients["ketua"], path, tindakan="pertanyaan", **said).status_code == 303
    again = post(clients["ketua"], path, tindakan="pertanyaan", **said)
    assert (again.status_code, "sudah ada dalam daftar" in again.text) == (400, True)
    assert post(clients["ketua"], path, tindakan="pertanyaan", tema="Lain", pertanyaan="?").status_code == 400
    added = theme_questions.holding(catalog, gathering.community.id)[0]
    assert added.text == said["pertanyaan"]
    assert said["pertanyaan"] in page(clients, "admin", path)
    assert post(clients["admin"], path, tindakan="pensiun-pertanyaan", nomor=str(added.id)).status_code == 303
    assert "sudah dipensiunkan" in post(clients["admin"], path, tindakan="pensiun-pertanyaan", nomor=str(added.id)).text
    assert said["pertanyaan"] not in page(clients, "ketua", path)


def test_a_topic_is_covered_by_what_its_keeper_sees(gathering: Gathering, clients: dict[str, FlaskClient]) -> None:
    path, ketua = f"{gathering.path}/masukan", clients["ketua"]
    assert post(ketua, path, tindakan="topik", topik="Penghapusan kendaraan").status_code == 303
    (topic,) = critical_topics.holding(gathering.catalog, gathering.community.id)
    hidden, absent = (
        post(ketua, path, tindakan="cakup", nomor=str(topic.id), aset=key)
        for key in (gathering.papers["hidden"], "tidakada")
    )
    assert hidden.status_code == absent.status_code == 400
    assert "tidak ada, atau tidak dapat Anda lihat" in hidden.text
    address = f"https://contoh.go.id/aset/{gathering.papers['sop']}?versi=1"
    assert post(ketua, path, tindakan="cakup", nomor=str(topic.id), aset=address).status_code == 303
    assert "Notulen sop</a>" in page(clients, "ketua", path)
    assert post(ketua, path, tindakan="lepas", nomor=str(topic.id), aset=gathering.papers["sop"]).status_code == 303
    assert post(ketua, path, tindakan="pensiun-topik", nomor=str(topic.id)).status_code == 303
    again = post(ketua, path, tindakan="pensiun-topik", nomor=str(topic.id))
    assert (again.status_code, "sudah dipensiunkan" in again.text) == (400, True)
    assert post(ketua, path, tindakan="pensiun-topik", nomor="999999").status_code == 404


def test_skp_and_dpa_are_recorded_with_a_file_for_those_inside_and_retired(
    gathering: Gathering, clients: dict[str, FlaskClient]
) -> None:
    path, ketua, year = f"{gathering.path}/masukan", clients["ketua"], str(date.today().year)
    said = {"tindakan": "komitmen", "jenis": "dpa", "tahun": year, "nomor-surat": "5.01.02", "hari": f"{year}-01-05"}
    file = {"berkas": (BytesIO(b"isi dpa"), "dpa.pdf")}
    assert post(ketua, path, **said, **file).status_code == 303
    again = post(ketua, path, **said | {"nomor-surat": " 5.01.02"})
    assert (again.status_code, "sudah ada" in again.text) == (400, True)
    for wrong in ({"jenis": "x"}, {"tahun": "1999"}, {"hari": "kemarin"}, {"nomor-surat": " "}):
        assert post(ketua, path, **said | {"nomor-surat": "9"} | wrong).status_code == 400
    (one,) = commitments.holding(gathering.catalog, gathering.community.id)
    assert f"Mata anggaran DPA {year}" in page(clients, "admin", path)
    sent = {who: clients[who].get(f"{path}/berkas/{one.id}") for who in ("ketua", "anggota", "asn", "publik")}
    assert [answer.status_code for answer in sent.values()] == [200, 200, 404, 404]
    assert sent["ketua"].data == b"isi dpa"
    assert ketua.get(f"{path}/berkas/999").status_code == 404
    assert post(clients["asn"], path, tindakan="pensiun-komitmen", nomor=str(one.id)).status_code == 404
    assert post(ketua, path, tindakan="pensiun-komitmen", nomor=str(one.id)).status_code == 303
    assert commitments.holding(gathering.catalog, gathering.community.id) == []
    assert "sudah dipensiunkan" in post(ketua, path, tindakan="pensiun-komitmen", nomor=str(one.id)).text
    assert post(clients["asn"], path, tindakan="pensiun-komitmen", nomor=str(one.id)).status_code == 404


def test_units_that_wrote_an_asset_too_are_named(gathering: Gathering, clients: dict[str, FlaskClient]) -> None:
    path, ketua, catalog = f"{gathering.path}/masukan", clients["ketua"], gathering.catalog
    key = catalog.db.execute("SELECT key FROM asset WHERE title = 'SOP terbuka'").fetchone()[0]
    assert post(ketua, path, tindakan="unit", aset=key, unit="DINKES").status_code == 303
    assert post(ketua, path, tindakan="unit", aset=key, unit="X").status_code == 400
    assert post(ketua, path, tindakan="unit", aset=gathering.papers["theirs"], unit="DINKES").status_code == 404
    assert catalog.db.execute("SELECT unit FROM asset_unit").fetchall() == [("DINKES",)]
    assert post(ketua, path, tindakan="lepas-unit", aset=key, unit="DINKES").status_code == 303
    assert catalog.db.execute("SELECT unit FROM asset_unit").fetchall() == []

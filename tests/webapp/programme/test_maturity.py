"""The maturity of a community as its pages tell it: every assessment at its place, and none where there was none."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast

import openpyxl
import pytest
from flask.testing import FlaskClient

from benchmarks.programme_assessed import record
from catalog import communities
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from programme.maturity import instrument as instruments
from tests.reused import reuse
from tests.webapp.conftest import Library
from tests.webapp.people import enrol, visitor
from tests.webapp.test_search_page import QUESTION
from webapp.app import create_app


def test_the_badge_of_an_answer_leads_to_the_evidence(client: FlaskClient, library: Library) -> None:
    page = client.get(f"/?q={QUESTION}").text
    latest = communities.maturity(library.catalog, "CoP Layanan Umum")
    assert latest
    way = f"/komunitas/{latest.community_id}/maturitas"
    assert page.count(f'href="{way}#penilaian-{latest.assessment}"') >= 2  # beside the quote and beside the hit
    history = client.get(way).text
    assert f'id="penilaian-{latest.assessment}"' in history
    assert "Notulen empat triwulan" in history
    assert "Tim Penilai Contoh" in history


@pytest.fixture
def used(library: Library) -> Iterator[None]:
    """Six agencies use the SOP again for as long as a test runs."""
    rows = library.catalog.db.execute("SELECT id FROM asset WHERE key = ?", [library.keys["sop"]])
    made = int(rows.fetchone()[0])
    for unit in ("BPAD", "DINKES", "DLH", "BAPENDA", "DISHUB", "DSDA"):
        reuse(library.catalog, made, unit)
    yield
    library.catalog.db.execute("DELETE FROM reuse")


@pytest.mark.usefixtures("used")
def test_a_hit_says_which_agencies_use_it_again(client: FlaskClient) -> None:
    page = " ".join(client.get("/?q=kendaraan+dinas&jawab=0").text.split())
    assert "Dipakai ulang 6 SKPD: <span>Bapenda, BPAD, Dinkes, Dishub, DLH</span>, dan 1 lainnya" in page
    assert page.count("Dipakai ulang 6 SKPD") == 1
    hits = client.get("/api/v1/search?q=kendaraan+dinas").get_json()["hits"]
    assert [hit["reuse"]["count"] for hit in hits if hit["reuse"]["count"]] == [6]


@pytest.mark.usefixtures("used")
def test_what_is_used_again_can_be_chosen_and_the_order_by_fit_alone(client: FlaskClient) -> None:
    page = client.get("/?q=kendaraan+dinas&jawab=0").text
    assert "dipakai_ulang=ya" in page
    assert "urut=kecocokan" in page
    chosen = client.get("/?q=kendaraan+dinas&dipakai_ulang=ya&urut=kecocokan").text
    assert chosen.count('<li class="hit">') == 1
    assert "Diurutkan menurut kecocokan saja." in chosen
    assert "Pilih salah satu" in client.get("/?q=kendaraan&dipakai_ulang=tidak").text


def test_without_reuse_nothing_is_said_of_it(client: FlaskClient) -> None:
    page = client.get("/?q=kendaraan+dinas&jawab=0").text
    assert "Dipakai ulang" not in page


def test_a_community_that_was_never_assessed_shows_no_level(client: FlaskClient) -> None:
    page = client.get("/komunitas/2/maturitas").text
    assert "belum dinilai" in page
    assert "Level 1" not in page
    assert "Riwayat penilaian" not in page


@pytest.mark.parametrize("path", ["/komunitas/99/maturitas", "/komunitas/0/maturitas", "/komunitas/x/maturitas"])
def test_an_absent_community_has_no_page_of_maturity(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.fixture(scope="module")
def steered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    """Three communities: one that rose, one never assessed, one too young for what was recorded of it."""
    catalog = create(tmp_path_factory.mktemp("katalog"))
    names = (("BPAD", "BPAD", "2024-01-01"), ("Dinkes", "DINKES", None), ("Baru =1+1", "DLH", date.today().isoformat()))
    for name, unit, founded in names:
        communities.community_id(catalog, f"CoP {name}", unit)
        catalog.db.execute("UPDATE community SET founded = ? WHERE name = ?", [founded, f"CoP {name}"])
    codes = [*instruments.of_folder(catalog.folder).indicators]
    record(catalog, 1, "2024-10-31", dict.fromkeys(codes, 2))
    record(catalog, 1, "2025-10-31", dict.fromkeys(codes, 4) | {"5.1": 3, "5.3": 5})
    record(catalog, 3, "2025-10-31", dict.fromkeys(codes, 1))
    for community, quarter, value in ((1, "2025Q2", 2), (1, "2025Q3", 3), (2, "2025Q3", 4)):
        catalog.db.execute(
            "INSERT INTO snapshot (community, quarter, instrument, indicator, value, measured, frozen)"
            " VALUES (?, ?, '1', '1.3', ?, '{}', 1)",
            [community, quarter, value],
        )
    yield catalog
    catalog.close()


def looking(catalog: Catalog, viewer: str | None) -> FlaskClient:
    app = create_app(folder=catalog.folder, searcher_of=cast("Any", None), scope=scope_of(viewer))
    return app.test_client()


def test_each_assessment_keeps_its_total_and_the_drawings_have_their_tables(steered: Catalog) -> None:
    page = " ".join(looking(steered, "public").get("/komunitas/1/maturitas").text.split())
    assert "4,00" in page
    assert "2,00" in page
    assert "Level 3 (Terstandar)" in page  # the total is 4, but a gate of level 4 does not hold
    assert page.count("<svg") == 2
    assert "Triwulan 3 2025" in page
    assert "D5 Pemanfaatan dan Replikasi" in page
    assert "+2,00" in page


def test_what_is_only_computed_is_drawn_as_such_and_gives_no_level(steered: Catalog) -> None:
    page = looking(steered, "internal").get("/komunitas/2/maturitas").text
    assert "Dari indikator yang dihitung sistem saja: bukan penilaian." in page
    assert "Triwulan 3 2025" in page
    assert "belum dinilai" in page
    assert "Level 4" not in page
    assert "Menuju" not in page


def test_what_stands_in_the_way_is_told_to_civil_servants_alone(steered: Catalog) -> None:
    page = looking(steered, "internal").get("/komunitas/1/maturitas").text
    assert "Gerbang level 4: 5.1 harus ≥ 4, sekarang 3" in page
    assert "Menuju Level 4 (Terkelola)" in page
    public = looking(steered, "public").get("/komunitas/1/maturitas").text
    assert "Gerbang level 4" not in public
    assert "Menuju" not in public


def test_communities_are_compared_by_where_they_move_and_none_without_an_assessment_has_a_level(
    steered: Catalog,
) -> None:
    page = " ".join(looking(steered, "public").get("/maturitas").text.split())
    assert page.index("CoP BPAD") < page.index("CoP Baru")
    assert "Naik 1 level" in page
    assert "baru, sejak" in page
    assert "Level 1 (Rintisan)" not in page.partition('id="daftar"')[2]
    assert page.partition('id="daftar"')[2].count("Belum dinilai") == 2


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("level=3", ["CoP BPAD"]),
        ("level=belum_dinilai&urut=nama", ["CoP Baru =1+1", "CoP Dinkes"]),
        ("jenis=dinas&urut=nama", ["CoP Baru =1+1", "CoP Dinkes"]),
        ("level=9&jenis=planet&urut=warna", ["CoP BPAD", "CoP Baru =1+1", "CoP Dinkes"]),
        ("urut=total", ["CoP BPAD", "CoP Baru =1+1", "CoP Dinkes"]),
    ],
)
def test_the_table_is_filtered_and_ordered_as_asked_on_the_page_and_in_its_exports(
    steered: Catalog, query: str, names: list[str]
) -> None:
    client = looking(steered, "public")
    table = client.get(f"/maturitas?{query}").text.partition('id="daftar"')[2]
    assert re.findall(r">(CoP [^<]+)</a>", table) == names
    written = list(csv.DictReader(io.StringIO(client.get(f"/maturitas.csv?{query}").data.decode("utf-8-sig"))))
    assert [row["komunitas"] for row in written] == names
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/maturitas.xlsx?{query}").data))
    assert [row[0] for row in book["Maturitas"].iter_rows(min_row=2, values_only=True)] == names


def test_the_instrument_answers_what_a_level_asks_for(client: FlaskClient) -> None:
    page = client.get("/maturitas/instrumen").text
    assert 'id="level-3"' in page
    assert "Gerbang:" in page
    assert "indikator 4.2 paling sedikit 3" in page
    assert page.count('id="indikator-') == 23
    assert client.get("/maturitas/instrumen?versi=tidakada").status_code == 200


def test_the_way_to_the_sheet_of_an_assessment_is_for_those_inside(tmp_path: Path) -> None:
    catalog = create(tmp_path / "data")
    communities.community_id(catalog, "CoP BPAD", "BPAD")
    record(catalog, 1, "2025-10-31", {"1.1": 3, "1.2": 3})
    enrol(catalog, "ani", [Grant("admin")])
    enrol(catalog, "budi", [Grant("pembaca", "DINKES")])
    app = create_app(folder=catalog.folder, searcher_of=cast("Any", None), scope=scope_of("public"))
    inside, outside = (visitor(app, login).get("/komunitas/1/maturitas").text for login in ("ani", "budi"))
    public = app.test_client().get("/komunitas/1/maturitas").text
    assert "Lembar penilaian dan buktinya" in inside
    assert ["Lembar penilaian" in page for page in (outside, public)] == [False, False]
    assert ["Menuju Level" in page for page in (inside, outside, public)] == [True, True, False]
    catalog.close()

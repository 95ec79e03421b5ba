"""The maturity of a community as its pages tell it: every assessment at its place, and none where there was none."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from catalog import communities
from tests.reused import reuse
from tests.webapp.conftest import Library
from tests.webapp.test_search_page import QUESTION


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

"""The pages of communities: what everybody reads, and what is for those inside alone."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient


def test_the_list_names_every_community_with_its_level_and_never_one_without_an_assessment(client: FlaskClient) -> None:
    page = client.get("/komunitas").text
    assert "CoP Layanan Umum" in page
    assert "Level 3 (Terstandar)" in page
    assert "&lt;b&gt;Komunitas&lt;/b&gt;" in page
    assert page.count("Belum dinilai") == 1


def test_the_list_can_be_filtered(client: FlaskClient) -> None:
    page = client.get("/komunitas?q=layanan+umum").text
    assert "CoP Layanan Umum" in page
    assert "Komunitas&lt;/b&gt;" not in page
    assert "Tidak ada komunitas yang cocok." in client.get("/komunitas?q=zzz").text


@pytest.mark.parametrize(("viewer", "seen"), [("public", True), (None, True)])
def test_a_page_lists_the_assets_that_the_viewer_may_see(
    visit: Callable[[str | None], FlaskClient], viewer: str | None, seen: bool
) -> None:
    page = visit(viewer).get("/komunitas/1").text
    assert ("SOP Peminjaman Kendaraan Dinas" in page) is seen
    assert "SOP: 1" in page


@pytest.mark.parametrize("path", ["/komunitas/0", "/komunitas/99", f"/komunitas/{10**30}", "/komunitas/x"])
def test_an_absent_community_is_no_page(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404

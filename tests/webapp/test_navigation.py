"""The head of every page leads to all rooms that whoever looks may enter, and tells in which one they are."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.library import searchers
from tests.webapp.people import enrol, visitor
from webapp.app import create_app
from webapp.navigation import ROOMS


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    catalog: Catalog = create(tmp_path_factory.mktemp("katalog"))
    enrol(catalog, "semua", [Grant("pengesah", "BPAD"), Grant("admin"), Grant("operator")])
    enrol(catalog, "budi", [Grant("pembaca", "BPAD"), Grant("penyusun", "BPAD", valid_until="2001-01-01")])
    yield create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    catalog.close()


def links(client: FlaskClient, path: str) -> dict[str, bool]:
    """The rooms that a page's head offers, and whether it says that one is there."""
    found = re.search(r'<nav class="wrap rooms".*?</nav>', client.get(path).text, re.DOTALL)
    assert found
    return {address: bool(here) for address, here in re.findall(r'href="([^"]+)"( aria-current="true")?', found[0])}


def test_strangers_find_what_is_open_to_everybody(app: Flask) -> None:
    assert list(links(app.test_client(), "/masuk")) == ["/", "/komunitas", "/maturitas"]


def test_a_room_is_offered_for_a_role_that_holds_today(app: Flask) -> None:
    assert list(links(visitor(app, "budi"), "/akun")) == ["/", "/komunitas", "/maturitas", "/pemakaian"]


def test_each_room_opens_for_whom_it_is_offered_and_says_that_one_is_there(app: Flask) -> None:
    client = visitor(app, "semua")
    offered = links(client, "/akun")
    assert len(offered) == len(ROOMS)
    assert not any(offered.values())
    for address in offered:
        assert client.get(address).status_code == 200
        assert [found for found, here in links(client, address).items() if here] == [address]
    assert links(client, "/operator/edisi")["/operator"]

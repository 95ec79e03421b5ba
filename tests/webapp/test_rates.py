"""How much of a minute's allowance each visitor has, and what they are told once it is used up."""

from collections.abc import Iterator

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from catalog.database import Catalog
from catalog.opening import create
from catalog.scope import scope_of
from catalog.service_settings import ServiceSettings
from tests.webapp.library import searchers
from tests.webapp.people import enrol, token, visitor
from webapp import rates
from webapp.app import create_app
from webapp.rates import Buckets

SMALL = {"jawaban": 2, "pencarian": 3, "gambar": 2, "kiriman": 1}
FROM_AFAR = {"REMOTE_ADDR": "10.1.2.3"}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    opened = create(tmp_path_factory.mktemp("data"))
    enrol(opened, "siti")
    yield opened
    opened.close()


@pytest.fixture
def app(catalog: Catalog) -> Flask:
    made = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    rates.install(made, ServiceSettings(SMALL, SMALL))
    return made


def statuses(app: Flask, path: str, times: int, address: str = "10.1.2.3", **headers: str) -> list[int]:
    client = app.test_client()
    where = {"environ_base": {"REMOTE_ADDR": address}, "headers": headers}
    return [client.get(path, **where).status_code for _ in range(times)]


def test_who_asks_too_often_is_told_how_long_to_wait(app: Flask) -> None:
    client = app.test_client()
    for _ in range(2):
        assert client.get("/?q=kendaraan", environ_base=FROM_AFAR).status_code == 200
    held = client.get("/?q=kendaraan", environ_base=FROM_AFAR)
    assert held.status_code == 429
    assert 1 <= int(held.headers["Retry-After"]) <= 30
    assert "Terlalu banyak permintaan" in held.text
    assert "default-src 'none'" in held.headers["Content-Security-Policy"]


def test_receipts_are_not_tried_without_end(app: Flask) -> None:
    assert statuses(app, "/resi-laporan?resi=abcd", 2) == [404, 429]


def test_a_program_is_told_so_too(app: Flask) -> None:
    statuses(app, "/api/v1/search?q=kendaraan", 3)
    held = app.test_client().get("/api/v1/search?q=kendaraan", environ_base=FROM_AFAR)
    assert (held.status_code, held.mimetype) == (429, "application/problem+json")
    assert held.get_json()["code"] == "too_many_requests"
    assert "Retry-After" in held.headers


def test_kinds_of_requests_and_addresses_are_counted_apart(app: Flask) -> None:
    assert statuses(app, "/?q=x", 3) == [200, 200, 429]
    assert statuses(app, "/?q=x", 3, "10.9.9.9") == [200, 200, 429]
    assert statuses(app, "/?q=x&jawab=0", 4) == [200, 200, 200, 429]
    assert statuses(app, "/", 5) == [200] * 5
    assert statuses(app, "/healthz", 5) == [200] * 5


def test_the_addresses_of_one_connection_are_one(app: Flask) -> None:
    assert statuses(app, "/?q=x", 2, "2001:db8:1:2::1") == [200, 200]
    assert statuses(app, "/?q=x", 1, "2001:db8:1:2:ffff::9") == [429]
    assert statuses(app, "/?q=x", 1, "2001:db8:1:3::1") == [200]


def test_an_account_has_its_own_allowance_wherever_it_is_used(app: Flask) -> None:
    assert statuses(app, "/?q=x", 3) == [200, 200, 429]
    client = visitor(app, "siti")
    asked = [client.get("/?q=x", environ_base={"REMOTE_ADDR": f"10.1.2.{n}"}).status_code for n in (3, 4, 5)]
    assert asked == [200, 200, 429]


def test_whoever_sits_at_this_machine_is_let_through_but_not_what_a_proxy_hands_on(app: Flask) -> None:
    assert statuses(app, "/?q=x", 4, "127.0.0.1") == [200] * 4
    assert statuses(app, "/?q=x", 3, "127.0.0.1", **{"X-Forwarded-For": "10.7.7.7"}) == [200, 200, 429]


def test_a_setting_holds_visitors_at_this_machine_too(catalog: Catalog) -> None:
    made = create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))
    rates.install(made, ServiceSettings(SMALL, SMALL, limit_local=True))
    assert statuses(made, "/?q=x", 3, "127.0.0.1") == [200, 200, 429]


def test_what_is_sent_is_counted_whatever_becomes_of_it(app: Flask) -> None:
    client = app.test_client()
    form = {"csrf_token": token(client)}
    sent = [client.post("/kebutuhan", data=form, environ_base=FROM_AFAR).status_code for _ in range(2)]
    assert sent == [404, 429]


@given(st.integers(1, 50), st.lists(st.floats(0, 40), max_size=60))
def test_never_more_passes_than_a_burst_and_what_the_time_brings_and_waiting_helps(
    a_minute: int, pauses: list[float]
) -> None:
    now, passed = 0.0, 0
    buckets = Buckets(lambda: now)
    for pause in pauses:
        now += pause
        wait = buckets.take("jawaban", "siapa", a_minute)
        passed += not wait
        if wait:
            now += wait
            assert buckets.take("jawaban", "siapa", a_minute) == 0
            passed += 1
    assert passed <= a_minute + now * a_minute / 60 + 1e-6


def test_buckets_of_many_addresses_stay_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "_MOST", 3)
    buckets = Buckets(lambda: 0.0)
    for address in "abcdef":
        assert buckets.take("jawaban", address, 1) == 0
    assert buckets.take("jawaban", "f", 1) > 0
    assert len(buckets._left) == 3

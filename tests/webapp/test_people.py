"""One's own account, and the pages of those who look after all accounts."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from catalog import accounts, grants, passwords, trail
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.scope import scope_of
from tests.webapp.library import searchers
from tests.webapp.people import PASSWORD, enrol, log_in, token, visitor
from webapp.app import create_app

FRESH = "sepeda kopi hujan"
ADMIN_PATHS = ("/akun/kelola", "/akun/kelola/budi", "/akun/kelola/tidakada")


@pytest.fixture
def catalog(catalog: Catalog) -> Catalog:
    enrol(catalog, "siti", [Grant("admin")])
    enrol(catalog, "budi", [Grant("pembaca", "BPAD"), Grant("admin", valid_until="2001-01-01")])
    return catalog


@pytest.fixture
def app(catalog: Catalog) -> Flask:
    return create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))


def send(client: FlaskClient, path: str, **form: str) -> TestResponse:
    return client.post(path, data=form | {"csrf_token": token(client, "/")}, headers={"Sec-Fetch-Site": "same-origin"})


def roles(catalog: Catalog, login: str) -> list[Grant]:
    return grants.of(catalog, accounts.named(catalog, login).id)


def test_one_sees_ones_own_account_and_roles(app: Flask) -> None:
    page = visitor(app, "budi").get("/akun").text
    assert "Pembaca BPAD" in page
    assert "Admin akun sampai 1 Januari 2001 (tidak berlaku hari ini)" in page
    assert "argon2" not in page
    assert "Kelola akun" not in page


def test_a_new_password_ends_all_sessions_but_this_one(app: Flask, catalog: Catalog) -> None:
    here, there = visitor(app, "budi"), visitor(app, "budi")
    changed = send(here, "/akun/sandi", lama=PASSWORD, baru=FRESH, ulang=FRESH)
    assert (changed.status_code, changed.location) == (303, "/akun")
    assert here.get("/akun").status_code == 200
    assert there.get("/akun").status_code == 404
    assert log_in(app.test_client(), "budi").status_code == 403
    assert log_in(app.test_client(), "budi", FRESH).status_code == 303
    assert [entry.action for entry in trail.latest(catalog, 9)].count("account.password") == 1


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [("salah salah", FRESH, FRESH), (PASSWORD, FRESH, FRESH + "x"), (PASSWORD, "pendek", "pendek"), (PASSWORD, "", "")],
)
def test_a_password_is_not_changed_by_mistake(app: Flask, catalog: Catalog, old: str, new: str, again: str) -> None:
    client = visitor(app, "budi")
    refused = send(client, "/akun/sandi", lama=old, baru=new, ulang=again)
    assert refused.status_code == 400
    assert 'role="alert"' in refused.text
    assert passwords.matches(accounts.named(catalog, "budi").password, PASSWORD)
    assert client.get("/akun").status_code == 200


def test_whoever_has_a_session_cannot_try_passwords_without_end(app: Flask) -> None:
    client = visitor(app, "budi")
    tried = [send(client, "/akun/sandi", lama="salah salah", baru=FRESH, ulang=FRESH).status_code for _ in range(6)]
    assert tried == [400] * 5 + [429]


@pytest.mark.parametrize("login", ["budi", None])
def test_whoever_is_no_admin_today_finds_no_such_page(app: Flask, catalog: Catalog, login: str | None) -> None:
    client = app.test_client() if login is None else visitor(app, login)
    before = (accounts.listing(catalog), roles(catalog, "budi"))
    missing = client.get("/tidak/ada")
    for path in ADMIN_PATHS:
        assert client.get(path).status_code == missing.status_code == 404
    if login is None:
        assert client.get("/akun").data == missing.data
        assert client.get("/akun/kelola/budi").data == missing.data
        return
    form = {"nama": "eva", "tampil": "Eva", "sandi": FRESH, "tindakan": "beri", "peran": "operator"}
    assert [send(client, path, **form).status_code for path in ADMIN_PATHS] == [404] * 3
    assert (accounts.listing(catalog), roles(catalog, "budi")) == before


def test_an_admin_makes_an_account_gives_and_takes_roles(app: Flask, catalog: Catalog) -> None:
    admin = visitor(app, "siti")
    made = send(admin, "/akun/kelola", nama=" Eva ", tampil="Eva <b>Contoh</b>", sandi=FRESH)
    assert (made.status_code, made.location) == (303, "/akun/kelola/eva")
    page = admin.get("/akun/kelola").text
    assert "Eva &lt;b&gt;Contoh" in page
    assert "argon2" not in page
    head = {"peran": "pengesah", "unit": "BPAD", "sampai": "2999-12-31", "sebagai": "plt"}
    assert send(admin, "/akun/kelola/eva", tindakan="beri", **head).status_code == 303
    assert roles(catalog, "eva") == [Grant("pengesah", "BPAD", valid_until="2999-12-31", acting="plt")]
    assert "Plt. Pengesah (kepala unit) BPAD sampai 31 Desember 2999" in admin.get("/akun/kelola/eva").text
    assert send(admin, "/akun/kelola/eva", tindakan="cabut", peran="pengesah", unit="BPAD").status_code == 303
    assert roles(catalog, "eva") == []
    told = [(entry.actor, entry.action, entry.subject) for entry in trail.latest(catalog, 3)]
    assert told == [("siti", action, "eva") for action in ("role.revoke", "role.grant", "account.add")]


def test_an_admin_disables_enables_and_gives_a_password(app: Flask, catalog: Catalog) -> None:
    admin, budi = visitor(app, "siti"), visitor(app, "budi")
    send(admin, "/akun/kelola/budi", tindakan="nonaktif")
    assert budi.get("/akun").status_code == 404
    assert log_in(app.test_client(), "budi").status_code == 403
    assert "Nonaktif" in admin.get("/akun/kelola").text
    send(admin, "/akun/kelola/budi", tindakan="aktif")
    send(admin, "/akun/kelola/budi", tindakan="sandi", sandi=FRESH)
    assert log_in(app.test_client(), "budi", FRESH).status_code == 303
    assert budi.get("/akun").status_code == 404


def test_an_admin_keeps_the_own_session_and_cannot_lock_themselves_out(app: Flask, catalog: Catalog) -> None:
    admin = visitor(app, "siti")
    assert send(admin, "/akun/kelola/siti", tindakan="sandi", sandi=FRESH).status_code == 303
    for form in ({"tindakan": "nonaktif"}, {"tindakan": "cabut", "peran": "admin"}):
        assert send(admin, "/akun/kelola/siti", **form).status_code == 400
    assert admin.get("/akun/kelola").status_code == 200


@pytest.mark.parametrize(
    "form",
    [
        {"tindakan": "beri", "peran": "raja"},
        {"tindakan": "beri", "peran": "pembaca"},
        {"tindakan": "beri", "peran": "pembaca", "unit": "MARS"},
        {"tindakan": "beri", "peran": "admin", "unit": "BPAD"},
        {"tindakan": "beri", "peran": "pengesah", "unit": "BPAD", "sebagai": "plt"},
        {"tindakan": "beri", "peran": "kurator", "komunitas": "CoP <i>Mars</i>"},
        {"tindakan": "cabut", "peran": "operator"},
        {"tindakan": "sandi", "sandi": "pendek"},
    ],
)
def test_what_makes_no_sense_is_told_and_changes_nothing(app: Flask, catalog: Catalog, form: dict[str, str]) -> None:
    before = (accounts.listing(catalog), roles(catalog, "budi"))
    refused = send(visitor(app, "siti"), "/akun/kelola/budi", **form)
    assert refused.status_code == 400
    assert 'role="alert"' in refused.text
    assert "<i>" not in refused.text
    assert (accounts.listing(catalog), roles(catalog, "budi")) == before


def test_a_login_name_that_is_taken_or_none_is_told(app: Flask) -> None:
    admin = visitor(app, "siti")
    for login in ("budi", "", "dua kata"):
        assert send(admin, "/akun/kelola", nama=login, tampil="Contoh", sandi=FRESH).status_code == 400


def test_what_is_no_action_is_nothing(app: Flask) -> None:
    assert send(visitor(app, "siti"), "/akun/kelola/budi", tindakan="hapus").status_code == 404


def test_advisory_2_what_a_form_does_to_one_account_it_does_to_no_other(app: Flask, catalog: Catalog) -> None:
    send(visitor(app, "siti"), "/akun/kelola/budi", tindakan="nonaktif", login="siti", id="1", account="siti")
    assert [account.enabled for account in accounts.listing(catalog)] == [False, True]
    send(visitor(app, "siti"), "/akun/sandi", lama=PASSWORD, baru=FRESH, ulang=FRESH, login="budi", username="budi")
    assert passwords.matches(accounts.named(catalog, "budi").password, PASSWORD)

"""Logging in and out: who is let in, what is told to whoever is not, and what ends a session."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from flask.testing import FlaskClient

from catalog import accounts, grants, login_attempts, passwords, trail
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.scope import scope_of
from tests.webapp.conftest import given
from tests.webapp.library import Paper, add, searchers, text_page
from tests.webapp.people import PASSWORD, enrol, log_in, token, visitor
from webapp.app import create_app

KEY = "kunci uji yang cukup panjang 0123456789"


@pytest.fixture
def catalog(catalog: Catalog) -> Catalog:
    papers = {"terbuka": ("terbuka", "BPAD"), "internal": ("internal", "BPAD"), "terbatas": ("terbatas", "BPAD")}
    for name, (access, unit) in papers.items():
        words = given(f"Kajian {name}", access=access, unit=unit)
        add(catalog, Paper(f"{name}.txt", words, (text_page(None, f"Kajian {name} tentang kendaraan dinas."),)))
    return catalog


@pytest.fixture
def app(catalog: Catalog) -> Flask:
    """Pages that show the operator's view while there are no accounts."""
    return create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of(None), key=KEY)


def seen(client: FlaskClient, language: str = "id") -> list[str]:
    page = client.get("/?q=kajian+kendaraan&bahasa=" + language).text
    return [name for name in ("terbuka", "internal", "terbatas") if f">Kajian {name}</a>" in page]


def test_the_viewer_given_is_ignored_from_the_first_account_on(app: Flask, catalog: Catalog) -> None:
    client = app.test_client()
    assert seen(client) == ["terbuka", "internal", "terbatas"]
    assert client.get("/masuk").status_code == 404
    enrol(catalog, "siti")
    assert seen(client) == ["terbuka"]
    assert "publik" in client.get("/").text
    accounts.disable(catalog, "siti", by="uji")
    assert seen(client) == ["terbuka"]


def test_who_logs_in_sees_what_the_roles_allow_and_is_named(app: Flask, catalog: Catalog) -> None:
    enrol(catalog, "siti")
    enrol(catalog, "budi", [Grant("pembaca", "BPAD")])
    assert seen(visitor(app, "siti")) == ["terbuka", "internal"]
    budi = visitor(app, "budi")
    assert seen(budi) == ["terbuka", "internal", "terbatas"]
    assert "Anda melihat sebagai Budi Contoh, pegawai BPAD" in budi.get("/").text
    assert "Budi Contoh" not in app.test_client().get("/").text


def test_advisory_21_a_change_of_roles_holds_at_the_next_request(app: Flask, catalog: Catalog) -> None:
    enrol(catalog, "siti", [Grant("pembaca", "BPAD")])
    client = visitor(app, "siti")
    assert "terbatas" in seen(client)
    grants.revoke(catalog, "siti", "pembaca", "BPAD", None, by="uji")
    assert seen(client) == ["terbuka", "internal"]
    grants.add(catalog, "siti", Grant("pembaca", "BPAD", valid_until="2001-01-01"), by="uji")
    assert seen(client) == ["terbuka", "internal"]


ENDING: dict[str, Callable[[Catalog], object]] = {
    "disabled": lambda c: accounts.disable(c, "siti", by="uji"),
    "enabled_again": lambda c: (accounts.disable(c, "siti", by="uji"), accounts.enable(c, "siti", by="uji")),
    "password": lambda c: accounts.set_password(c, "siti", "sepeda kopi hujan", by="uji"),
    "logout": lambda c: accounts.end_sessions(c, "siti", by="uji"),
}


@pytest.mark.parametrize("how", ENDING)
def test_advisory_7_every_session_of_an_account_ends_at_once(app: Flask, catalog: Catalog, how: str) -> None:
    enrol(catalog, "siti", [Grant("operator")])
    clients = [visitor(app, "siti") for _ in range(2)]
    assert [seen(client) for client in clients] == [["terbuka", "internal", "terbatas"]] * 2
    ENDING[how](catalog)
    assert [seen(client) for client in clients] == [["terbuka"]] * 2
    assert "Siti Contoh" not in clients[0].get("/").text


def test_logging_out_makes_a_copy_of_the_cookie_worthless(app: Flask, catalog: Catalog) -> None:
    enrol(catalog, "siti")
    client = visitor(app, "siti")
    stolen = client.get_cookie("rujukan")
    assert stolen is not None
    answer = client.post("/keluar", data={"csrf_token": token(client, "/")})
    assert (answer.status_code, answer.location) == (303, "/")
    assert seen(client) == ["terbuka"]
    thief = app.test_client()
    thief.set_cookie("rujukan", stolen.value)
    assert seen(thief) == ["terbuka"]


def test_a_wrong_password_an_unknown_name_and_a_disabled_account_are_told_the_same(
    app: Flask, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrol(catalog, "siti")
    enrol(catalog, "budi")
    enrol(catalog, "tanpa", password=None)
    accounts.disable(catalog, "budi", by="uji")
    hashed: list[str | None] = []
    real = passwords.matches
    monkeypatch.setattr(passwords, "matches", lambda kept, typed: (hashed.append(kept), real(kept, typed))[1])
    answers = []
    for login, password in (("siti", "salah salah salah"), ("nihil", PASSWORD), ("budi", PASSWORD), ("tanpa", "")):
        client = app.test_client()
        answer = log_in(client, login, password)
        page = answer.text.replace(f'value="{login}"', "").replace(token(client), "")
        answers.append((answer.status_code, page, sorted(name for name, _ in answer.headers)))
        assert password not in answer.text or not password
    assert [status for status, _, _ in answers] == [403] * 4
    assert len(hashed) == 4  # each cost one computed hash
    assert all(answer[0] == answers[0][0] and answer[2] == answers[0][2] for answer in answers)
    assert len({page.split("csrf_token")[0] for _, page, _ in answers}) == 1


def test_the_sixth_attempt_waits_even_with_the_right_password(app: Flask, catalog: Catalog) -> None:
    enrol(catalog, "siti")
    for login in ("siti", "nihil"):
        client = app.test_client()
        answers = [log_in(client, login, "salah salah salah") for _ in range(5)] + [log_in(client, login)]
        assert [answer.status_code for answer in answers] == [403] * 5 + [429]
        assert 0 < int(answers[-1].headers["Retry-After"]) <= login_attempts.WINDOW
        assert "Coba lagi dalam 15 menit" in answers[-1].text


def test_the_trail_tells_of_sessions_and_of_no_name_that_is_none(app: Flask, catalog: Catalog) -> None:
    enrol(catalog, "siti")
    log_in(app.test_client(), "kata sandi di kolom nama", "salah salah salah")
    log_in(app.test_client(), "siti", "salah salah salah")
    visitor(app, " SITI ")
    told = [(entry.action, entry.subject) for entry in trail.latest(catalog, 3)]
    assert told == [("session.begin", "siti"), ("session.refuse", "siti"), ("session.refuse", "")]
    assert list(trail.broken(catalog)) == []


def test_a_password_kept_with_older_parameters_is_hashed_anew(
    app: Flask, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrol(catalog, "siti")
    before = accounts.named(catalog, "siti")
    monkeypatch.setattr(passwords, "is_dated", lambda kept: True)
    client = visitor(app, "siti")
    after = accounts.named(catalog, "siti")
    assert after.password != before.password
    assert passwords.matches(after.password, PASSWORD)
    assert seen(client) == ["terbuka", "internal"]


@pytest.mark.parametrize(
    "wanted", ["/?q=kajian&jenis=sop", "/aset/abc/sumber?versi=1&hal=2", "/aset/abc?lembar=KIB+B#baris-3", "/"]
)
def test_one_goes_on_to_the_page_one_came_from(app: Flask, catalog: Catalog, wanted: str) -> None:
    enrol(catalog, "siti")
    client = app.test_client()
    assert log_in(client, "siti", lanjut=wanted).location == wanted
    assert client.get("/masuk", query_string={"lanjut": wanted}).location == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        *("https://jahat.example/", "//jahat.example/", "/\\jahat.example", "\\\\jahat.example", "javascript:alert(1)"),
        *("/\t/jahat.example", "/%09/jahat.example", " /", "/\n", "/tidak/ada", "/masuk", "/keluar", "jahat", ""),
        *("http:///jahat.example", "///jahat.example", "/aset//unduh/x", "/aset/x\u202e", "//localhost/?q=a"),
    ],
)
def test_advisory_22_one_never_goes_on_to_anywhere_else(app: Flask, catalog: Catalog, wanted: str) -> None:
    enrol(catalog, "siti")
    client = app.test_client()
    assert log_in(client, "siti", lanjut=wanted).location == "/"
    assert client.get("/masuk", query_string={"lanjut": wanted}).location == "/"


def test_the_way_to_log_in_leads_back_but_an_error_page_names_nothing(app: Flask, catalog: Catalog) -> None:
    enrol(catalog, "siti")
    client = app.test_client()
    assert 'href="/masuk?lanjut=/?q%3Dkajian"' in client.get("/?q=kajian").text.replace("%2F", "/").replace("%3F", "?")
    missing = client.get("/aset/rahasiasekali")
    assert 'href="/masuk"' in missing.text
    assert "rahasiasekali" not in missing.text


def test_a_form_without_its_token_changes_nothing(app: Flask, catalog: Catalog) -> None:
    enrol(catalog, "siti")
    client = visitor(app, "siti")
    for sent in ({}, {"csrf_token": "x"}, {"csrf_token": token(app.test_client())}):
        answer = client.post("/keluar", data=sent)
        assert answer.status_code == 400
        assert "Formulir tidak berlaku lagi" in answer.text
        assert app.test_client().post("/masuk", data={"nama": "siti", "sandi": PASSWORD} | sent).status_code == 400
    assert seen(client) == ["terbuka", "internal"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403),
        ({"Origin": "https://jahat.example"}, 403),
        ({"Origin": "http://localhost.jahat.example"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 303),
        ({"Origin": "null"}, 303),
        ({"Origin": "http://localhost"}, 303),
        ({}, 303),
    ],
)
def test_advisory_24_a_request_from_elsewhere_is_refused_whatever_token_it_has(
    app: Flask, catalog: Catalog, headers: dict[str, str], status: int
) -> None:
    enrol(catalog, "siti")
    client = visitor(app, "siti")
    assert client.post("/keluar", data={"csrf_token": token(client, "/")}, headers=headers).status_code == status


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(app: Flask, catalog: Catalog) -> None:
    enrol(catalog, "siti")
    here, away = log_in(app.test_client(), "siti"), app.test_client()
    cookie = here.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    app.config["TRUSTED_HOSTS"].append("rujukan.example")
    for base in ("https://localhost", "http://rujukan.example"):
        assert "Secure" in away.get("/masuk", base_url=base).headers["Set-Cookie"]


def test_below_a_path_one_goes_on_below_it_and_the_cookie_stays_there(app: Flask, catalog: Catalog) -> None:
    enrol(catalog, "siti")
    client, base = app.test_client(), "http://localhost/rujukan"
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/masuk", base_url=base).text)
    assert found
    form = {"nama": "siti", "sandi": PASSWORD, "csrf_token": found[1], "lanjut": "/?q=kajian"}
    answer = client.post("/masuk", data=form, base_url=base)
    assert (answer.status_code, answer.location) == (303, "/rujukan/?q=kajian")
    assert "Path=/rujukan;" in answer.headers["Set-Cookie"] + ";"
    assert "Siti Contoh" in client.get("/", base_url=base).text


def test_advisory_23_a_page_of_a_session_is_nobody_elses(app: Flask, catalog: Catalog) -> None:
    enrol(catalog, "siti")
    client = visitor(app, "siti")
    for path in ("/", "/?q=kajian", "/aset/tidakada", "/masuk"):
        headers = client.get(path).headers
        assert "Cookie" in headers["Vary"]
        assert headers["Cache-Control"] == "private, no-store"
        assert "Set-Cookie" not in headers


@pytest.mark.parametrize("form", [{"peran": "operator"}, {"role": "admin", "scope": "true"}, {"id": "1", "epoch": "1"}])
def test_advisory_6_fields_that_the_form_does_not_have_are_nothing(
    app: Flask, catalog: Catalog, form: dict[str, str]
) -> None:
    enrol(catalog, "siti")
    client = app.test_client()
    assert log_in(client, "siti", **form).status_code == 303
    assert seen(client) == ["terbuka", "internal"]
    assert grants.of(catalog, accounts.named(catalog, "siti").id) == []


def signed(app: Flask, content: object, **other: str) -> str:
    """Return a session's cookie as whoever holds a key could make it."""
    maker = SecureCookieSessionInterface()
    for name, value in other.items():
        setattr(maker, name, value)
    serializer = maker.get_signing_serializer(app)
    assert serializer is not None
    return str(serializer.dumps(content))


def test_advisory_8_what_was_signed_for_another_purpose_or_by_another_key_is_no_session(
    app: Flask, catalog: Catalog
) -> None:
    enrol(catalog, "siti", [Grant("operator")])
    account = accounts.named(catalog, "siti")
    session = {"_user_id": f"{account.id}.{account.epoch}", "_permanent": True}
    stranger = Flask("lain")
    stranger.secret_key = KEY[::-1]
    made = {
        "right": signed(app, session),
        "other_key": signed(stranger, session),
        "other_purpose": signed(app, session, salt="wtf-csrf-token"),
        "form_token": token(app.test_client()),
        "other_epoch": signed(app, session | {"_user_id": f"{account.id}.{account.epoch + 1}"}),
        "no_epoch": signed(app, session | {"_user_id": str(account.id)}),
        "login_name": signed(app, session | {"_user_id": "siti"}),
        "unsigned": signed(app, session).rpartition(".")[0] + ".",
    }
    sees = {}
    for name, cookie in made.items():
        client = app.test_client()
        client.set_cookie("rujukan", cookie)
        sees[name] = len(seen(client))
    assert sees == {name: 3 if name == "right" else 1 for name in made}


def test_a_name_shown_on_every_page_stays_text(app: Flask, catalog: Catalog) -> None:
    accounts.add(catalog, "siti", "<script>alert('nama')</script>", PASSWORD, by="uji")
    page = visitor(app, "siti").get("/").text
    assert "<script" not in page.replace('<script src="/static', "")
    assert "&lt;script&gt;" in page


def test_a_typed_name_is_shown_again_as_text_and_cut(app: Flask, catalog: Catalog) -> None:
    enrol(catalog, "siti")
    page = log_in(app.test_client(), '"><b>' + "x" * 500, "salah salah salah").text
    assert '"><b>' not in page
    assert "x" * 65 not in page


def test_an_overlong_password_is_refused_without_being_hashed_whole(app: Flask, catalog: Catalog) -> None:
    enrol(catalog, "siti")
    assert log_in(app.test_client(), "siti", PASSWORD + "x" * 50_000).status_code == 403
    assert log_in(app.test_client(), "siti", "x" * 100_000).status_code == 413

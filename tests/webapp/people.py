"""Accounts of the tests, and visitors who have logged in with them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from catalog import accounts, grants
from catalog.database import Catalog
from catalog.grants import Grant
from catalog.opening import create
from catalog.scope import scope_of
from tests.webapp.library import searchers
from webapp.app import create_app

PASSWORD = "kopi hujan sepeda"


def enrol(catalog: Catalog, login: str, roles: Sequence[Grant] = (), password: str | None = PASSWORD) -> None:
    """Make an account with these roles."""
    accounts.add(catalog, login, f"{login.title()} Contoh", password, by="uji")
    for role in roles:
        grants.add(catalog, login, role, by="uji")


def token(client: FlaskClient, path: str = "/masuk") -> str:
    """Return the token of the form on a page."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get(path).text)
    assert found, path
    return found[1]


def log_in(client: FlaskClient, login: str, password: str = PASSWORD, **more: str) -> TestResponse:
    """Send the form of the login page as a browser would."""
    form = {"nama": login, "sandi": password, "csrf_token": token(client)} | more
    return client.post("/masuk", data=form, headers={"Sec-Fetch-Site": "same-origin"})


def visitor(app: Flask, login: str) -> FlaskClient:
    """Return a client that is logged in."""
    client = app.test_client()
    assert log_in(client, login).status_code == 303
    return client


@contextmanager
def inhabited(folder: Path, people: Mapping[str, Sequence[Grant]]) -> Iterator[Catalog]:
    """Make a catalog in which nothing is but these accounts, and close it at the end."""
    opened = create(folder / "data")
    with opened.writing():
        for login, roles in people.items():
            enrol(opened, login, roles)
    yield opened
    opened.close()


def app_of(catalog: Catalog) -> Flask:
    """Return the pages of a catalog, as the public sees them without logging in."""
    return create_app(folder=catalog.folder, searcher_of=searchers(catalog), scope=scope_of("public"))


def everybody(app: Flask, people: Mapping[str, Sequence[Grant]]) -> dict[str, FlaskClient]:
    """Return a client for each of these accounts, and one for "", a stranger."""
    return {"": app.test_client()} | {login: visitor(app, login) for login in people}

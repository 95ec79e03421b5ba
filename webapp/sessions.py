"""Logging in and out. An unknown name, a wrong password and a disabled account get the same answer in the same time."""

import unicodedata
from datetime import timedelta
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, current_app, make_response, redirect, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, login_user
from flask_wtf.csrf import generate_csrf
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from catalog import accounts, login_attempts, passwords, trail
from catalog.accounts import Account
from catalog.errors import NotFoundError
from webapp.language import gettext
from webapp.language import lazy_gettext as _
from webapp.service import asking, catalog
from webapp.visitor import Member, member

sessions = Blueprint("sessions", __name__)

_WORKING_DAY = timedelta(hours=12)
_WRONG = _("Nama masuk atau kata sandi tidak cocok. Periksa ejaannya, lalu coba lagi; bila lupa, hubungi admin.")


def install(app: Flask) -> None:
    """Look at each request whether its session is still someone's."""
    app.config.update(PERMANENT_SESSION_LIFETIME=_WORKING_DAY, SESSION_PROTECTION=None)
    manager = LoginManager(app)
    manager.user_loader(lambda kept: member(catalog(), kept))
    app.register_blueprint(sessions)


@sessions.get("/masuk")
def form() -> ResponseReturnValue:
    """Show the form to log in; whoever is logged in goes on to where they wanted."""
    _check_accounts()
    onward = own_path(request.args.get("lanjut", ""))
    return redirect(onward) if asking().account else render_template("login.html", onward=onward, login="")


@sessions.post("/masuk")
def enter() -> ResponseReturnValue:
    """Log in and go on, or say once more that name and password do not match."""
    _check_accounts()
    login, password = request.form.get("nama", ""), request.form.get("sandi", "")
    onward, address = own_path(request.form.get("lanjut", "")), request.remote_addr or ""
    if wait := login_attempts.begin(catalog(), accounts.spelt(login), address):
        return _too_often(onward, wait)
    account = _whose(login, password)
    if account is None:
        return _refused(onward, login)
    login_attempts.succeeded(catalog(), account.login, address)
    session.clear()
    session.permanent = True
    login_user(Member(account))
    generate_csrf()
    trail.append(catalog(), account.login, "session.begin", account.login)
    return redirect(onward, 303)


@sessions.post("/keluar")
def leave() -> ResponseReturnValue:
    """End every session of whoever asks: a copy of the cookie is worth nothing afterwards."""
    if account := asking().account:
        accounts.end_sessions(catalog(), account.login, by=account.login)
    session.clear()
    return redirect(own_path(""), 303)


def own_path(wanted: str) -> str:
    """Return an address of this service to go on to: a page that there is, else the first one."""
    first = f"{request.script_root}/"
    parts = urlsplit(wanted) if wanted.startswith("/") else None
    if parts is None or parts.scheme or parts.netloc or _is_odd(wanted):
        return first
    try:
        endpoint, _values = current_app.url_map.bind("").match(parts.path, method="GET")
    except (HTTPException, RequestRedirect):
        return first
    return first if endpoint.startswith("sessions.") else request.script_root + wanted


def _is_odd(text: str) -> bool:
    """Tell whether a browser may read an address otherwise than we do."""
    return "\\" in text or text.startswith("//") or any(unicodedata.category(sign)[0] in "CZ" for sign in text)


def _check_accounts() -> None:
    """Answer as if there were no such page while there is nobody who could log in."""
    if not asking().accounts_exist:
        raise NotFoundError


def _whose(login: str, password: str) -> Account | None:
    """Return the enabled account of that name and password; every way to None costs one computed hash and one row."""
    account = accounts.find(catalog(), login)
    right = passwords.matches(account.password if account else None, password)
    if account is None or account.password is None or not right or not account.enabled:
        trail.append(catalog(), "", "session.refuse", account.login if account else "")
        return None
    if passwords.is_dated(account.password):
        accounts.rehash(catalog(), account, password)
    return account


def _refused(onward: str, login: str) -> Response:
    return make_response(render_template("login.html", onward=onward, login=login[:64], problem=_WRONG), 403)


def _too_often(onward: str, wait: int) -> Response:
    problem = gettext("Terlalu banyak percobaan masuk. Coba lagi dalam %(minutes)s menit.", minutes=-(-wait // 60))
    response = make_response(render_template("login.html", onward=onward, login="", problem=problem), 429)
    response.headers["Retry-After"] = str(wait)
    return response

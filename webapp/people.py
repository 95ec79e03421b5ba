"""One's own account, and for admins all of them. Whoever may not look after accounts finds no such page."""

from collections.abc import Callable, Mapping
from datetime import date

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import login_user
from flask_wtf.csrf import generate_csrf

from catalog import accounts, grants, login_attempts, passwords, service_settings, uploads
from catalog.accounts import Account
from catalog.errors import NotFoundError, RujukanError
from catalog.grants import Grant
from catalog.units import all_units
from programme.messages import mailing
from webapp import roles
from webapp.borrowed import translated
from webapp.forms import chosen
from webapp.language import gettext
from webapp.service import asking, catalog, service
from webapp.visitor import Member

people = Blueprint("people", __name__, url_prefix="/akun")


@people.get("")
def own() -> ResponseReturnValue:
    """Show one's own account and roles, with the form for a new password."""
    return _own(_account())


@people.post("/sandi")
def password() -> ResponseReturnValue:
    """Give one's own account a new password; every other session of it ends."""
    account, typed = _account(), request.form.get("baru", "")
    if typed != request.form.get("ulang", ""):
        return _own(account, gettext("Kedua kata sandi baru tidak sama. Ketik sekali lagi.")), 400
    if wait := login_attempts.begin(catalog(), account.login, request.remote_addr or ""):
        minutes = -(-wait // 60)
        told = gettext("Terlalu banyak percobaan masuk. Coba lagi dalam %(minutes)s menit.", minutes=minutes)
        return _own(account, told), 429, {"Retry-After": str(wait)}
    if not passwords.matches(account.password, request.form.get("lama", "")):
        return _own(account, gettext("Kata sandi lama tidak cocok.")), 400
    try:
        changed = accounts.set_password(catalog(), account.login, typed, by=account.login)
    except RujukanError as error:
        return _own(account, translated(error.message)), 400
    login_attempts.succeeded(catalog(), account.login, request.remote_addr or "")
    _go_on_as(changed)
    return redirect(url_for("people.own"), 303)


@people.post("/surel")
def email() -> ResponseReturnValue:
    """Let notices also go to the address that the form holds, or to none."""
    account = _account()
    try:
        mailing.set_address(catalog(), account, request.form.get("surel", ""))
    except RujukanError as error:
        return _own(account, mail_problem=translated(error.message)), 400
    return redirect(url_for("people.own", _anchor="surel"), 303)


@people.get("/kelola")
def listing() -> ResponseReturnValue:
    """List all accounts, with the form for a new one."""
    _admin()
    return _listing()


@people.post("/kelola")
def add() -> ResponseReturnValue:
    """Make an account; its password is to be changed by whom it is for."""
    by = _admin().login
    try:
        made = accounts.add(catalog(), *(request.form.get(name, "") for name in ("nama", "tampil", "sandi")), by=by)
    except RujukanError as error:
        return _listing(translated(error.message)), 400
    return redirect(url_for("people.one", login=made.login), 303)


@people.get("/kelola/<login>")
def one(login: str) -> ResponseReturnValue:
    """Show an account with its roles and what can be done to it."""
    _admin()
    return _one(_named(login))


@people.post("/kelola/<login>")
def change(login: str) -> ResponseReturnValue:
    """Do one thing to an account: what the form's `tindakan` names."""
    admin, account = _admin(), _named(login)
    act = chosen(_ACTS)
    try:
        act(account, admin)
    except RujukanError as error:
        return _one(account, translated(error.message)), 400
    return redirect(url_for("people.one", login=account.login), 303)


def _grant(account: Account, admin: Account) -> None:
    cells = ("peran", "unit", "komunitas", "mulai", "sampai", "sebagai")
    role, *rest = ((request.form.get(name) or "").strip() or None for name in cells)
    grants.add(catalog(), account.login, Grant(role or "", *rest), by=admin.login)


def _revoke(account: Account, admin: Account) -> None:
    role, unit, community = (request.form.get(name) or None for name in ("peran", "unit", "komunitas"))
    if (account.id, role) == (admin.id, "admin"):
        raise RujukanError("own_account", gettext("Peran admin Anda sendiri hanya dapat dicabut admin lain."))
    grants.revoke(catalog(), account.login, role or "", unit, community, by=admin.login)


def _disable(account: Account, admin: Account) -> None:
    if account.id == admin.id:
        raise RujukanError("own_account", gettext("Akun Anda sendiri hanya dapat dinonaktifkan admin lain."))
    accounts.disable(catalog(), account.login, by=admin.login)


def _enable(account: Account, admin: Account) -> None:
    accounts.enable(catalog(), account.login, by=admin.login)


def _password(account: Account, admin: Account) -> None:
    changed = accounts.set_password(catalog(), account.login, request.form.get("sandi", ""), by=admin.login)
    if changed.id == admin.id:
        _go_on_as(changed)


_ACTS: Mapping[str, Callable[[Account, Account], None]] = {
    "beri": _grant,
    "cabut": _revoke,
    "nonaktif": _disable,
    "aktif": _enable,
    "sandi": _password,
}


def _account() -> Account:
    if account := asking().account:
        return account
    raise NotFoundError


def _admin() -> Account:
    """Return who asks if they look after accounts today; for all others there is no such page."""
    if "admin" not in asking().roles:
        raise NotFoundError
    return _account()


def _named(login: str) -> Account:
    if account := accounts.find(catalog(), login):
        return account
    raise NotFoundError


def _go_on_as(account: Account) -> None:
    """Begin the session anew after all of the account ended."""
    session.clear()
    session.permanent = True
    login_user(Member(account))
    generate_csrf()


def _own(account: Account, problem: str = "", mail_problem: str = "") -> str:
    held = grants.of(catalog(), account.id)
    is_admin, writes = "admin" in asking().roles, bool(uploads.units_of(held, date.today()))
    told = {"problem": problem, "mail_problem": mail_problem, "has_mail": service_settings.read(service().folder).mail}
    return render_template("account.html", held=held, is_admin=is_admin, writes=writes, **told, **_words())


def _listing(problem: str = "") -> str:
    known = [(account, grants.of(catalog(), account.id)) for account in accounts.listing(catalog())]
    return render_template("accounts.html", known=known, problem=problem, typed=request.form, **_words())


def _one(account: Account, problem: str = "") -> str:
    units, held = all_units(catalog()), grants.of(catalog(), account.id)
    return render_template(
        "account_admin.html", account=account, held=held, units=units, problem=problem, typed=request.form, **_words()
    )


def _words() -> dict[str, object]:
    return {"roles": roles, "today": date.today(), "shortest": passwords.SHORTEST, "longest": passwords.LONGEST}

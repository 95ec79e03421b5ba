"""Accounts: people who log in. Never deleted, only disabled: the trail and the assets go on naming them."""

import re
import time
import unicodedata
from dataclasses import dataclass
from typing import Any

from catalog import passwords, trail
from catalog.database import Catalog
from catalog.errors import RujukanError

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._@-]{1,63}")
_LONGEST_NAME = 120


@dataclass(frozen=True)
class Account:
    """One account; `epoch` grows whenever its sessions must end. Without `password` (a hash) nobody can log in.

    Notices also go to `email`, where there is one and the service can send mail.
    """

    id: int
    login: str
    name: str
    password: str | None
    epoch: int
    created: int
    disabled_at: int | None
    email: str | None = None

    @property
    def enabled(self) -> bool:
        """Return whether it may be used."""
        return self.disabled_at is None


def spelt(login: str) -> str:
    """Return a login name as it is kept: without spaces around it, in small letters."""
    return login.strip().lower()


def check_login(login: str) -> str:
    """Return a new login name as it is kept; RujukanError `bad_login` for one that is none."""
    if not _LOGIN.fullmatch(spelt(login)):
        raise RujukanError(
            "bad_login",
            f"Nama masuk “{login}” tidak dapat dipakai. Pakai 2 sampai 64 huruf kecil, angka, titik, garis atau @,"
            " misalnya siti.aminah.",
        )
    return spelt(login)


def check_name(name: str) -> str:
    """Return the name to show; RujukanError `bad_name` for an empty or overlong one, or one with control characters."""
    shown = " ".join(name.split())
    if not 0 < len(shown) <= _LONGEST_NAME or any(unicodedata.category(sign)[0] == "C" for sign in shown):
        raise RujukanError(
            "bad_name",
            f"Nama “{shown[:_LONGEST_NAME]}” kosong, lebih dari {_LONGEST_NAME} karakter, atau memuat karakter kendali."
            " Tulis nama orangnya saja.",
        )
    return shown


def exist(catalog: Catalog) -> bool:
    """Tell whether there is any account, disabled ones too: then nobody looks without one but the public."""
    return bool(catalog.db.execute("SELECT 1 FROM account LIMIT 1").fetchall())


def any_can_log_in(catalog: Catalog) -> bool:
    """Tell whether there is an enabled account with a password."""
    sql = "SELECT 1 FROM account WHERE disabled_at IS NULL AND password IS NOT NULL LIMIT 1"
    return bool(catalog.db.execute(sql).fetchall())


def find(catalog: Catalog, login: str) -> Account | None:
    """Return the account of that login name, None if there is none."""
    return _one(catalog, "login = ?", spelt(login))


def with_id(catalog: Catalog, number: int) -> Account | None:
    """Return the account of that number, None if there is none."""
    return _one(catalog, "id = ?", number)


def named(catalog: Catalog, login: str) -> Account:
    """Return the account of that login name; RujukanError `unknown_account` if there is none."""
    if found := find(catalog, login):
        return found
    raise RujukanError(
        "unknown_account", f"Akun “{login}” tidak ada. Lihat daftarnya dengan `rujukan user list`, atau buat dahulu."
    )


def listing(catalog: Catalog) -> list[Account]:
    """Return every account, by login name."""
    return [Account(**row) for row in catalog.db.query("SELECT * FROM account ORDER BY login")]


def add(catalog: Catalog, login: str, name: str, password: str | None, *, by: str) -> Account:
    """Make an account; RujukanError `account_exists` if the login name is taken."""
    login, name = check_login(login), check_name(name)
    kept = None if password is None else passwords.hashed(password, login)
    with catalog.writing():
        if find(catalog, login):
            raise RujukanError("account_exists", f"Akun “{login}” sudah ada. Pilih nama masuk lain.")
        catalog.db.execute(
            "INSERT INTO account (login, name, password, created) VALUES (?, ?, ?, ?)",
            [login, name, kept, int(time.time())],
        )
        trail.append(catalog, by, "account.add", login)
        return named(catalog, login)


def disable(catalog: Catalog, login: str, *, by: str) -> Account:
    """Refuse an account from now on: its sessions end at once."""
    change = "disabled_at = coalesce(disabled_at, ?), epoch = epoch + 1"
    return _changed(catalog, login, (change, [int(time.time())]), by=by, action="account.disable")


def enable(catalog: Catalog, login: str, *, by: str) -> Account:
    """Let a disabled account be used again; its old sessions stay ended."""
    return _changed(catalog, login, ("disabled_at = NULL", []), by=by, action="account.enable")


def set_password(catalog: Catalog, login: str, password: str, *, by: str) -> Account:
    """Give an account a new password: its sessions end at once."""
    kept = passwords.hashed(password, named(catalog, login).login)
    change = "password = ?, epoch = epoch + 1"
    return _changed(catalog, login, (change, [kept]), by=by, action="account.password")


def rehash(catalog: Catalog, account: Account, password: str) -> None:
    """Keep an unchanged password with the parameters of today; sessions go on."""
    catalog.db.execute("UPDATE account SET password = ? WHERE id = ?", [passwords.rehashed(password), account.id])


def end_sessions(catalog: Catalog, login: str, *, by: str) -> Account:
    """End every session of an account."""
    return _changed(catalog, login, ("epoch = epoch + 1", []), by=by, action="account.end_sessions")


def transfer(catalog: Catalog, old: str, new: str, *, by: str) -> int:
    """Give all assets and uploads of one account to another; return how many assets those are."""
    with catalog.writing():
        giver, taker = named(catalog, old), named(catalog, new)
        if giver.id == taker.id:
            raise RujukanError("bad_value", f"Aset {giver.login} tidak perlu dialihkan kepada akun yang sama.")
        if not taker.enabled:
            raise RujukanError("disabled", f"Akun “{taker.login}” dinonaktifkan; pilih akun yang aktif.")
        moved = catalog.db.execute("UPDATE asset SET owner = ? WHERE owner = ?", [taker.id, giver.id]).rowcount
        catalog.db.execute("UPDATE upload SET account = ? WHERE account = ?", [taker.id, giver.id])
        trail.append(catalog, by, "account.transfer", giver.login, to=taker.login, assets=moved)
    return int(moved)


def _changed(catalog: Catalog, login: str, change: tuple[str, list[Any]], *, by: str, action: str) -> Account:
    """Apply a change and tell the trail of it, in one transaction."""
    sql, values = change
    with catalog.writing():
        account = named(catalog, login)
        catalog.db.execute(f"UPDATE account SET {sql} WHERE id = ?", [*values, account.id])
        trail.append(catalog, by, action, account.login)
        return named(catalog, account.login)


def _one(catalog: Catalog, condition: str, value: str | int) -> Account | None:
    rows = catalog.db.query(f"SELECT * FROM account WHERE {condition}", [value])
    return next((Account(**row) for row in rows), None)

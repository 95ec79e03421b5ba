from collections.abc import Callable

import pytest

from catalog import accounts, passwords, trail
from catalog.database import Catalog
from catalog.digest import digest
from catalog.errors import RujukanError
from tests.catalog.making import asset

PASSWORD = "kopi hujan sepeda"


def add(catalog: Catalog, login: str = "siti", password: str | None = None) -> accounts.Account:
    return accounts.add(catalog, login, "Siti Contoh", password, by="uji")


def test_an_account_is_kept_with_a_hash_and_the_trail_has_no_password(catalog: Catalog) -> None:
    assert not accounts.exist(catalog)
    made = add(catalog, " Siti ", PASSWORD)
    assert (made.login, made.name, made.enabled) == ("siti", "Siti Contoh", True)
    assert passwords.matches(made.password, PASSWORD)
    assert accounts.exist(catalog)
    assert accounts.any_can_log_in(catalog)
    assert [(entry.action, entry.subject, dict(entry.detail)) for entry in trail.latest(catalog, 9)] == [
        ("account.add", "siti", {})
    ]


def test_a_name_is_found_in_any_letters(catalog: Catalog) -> None:
    assert accounts.find(catalog, "SITI") is None
    assert add(catalog) == accounts.find(catalog, " SITI ") == accounts.named(catalog, "Siti")


@pytest.mark.parametrize("login", ["", "a", "siti aminah", "sıtı", "../x", "-siti", "x" * 65, "siti\n", "<b>"])
def test_a_login_name_that_is_none_is_refused(catalog: Catalog, login: str) -> None:
    if login == "siti\n":
        assert add(catalog, login).login == "siti"
        return
    with pytest.raises(RujukanError) as refused:
        add(catalog, login)
    assert refused.value.code == "bad_login"


@pytest.mark.parametrize("name", ["", "  ", "x" * 121, "Siti\u202eContoh", "Siti\x00"])
def test_a_name_that_cannot_be_shown_is_refused(catalog: Catalog, name: str) -> None:
    with pytest.raises(RujukanError) as refused:
        accounts.add(catalog, "siti", name, None, by="uji")
    assert refused.value.code == "bad_name"


def test_a_login_name_is_given_once(catalog: Catalog) -> None:
    add(catalog)
    with pytest.raises(RujukanError) as refused:
        add(catalog, "SITI")
    assert refused.value.code == "account_exists"


@pytest.mark.parametrize(
    "change",
    [
        lambda c: accounts.disable(c, "siti", by="uji"),
        lambda c: accounts.set_password(c, "siti", "sepeda kopi hujan", by="uji"),
        lambda c: accounts.end_sessions(c, "siti", by="uji"),
    ],
)
def test_what_ends_sessions_raises_the_epoch(catalog: Catalog, change: Callable[[Catalog], accounts.Account]) -> None:
    before = add(catalog, password=PASSWORD)
    assert change(catalog).epoch > before.epoch


def test_an_account_that_is_enabled_again_keeps_its_password_but_not_its_sessions(catalog: Catalog) -> None:
    before = add(catalog, password=PASSWORD)
    assert not accounts.disable(catalog, "siti", by="uji").enabled
    assert accounts.exist(catalog)
    assert not accounts.any_can_log_in(catalog)
    after = accounts.enable(catalog, "siti", by="uji")
    assert after.enabled
    assert after.password == before.password
    assert after.epoch > before.epoch


def test_what_is_done_to_a_name_that_is_none_is_refused(catalog: Catalog) -> None:
    for refused_at in (accounts.disable, accounts.enable, accounts.end_sessions):
        with pytest.raises(RujukanError, match="tidak ada"):
            refused_at(catalog, "siti", by="uji")
    assert trail.latest(catalog, 9) == []


def test_a_refused_password_changes_nothing(catalog: Catalog) -> None:
    before = add(catalog, password=PASSWORD)
    with pytest.raises(RujukanError, match="karakter"):
        accounts.set_password(catalog, "siti", "pendek", by="uji")
    assert accounts.named(catalog, "siti") == before


def test_assets_go_from_one_owner_to_another(catalog: Catalog) -> None:
    giver, taker = add(catalog), add(catalog, "budi")
    for name in ("a.txt", "b.txt", "c.txt"):
        asset(catalog, name)
    catalog.db.execute("UPDATE asset SET owner = ? WHERE path <> 'c.txt'", [giver.id])
    assert accounts.transfer(catalog, "siti", "budi", by="uji") == 2
    owners = [row["owner"] for row in catalog.db.query("SELECT owner FROM asset ORDER BY path")]
    assert owners == [taker.id, taker.id, None]
    assert dict(trail.latest(catalog, 1)[0].detail) == {"to": "budi", "assets": 2}


def test_assets_are_not_given_to_a_disabled_account_or_to_the_same(catalog: Catalog) -> None:
    add(catalog)
    add(catalog, "budi")
    accounts.disable(catalog, "budi", by="uji")
    for taker in ("budi", "siti", "tidakada"):
        with pytest.raises(RujukanError):
            accounts.transfer(catalog, "siti", taker, by="uji")


def test_who_owns_an_asset_counts_for_the_digest_by_login_name_and_nobody_does_not(catalog: Catalog) -> None:
    asset(catalog)
    without = digest(catalog)
    add(catalog, "lain")
    made = add(catalog)
    assert digest(catalog) == without
    catalog.db.execute("UPDATE asset SET owner = ?", [made.id])
    owned = digest(catalog)
    assert owned != without
    accounts.disable(catalog, "siti", by="uji")
    assert digest(catalog) == owned

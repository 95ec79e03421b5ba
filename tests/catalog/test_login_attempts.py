from catalog import login_attempts
from catalog.database import Catalog
from catalog.login_attempts import WINDOW, begin

NOW = 1_000_000.0


def waits(catalog: Catalog, login: str, address: str, times: int, now: float = NOW) -> list[int]:
    return [begin(catalog, login, address, now) for _ in range(times)]


def test_the_sixth_attempt_from_one_address_at_one_account_waits(catalog: Catalog) -> None:
    assert waits(catalog, "siti", "10.0.0.1", 7) == [0] * 5 + [WINDOW] * 2
    assert waits(catalog, "siti", "10.0.0.2", 1) == [0]
    assert waits(catalog, "budi", "10.0.0.1", 1) == [0]


def test_who_waits_long_enough_may_try_again(catalog: Catalog) -> None:
    for at in range(5):
        begin(catalog, "siti", "10.0.0.1", NOW + 10 * at)
    assert begin(catalog, "siti", "10.0.0.1", NOW + 60) == WINDOW - 60
    assert begin(catalog, "siti", "10.0.0.1", NOW + WINDOW) == 0
    assert begin(catalog, "siti", "10.0.0.1", NOW + WINDOW) == 10


def test_one_address_cannot_try_one_password_at_many_accounts(catalog: Catalog) -> None:
    told = [begin(catalog, f"akun{number}", "10.0.0.1", NOW) for number in range(31)]
    assert told == [0] * 30 + [WINDOW]


def test_many_addresses_cannot_go_on_at_one_account_and_a_few_do_not_lock_its_owner_out(catalog: Catalog) -> None:
    told = [begin(catalog, "siti", f"10.0.0.{number}", NOW) for number in range(101)]
    assert told == [0] * 100 + [WINDOW]


def test_success_forgets_the_attempts_of_the_pair_only(catalog: Catalog) -> None:
    waits(catalog, "siti", "10.0.0.1", 5)
    login_attempts.succeeded(catalog, "siti", "10.0.0.1")
    assert waits(catalog, "siti", "10.0.0.1", 5) == [0] * 5
    for number in range(40):
        begin(catalog, f"akun{number}", "10.0.0.1", NOW)
    assert begin(catalog, "lain", "10.0.0.1", NOW) > 0


def test_no_name_that_was_typed_is_kept(catalog: Catalog) -> None:
    begin(catalog, "kata sandi di tempat yang salah", "10.0.0.1", NOW)
    kept = [row["subject"] for row in catalog.db.query("SELECT subject FROM login_attempt")]
    assert len(kept) == 3
    assert all(len(subject) == 64 for subject in kept)


def test_attempts_of_a_clock_that_was_wrong_do_not_keep_anyone_out_for_ever(catalog: Catalog) -> None:
    waits(catalog, "siti", "10.0.0.1", 5, now=NOW + 10 * WINDOW)
    assert begin(catalog, "siti", "10.0.0.1", NOW) == 0

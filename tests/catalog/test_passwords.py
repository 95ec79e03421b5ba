import statistics
import time

import pytest

from catalog import passwords
from catalog.errors import RujukanError

GOOD = "kopi hujan sepeda"


def test_a_hash_is_argon2id_and_matches_its_password_alone() -> None:
    kept = passwords.hashed(GOOD, "siti")
    assert kept.startswith("$argon2id$")
    assert GOOD not in kept
    assert passwords.matches(kept, GOOD)
    assert not passwords.matches(kept, GOOD + " ")
    assert not passwords.matches(None, GOOD)
    assert not passwords.matches(None, "tidak seorang pun")
    assert not passwords.matches("bukan hash", GOOD)
    assert not passwords.is_dated(kept)


def test_two_hashes_of_one_password_differ() -> None:
    assert passwords.hashed(GOOD, "siti") != passwords.hashed(GOOD, "siti")


def test_the_same_characters_in_another_spelling_match() -> None:
    assert passwords.matches(passwords.hashed("cafe\u0301 hujan sepeda", "siti"), "caf\u00e9 hujan sepeda")


@pytest.mark.parametrize(
    "password", ["", "pendek", "a" * 12, "abcabcabcabc", "SITI hujan sepeda", "x" * 257, "hujansiti2026"]
)
def test_a_password_that_is_easily_guessed_is_refused_without_being_repeated(password: str) -> None:
    with pytest.raises(RujukanError) as refused:
        passwords.hashed(password, "siti")
    assert refused.value.code == "bad_password"
    assert not password or password not in refused.value.message


def test_an_account_without_a_password_costs_as_much_time_as_a_wrong_password() -> None:
    kept = passwords.hashed(GOOD, "siti")
    passwords.matches(None, "pemanasan")
    spent: dict[str | None, list[float]] = {kept: [], None: []}
    for _ in range(5):
        for which, times in spent.items():
            began = time.process_time()
            passwords.matches(which, "kata sandi lain")
            times.append(time.process_time() - began)
    wrong, unknown = (statistics.median(times) for times in spent.values())
    assert unknown > wrong / 3  # both compute one whole hash; the bound is wide because other work runs beside it

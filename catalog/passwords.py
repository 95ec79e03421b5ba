"""Passwords: argon2id hashes with the parameters that OWASP names for servers.

19 MiB and two passes in one lane: several logins at once take neither the memory nor the cores that questions need.
"""

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from catalog.errors import RujukanError

SHORTEST, LONGEST = 12, 256  # code points; a longer one would only cost time
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hashed(password: str, login: str) -> str:
    """Return the hash to keep of a new password; RujukanError `bad_password` for one that is too easily guessed."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise RujukanError(
            "bad_password",
            f"Kata sandi harus {SHORTEST} sampai {LONGEST} karakter; yang diberikan {len(password)} karakter."
            " Beberapa kata biasa yang tidak saling berkaitan sudah cukup.",
        )
    if len(set(password)) < 5 or login.casefold() in password.casefold():
        raise RujukanError(
            "bad_password",
            "Kata sandi tidak boleh memuat nama masuk atau hanya mengulang beberapa karakter. Pilih yang lain.",
        )
    return rehashed(password)


def rehashed(password: str) -> str:
    """Return the hash to keep of a password that was accepted before, whatever is asked of a new one."""
    return _HASHER.hash(_spelt(password))


def matches(kept: str | None, password: str) -> bool:
    """Tell whether a password is the one kept; takes as long where none is kept, so that time tells nothing."""
    try:
        right = _HASHER.verify(kept or _nobody(), _spelt(password[:LONGEST]))
    except (VerificationError, InvalidHashError):
        return False
    return right and kept is not None and len(password) <= LONGEST


def is_dated(kept: str) -> bool:
    """Tell whether a kept hash was made with older parameters and should be made again."""
    return _HASHER.check_needs_rehash(kept)


@cache
def _nobody() -> str:
    return _HASHER.hash("tidak seorang pun")


def _spelt(password: str) -> str:
    """Return one spelling for what different keyboards send for the same characters."""
    return unicodedata.normalize("NFC", password)

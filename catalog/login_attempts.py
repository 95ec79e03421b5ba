"""How often someone may try a password: counted in rows, so that all processes and a restart know of it.

An attempt is counted before the password is looked at, so many at once are not let through together. A name is
counted whether there is such an account or not, and kept as a hash: what is typed there may be a password.
"""

import hashlib
import math
import time

from catalog.database import Catalog

WINDOW = 15 * 60  # seconds that an attempt counts
# One address against one account, an address against all, all addresses against one account. The last is high:
# whoever knows a name should not be able to keep its owner out by a handful of wrong passwords.
_LIMITS = {"pair": 5, "address": 30, "account": 100}


def begin(catalog: Catalog, login: str, address: str, now: float | None = None) -> int:
    """Count an attempt and return 0; or, where there were too many, count nothing and return the seconds to wait."""
    at = time.time() if now is None else now
    with catalog.writing():
        catalog.db.execute("DELETE FROM login_attempt WHERE at <= ? OR at > ?", [at - WINDOW, at + WINDOW])
        subjects = _subjects(login, address)
        wait = max(_wait(catalog, subject, _LIMITS[kind], at) for kind, subject in subjects.items())
        if not wait:
            for subject in subjects.values():
                catalog.db.execute("INSERT INTO login_attempt (subject, at) VALUES (?, ?)", [subject, at])
    return wait


def succeeded(catalog: Catalog, login: str, address: str) -> None:
    """Forget the attempts of an address against an account, and take its last one off the other counts."""
    with catalog.writing():
        for kind, subject in _subjects(login, address).items():
            last = "" if kind == "pair" else " AND at = (SELECT max(at) FROM login_attempt WHERE subject = ?1)"
            catalog.db.execute(f"DELETE FROM login_attempt WHERE subject = ?1{last}", [subject])


def _wait(catalog: Catalog, subject: str, limit: int, now: float) -> int:
    """Return in how many seconds fewer than `limit` attempts count."""
    rows = catalog.db.query(
        "SELECT at FROM login_attempt WHERE subject = ? ORDER BY at DESC LIMIT 1 OFFSET ?", [subject, limit - 1]
    )
    return next((max(1, math.ceil(row["at"] + WINDOW - now)) for row in rows), 0)


def _subjects(login: str, address: str) -> dict[str, str]:
    named = {"pair": f"{login}\n{address}", "address": f"\n{address}", "account": f"{login}\n"}
    return {kind: hashlib.sha256(text.encode("utf8", "replace")).hexdigest() for kind, text in named.items()}

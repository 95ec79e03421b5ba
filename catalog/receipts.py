"""How an anonymous reporter learns what came of a report: by a receipt that is shown once, of which a hash is kept.

Whoever holds it learns how the report stands and what it came to, and no word of the report, its answer or the asset.
"""

import hashlib
import secrets
import time
from dataclasses import dataclass

from catalog.database import Catalog
from catalog.errors import NotFoundError
from catalog.parts import KEY_LETTERS

DAYS = 90
"""For how long after a report was closed its receipt is known."""
_LENGTH = 20  # letters of about five bits each: nobody finds one by guessing
_LONGEST = 100  # characters that are looked at of what is typed


@dataclass(frozen=True)
class Told:
    """What a receipt tells of its report: what was reported, when, how it stands, and what it came to."""

    kind: str
    state: str
    result: str | None
    created: int
    closed: int | None


def give(catalog: Catalog, report: str) -> str:
    """Return the receipt of a report, made now; those of reports that were closed long ago are forgotten."""
    receipt = "".join(secrets.choice(KEY_LETTERS) for _ in range(_LENGTH))
    with catalog.writing():
        catalog.db.execute("UPDATE report SET receipt = NULL WHERE closed < ?", [_since()])
        catalog.db.execute("UPDATE report SET receipt = ? WHERE key = ?", [_hash(receipt), report])
    return receipt


def told(catalog: Catalog, receipt: str) -> Told:
    """Return what a receipt tells, however it is spaced; NotFoundError if it is none, or of too long ago."""
    found = catalog.db.query(
        "SELECT kind, state, result, created, closed FROM report WHERE receipt = ? AND coalesce(closed >= ?, 1)",
        [_hash(receipt), _since()],
    )
    for row in found:
        return Told(**row)
    raise NotFoundError


def _since() -> int:
    return int(time.time()) - DAYS * 24 * 3600


def _hash(receipt: str) -> str:
    plain = "".join(receipt[:_LONGEST].lower().replace("-", " ").split())
    return hashlib.sha256(plain.encode("utf8", "surrogatepass")).hexdigest()

"""Sent back: a verifier returns a self-assessment with a reason, before the panel has begun.

Values and evidence stay as they are. What was verified already stays too, until the community changes what it was
about; what the system computes is kept anew with the next submission.
"""

import time
from dataclasses import dataclass

from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.assessment import appraisal_notices, appraisal_turns
from programme.assessment.appraisal_values import note
from programme.assessment.appraisals import Appraisal, move


@dataclass(frozen=True)
class Return:
    """That a self-assessment was sent back: why, by whom, when."""

    reason: str
    name: str
    at: int


def of(catalog: Catalog, appraisal: Appraisal) -> list[Return]:
    """Return how often an appraisal was sent back, and why, the oldest first."""
    rows = catalog.db.query(
        "SELECT r.reason, account.name, r.at FROM appraisal_return r JOIN account ON account.id = r.account"
        " WHERE r.appraisal = ? ORDER BY r.id",
        [appraisal.id],
    )
    return [Return(**row) for row in rows]


def send_back(catalog: Catalog, account: Account, key: str, reason: str) -> None:
    """Return a self-assessment to the community as its verifier, and tell its officers."""
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "verifikasi")
        said = note(reason)
        if not said:
            raise RujukanError("bad_note", "Tuliskan apa yang perlu diperbaiki komunitas, dan mengapa.")
        catalog.db.execute(
            "INSERT INTO appraisal_return (appraisal, account, reason, at) VALUES (?, ?, ?, ?)",
            [appraisal.id, account.id, said, int(time.time())],
        )
        move(catalog, appraisal, "mandiri", account.login)
        appraisal_notices.tell_returned(catalog, key)

"""The history of statuses: which step took a version from one to another, who took it, when, and what they noted.

It begins with the first step that a person takes at a desk, or that a date takes: what index runs say before is none.
"""

import time
from dataclasses import dataclass

from catalog.database import Catalog

BY_A_RUN = "indeks"
"""The step of an index run that says another status than it did before."""

_HISTORY = """
SELECT v.number AS version, c.step, c.old, c.new, account.name AS who, c.at, c.note
FROM status_change c JOIN version v ON v.id = c.version LEFT JOIN account ON account.id = c.account
WHERE v.asset = ? ORDER BY c.id
"""


@dataclass(frozen=True)
class StatusChange:
    """One step of one version; `who` is the name of an account, None where no person took it, `at` Unix seconds."""

    version: int
    step: str
    old: str
    new: str
    who: str | None
    at: int
    note: str


def record(
    catalog: Catalog, version_id: int, change: tuple[str, str, str], by: int | None = None, note: str = ""
) -> None:
    """Write down a step (its name, the old and the new status); belongs inside one `catalog.writing()`."""
    catalog.db.execute(
        "INSERT INTO status_change (version, step, old, new, account, at, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [version_id, *change, by, int(time.time()), note],
    )


def history(catalog: Catalog, asset: int) -> list[StatusChange]:
    """Return the steps of all versions of an asset, the oldest first."""
    return [StatusChange(**row) for row in catalog.db.query(_HISTORY, [asset])]


def last_said_by_a_run(catalog: Catalog, asset: int) -> str | None:
    """Return the status that index runs gave an asset last; None while nobody but them has given it one."""
    rows = list(
        catalog.db.query(
            "SELECT c.step, c.old, c.new FROM status_change c JOIN version v ON v.id = c.version"
            " WHERE v.asset = ? ORDER BY c.id",
            [asset],
        )
    )
    said = [row["new"] for row in rows if row["step"] == BY_A_RUN]
    return str(said[-1] if said else rows[0]["old"]) if rows else None


def forget(catalog: Catalog, version_id: int) -> None:
    """Delete the history of a version; belongs inside one `catalog.writing()` of its caller."""
    catalog.db.execute("DELETE FROM status_change WHERE version = ?", [version_id])

"""The audit trail: who did what to whom, append-only and chained by hashes. Never a document's or a question's words.

The hash of a row is taken over the row and the hash of the row before, so a row that was changed, put in or taken out
breaks the chain there. Rows cut off at the end leave a shorter whole chain: whoever must see that keeps the last
hash in another place (`rujukan audit` prints it).
"""

import hashlib
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catalog.database import Catalog

Detail = Mapping[str, str | int | None]

_TRIGGERS = ("audit_trail_next", "audit_trail_kept", "audit_trail_unchanged")


@dataclass(frozen=True)
class Entry:
    """One row of the trail; `at` is in Unix seconds, `subject` a login name or the key of an asset."""

    seq: int
    at: int
    actor: str
    action: str
    subject: str
    detail: Detail
    previous: str
    hash: str


def append(catalog: Catalog, actor: str, action: str, subject: str = "", **detail: str | int | None) -> None:
    """Add a row, in the transaction of what it tells of if there is one."""
    with catalog.writing():
        last = next(iter(catalog.db.query("SELECT seq, hash FROM audit_trail ORDER BY seq DESC LIMIT 1")), None)
        row: dict[str, Any] = {
            "seq": last["seq"] + 1 if last else 1,
            "at": int(time.time()),
            "actor": actor,
            "action": action,
            "subject": subject,
            "detail": json.dumps(detail, ensure_ascii=False, sort_keys=True),
            "previous": last["hash"] if last else "",
        }
        row["hash"] = _hash(row)
        catalog.db.execute(
            "INSERT INTO audit_trail (seq, at, actor, action, subject, detail, previous, hash)"
            " VALUES (:seq, :at, :actor, :action, :subject, :detail, :previous, :hash)",
            row,
        )


def latest(catalog: Catalog, limit: int) -> list[Entry]:
    """Return the youngest rows, the youngest first."""
    rows = catalog.db.query("SELECT * FROM audit_trail ORDER BY seq DESC LIMIT ?", [limit])
    return [Entry(**row | {"detail": json.loads(row["detail"])}) for row in rows]


def page(catalog: Catalog, actor: str, action: str, first: int, most: int) -> tuple[list[Entry], int]:
    """Return rows of an actor and an action ("" is any), the youngest first, `most` after `first`; and how many."""
    where = "(?1 = '' OR actor = ?1) AND (?2 = '' OR action = ?2)"
    rows = catalog.db.query(
        f"SELECT * FROM audit_trail WHERE {where} ORDER BY seq DESC LIMIT ?3 OFFSET ?4", [actor, action, most, first]
    )
    found = [Entry(**row | {"detail": json.loads(row["detail"])}) for row in rows]
    count = catalog.db.execute(f"SELECT count(*) FROM audit_trail WHERE {where}", [actor, action]).fetchone()
    return found, int(count[0])


def about(catalog: Catalog, subject: str, action: str) -> list[Entry]:
    """Return the rows about a subject whose action begins with these words, the oldest first."""
    rows = catalog.db.query(
        "SELECT * FROM audit_trail WHERE subject = ? AND substr(action, 1, ?) = ? ORDER BY seq",
        [subject, len(action), action],
    )
    return [Entry(**row | {"detail": json.loads(row["detail"])}) for row in rows]


def actions(catalog: Catalog) -> list[str]:
    """Return the actions that the trail knows."""
    return [row[0] for row in catalog.db.execute("SELECT DISTINCT action FROM audit_trail ORDER BY action")]


def broken(catalog: Catalog) -> Iterator[str]:
    """Yield where the chain breaks first, if it does, and each guard of the table that is missing."""
    expected, previous = 1, ""
    for row in catalog.db.query("SELECT * FROM audit_trail ORDER BY seq"):
        if row["seq"] != expected or row["previous"] != previous or row["hash"] != _hash(row):
            yield f"baris {row['seq']}"
            break
        expected, previous = expected + 1, row["hash"]
    there = {row["name"] for row in catalog.db.query("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    for name in _TRIGGERS:
        if name not in there:
            yield f"pemicu {name} tidak ada"


def _hash(row: Mapping[str, Any]) -> str:
    said = [row[name] for name in ("seq", "at", "actor", "action", "subject", "detail", "previous")]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode("utf8", "surrogatepass")).hexdigest()

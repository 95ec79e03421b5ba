"""Which originals a verification reads whole this time: a share that moves on, so that in turn all are read."""

import sqlite3
from collections.abc import Sequence

from catalog.database import Catalog

TURNS = 7
"""Verifications after which every original has been read again: a week of nights."""
LEAST_BYTES = 256 << 20
"""Bytes that are always read, about a second: a small catalog is read whole every time."""
_SETTING = "originals_checked_to"
_PATIENCE = 500  # milliseconds that a verification waits for a writer before it leaves its mark unwritten


def share(catalog: Catalog, *, turns: int = TURNS, least_bytes: int = LEAST_BYTES) -> list[str]:
    """Return the hashes to read now: those after the last one read, all within `turns`, and at least so many bytes."""
    with catalog.reading():
        known = dict(catalog.db.execute("SELECT sha256, bytes FROM original ORDER BY sha256").fetchall())
        marks = catalog.db.execute("SELECT value FROM setting WHERE name = ?", [_SETTING]).fetchall()
    mark = marks[0][0] if marks else ""
    ahead = [*(sha for sha in known if sha > mark), *(sha for sha in known if sha <= mark)]
    count = -(-len(ahead) // turns)  # rounded up: a share is never empty while there is an original
    size = sum(known[sha] for sha in ahead[:count])
    while count < len(ahead) and size < least_bytes:
        size += known[ahead[count]]
        count += 1
    return ahead[:count]


def remember(catalog: Catalog, read: Sequence[str]) -> bool:
    """Remember how far the originals were read; False where the catalog cannot be written now: they are read again."""
    if not read:
        return True
    catalog.db.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
    try:
        with catalog.writing():
            catalog.db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", [_SETTING, read[-1]])
    except sqlite3.OperationalError:  # another writes for long, the disk is full, or the folder is read-only
        return False
    finally:
        catalog.db.execute("PRAGMA busy_timeout = 30000")
    return True

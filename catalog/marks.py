"""Marks of what commands did last: when a worker looked for work, a verification ended, a backup was whole.

They are told to the operator and nothing else goes by them, so one that cannot be written now is left out.
"""

import json
import sqlite3
import time
from typing import Any

from catalog.database import Catalog

Said = dict[str, Any]

WORKER, VERIFY, BACKUP = "worker_mark", "verify_mark", "backup_mark"
_PATIENCE = 500  # milliseconds that a writer is waited for


def leave(catalog: Catalog, name: str, **said: str | int | bool) -> bool:
    """Write down what was done just now; False where the catalog cannot be written."""
    value = json.dumps({"at": int(time.time()), **said})
    catalog.db.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
    try:
        with catalog.writing():
            catalog.db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", [name, value])
    except sqlite3.OperationalError:  # another writes for long, the disk is full, or the folder is read-only
        return False
    finally:
        catalog.db.execute("PRAGMA busy_timeout = 30000")
    return True


def left(catalog: Catalog, name: str) -> Said | None:
    """Return the last mark of that name, with `at` in Unix seconds; None if there is none."""
    rows = catalog.db.execute("SELECT value FROM setting WHERE name = ?", [name]).fetchall()
    return json.loads(rows[0][0]) if rows else None

"""Catalogs that stay open between two requests: opening one takes 3 ms, most of it reading the schema."""

import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path

from catalog.database import Catalog
from catalog.opening import open_existing

State = tuple[int, int, int]
"""Device and inode of the database's file, and how often its schema changed."""


@dataclass(frozen=True)
class _Held:
    catalog: Catalog
    state: State


class IdleCatalogs(threading.local):
    """At most one idle catalog for each thread, since a connection belongs to its thread.

    It is used again as long as the file and the schema are those that it was opened with. Between requests it holds no
    transaction, so it keeps nobody from writing, compacting or purging.
    """

    def __init__(self) -> None:
        self._held: _Held | None = None

    def take(self, root: Path) -> Catalog:
        """Return an open catalog that nobody else uses; RujukanError as `open_existing`."""
        held, self._held = self._held, None
        if held is not None:
            if held.catalog.folder.root == root and _state(held.catalog) == held.state:
                return held.catalog
            held.catalog.close()
        return open_existing(root)

    def give(self, catalog: Catalog) -> None:
        """Take a catalog back: keep it for the next, or close it where a transaction was left or one is kept."""
        state = _state(catalog)
        if self._held is not None or catalog.unwritable or catalog.db.conn.in_transaction or state is None:
            catalog.close()
        else:
            self._held = _Held(catalog, state)


def _state(catalog: Catalog) -> State | None:
    try:
        seen = catalog.folder.database.stat()
        changes = int(catalog.db.execute("PRAGMA schema_version").fetchone()[0])
    except (OSError, sqlite3.Error):
        return None
    return seen.st_dev, seen.st_ino, changes

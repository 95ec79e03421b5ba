"""The catalog's connection and its transactions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from catalog.folder import DataFolder


class Catalog:
    """One connection to the catalog of one data folder. Not to be shared between threads.

    `unwritable` is one that was opened for reading alone, since its folder could not be written then.
    """

    def __init__(self, folder: DataFolder, db: Database, *, unwritable: bool = False) -> None:
        self.folder = folder
        self.db = db
        self.unwritable = unwritable
        self._afterwards: list[Callable[[], object]] = []

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Hold one snapshot: what is read inside belongs together. Nests."""
        if self.db.conn.in_transaction:
            yield
            return
        self.db.execute("BEGIN")
        try:
            yield
        finally:
            self.db.execute("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold one write transaction: all of it lands, or nothing. Nests into the outer one."""
        if self.db.conn.in_transaction:
            yield
            return
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.db.execute("COMMIT")
        except BaseException:
            self.db.rollback()
            self._afterwards.clear()
            raise
        while self._afterwards:
            self._afterwards.pop(0)()

    def afterwards(self, act: Callable[[], object]) -> None:
        """Do something, such as deleting a file, once the transaction around it has landed, and not if it does not."""
        self._afterwards.append(act)

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Undo what is written inside, within a write transaction: to see what it would come to."""
        planned = len(self._afterwards)
        self.db.execute("SAVEPOINT undone")
        try:
            yield
        finally:
            self.db.execute("ROLLBACK TO undone")
            self.db.execute("RELEASE undone")
            del self._afterwards[planned:]

    def close(self) -> None:
        """Close the connection."""
        self.db.close()

"""The catalog's connection and its transactions."""

from collections.abc import Iterator
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
        except BaseException:
            self.db.rollback()
            raise
        self.db.execute("COMMIT")

    def close(self) -> None:
        """Close the connection."""
        self.db.close()

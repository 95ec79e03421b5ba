"""Rows on their way into the catalog: behind the answers, some at a time, and rather lost than waited for.

A thread of each process writes what came in during the last seconds in one transaction. While an indexer holds the
catalog it waits and the rows with it, as many as there is room for; no visitor ever does.
"""

import atexit
import logging
import queue
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from typing import Generic, TypeVar

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.folder import DataFolder
from catalog.opening import open_existing

_ROOM = 2_000  # rows that wait at most
_TOGETHER = 500  # of them in one transaction
_PAUSE = 2.0  # seconds in which more may come in
_LAST = 5.0  # seconds that a process which ends waits for what is left

Row = TypeVar("Row")


class WriteBehind(Generic[Row]):
    """Takes rows of one kind at any time, and writes them by `keep` when it can; `kind` is what logs call them."""

    def __init__(self, folder: DataFolder, kind: str, keep: Callable[[Catalog, list[Row]], None]) -> None:
        self.folder, self._kind, self._keep = folder, kind, keep
        self._waiting: queue.Queue[Row] = queue.Queue(_ROOM)
        self._ends, self._begins = threading.Event(), threading.Lock()
        self._thread: threading.Thread | None = None

    def put(self, row: Row) -> None:
        """Take a row; one for which there is no room is lost."""
        if not self._ends.is_set():
            self._begin()
            try:
                self._waiting.put_nowait(row)
            except queue.Full:
                logging.getLogger(__name__).warning("no room for more %s: the catalog is busy", self._kind)

    def close(self) -> None:
        """Write what is left and take no more."""
        self._ends.set()
        if self._thread is not None:
            self._thread.join(_LAST)

    def _begin(self) -> None:
        with self._begins:
            if self._thread is None:
                # Begun with the first row: a thread does not live on in a process that is forked.
                self._thread = threading.Thread(target=self._run, name=self._kind, daemon=True)
                self._thread.start()
                atexit.register(self.close)

    def _run(self) -> None:
        while not (self._ends.wait(_PAUSE) and self._waiting.empty()):
            if some := self._some():
                self._write(some)

    def _some(self) -> list[Row]:
        return [self._waiting.get_nowait() for _ in range(min(self._waiting.qsize(), _TOGETHER))]

    def _write(self, rows: list[Row]) -> None:
        try:
            with closing(open_existing(self.folder.root)) as catalog:
                self._keep(catalog, rows)
        except (RujukanError, sqlite3.Error) as error:
            logging.getLogger(__name__).warning("%d %s were not kept: %s", len(rows), self._kind, error)

"""Questions on their way into the catalog: behind the answers, some at a time, and rather lost than waited for.

A thread of each process writes what came in during the last seconds in one transaction. While an indexer holds the
catalog it waits and the questions with it, as many as there is room for; no visitor ever does.
"""

import atexit
import logging
import queue
import sqlite3
import threading
from contextlib import closing
from datetime import date

from catalog import questions
from catalog.errors import RujukanError
from catalog.folder import DataFolder
from catalog.opening import open_existing
from catalog.questions import Question

_ROOM = 2_000  # questions that wait at most
_TOGETHER = 500  # of them in one transaction
_PAUSE = 2.0  # seconds in which more may come in
_LAST = 5.0  # seconds that a process which ends waits for what is left


class QuestionLog:
    """Takes questions at any time, and writes them when it can; keeps them for some days, for none where that is 0."""

    def __init__(self, folder: DataFolder, days: int) -> None:
        self.folder, self.days = folder, days
        self._waiting: queue.Queue[Question] = queue.Queue(_ROOM)
        self._ends, self._begins = threading.Event(), threading.Lock()
        self._thread: threading.Thread | None = None

    def put(self, asked: Question) -> None:
        """Take a question; one for which there is no room is lost."""
        if self.days and not self._ends.is_set():
            self._begin()
            try:
                self._waiting.put_nowait(asked)
            except queue.Full:
                logging.getLogger(__name__).warning("no room for a question: the catalog is busy")

    def close(self) -> None:
        """Write what is left and take no more."""
        self._ends.set()
        if self._thread is not None:
            self._thread.join(_LAST)

    def _begin(self) -> None:
        with self._begins:
            if self._thread is None:
                # Begun with the first question: a thread does not live on in a process that is forked.
                self._thread = threading.Thread(target=self._run, name="questions", daemon=True)
                self._thread.start()
                atexit.register(self.close)

    def _run(self) -> None:
        while not (self._ends.wait(_PAUSE) and self._waiting.empty()):
            if some := self._some():
                self._write(some)

    def _some(self) -> list[Question]:
        return [self._waiting.get_nowait() for _ in range(min(self._waiting.qsize(), _TOGETHER))]

    def _write(self, asked: list[Question]) -> None:
        try:
            with closing(open_existing(self.folder.root)) as catalog:
                questions.keep(catalog, asked, days=self.days, today=date.today())
        except (RujukanError, sqlite3.Error) as error:
            logging.getLogger(__name__).warning("%d questions were not kept: %s", len(asked), error)

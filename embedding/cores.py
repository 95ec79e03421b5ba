"""The cores of this process, shared by all that computes in it: model, readers, OCR, FAISS."""

import os
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


def available_cores() -> int:
    """Return how many cores this process may use, which a container or taskset can have made fewer."""
    return len(os.sched_getaffinity(0))


class Cores:
    """At most `count` cores are at work at once, `free` of them are not; who asks first is served first."""

    def __init__(self, count: int) -> None:
        self.count = self.free = count
        self._waiting: deque[object] = deque()
        self._changed = Condition()

    @contextmanager
    def taken(self, wanted: int = 1) -> Iterator[None]:
        """Wait until so many cores are free, all of them at most, and hold them."""
        wanted, ticket = min(wanted, self.count), object()
        with self._changed:
            self._waiting.append(ticket)
            try:
                self._changed.wait_for(lambda: self._waiting[0] is ticket and self.free >= wanted)
            finally:
                self._waiting.remove(ticket)
                self._changed.notify_all()
            self.free -= wanted
        try:
            yield
        finally:
            with self._changed:
                self.free += wanted
                self._changed.notify_all()


CORES = Cores(available_cores())

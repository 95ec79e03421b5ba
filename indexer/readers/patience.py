"""A limit of time, and a net, around work in Python that nobody can vouch for."""

import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")

AGAIN = 0.5  # seconds after which work that swallowed the first interruption is interrupted again


class _TooSlow(BaseException):
    """No Exception, so that work that survives every Exception is stopped all the same."""


def attempt(seconds: float, work: Callable[[], T]) -> T | None:
    """Return what `work` returns; None where it raises an error or is not done in so many seconds of wall time.

    A single long step outside of Python is only stopped when it ends. The alarm of the process is used, so only the
    main thread can try: in another one the answer is None.
    """
    if seconds <= 0 or threading.current_thread() is not threading.main_thread():
        return None
    armed = True

    def stop(*_: object) -> None:
        if armed:
            raise _TooSlow

    before = signal.signal(signal.SIGALRM, stop)
    try:
        with suppress(Exception, _TooSlow):
            try:
                signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
                return work()
            finally:
                armed = False
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    return None

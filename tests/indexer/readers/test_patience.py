"""Work that may raise anything, never end or swallow its interruption costs no more than its time."""

import signal
import threading
import time

from indexer.readers.patience import attempt


def forever() -> None:
    while True:
        time.sleep(0.01)


def stubborn() -> None:
    try:
        forever()
    finally:
        forever()


def deep() -> int:
    return deep() + 1


def large() -> list[bytes]:
    raise MemoryError


def test_what_the_work_returns_is_returned() -> None:
    assert attempt(5, lambda: 7) == 7


def test_an_error_of_any_kind_is_nothing() -> None:
    assert [attempt(5, deep), attempt(5, large), attempt(5, lambda: {}["a"])] == [None] * 3


def test_work_that_does_not_end_is_stopped_even_if_it_holds_on() -> None:
    assert attempt(0.05, forever) is None
    assert attempt(0.05, stubborn) is None


def test_no_alarm_stays_behind() -> None:
    before = signal.getsignal(signal.SIGALRM)
    attempt(0.05, forever)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_without_time_or_outside_the_main_thread_nothing_is_tried() -> None:
    assert attempt(0, lambda: 7) is None
    answers: list[int | None] = []
    thread = threading.Thread(target=lambda: answers.append(attempt(5, lambda: 7)))
    thread.start()
    thread.join()
    assert answers == [None]

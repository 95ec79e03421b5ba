"""Running one job, in a foreground or by a worker: signs of life, what is asked of it meanwhile, and how it ended."""

import signal
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType, TracebackType
from typing import Any, Self, TypeVar

import click

from catalog import jobs, trail
from catalog.database import Catalog
from catalog.errors import RujukanError, in_words
from catalog.jobs import Job
from operations.session import actor

BEAT_EVERY = 1.0
"""Seconds between two looks at the catalog while a job runs."""

RATE_OVER = 60
"""Beats over which the rate is measured: what was skipped as unchanged soon stops counting."""

AUDITED = ("index", "reindex")
"""Kinds of jobs whose ends stand in the trail; what others change, they tell there themselves."""

T = TypeVar("T")


@dataclass
class Stop:
    """Whether a signal asked this process to stop; sleeping is cut short by it."""

    asked: bool = False

    def sleep(self, seconds: float) -> None:
        """Wait so long, or until a signal asks to stop."""
        until = time.monotonic() + seconds
        while not self.asked and time.monotonic() < until:
            time.sleep(min(0.2, seconds))


@contextmanager
def heeding_signals() -> Iterator[Stop]:
    """Take SIGTERM and the first Ctrl-C as the wish to stop between items; a second Ctrl-C breaks off at once."""
    stop = Stop()

    def ask(number: int, _frame: FrameType | None) -> None:
        if stop.asked and number == signal.SIGINT:
            raise KeyboardInterrupt
        stop.asked = True

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def in_foreground(catalog: Catalog, kind: str, args: dict[str, Any], work: "Callable[[Watch], T]") -> T:
    """Run a job here and now, by the holder of the writer's lock, and return what its work returned.

    RujukanError `interrupted` or `cancelled` if it was stopped before its end.
    """
    try:
        job = jobs.start(catalog, kind, args, now=time.time())
        with heeding_signals() as stop, Watch(catalog, job, stop) as watch:
            done = work(watch)
    except sqlite3.OperationalError as error:
        raise in_words(error) from error
    if watch.ended != "done":
        raise RujukanError(
            watch.ended,
            f"{watch.reason} Yang sudah selesai tetap aman; lanjutkan dengan perintah yang sama,"
            f" atau dengan `rujukan jobs retry {job.id}` dan `rujukan worker`.",
        )
    return done


class Watch:
    """A job while it runs. Used as a context manager it writes down how the job ended, whatever ends it.

    A queued job makes way when it is paused, and when one of the kinds in `passing` with a higher priority waits.
    A job of a foreground lets none pass, and waits where it stands while it is paused.
    """

    def __init__(self, catalog: Catalog, job: Job, stop: Stop, passing: tuple[str, ...] = ()) -> None:
        self.job = job
        self.result: dict[str, Any] | None = None
        self.ended = "running"
        self.reason = ""
        self._catalog = catalog
        self._stop = stop
        self._passing = passing
        self._progress = (0, 0)
        self._beats: deque[tuple[float, int]] = deque([(time.monotonic(), 0)], maxlen=RATE_OVER)

    def tell(self, done: int, total: int) -> None:
        """Take note of how far the job is."""
        self._progress = (done, total)

    def go_on(self) -> bool:
        """Return whether the job should go on; to be asked between items, outside any transaction."""
        if self.ended != "running":
            return False
        if self._stop.asked:
            self._end("interrupted", "Dihentikan atas permintaan.")
        elif time.monotonic() - self._beats[-1][0] >= BEAT_EVERY:
            self._obey(self._beat())
        return self.ended == "running"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if error is None:
            if self.ended == "running":
                self._end("done", "")
            self._write_down()
            return
        self._end_by(error)
        try:
            self._write_down()
        except sqlite3.Error:
            return  # a full disk takes no row either: the next writer finds the job dead, and says so

    def _beat(self) -> str:
        done, total = self._progress
        self._beats.append((time.monotonic(), done))
        (first, before), (last, now) = self._beats[0], self._beats[-1]
        rate = (now - before) / max(last - first, 1e-3)
        return jobs.beat(self._catalog, self.job, (done, total, rate), now=time.time())

    def _obey(self, control: str) -> None:
        if control == "cancel":
            self._end("cancelled", "Dibatalkan atas permintaan.")
        elif control == "lost":
            self._end("lost", "Pekerjaan ini sudah diambil alih proses lain.")
        elif control == "pause" and self.job.queued:
            self._end("pending", "Dijeda atas permintaan.")
        elif control == "pause":
            self._wait()
        elif (first := jobs.waiting(self._catalog, self._passing)) and first.priority > self.job.priority:
            self._end("pending", f"Mendahulukan pekerjaan {first.id}.")

    def _wait(self) -> None:
        click.echo(f"Dijeda. Lanjutkan dengan `rujukan jobs resume {self.job.id}`.", err=True)
        control = "pause"
        while control == "pause" and not self._stop.asked:
            self._stop.sleep(BEAT_EVERY)
            control = self._beat()
        if control != "pause":
            self._obey(control)

    def _end(self, state: str, reason: str) -> None:
        done, total = self._progress
        self.ended = state
        self.reason = f"{reason} Selesai {done} dari {total} butir." if reason and total else reason

    def _end_by(self, error: BaseException) -> None:
        if isinstance(error, RujukanError):
            self.ended, self.reason = "failed", error.message
        elif isinstance(error, Exception):
            self.ended, self.reason = "failed", f"Galat yang tidak terduga: {type(error).__name__}: {error}."
        else:
            self._end("interrupted", "Dihentikan atas permintaan.")

    def _write_down(self) -> None:
        if self.ended == "lost":
            return
        if self._progress[1]:
            self._beat()
        with self._catalog.writing():
            if jobs.end(self._catalog, self.job, self.ended, self.reason, self.result) and self.job.kind in AUDITED:
                by = "worker" if self.job.queued else actor()
                told = {name: number for name, number in (self.result or {}).items() if type(number) is int}
                trail.append(self._catalog, by, f"job.{self.job.kind}", str(self.job.id), state=self.ended, **told)

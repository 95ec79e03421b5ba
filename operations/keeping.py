"""A worker beside the pages: started with them, started again if it dies, ended with them however they end.

`keeping.py PIPE PROGRAM ARGUMENT…` is the process that looks after it. It is no child of the pages' server, which takes
every child that ends for one of its own; it knows by the pipe, which nobody holds any more, that the pages are gone.
"""

import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

NICE = 10
"""How much the worker makes way for those who look at the pages."""
STEADY = 60.0
"""Seconds after which a worker that died is started again at once; one that keeps dying waits longer each time."""
LONGEST_WAIT = 30.0
GRACE = 20.0
"""Seconds in which a worker may finish the item at hand."""
_PR_SET_PDEATHSIG = 1


@contextmanager
def kept(command: Sequence[str]) -> Iterator[None]:
    """Keep this command running beside what is done inside, as long as this process and those it forks live."""
    ours, theirs = os.pipe()
    try:
        keeper = (sys.executable, str(Path(__file__).resolve()), str(ours), *command)
        subprocess.run(keeper, pass_fds=[ours], start_new_session=True, check=True)
        os.close(ours)
        yield
    finally:
        with suppress(OSError):
            os.close(theirs)


def main(pipe: int, command: Sequence[str]) -> None:
    """Look after the command until the other end of the pipe is closed."""
    if os.fork():
        return
    wait = 1.0
    while not _is_closed(pipe, 0):
        began, worker = time.monotonic(), _started(command)
        while not _has_ended(worker):
            if _is_closed(pipe, 1.0):
                _end(worker)
                return
        wait = 1.0 if time.monotonic() - began > STEADY else min(2 * wait, LONGEST_WAIT)
        if _is_closed(pipe, wait):
            return


def _started(command: Sequence[str]) -> int:
    """Start the worker, which ends with the keeper and lets others go first; return its process id."""
    if worker := os.fork():
        return worker
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    os.nice(NICE)
    os.execv(command[0], list(command))


def _has_ended(worker: int) -> bool:
    return os.waitpid(worker, os.WNOHANG)[0] == worker


def _is_closed(pipe: int, seconds: float) -> bool:
    return bool(select.select([pipe], [], [], seconds)[0])


def _end(worker: int) -> None:
    os.kill(worker, signal.SIGTERM)
    end = time.monotonic() + GRACE
    while not _has_ended(worker):
        if time.monotonic() > end:
            os.kill(worker, signal.SIGKILL)
        time.sleep(0.1)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])

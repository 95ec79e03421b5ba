"""Programs of the system at work on one page or file: in limits, and killed with their group when they must end."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_LAUNCH = (sys.executable, "-I", "-S", str(Path(__file__).with_name("launch.py")))


@dataclass(frozen=True)
class Bounds:
    """What one run of a program may cost: address space, processor time, wall time, and the largest file it writes.

    `nice` makes it wait for others: who searches meanwhile waits less.
    """

    memory_mb: int
    cpu_seconds: int
    wall_seconds: float
    file_mb: int = 0
    nice: int = 0


@dataclass(frozen=True)
class Ended:
    """How a program ended: its exit status, negative for a signal, and what it said."""

    status: int
    output: bytes


class Launcher:
    """Runs programs, from several threads; `stop` ends what runs and all that comes after."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._stopped = False

    def run(self, command: Sequence[str], bounds: Bounds, env: Mapping[str, str], given: bytes = b"") -> Ended | None:
        """Run a program to its end, `given` on its standard input; None where it took too long or was stopped."""
        process = self._started(command, bounds, env)
        if process is None:
            return None
        try:
            out, _ = process.communicate(given, bounds.wall_seconds)
        except (subprocess.TimeoutExpired, OSError):
            return None
        finally:
            _kill(process)
            with self._lock:
                self._running.discard(process)
        return None if self._stopped else Ended(process.returncode, out)

    def stop(self) -> None:
        """Kill what runs; nothing is started any more."""
        with self._lock:
            self._stopped = True
            running = list(self._running)
        for process in running:
            _kill(process)

    def _started(
        self, command: Sequence[str], bounds: Bounds, env: Mapping[str, str]
    ) -> subprocess.Popen[bytes] | None:
        limits = (os.getpid(), bounds.memory_mb, bounds.cpu_seconds, bounds.file_mb, bounds.nice)
        with self._lock:
            if self._stopped:
                return None
            process = subprocess.Popen(
                [*_LAUNCH, *map(str, limits), *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=env,
                process_group=0,
            )
            self._running.add(process)
            return process


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process with its group, if it has not ended, and take leave of it."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with suppress(OSError):
                pipe.close()

"""Tesseract at work on one picture: a process of its own with limits, killed with its group when it must end."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from indexer.ocr.picture import Picture
from indexer.ocr.program import LANGUAGES, Program
from indexer.ocr.words import Line, parsed

MEMORY_MB = 1024  # a page of 20 million pixels takes 250
CPU_SECONDS = 60  # a dense page takes 5
WALL_SECONDS = 180.0  # a busy machine may be slow
MAX_OUTPUT = 16 << 20  # a page of 5,000 words gives 0.3 MB
_LAUNCH = (sys.executable, "-I", "-S", str(Path(__file__).with_name("launch.py")))
_TURNS = {"0": 0, "90": 90, "180": 180, "270": 270}


class Recogniser:
    """Runs the program once a picture, from several threads; `stop` ends what runs and all that comes after."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._stopped = False

    def lines(self, picture: Picture) -> tuple[Line, ...] | None:
        """Return the lines on a picture; None where the program failed or was stopped."""
        said = self._said(picture, "-l", "+".join(LANGUAGES), "--psm", "3", "--dpi", str(picture.dpi), "tsv")
        return None if said is None else parsed(said)

    def turn(self, picture: Picture) -> int:
        """Return by how many degrees, clockwise, the picture must be turned to stand upright: 0, 90, 180 or 270."""
        if not self.program.tells_turn:
            return 0
        said = self._said(picture, "--psm", "0", "--dpi", str(picture.dpi)) or ""
        told = dict(line.split(": ", 1) for line in said.split("\n") if ": " in line)
        return _TURNS.get(told.get("Rotate", "").strip(), 0)

    def stop(self) -> None:
        """Kill what runs; nothing is started any more."""
        with self._lock:
            self._stopped = True
            running = list(self._running)
        for process in running:
            _kill(process)

    def _said(self, picture: Picture, *options: str) -> str | None:
        process = self._started(options)
        if process is None:
            return None
        try:
            out, _ = process.communicate(picture.pgm(), WALL_SECONDS)
        except (subprocess.TimeoutExpired, OSError):
            return None
        finally:
            _kill(process)
            with self._lock:
                self._running.discard(process)
        return out.decode("utf8", "replace") if process.returncode == 0 and len(out) <= MAX_OUTPUT else None

    def _started(self, options: tuple[str, ...]) -> subprocess.Popen[bytes] | None:
        limits = (str(os.getpid()), str(MEMORY_MB), str(CPU_SECONDS))
        with self._lock:
            if self._stopped:
                return None
            process = subprocess.Popen(
                [*_LAUNCH, *limits, self.program.path, "stdin", "stdout", *options],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=os.environ | {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1"},
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

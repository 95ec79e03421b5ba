"""Tesseract at work on one picture: a process of its own with limits."""

import os

from indexer.launching import Bounds, Launcher
from indexer.ocr.picture import Picture
from indexer.ocr.program import LANGUAGES, Program
from indexer.ocr.words import Line, parsed

MEMORY_MB = 1024  # a page of 20 million pixels takes 250
CPU_SECONDS = 60  # a dense page takes 5
WALL_SECONDS = 180.0  # a busy machine may be slow
MAX_OUTPUT = 16 << 20  # a page of 5,000 words gives 0.3 MB
_TURNS = {"0": 0, "90": 90, "180": 180, "270": 270}


class Recogniser:
    """Runs the program once a picture, from several threads; `stop` ends what runs and all that comes after."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._launcher = Launcher()

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
        self._launcher.stop()

    def _said(self, picture: Picture, *options: str) -> str | None:
        command = [self.program.path, "stdin", "stdout", *options]
        single = os.environ | {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1"}
        bounds = Bounds(MEMORY_MB, CPU_SECONDS, WALL_SECONDS, nice=5)
        ended = self._launcher.run(command, bounds, single, picture.pgm())
        if ended is not None and ended.status < 0:
            # Killed from outside, as a system short of memory does: the page itself may be sound.
            ended = self._launcher.run(command, bounds, single, picture.pgm())
        if ended is None or ended.status or len(ended.output) > MAX_OUTPUT:
            return None
        return ended.output.decode("utf8", "replace")

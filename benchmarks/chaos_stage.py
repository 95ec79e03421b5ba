"""The stage of a trial of `benchmarks.chaos`: its places, the command as a process, and what a story is."""

import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

SOURCE = "kekacauan"
_COMMAND = [sys.executable, "-m", "operations.cli"]
_REPOSITORY = Path(__file__).resolve().parents[1]


class StoryError(Exception):
    """A command that should have ended well did not, or what it left is not what it should be."""


@dataclass(frozen=True)
class Stage:
    """The places of one trial: `calm` holds what undisturbed runs left, `place` is this trial's own."""

    calm: Path
    place: Path
    dice: random.Random

    @property
    def files(self) -> Path:
        """Return the folder that is indexed."""
        return self.calm / "files"

    @property
    def data(self) -> Path:
        """Return the data folder that the killed command works on."""
        return self.place / "data"

    def copy(self, name: str, to: str = "data") -> None:
        """Bring a folder that an undisturbed run left into this trial."""
        shutil.copytree(self.calm / name, self.place / to)

    def call(self, *args: object, data: Path | None = None, ok: tuple[int, ...] = (0, 3)) -> str:
        """Run a command to its end and return its standard output; StoryError if it does not end well."""
        done = subprocess.run(
            argv(data or self.data, *args), cwd=_REPOSITORY, capture_output=True, text=True, timeout=600, check=False
        )
        if done.returncode not in ok:
            raise StoryError(f"{args}: {done.returncode} {done.stdout[-300:]} {done.stderr[-300:]}")
        return done.stdout

    def rows(self, question: str, *values: object) -> list[tuple[object, ...]]:
        """Return what the catalog of this trial answers to a question in SQL."""
        uri = f"{(self.data / 'catalog.db').as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=30)) as database:
            return list(database.execute(question, values))


def argv(data: Path, *args: object) -> list[str]:
    """Return the words of a command on a data folder."""
    return [*_COMMAND, "--data", str(data), *map(str, args), "--json"]


def start(stage: Stage, args: tuple[object, ...], output: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
    """Start a command as the leader of a process group of its own."""
    return subprocess.Popen(
        argv(stage.data, *args),
        cwd=_REPOSITORY,
        stdout=output,
        stderr=output,
        text=True,
        start_new_session=True,
    )


def nothing(_: Stage) -> None:
    """Do nothing."""
    return


@dataclass(frozen=True)
class Story:
    """What a kill is tried on.

    `prepare` sets the stage, `command` gives the words to be killed, `survives` raises StoryError if a kill has harmed
    what must stand at once, `again` completes what was killed, `finish` follows on what is complete, disturbed or not,
    and `counted` gives the data folder that is verified. Where `asks`, a search runs beside the command. `moment` is
    a pattern of paths below the data folder: about half of the kills come soon after a path of it appears.
    """

    prepare: Callable[[Stage], None]
    command: Callable[[Stage], tuple[object, ...]]
    survives: Callable[[Stage], None]
    again: Callable[[Stage], object]
    counted: Callable[[Stage], Path]
    finish: Callable[[Stage], None] = nothing
    asks: bool = False
    moment: str | None = None

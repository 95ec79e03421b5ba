"""The stories of `benchmarks.chaos`: what stands before a command, the command that is killed, and what counts after.

A new story is one more line of STORIES. Its command must be one that may be given again after a kill.
"""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
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


def argv(data: Path, *args: object) -> list[str]:
    """Return the words of a command on a data folder."""
    return [*_COMMAND, "--data", str(data), *map(str, args), "--json"]


def start(stage: Stage, args: tuple[object, ...]) -> subprocess.Popen[bytes]:
    """Start a command as the leader of a process group of its own."""
    return subprocess.Popen(
        argv(stage.data, *args),
        cwd=_REPOSITORY,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@dataclass(frozen=True)
class Story:
    """What a kill is tried on.

    `prepare` sets the stage, `command` gives the words to be killed, `survives` raises StoryError if a kill has harmed
    what must stand at once, `again` completes what was killed, and `counted` gives the data folder that is verified.
    """

    prepare: Callable[[Stage], None]
    command: Callable[[Stage], tuple[object, ...]]
    survives: Callable[[Stage], None]
    again: Callable[[Stage], object]
    counted: Callable[[Stage], Path]


def make_calm(calm: Path) -> None:
    """Run everything once undisturbed: a catalog, an older one of half the files, one with files gone, two sets."""
    if (calm / "done").exists():
        return
    stage = Stage(calm, calm, random.Random())
    for name in ("half_files", "whole", "half", "gone", "set", "half_set"):
        shutil.rmtree(calm / name, ignore_errors=True)
    shutil.copytree(stage.files, calm / "half_files")
    for place in sorted(p for p in (calm / "half_files").rglob("*") if p.is_file())[::2]:
        place.unlink()
    for name in ("whole", "half"):
        files = stage.files if name == "whole" else calm / "half_files"
        stage.call("index", files, "--source", SOURCE, data=calm / name)
    stage.call("backup", calm / "set", data=calm / "whole")
    stage.call("backup", calm / "half_set", data=calm / "half")
    shutil.copytree(calm / "whole", calm / "gone")
    stage.call("index", calm / "half_files", "--source", SOURCE, data=calm / "gone")
    (calm / "done").touch()


def _nothing(_: Stage) -> None:
    return


def _story(
    prepare: Callable[[Stage], None],
    command: Callable[[Stage], tuple[object, ...]],
    survives: Callable[[Stage], None] | None = None,
) -> Story:
    """Return a story whose command is simply given again, and whose data folder counts."""
    return Story(
        prepare,
        command,
        survives or _reads,
        lambda stage: stage.call(*command(stage)),
        lambda stage: stage.data,
    )


def _reads(stage: Stage) -> None:
    """Read the catalog, if there is one: whatever was killed, that is possible."""
    if (stage.data / "catalog.db").exists():
        stage.call("status", ok=(0,))


def _index(stage: Stage) -> tuple[object, ...]:
    return "index", stage.files, "--source", SOURCE, "--workers", stage.dice.randint(1, 2)


def _old_catalog(stage: Stage) -> None:
    stage.copy("half")


def _queue(stage: Stage) -> None:
    stage.call(*_index(stage), "--queue")


def _named(stage: Stage) -> None:
    stage.call("sources", "add", SOURCE, stage.files)


def _broken(stage: Stage) -> None:
    """Leave a catalog without indexes, and with an original that no row names."""
    stage.copy("whole")
    shutil.rmtree(stage.data / "index")
    (stage.data / "originals/00").mkdir(exist_ok=True)
    (stage.data / "originals/00" / ("0" * 64)).write_bytes(b"sisa")


def _to_back_up(stage: Stage) -> None:
    """Leave a catalog, and every other time a set of an older state of it."""
    stage.copy("whole")
    if stage.dice.random() < 0.5:
        stage.copy("half_set", "set")


def _backup(stage: Stage) -> tuple[object, ...]:
    return "backup", stage.place / "set"


def _set_stands(stage: Stage) -> None:
    """Restore the set that was there: after any kill it is the older one, or the new one, whole."""
    if (stage.place / "set/manifest.json").exists():
        shutil.rmtree(stage.place / "kept", ignore_errors=True)
        stage.call("restore", stage.place / "set", data=stage.place / "kept", ok=(0,))


def _restored(stage: Stage) -> Path:
    """Return a catalog restored from the set of this trial."""
    shutil.rmtree(stage.place / "kept", ignore_errors=True)
    stage.call("restore", stage.place / "set", data=stage.place / "kept", ok=(0,))
    return stage.place / "kept"


def _restore(stage: Stage) -> tuple[object, ...]:
    return "restore", stage.calm / "set"


def _restore_again(stage: Stage) -> None:
    if not stage.data.exists():
        stage.call(*_restore(stage), ok=(0,))


def _all_or_nothing(stage: Stage) -> None:
    if stage.data.exists():
        stage.call("verify", ok=(0,))


STORIES = {
    "index": _story(_nothing, _index),
    "index again": _story(_old_catalog, _index),
    "worker": _story(_queue, lambda _: ("worker", "--once")),
    "sources run": _story(_named, lambda _: ("sources", "run", "--quiet", "0")),
    "verify --repair": _story(_broken, lambda _: ("verify", "--repair")),
    "drop": _story(lambda stage: stage.copy("gone"), lambda _: ("drop", "--removed")),
    "backup": Story(_to_back_up, _backup, _set_stands, lambda stage: stage.call(*_backup(stage)), _restored),
    "restore": Story(_nothing, _restore, _all_or_nothing, _restore_again, lambda stage: stage.data),
}

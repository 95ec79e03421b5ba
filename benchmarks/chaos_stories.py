"""The stories of `benchmarks.chaos`: what stands before a command, the command that is killed, and what counts after.

A new story is one more line of KEEPING here, or of EDITIONS in `benchmarks.chaos_editions`. Its command must be one
that may be given again after a kill.
"""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.chaos_stage import SOURCE, Stage, Story, nothing


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


def _all_ornothing(stage: Stage) -> None:
    if stage.data.exists():
        stage.call("verify", ok=(0,))


KEEPING = {
    "index": _story(nothing, _index),
    "index again": _story(_old_catalog, _index),
    "worker": _story(_queue, lambda _: ("worker", "--once")),
    "sources run": _story(_named, lambda _: ("sources", "run", "--quiet", "0")),
    "verify --repair": _story(_broken, lambda _: ("verify", "--repair")),
    "drop": _story(lambda stage: stage.copy("gone"), lambda _: ("drop", "--removed")),
    "backup": Story(_to_back_up, _backup, _set_stands, lambda stage: stage.call(*_backup(stage)), _restored),
    "restore": Story(nothing, _restore, _all_ornothing, _restore_again, lambda stage: stage.data),
}

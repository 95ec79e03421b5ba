"""Stories of `benchmarks.chaos` about editions and generations: built, switched, brought back, reclaimed, compacted.

Beside the command that is killed somebody searches. Every answer must have hits, all of them passages of the edition
that answered when the search began, or of the one that answers at its end.
"""

import json
import random
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.chaos_stage import SOURCE, Stage, Story, StoryError, nothing, start
from embedding.description import TOKENIZER, WEIGHTS, read_description, short_hash, write_description
from embedding.embedder import BUNDLED

_QUESTION = "laporan kendaraan dan arsip"
_SHORT = ("--words", 20, "--overlap", 5)
_WORDS = ("arsip", "aset", "hibah", "pajak", "kendaraan", "nota", "unit", "pengurus", "barang", "laporan", "surat")
_LINES, _TIMES = 60, 24  # of each of three files: more passages than a tail may hold, few of them different
_ANSWERING = "SELECT splitting, model FROM edition WHERE state = 'current'"
_PASSAGES = """
SELECT asset.path, passage.start, passage.end FROM passage JOIN version ON version.id = passage.version
JOIN asset ON asset.id = version.asset WHERE passage.splitting = ?
"""


def make_calm_editions(calm: Path) -> None:
    """Make another model, a shadow that lacks half of the files, a switched catalog, and one with a generation."""
    if (calm / "editions_done").exists():
        return
    for name in ("model", "many_files", "shadowed", "switched", "many"):
        shutil.rmtree(calm / name, ignore_errors=True)
    _write_model(calm / "model")
    _write_many(calm / "many_files")
    stage = Stage(calm, calm, random.Random())
    shutil.copytree(calm / "half", calm / "shadowed")
    stage.call("reindex", "--model", calm / "model", *_SHORT, data=calm / "shadowed")
    shutil.copytree(calm / "shadowed", calm / "switched")
    stage.call("switch", "--force", data=calm / "switched")
    for name in ("shadowed", "switched"):
        stage.call("index", stage.files, "--source", SOURCE, data=calm / name)
    stage.call("index", calm / "many_files", "--source", SOURCE, data=calm / "many")
    if not (calm / "many/index/gen-1").is_dir():
        raise StoryError("the catalog of many passages has no generation: write more of them")
    (calm / "editions_done").touch()


def _write_model(folder: Path) -> None:
    """Write the bundled model with another passage prompt: other vectors, another id."""
    for name in (WEIGHTS, TOKENIZER):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(BUNDLED / name, folder / name)
    facts = vars(read_description(BUNDLED)) | {"passage_prompt": "bagian: "}
    named = facts | {"model_id": short_hash(sorted(facts.items()))}
    write_description(folder, type(read_description(BUNDLED))(**named))


def _write_many(folder: Path) -> None:
    """Write three files of the same long lines, each line a passage: equal texts are embedded once."""
    dice = random.Random(1)
    lines = [" ".join(dice.choices(_WORDS, k=60)) for _ in range(_LINES)]
    folder.mkdir()
    for number in range(3):
        (folder / f"panjang {number}.txt").write_text("\n".join(["LAPORAN", *lines * _TIMES]), encoding="utf8")


@dataclass(frozen=True)
class Asking:
    """A search under way, and the splitting that answered when it began."""

    stage: Stage
    process: subprocess.Popen[str]
    splitting: object

    def heard(self) -> None:
        """Wait for the answer; StoryError if there is none, or if it belongs to no edition that answered meanwhile."""
        said, complaint = self.process.communicate(timeout=600)
        if self.process.returncode != 0:
            raise StoryError(f"search: {self.process.returncode} {said[-300:]} {complaint[-300:]}")
        found = _places(json.loads(said))
        answering = {self.splitting, _answering(self.stage)[0]}
        if not any(found <= set(self.stage.rows(_PASSAGES, number)) for number in answering):
            raise StoryError(f"an answer of no edition: {sorted(found)[:3]}")


def ask(stage: Stage) -> Asking:
    """Begin to search the catalog of a trial."""
    splitting, _ = _answering(stage)
    return Asking(stage, start(stage, ("search", _QUESTION), subprocess.PIPE), splitting)


def _places(document: dict[str, Any]) -> set[tuple[object, ...]]:
    places: set[tuple[object, ...]] = {
        (hit["path"], p["start"], p["end"]) for hit in document["hits"] for p in hit["passages"]
    }
    if not places:
        raise StoryError("a search found nothing")
    return places


def _answering(stage: Stage) -> tuple[object, ...]:
    return stage.rows(_ANSWERING)[0]


def _story(
    prepare: Callable[[Stage], None],
    command: Callable[[Stage], tuple[object, ...]],
    while_state: str = "current",
    *,
    finish: Callable[[Stage], None] = nothing,
    moment: str | None = None,
) -> Story:
    """Return a story whose command is given again as long as there is an edition in a state."""

    def again(stage: Stage) -> None:
        if stage.rows("SELECT 1 FROM edition WHERE state = ?", while_state):
            stage.call(*command(stage), ok=(0,))

    def survives(stage: Stage) -> None:
        ask(stage).heard()

    return Story(prepare, command, survives, again, lambda stage: stage.data, finish, asks=True, moment=moment)


def _whole(stage: Stage) -> None:
    stage.copy("whole")


def _queued(stage: Stage) -> None:
    stage.copy("whole")
    stage.call("reindex", *_SHORT, "--queue")


def _misread(stage: Stage) -> None:
    """Leave a catalog whose pages were read by a reader that judged them otherwise."""
    stage.copy("whole")
    with closing(sqlite3.connect(stage.data / "catalog.db")) as database, database:
        database.execute("UPDATE page SET quality = quality / 2")


def _switch(stage: Stage) -> None:
    """Prove the shadow whole: nothing is wrong before the switch to it, and what answers then is what is verified."""
    stage.call("verify", "--all", ok=(0,))
    stage.call("switch", "--force", ok=(0,))
    ask(stage).heard()


def _nothing_left(stage: Stage) -> None:
    """Raise StoryError if rows or files are left of an edition that was reclaimed."""
    splitting, model = _answering(stage)
    kept = {
        "edition": stage.rows("SELECT DISTINCT state FROM edition") == [("current",)],
        "splitting": {row[0] for row in stage.rows("SELECT number FROM splitting")} == {1, splitting},
        "passage": stage.rows("SELECT DISTINCT splitting FROM passage") == [(splitting,)],
        "vector": stage.rows("SELECT DISTINCT model FROM vector") == [(model,)],
        "index": (stage.data / "index/lexical.json").exists() == (splitting == 1)
        and {path.name for path in (stage.data / "index").glob("split-*")} <= {f"split-{splitting}"},
    }
    if left := [name for name, well in kept.items() if not well]:
        raise StoryError(f"reclaim left something: {', '.join(left)}")


def _opened_to_all(stage: Stage) -> tuple[object, ...]:
    """Return the command that changes the rights of every passage at once: the generation is stale after it."""
    return "index", stage.calm / "many_files", "--source", SOURCE, "--access", "internal"


EDITIONS = {
    "reindex --words": _story(_whole, lambda _: ("reindex", *_SHORT), finish=_switch),
    "reindex --model": _story(_whole, lambda stage: ("reindex", "--model", stage.calm / "model"), finish=_switch),
    "reindex by a worker": _story(_queued, lambda _: ("worker", "--once"), finish=_switch),
    "reindex --all": _story(_misread, lambda stage: ("reindex", "--all", "--workers", stage.dice.randint(1, 2))),
    "switch": _story(lambda stage: stage.copy("shadowed"), lambda _: ("switch", "--force"), "shadow"),
    "rollback": _story(lambda stage: stage.copy("switched"), lambda _: ("rollback",), "previous"),
    "reclaim": _story(lambda stage: stage.copy("switched"), lambda _: ("reclaim",), finish=_nothing_left),
    "reclaim --shadow": _story(
        lambda stage: stage.copy("shadowed"), lambda _: ("reclaim", "--shadow"), finish=_nothing_left
    ),
    "compaction": _story(lambda stage: stage.copy("many"), _opened_to_all, moment="index/gen-2*"),
}

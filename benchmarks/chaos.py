"""Killed at random, nothing lost: `python -m benchmarks.chaos FOLDER [--kills N] [--most N] [--seed N] [--files DIR]`.

Each trial sets a stage, starts a command, kills its whole process group (SIGKILL) after a random share of its work,
once to four times unless told; then the command is given again and must end well, `verify` must be clean, and the
digest must be that of an undisturbed run. The stories stand in `benchmarks.chaos_stories` and
`benchmarks.chaos_editions`.

Seeded: a trial depends on its number and the seed alone, but for how fast the machine is. Bounded: by kills, by trials
(three for each kill wanted) and by a limit on each command. Resumable: FOLDER/chaos.json is written after each trial,
and the same call goes on from there. It is the result, too: exit status 0 if all was whole again, 1 if not.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import Any

import click

from benchmarks.chaos_editions import EDITIONS, make_calm_editions
from benchmarks.chaos_kill import kill, run
from benchmarks.chaos_stage import Stage, StoryError
from benchmarks.chaos_stories import KEEPING, make_calm

STORIES = KEEPING | EDITIONS
KILLS = int(os.environ.get("CHAOS_KILLS", "300"))
MOST_KILLS = 4
"""Kills in one trial."""
_EARLY = 0.6  # of what starting takes: few kills come before there is anything to lose
_WORDS = ("arsip", "aset", "hibah", "pajak", "kendaraan", "nota", "unit", "pengurus", "barang", "laporan", "surat")

State = dict[str, Any]


def write_files(folder: Path, seed: int, count: int = 12) -> None:
    """Write a few small texts, the same for the same seed."""
    dice = random.Random(seed)
    for number in range(count):
        lines = (" ".join(dice.choices(_WORDS, k=12)).capitalize() + "." for _ in range(dice.randint(3, 20)))
        place = folder / f"bagian {number % 3}" / f"berkas {number}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"LAPORAN {number}\n" + "\n".join(lines), encoding="utf8")


def chaos(
    folder: Path,
    wanted: int,
    seed: int,
    files: Path | None = None,
    *,
    most: int = MOST_KILLS,
    stories: Collection[str] = STORIES,
) -> State:
    """Try these stories in turn until so many kills have landed, at most `most` in a trial, and return the state.

    Earlier calls on the folder count; its stories are those that any of them named.
    """
    calm = folder / "calm"
    if not (calm / "files").exists():
        if files is None:
            write_files(calm / "files", seed)
        else:
            shutil.copytree(files, calm / "files")
    make_calm(calm)
    make_calm_editions(calm)
    state = _load(folder, seed)
    for name in stories:
        if name not in state["undisturbed"]:
            state["undisturbed"][name] = _undisturbed(calm, folder / "trial", name, seed)
            _save(folder, state, wanted)
    while state["kills"] < wanted and len(state["trials"]) < 3 * wanted:
        _one_more(folder, state, most)
        _save(folder, state, wanted)
    return state


def _load(folder: Path, seed: int) -> State:
    place = folder / "chaos.json"
    if not place.exists():
        return {"schema": 1, "seed": seed, "undisturbed": {}, "kills": 0, "failed": 0, "seconds": 0.0, "trials": []}
    state: State = json.loads(place.read_text(encoding="utf8"))
    if state["seed"] != seed:
        sys.exit(f"{place} holds a run of seed {state['seed']}, not {seed}: give another folder.")
    return state


def _save(folder: Path, state: State, wanted: int) -> None:
    by_story: Counter[str] = Counter()
    for trial in state["trials"]:
        by_story[trial["story"]] += len(trial["killed_after"])
    state["wanted"], state["kills"], state["kills_by_story"] = wanted, by_story.total(), dict(by_story)
    state["failed"] = sum(trial["why"] is not None for trial in state["trials"])
    part = folder / "chaos.json.part"
    part.write_text(json.dumps(state, ensure_ascii=False, indent=1), encoding="utf8")
    part.replace(folder / "chaos.json")


def _undisturbed(calm: Path, place: Path, name: str, seed: int) -> State:
    """Return the digest that a story ends with, and what its command and an idle one (`status`) take, in seconds."""
    stage, story = _stage(calm, place, random.Random(seed)), STORIES[name]
    story.prepare(stage)
    effort = run(stage, story.command(stage))
    idle = run(stage, ("status",)) if stage.data.exists() else effort
    story.finish(stage)
    return {
        "digest": _digest(stage, story.counted(stage)),
        "seconds": round(effort.seconds, 2),
        "processor": round(effort.processor, 2),
        "idle": round(min(idle.processor, effort.processor), 2),
    }


def _stage(calm: Path, place: Path, dice: random.Random) -> Stage:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    return Stage(calm, place, dice)


def _digest(stage: Stage, data: Path) -> str:
    """Return the digest of a catalog; StoryError if it is not clean (`verify` ends with 4)."""
    return str(json.loads(stage.call("verify", "--all", "--digest", data=data, ok=(0,)))["digest"])


def _one_more(folder: Path, state: State, most: int) -> None:
    began, number = time.monotonic(), len(state["trials"])
    names = list(state["undisturbed"])
    name = names[number % len(names)]
    trial: State = {"story": name, "killed_after": [], "share": [], "unfinished": [], "why": None}
    try:
        stage = _stage(folder / "calm", folder / "trial", random.Random(f"{state['seed']} {number}"))
        _try(stage, state["undisturbed"][name], trial, most)
    except (StoryError, subprocess.TimeoutExpired) as error:
        trial["why"] = str(error)
        shutil.move(folder / "trial", folder / f"failed-{number}")
    state["trials"].append(trial)
    state["seconds"] = round(state["seconds"] + time.monotonic() - began, 1)
    click.echo(f"{number}: {name}, {len(trial['killed_after'])} kills: {trial['why'] or 'whole again'}", err=True)


def _try(stage: Stage, calm: State, trial: State, most: int) -> None:
    story = STORIES[trial["story"]]
    story.prepare(stage)
    for _ in range(stage.dice.randint(1, most)):
        effort = kill(stage, story, _EARLY * calm["idle"], calm["processor"])
        if effort is None:
            break
        trial["killed_after"].append(round(effort.seconds, 3))
        trial["share"].append(round(effort.processor / calm["processor"], 2))
        trial["unfinished"] += [path.name for path in (stage.data / "index").glob("**/*.part")]
        story.survives(stage)
    story.again(stage)
    story.finish(stage)
    found = _digest(stage, story.counted(stage))
    if found != calm["digest"]:
        raise StoryError(f"digest {found}, undisturbed {calm['digest']}")


def main() -> None:
    """Read the command line, try, and print the result without its trials."""
    parser = argparse.ArgumentParser(description="Kill commands at random; nothing may be lost.")
    parser.add_argument("folder", type=Path, help="holds the result, and what is needed to go on")
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--most", type=int, default=MOST_KILLS, help="kills in one trial")
    parser.add_argument("--files", type=Path, help="files to index; a few generated texts unless told")
    asked = parser.parse_args()
    state = chaos(asked.folder.absolute(), asked.kills, asked.seed, asked.files, most=asked.most)
    click.echo(json.dumps({key: value for key, value in state.items() if key != "trials"}, indent=1))
    sys.exit(1 if state["failed"] or state["kills"] < asked.kills else 0)


if __name__ == "__main__":
    main()

"""Killed at random, nothing lost: `python -m benchmarks.chaos FOLDER [--kills N] [--most N] [--seed N] [--files DIR]`.

Each trial sets a stage, starts a command, kills its whole process group (SIGKILL) after a random time, once to four
times unless told; then the command is given again and must end well, `verify` must be clean, and the digest must be
that of an undisturbed run. The stories stand in `benchmarks.chaos_stories` and `benchmarks.chaos_editions`.

Seeded: a trial depends on its number and the seed alone, but for how fast the machine is. Bounded: by kills, by trials
(three for each kill wanted) and by a limit on each command. Resumable: FOLDER/chaos.json is written after each trial,
and the same call goes on from there. It is the result, too: exit status 0 if all was whole again, 1 if not.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import click

from benchmarks.chaos_editions import EDITIONS, ask, make_calm_editions
from benchmarks.chaos_stage import Stage, Story, StoryError, start
from benchmarks.chaos_stories import KEEPING, make_calm

STORIES = KEEPING | EDITIONS
KILLS = int(os.environ.get("CHAOS_KILLS", "300"))
MOST_KILLS = 4
"""Kills in one trial."""
_SOON = 0.2  # seconds: how long after its moment a kill comes
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


def chaos(folder: Path, wanted: int, seed: int, files: Path | None = None, *, most: int = MOST_KILLS) -> State:
    """Try until so many kills have landed, at most `most` in a trial, and return the state; earlier calls count."""
    calm = folder / "calm"
    if not (calm / "files").exists():
        if files is None:
            write_files(calm / "files", seed)
        else:
            shutil.copytree(files, calm / "files")
    make_calm(calm)
    make_calm_editions(calm)
    state = _load(folder, seed)
    for name in STORIES:
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
    """Return the digest that a story ends with, and how long its command takes, in seconds."""
    stage, story = _stage(calm, place, random.Random(seed)), STORIES[name]
    story.prepare(stage)
    began = time.monotonic()
    stage.call(*story.command(stage))
    seconds = time.monotonic() - began
    story.finish(stage)
    return {"digest": _digest(stage, story.counted(stage)), "seconds": round(seconds, 2)}


def _stage(calm: Path, place: Path, dice: random.Random) -> Stage:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    return Stage(calm, place, dice)


def _digest(stage: Stage, data: Path) -> str:
    """Return the digest of a catalog; StoryError if it is not clean (`verify` ends with 4)."""
    return str(json.loads(stage.call("verify", "--all", "--digest", data=data, ok=(0,)))["digest"])


def _one_more(folder: Path, state: State, most: int) -> None:
    began, number = time.monotonic(), len(state["trials"])
    name = list(STORIES)[number % len(STORIES)]
    trial: State = {"story": name, "killed_after": [], "unfinished": [], "why": None}
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
        after = _killed(stage, story, stage.dice.uniform(0.3, 1.0) * calm["seconds"])
        if after is None:
            break
        trial["killed_after"].append(after)
        trial["unfinished"] += [path.name for path in (stage.data / "index").glob("**/*.part")]
        story.survives(stage)
    story.again(stage)
    story.finish(stage)
    found = _digest(stage, story.counted(stage))
    if found != calm["digest"]:
        raise StoryError(f"digest {found}, undisturbed {calm['digest']}")


def _killed(stage: Stage, story: Story, after: float) -> float | None:
    """Kill a command's process group after so many seconds and return them; None if it had ended by then."""
    asked_after = stage.dice.uniform(0, after)
    soon = stage.dice.uniform(0, _SOON) if story.moment and stage.dice.random() < 0.5 else None
    began, process = time.monotonic(), start(stage, story.command(stage))
    _wait(process, asked_after)
    asking = ask(stage) if story.asks else None
    if soon is not None and story.moment:
        _await(stage, story.moment, process)
        after = time.monotonic() - began + soon
    landed = _wait(process, began + after - time.monotonic())
    if landed:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    if asking is not None:
        asking.heard()
    return round(after, 3) if landed else None


def _wait(process: "subprocess.Popen[str]", seconds: float) -> bool:
    """Wait so long, or until a process ends; tell whether it still runs."""
    try:
        process.wait(timeout=max(0.0, seconds))
    except subprocess.TimeoutExpired:
        return True
    return False


def _await(stage: Stage, moment: str, process: "subprocess.Popen[str]") -> None:
    """Wait until a path of that pattern appears that was not there before, or until the process ends."""
    before = set(stage.data.glob(moment))
    while process.poll() is None and not set(stage.data.glob(moment)) - before:
        time.sleep(0.005)


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

"""Killed at random, nothing lost: `python -m benchmarks.chaos FOLDER [--kills N] [--seed N] [--files DIR]`.

Each trial sets a stage, starts a command, kills its whole process group (SIGKILL) after a random time, once to four
times; then the command is given again and must end well, `verify` must be clean, and the digest must be that of an
undisturbed run. The stories stand in `benchmarks.chaos_stories`.

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

from benchmarks.chaos_stories import STORIES, Stage, StoryError, make_calm, start

KILLS = int(os.environ.get("CHAOS_KILLS", "300"))
_MOST_KILLS = 4  # in one trial
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


def chaos(folder: Path, wanted: int, seed: int, files: Path | None) -> State:
    """Try until so many kills have landed and return the state; what an earlier call did counts."""
    calm = folder / "calm"
    if not (calm / "files").exists():
        if files is None:
            write_files(calm / "files", seed)
        else:
            shutil.copytree(files, calm / "files")
    make_calm(calm)
    state = _load(folder, seed)
    for name in STORIES:
        if name not in state["undisturbed"]:
            state["undisturbed"][name] = _undisturbed(calm, folder / "trial", name, seed)
            _save(folder, state, wanted)
    while state["kills"] < wanted and len(state["trials"]) < 3 * wanted:
        _one_more(folder, state)
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
    """Return the digest that a story ends with, and how long its command takes."""
    stage, story = _stage(calm, place, random.Random(seed)), STORIES[name]
    story.prepare(stage)
    began = time.monotonic()
    stage.call(*story.command(stage))
    seconds = time.monotonic() - began
    return {"digest": _digest(stage, story.counted(stage)), "seconds": round(seconds, 2)}


def _stage(calm: Path, place: Path, dice: random.Random) -> Stage:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    return Stage(calm, place, dice)


def _digest(stage: Stage, data: Path) -> str:
    """Return the digest of a catalog; StoryError if it is not clean (`verify` ends with 4)."""
    return str(json.loads(stage.call("verify", "--all", "--digest", data=data, ok=(0,)))["digest"])


def _one_more(folder: Path, state: State) -> None:
    began, number = time.monotonic(), len(state["trials"])
    name = list(STORIES)[number % len(STORIES)]
    trial: State = {"story": name, "killed_after": [], "why": None}
    try:
        stage = _stage(folder / "calm", folder / "trial", random.Random(f"{state['seed']} {number}"))
        _try(stage, name, state["undisturbed"][name], trial["killed_after"])
    except (StoryError, subprocess.TimeoutExpired) as error:
        trial["why"] = str(error)
        shutil.move(folder / "trial", folder / f"failed-{number}")
    state["trials"].append(trial)
    state["seconds"] = round(state["seconds"] + time.monotonic() - began, 1)
    click.echo(f"{number}: {name}, {len(trial['killed_after'])} kills: {trial['why'] or 'whole again'}", err=True)


def _try(stage: Stage, name: str, calm: State, killed: list[float]) -> None:
    story = STORIES[name]
    story.prepare(stage)
    for _ in range(stage.dice.randint(1, _MOST_KILLS)):
        after = _killed(stage, story.command(stage), stage.dice.uniform(0.3, 1.0) * calm["seconds"])
        if after is None:
            break
        killed.append(after)
        story.survives(stage)
    story.again(stage)
    found = _digest(stage, story.counted(stage))
    if found != calm["digest"]:
        raise StoryError(f"digest {found}, undisturbed {calm['digest']}")


def _killed(stage: Stage, command: tuple[object, ...], after: float) -> float | None:
    """Kill a command's process group after so many seconds and return them; None if it had ended by then."""
    process = start(stage, command)
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return round(after, 3)
    return None


def main() -> None:
    """Read the command line, try, and print the result without its trials."""
    parser = argparse.ArgumentParser(description="Kill commands at random; nothing may be lost.")
    parser.add_argument("folder", type=Path, help="holds the result, and what is needed to go on")
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--files", type=Path, help="files to index; a few generated texts unless told")
    asked = parser.parse_args()
    state = chaos(asked.folder.absolute(), asked.kills, asked.seed, asked.files)
    click.echo(json.dumps({key: value for key, value in state.items() if key != "trials"}, indent=1))
    sys.exit(1 if state["failed"] or state["kills"] < asked.kills else 0)


if __name__ == "__main__":
    main()

"""What a command costs: wall time, and the most memory that it and all its children held at once."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import IO

EVERY = 0.1
"""Seconds between two looks at the processes; a look takes a few milliseconds."""


@dataclass(frozen=True)
class Cost:
    """One command's exit status, output and cost.

    `tree_mb` is the peak of the proportional set sizes of all its processes together: what is shared between them
    counts once. `parent_mb` is the largest resident size that the kernel saw of any one process, which is the command
    itself as long as no child outgrows it; no sampling can miss it. `tenths` are the peaks of `tree_mb` in each tenth
    of the time: they tell what grows from what is reached early and stays. `cpu_seconds` are those of all processes,
    and depend little on what else the machine does.
    """

    status: int
    out: str
    error: str
    seconds: float
    cpu_seconds: float
    tree_mb: float
    parent_mb: float
    processes: int
    tenths: tuple[float, ...]


def run(command: Sequence[str], folder: Path | None = None) -> Cost:
    """Run a command to its end, watched; `folder` is where it runs."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=error, cwd=folder)
        ended = threading.Event()
        seen = [(0.0, 0)]
        watcher = threading.Thread(target=_watch, args=(process.pid, ended, seen))
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        ended.set()
        watcher.join()
        process.returncode = os.waitstatus_to_exitcode(status)
        said, complained = _whole(out), _whole(error)
    tree, processes = max(mb for mb, _ in seen), max(count for _, count in seen)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(
        process.returncode, said, complained, seconds, cpu, tree, usage.ru_maxrss / 1024, processes, _tenths(seen)
    )


def tree_of(root: int) -> set[int]:
    """Return the process and all that descend from it, as far as they live now."""
    children: dict[int, list[int]] = {}
    for process, parent in _parents():
        children.setdefault(parent, []).append(process)
    found, ahead = set(), [root]
    while ahead:
        process = ahead.pop()
        found.add(process)
        ahead += children.get(process, [])
    return found


def held_mb(process: int) -> float:
    """Return the proportional set size of a process in MB; 0 for one that has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def _tenths(seen: Sequence[tuple[float, int]]) -> tuple[float, ...]:
    ends = [round(part * len(seen) / 10) for part in range(11)]
    parts = (seen[start : max(end, start + 1)] for start, end in pairwise(ends))
    return tuple(max((mb for mb, _ in part), default=0.0) for part in parts)


def _watch(root: int, ended: threading.Event, seen: list[tuple[float, int]]) -> None:
    while not ended.wait(EVERY):
        held = [held_mb(process) for process in tree_of(root)]
        seen.append((sum(held), sum(mb > 0 for mb in held)))


def _parents() -> Iterator[tuple[int, int]]:
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            facts = place.read_text(encoding="utf8", errors="replace")
        except OSError:
            continue  # it has ended since the folder was listed
        yield int(place.parent.name), int(facts.rpartition(")")[2].split()[1])


def _whole(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf8", "replace")

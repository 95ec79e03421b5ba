"""Running a command to its end, or killing it on the way, for `benchmarks.chaos`.

How far a command is, is told by the processor time that its first process has used: unlike the clock, that hardly
depends on what else the machine does.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.chaos_editions import ask
from benchmarks.chaos_stage import Stage, Story, StoryError, start

_LOOK = 0.005  # seconds between two looks
_SOON = 0.05  # seconds, at most, between what a kill waits for and the kill: processes also wait for the disk
_LIMIT = 600  # seconds a command may take
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Effort:
    """What a command takes: seconds by the clock, and seconds of processor time of its first process."""

    seconds: float
    processor: float


def run(stage: Stage, command: tuple[object, ...]) -> Effort:
    """Run a command to its end and return what it took; StoryError if it does not end well."""
    process, began, used = start(stage, command), time.monotonic(), [0.0]

    def look() -> bool:
        used.append(_used(process))
        return False

    _wait_for(process, look)
    if _kill_group(process) or process.returncode not in (0, 3):
        raise StoryError(f"{command}: {process.returncode}")
    return Effort(time.monotonic() - began, max(used))


def kill(stage: Stage, story: Story, least: float, most: float) -> Effort | None:
    """Kill a command's process group once it has used so much processor time, and return what it took by then.

    None if it had ended before. Where the story asks, a search runs beside it, begun at a random time.
    """
    kill_at = stage.dice.uniform(least, most)
    ask_at = stage.dice.uniform(0, kill_at)
    moment = story.moment if story.moment and stage.dice.random() < 0.5 else None
    before = set(stage.data.glob(moment)) if moment else set()
    process, began, asking = start(stage, story.command(stage)), time.monotonic(), None
    try:
        if story.asks:
            _wait_for(process, lambda: _used(process) >= ask_at)
            asking = ask(stage)
        if moment:
            _wait_for(process, lambda: bool(set(stage.data.glob(moment)) - before))
        else:
            _wait_for(process, lambda: _used(process) >= kill_at)
        time.sleep(stage.dice.uniform(0, _SOON))
    finally:
        effort = Effort(time.monotonic() - began, _used(process))
        landed = _kill_group(process)
    if asking is not None:
        asking.heard()
    return effort if landed else None


def _kill_group(process: "subprocess.Popen[str]") -> bool:
    """Kill what still runs of a process and its children; False if it had ended."""
    if process.poll() is not None:
        return False
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return True


def _used(process: "subprocess.Popen[str]") -> float:
    """Return the processor time in seconds that a process, not yet waited for, has used."""
    try:
        said = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf8")
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    user, system = said.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / _TICKS


def _wait_for(process: "subprocess.Popen[str]", seen: Callable[[], bool]) -> None:
    """Wait until something is seen, the process ends, or it has taken too long."""
    until = time.monotonic() + _LIMIT
    while process.poll() is None and not seen() and time.monotonic() < until:
        time.sleep(_LOOK)

"""A worker beside the pages is started again when it dies, and never outlives them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PAGES = """
import os, sys, time
from operations.keeping import kept
with kept([sys.executable, "-c", sys.argv[1]]):
    if os.fork() == 0:
        time.sleep(float(sys.argv[2]))  # as a process of the pages' server, which holds the pipe too
        os._exit(0)
    print("siap", flush=True)
    time.sleep(60)
"""
WORKER = "import os, time; open({0!r}, 'a').write(f'{{os.getpid()}}\\n'); time.sleep(60)"


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_it_is_started_again_when_killed_and_ends_with_the_pages_though_they_are_killed(tmp_path: Path) -> None:
    seen = tmp_path / "pekerja"
    command = [sys.executable, "-c", PAGES, WORKER.format(str(seen)), "0.5"]
    pages = subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE)

    def workers() -> list[int]:
        return [int(line) for line in seen.read_text(encoding="ascii").split()] if seen.exists() else []

    until(lambda: len(workers()) == 1)
    os.kill(workers()[0], signal.SIGKILL)
    until(lambda: len(workers()) == 2)
    assert not lives(workers()[0])
    pages.kill()
    pages.communicate()
    until(lambda: not lives(workers()[1]))

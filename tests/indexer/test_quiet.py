"""Files that are still being written wait; what the clock says of the rest does not keep it waiting."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from catalog.files import Stat
from indexer.quiet import without_restless
from indexer.sources import scan

REPOSITORY = Path(__file__).resolve().parents[2]


def put(folder: Path, name: str, age: float) -> Path:
    place = folder / name
    place.write_text(name)
    os.utime(place, (time.time() - age,) * 2)
    return place


def waiting(folder: Path, quiet: float = 0.05, known: dict[str, Stat | None] | None = None) -> list[str]:
    found = without_restless(scan(folder, None), known or {}, quiet).found
    assert all(f.refusal is None or f.refusal[:2] == ("skipped", "still_written") for f in found)
    return [f.path for f in found if f.refusal is not None]


def test_a_file_that_has_just_changed_waits_and_an_older_one_does_not(tmp_path: Path) -> None:
    put(tmp_path, "baru.txt", 0)
    put(tmp_path, "lama.txt", 100)
    assert waiting(tmp_path, quiet=30) == ["baru.txt"]
    assert waiting(tmp_path, quiet=0) == []


def test_a_file_that_grows_between_two_looks_waits_though_its_time_is_old(tmp_path: Path) -> None:
    place = put(tmp_path, "salinan.txt", 1000)
    put(tmp_path, "lama.txt", 1000)

    def copy() -> None:
        while not done.wait(0.01):
            with place.open("a") as file:
                file.write("lagi")
            os.utime(place, (1, 1))

    done = threading.Event()
    copying = threading.Thread(target=copy)
    copying.start()
    try:
        assert waiting(tmp_path, quiet=0.2) == ["salinan.txt"]
    finally:
        done.set()
        copying.join()
    assert waiting(tmp_path) == []


def test_a_file_from_the_future_is_read(tmp_path: Path) -> None:
    put(tmp_path, "jam mundur.txt", -86400 * 365)
    assert waiting(tmp_path) == []


def test_a_file_that_is_as_it_was_last_time_is_not_kept_waiting(tmp_path: Path) -> None:
    known: dict[str, Stat | None] = {"a.txt": Stat.of(put(tmp_path, "a.txt", 0).lstat())}
    assert waiting(tmp_path, quiet=30, known=known) == []


def test_what_is_refused_anyway_keeps_its_reason(tmp_path: Path) -> None:
    put(tmp_path, ".rahasia", 0)
    found = without_restless(scan(tmp_path, None), {}, 30).found
    assert [f.refusal and f.refusal[1] for f in found] == ["hidden"]


COUNT = 100_000
LOOK = """
import resource, sys
from pathlib import Path
from indexer.quiet import without_restless
from indexer.sources import scan
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = without_restless(scan(Path(sys.argv[1]), None), {}, 0).found
print(len(found), sum(f.refusal is None for f in found), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.slow
def test_100_000_files_in_one_folder_are_found_in_bounded_memory(tmp_path: Path) -> None:
    for number in range(COUNT):
        (tmp_path / f"{number:06}.txt").touch()
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(tmp_path)], cwd=REPOSITORY, check=True, capture_output=True, text=True
    )
    found, read, kilobytes = map(int, done.stdout.split())
    assert (found, read) == (COUNT, COUNT)
    assert kilobytes < 200 * 1024

import logging
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.analysed import analysed
from engine.analysts import Analysts, Batch

BATCHES = [[f"Pasal {number} Perda 1 Tahun {2000 + at} peminjaman" for number in range(20)] for at in range(30)]
DIES = (sys.executable, "-c", "pass")
DIES_AT_THE_SECOND = (
    *(sys.executable, "-c"),
    "import sys; from multiprocessing.connection import Connection; from engine.analysed import analysed;"
    " c = Connection(int(sys.argv[1])); c.send(list(analysed(c.recv()))); c.recv()",
)


def checked(analysts: Analysts) -> list[Batch[str]]:
    """Give the batches as they come back; each with what its own texts are found by."""
    found = list(analysts.each(BATCHES, str))
    assert all(bodies == list(analysed(batch)) for batch, bodies in found)
    return [batch for batch, _ in found]


@pytest.mark.parametrize("others", [0, 1, 2])
def test_batches_come_back_in_their_order_each_with_what_its_texts_are_found_by(others: int) -> None:
    with Analysts(others) as analysts:
        assert checked(analysts) == BATCHES


@pytest.mark.parametrize("command", [DIES, DIES_AT_THE_SECOND])
def test_what_a_process_that_died_was_given_is_analysed_here(command: tuple[str, ...]) -> None:
    with Analysts(2, command) as analysts:
        assert checked(analysts) == BATCHES


def test_where_no_process_can_be_started_all_is_analysed_here(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), Analysts(1, ("/tidak/ada",)) as analysts:
        assert checked(analysts) == BATCHES
    assert "tidak dapat dimulai" in caplog.text


def test_a_failure_in_between_ends_the_processes() -> None:
    with pytest.raises(ZeroDivisionError), Analysts(1) as analysts:
        next(analysts.each(BATCHES, str))
        (process,) = children()
        raise ZeroDivisionError
    assert process not in children()


def test_processes_end_with_the_one_that_was_killed() -> None:
    working = (
        "import sys, time; from engine.analysts import Analysts\n"
        "with Analysts(2) as analysts:\n    next(analysts.each([['Pasal 1']] * 3, str))\n"
        "    print(*(p.program.pid for p in analysts._processes), flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", working], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        processes = [Path("/proc", pid) for pid in program.stdout.readline().split()]
        assert len(processes) == 2
        program.kill()
    until = time.monotonic() + 30
    while any(map(is_at_work, processes)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(is_at_work, processes))


def is_at_work(process: Path) -> bool:
    """Tell whether a process runs; one that has ended may wait for somebody to take leave of it."""
    try:
        return "State:\tZ" not in (process / "status").read_text()
    except OSError:
        return False


def children() -> set[int]:
    """Give the processes that this one's threads have started and not taken leave of."""
    return {int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}

import logging
import sys
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


def children() -> set[int]:
    """Give the processes that this one's threads have started and not taken leave of."""
    return {int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}

"""Texts analysed on several cores: Python works on one at a time, so each further one has a process of its own."""

import logging
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from queue import SimpleQueue
from typing import Self, TypeVar

from engine.analysed import Analysed, analysed

_log = logging.getLogger(__name__)
_AHEAD = 2  # batches given to each process, so that it never waits for the next
# -P: no module is taken from the folder in which the program was started; -B: nothing is written beside the modules.
COMMAND = (sys.executable, "-P", "-B", "-m", "engine.analyst")
Item = TypeVar("Item")
Batch = Sequence[Item]


@dataclass(frozen=True)
class _Process:
    program: subprocess.Popen[bytes]
    connection: Connection

    def analysed(self, texts: list[str]) -> list[Analysed] | None:
        """Give what the process says; None if it has ended."""
        try:
            self.connection.send(texts)
            answer: list[Analysed] = self.connection.recv()
        except (EOFError, OSError):
            return None
        return answer


class Analysts:
    """This process and up to `others` further ones, which analyse texts. A context manager; at its end they end.

    One that dies, for want of memory say, is done without: what it was given is analysed here.
    """

    def __init__(self, others: int, command: Sequence[str] = COMMAND) -> None:
        self._others = others
        self._command = command
        self._processes: list[_Process] = []
        self._idle: SimpleQueue[_Process | None] = SimpleQueue()
        self._threads = ThreadPoolExecutor(max(1, others), "analyst")

    def __enter__(self) -> Self:
        for _ in range(self._others):
            try:
                self._processes.append(_started(self._command))
            except OSError as error:
                _log.warning("Proses pembantu tidak dapat dimulai (%s): indeks kata dibangun tanpanya.", error)
        self._others = len(self._processes)
        for process in self._processes:
            self._idle.put(process)
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._processes:
            process.program.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._processes:
            process.program.wait()
            process.connection.close()

    def each(
        self, batches: Iterable[Batch[Item]], text_of: Callable[[Item], str]
    ) -> Iterator[tuple[Batch[Item], list[Analysed]]]:
        """Yield each batch with what its texts are found by, in the order of the batches.

        A batch is analysed here whenever the other processes have enough to do.
        """
        given: deque[tuple[Batch[Item], Future[list[Analysed]]]] = deque()
        for batch in batches:
            texts = [text_of(item) for item in batch]
            waiting = sum(not found.done() for _, found in given)
            there = waiting < _AHEAD * self._others
            given.append((batch, self._threads.submit(self._elsewhere, texts) if there else _here(texts)))
            while given and given[0][1].done():
                first, found = given.popleft()
                yield first, found.result()
        for last, found in given:
            yield last, found.result()

    def _elsewhere(self, texts: list[str]) -> list[Analysed]:
        """Have texts analysed by the next process that is idle, and here if that has ended."""
        process = self._idle.get()
        answer = None if process is None else process.analysed(texts)
        self._idle.put(None if answer is None else process)  # None: no process, but a thread that may work
        return list(analysed(texts)) if answer is None else answer


def _here(texts: list[str]) -> Future[list[Analysed]]:
    done: Future[list[Analysed]] = Future()
    done.set_result(list(analysed(texts)))
    return done


def _started(command: Sequence[str]) -> _Process:
    here, there = Pipe()
    with there:
        try:
            program = subprocess.Popen(
                [*command, str(there.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[there.fileno()],
                process_group=0,  # whoever interrupts the program at a terminal interrupts this process, not that one
            )
        except BaseException:
            here.close()
            raise
    return _Process(program, here)

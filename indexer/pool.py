"""Readers run in child processes, so that no file can hang, bloat or crash the program that indexes it."""

import dataclasses
import json
import logging
import os
import queue
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Self

from catalog.files import Programs
from embedding.cores import CORES, Cores
from indexer.child import HEADER, MARK
from indexer.document import Document, ReadError
from indexer.limits import Limits, over
from indexer.ocr.picture import Picture
from indexer.ocr.stage import Ocr
from indexer.office.conversion import Converter
from indexer.packing import unpack
from indexer.readers.reasons import refusal

FILES_PER_CHILD = 500  # then it is replaced: libraries in C leak a little with every file
CHUNK = 1 << 20
LEAST_SECONDS = 5.0  # for reading what a slow conversion left
TICK = 0.25  # seconds after which one who waits looks up: a stop that was asked for is soon heard
# -P: no module is taken from the folder that is being indexed; -B: a child may write nothing, caches neither.
READING_COMMAND = (sys.executable, "-P", "-B", "-m", "indexer.child")
# What ends a process that asked for more memory than it may have: the kernel, or an engine's failed allocation.
_OUT_OF_MEMORY = frozenset({-signal.SIGKILL, -signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL})


@dataclass(frozen=True)
class ReadResult:
    """What became of one file: its document with code `ok`, or None with a code and an Indonesian reason."""

    path: Path
    document: Document | None
    code: str
    reason: str
    seconds: float
    media_type: str = ""


class ReaderPool:
    """Keeps `workers` children that read files; use it as a context manager, from a thread that outlives it."""

    def __init__(
        self,
        workers: int = 1,
        limits: Limits | None = None,
        *,
        ocr: Ocr | None = None,
        office: Converter | None = None,
        cores: Cores = CORES,
        command: tuple[str, ...] = READING_COMMAND,
    ) -> None:
        self._workers = workers
        self._ocr = ocr
        self._office = office
        self._cores = cores
        self._children = [_Child(limits or Limits(), command) for _ in range(workers)]
        self._idle: queue.SimpleQueue[_Child] = queue.SimpleQueue()
        # The kernel's death signal follows the thread that started a child: these threads stay as long as the pool.
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="reader")

    def __enter__(self) -> Self:
        for child in self._children:
            self._idle.put(child)
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for child in self._children:
            child.kill()
        for program in (self._ocr, self._office):
            if program is not None:
                program.stop()
        self._threads.shutdown()
        for child in self._children:
            child.close()

    def read(self, path: Path, name: str) -> ReadResult:
        """Read one file; `name` is its original name. Every file ends with a result, none with an exception."""
        return self._threads.submit(self._read, path, name).result()

    def read_many(self, files: Iterable[tuple[Path, str]], *, tick: float | None = None) -> Iterator[ReadResult | None]:
        """Yield results as they come, in any order; at most twice as many files as workers are taken ahead.

        With `tick`, None is yielded whenever so many seconds brought no result.
        """
        source = iter(files)
        running: set[Future[ReadResult]] = set()
        while True:
            ahead = islice(source, 2 * self._workers - len(running))
            running |= {self._threads.submit(self._read, path, name) for path, name in ahead}
            if not running:
                return
            done, running = wait(running, timeout=tick, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
            if not done:
                yield None

    def about_page(self, path: Path, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a child answers when asked about one page of a file; ReadError where it hit a limit."""
        return self._threads.submit(self._about_page, path, asked).result()

    @property
    def programs(self) -> Programs:
        """Return the names of the programs at work beside the readers."""
        return Programs(self._ocr.name if self._ocr else "", self._office.name if self._office else "")

    def asked(self, question: Callable[[], bool]) -> bool:
        """Return what is answered, and begin no page of OCR until it is: a paused job waits inside of its answer."""
        if self._ocr is None:
            return question()
        self._ocr.gate.clear()
        try:
            return question()
        finally:
            self._ocr.gate.set()

    def _about_page(self, path: Path, asked: Mapping[str, Any]) -> dict[str, Any]:
        child = self._idle.get()
        try:
            return child.about_page(path, asked)
        finally:
            self._idle.put(child)

    def _read(self, path: Path, name: str) -> ReadResult:
        child = self._idle.get()
        try:
            with self._cores.taken():
                result = self._office_read(child, path, name)
            return result if self._ocr is None else _completed(self._ocr, child, result, name)
        finally:
            self._idle.put(child)

    def _office_read(self, child: "_Child", path: Path, name: str) -> ReadResult:
        """Read a file, converted where only LibreOffice reads it and is there."""
        result = child.read(path, name)
        if result.code != "needs_office" or self._office is None:
            return result
        began = time.monotonic()
        try:
            with self._office.converted(path, result.media_type) as made:
                read = child.read(made, name, spent=time.monotonic() - began)
        except ReadError as error:
            read = replace(result, code=error.code, reason=error.reason)
        document = replace(read.document, media_type=result.media_type) if read.document else None
        return replace(read, path=path, document=document, seconds=time.monotonic() - began)


class _Child:
    """One reading process, started when it is first needed and started again after it was stopped."""

    def __init__(self, limits: Limits, command: tuple[str, ...]) -> None:
        self._limits = limits
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0
        self._lock = threading.Lock()

    def picture(self, path: Path, index: int, turn: int) -> Picture | None:
        """Return a page as drawn by the child, one at a time; None where it cannot be drawn.

        A child that was stopped is asked again once: a machine that is short of memory or time may have done it.
        """
        with self._lock:
            for _ in range(2):
                try:
                    return _drawn(self._told(path, {"page": index, "turn": turn}))
                except _Stopped:
                    self.close()
        return None

    def about_page(self, path: Path, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Return the child's answer about a page; ReadError where it hit a limit."""
        with self._lock:
            try:
                return self._told(path, asked)
            except _Stopped as stop:
                self.close()
                raise stop.told(self._limits) from stop

    def read(self, path: Path, name: str, *, spent: float = 0.0) -> ReadResult:
        """Read a file; `spent` are seconds that it has cost already."""
        start = time.monotonic()
        try:
            process = self._running()
            request = {"path": os.fspath(path.absolute()), "name": name, "pages": self._limits.pages}
            answer = self._ask(process, request, spent)
            result = _result(path, answer)
        except _Stopped as stop:
            self.close()
            error = stop.told(self._limits)
            return ReadResult(path, None, error.code, error.reason, time.monotonic() - start)
        if answer.get("last"):
            self.close()
        return result

    def kill(self) -> None:
        if self._process:
            self._process.kill()

    def close(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe:
                    pipe.close()

    def _told(self, path: Path, asked: Mapping[str, Any]) -> dict[str, Any]:
        answer = self._ask(self._running(), {"path": os.fspath(path.absolute()), **asked})
        if answer.get("last"):
            self.close()
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        ended = self._process is not None and self._process.poll() is not None
        if ended or self._served >= FILES_PER_CHILD:
            self.close()
        if self._process is None:
            self._process, self._served = _start(self._command, self._limits), 0
        self._served += 1
        return self._process

    def _ask(self, process: subprocess.Popen[bytes], request: dict[str, Any], spent: float = 0.0) -> dict[str, Any]:
        """Send a request and return the answer; raise _Stopped when the child dies, hangs or writes garbage."""
        deadline = time.monotonic() + max(LEAST_SECONDS, self._limits.seconds - spent)
        assert process.stdin and process.stdout
        body = json.dumps(request).encode("ascii")
        try:
            process.stdin.write(HEADER.pack(MARK, len(body)) + body)
            process.stdin.flush()
        except OSError as error:
            raise _Stopped("unreadable") from error
        mark, length = HEADER.unpack(self._receive(process, HEADER.size, deadline))
        if mark != MARK or length > self._limits.output_mb << 20:
            raise _Stopped("unreadable" if mark != MARK else "output_mb")
        try:
            answer: dict[str, Any] = json.loads(self._receive(process, length, deadline))
        except ValueError as error:
            raise _Stopped("unreadable") from error
        more = answer.get("bytes", 0)
        if not isinstance(more, int) or not 0 <= more <= self._limits.output_mb << 20:
            raise _Stopped("output_mb")
        return answer | {"pixels": self._receive(process, more, deadline)} if more else answer

    def _receive(self, process: subprocess.Popen[bytes], size: int, deadline: float) -> bytes:
        assert process.stdout
        pipe, parts, missing = process.stdout.fileno(), list[bytes](), size
        while missing:
            ready, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise _Stopped("seconds")
            parts.append(os.read(pipe, min(missing, CHUNK)))
            missing -= len(parts[-1])
            if not parts[-1]:
                raise _Stopped("memory_mb" if process.wait() in _OUT_OF_MEMORY else "unreadable")
        return b"".join(parts)


class _Stopped(Exception):
    """A child that has to be replaced: `why` is the limit that the file was over, or `unreadable`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why

    def told(self, limits: Limits) -> ReadError:
        return refusal(self.why) if self.why == "unreadable" else over(self.why, limits=limits)


def _completed(ocr: Ocr, child: _Child, result: ReadResult, name: str) -> ReadResult:
    if result.document is None:
        return result
    began = time.monotonic()
    document = ocr.complete(result.document, name, partial(child.picture, result.path))
    return replace(result, document=document, seconds=result.seconds + time.monotonic() - began)


def _drawn(answer: dict[str, Any]) -> Picture | None:
    if "picture" not in answer:
        return None
    try:
        picture = Picture(**answer["picture"] | {"pixels": answer.get("pixels", b"")})
        whole = picture.blank or picture.width * picture.height == len(picture.pixels)
    except (TypeError, ValueError) as error:
        raise _Stopped("unreadable") from error
    return picture if whole else None


def _result(path: Path, answer: dict[str, Any]) -> ReadResult:
    try:
        seconds = float(answer["seconds"])
        if "document" in answer:
            return ReadResult(path, unpack(answer["document"]), "ok", "", seconds)
        told = (str(answer["code"]), str(answer["reason"]), seconds, str(answer.get("media_type", "")))
        return ReadResult(path, None, *told)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _Stopped("unreadable") from error


def _start(command: tuple[str, ...], limits: Limits) -> subprocess.Popen[bytes]:
    """Start a child: own process group, one thread for each numeric library, our own packages and no others first."""
    code_folder = str(Path(__file__).resolve().parents[1])
    paths = [code_folder, *filter(None, [os.environ.get("PYTHONPATH")])]
    single = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    log = None if logging.getLogger(__name__).isEnabledFor(logging.DEBUG) else subprocess.DEVNULL
    return subprocess.Popen(
        [*command, str(os.getpid()), json.dumps(dataclasses.asdict(limits))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        env=os.environ | single | {"PYTHONPATH": os.pathsep.join(paths), "MALLOC_ARENA_MAX": "1"},
        process_group=0,
        bufsize=0,
    )

"""What visitors wait for while many read and one writes: `python -m benchmarks.load DATA CATALOG [--requests N]`.

CATALOG is a data folder with many passages, such as `python -m benchmarks.search_cost DATA --folder DIR` leaves in
DIR/data; a copy of it is served by `rujukan serve` on this machine alone, to the public. Questions are what people and
laws ask in the files of pairs of DATA/train, each other than the last. In this order:

alone     one reader, hits only, and one who wants the answer: nobody else asks
crowd     READERS readers who pause a second between two requests, hits only (`jawab=0`), while `rujukan index` at the
          lowest priority takes in new papers
answers   two readers who want the answer and do not pause

A request counts from the first byte sent to the last one read, on a connection of its own. CPU is that of all processes
of the server together. `--json FILE` keeps the numbers. Nothing leaves this machine, and every phase is bounded.
"""

import argparse
import http.client
import itertools
import json
import lzma
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.process_tree import held_mb, tree_of
from benchmarks.search_cost import PARAGRAPHS, QUESTION_WORDS, QUESTIONS, SEED
from catalog import editions
from catalog.opening import open_existing
from embedding.cores import available_cores
from engine.engine import Engine

READERS = 32
PAUSE = 1.0
"""Seconds that a reader of the crowd looks at a page before the next request."""
ALONE = 100
PATIENCE = 60.0  # seconds after which a request is an error
PAPER = 40  # paragraphs of a paper that the indexer takes in
BATCH = 5  # papers of one of its runs
_SAID = ("--unit", "BPAD", "--access", "terbuka", "--status", "disahkan")
TICKS = os.sysconf("SC_CLK_TCK")
Address = tuple[str, int]


@dataclass
class Phase:
    """What one phase came to; times in milliseconds, `cpu` per request, `load` the machine's when it ended."""

    name: str
    requests: int
    errors: int
    median: float
    p95: float
    worst: float
    cpu: float
    per_second: float
    load: float


@dataclass
class Visit:
    """The readers of one phase: they take questions until none is left, and note what each cost."""

    address: Address
    questions: Iterator[str]
    answered: bool
    pause: float
    took: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def read(self, delay: float) -> None:
        """Ask until nothing is left to be asked."""
        time.sleep(delay)
        while (question := self._next()) is not None:
            asked = {"q": question} | ({} if self.answered else {"jawab": "0"})
            began = time.perf_counter()
            problem = fetch(self.address, f"/?{urlencode(asked)}")[1]
            self.took.append((time.perf_counter() - began) * 1000)
            if problem:
                self.failed.append(problem)
            time.sleep(self.pause)

    def _next(self) -> str | None:
        with self._turn:
            return next(self.questions, None)


def main() -> None:
    """Serve a copy, let the readers come, and print a line for each phase."""
    given = _arguments()
    texts, questions = drawn(given.data / "train")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        shutil.copytree(given.catalog, folder)
        publish(folder)
        with served(folder) as (process, address):
            told = measured(given, process, address, (texts, questions, folder, Path(place)))
    if given.json:
        given.json.write_text(json.dumps(told, indent=1))


def publish(folder: Path) -> None:
    """Bring the indexes up to the catalog, as every run of the indexer leaves them."""
    with closing(open_existing(folder)) as catalog:
        edition = editions.current(catalog)
        if edition is None:
            raise SystemExit(f"{folder} holds nothing")
        cores = available_cores()
        Engine.open(catalog.folder, edition.vectors, edition.model.width, threads=cores).publish(catalog)
        passages = next(iter(catalog.db.query("SELECT count(*) AS n FROM passage")))["n"]
    say(f"{passages:,} passages, {cores} cores, load {os.getloadavg()[0]:.1f}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("catalog", type=Path)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--answers", type=int, default=500)
    parser.add_argument("--readers", type=int, default=READERS)
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def measured(
    given: argparse.Namespace,
    process: int,
    address: Address,
    made: tuple[list[str], Iterator[str], Path, Path],
) -> dict[str, object]:
    """Run the phases and return their numbers."""
    texts, questions, folder, place = made

    def phase(name: str, count: int, readers: int, *, answered: bool, pause: float = 0.0) -> Phase:
        visit = Visit(address, itertools.islice(questions, count), answered, pause)
        return run(name, visit, readers, process)

    first = first_page(address)
    say(f"first page {first['total'] / 1000:.1f} kB in all: {first}")
    phases = [
        phase("alone", min(ALONE, given.requests), 1, answered=False),
        phase("alone, answer", min(ALONE, given.answers), 1, answered=True),
    ]
    with indexing(folder, texts, place) as runs:
        phases.append(phase("crowd", given.requests, given.readers, answered=False, pause=PAUSE))
    say(f"indexer: {len(runs)} runs of {BATCH} papers, status {sorted(set(runs))}")
    phases.append(phase("2 readers, answer", given.answers, 2, answered=True))
    held = sum(held_mb(one) for one in tree_of(process))
    say(f"memory of the server, all processes: {held:.0f} MB")
    return {"first_page": first, "indexer_runs": len(runs), "mb": held, "phases": [asdict(one) for one in phases]}


def run(name: str, visit: Visit, readers: int, process: int) -> Phase:
    """Let the readers come, their beginnings spread over a pause, and return what they waited."""
    threads = [threading.Thread(target=visit.read, args=(visit.pause * one / readers,)) for one in range(readers)]
    before, began = cpu_seconds(process), time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds, count = time.perf_counter() - began, len(visit.took)
    phase = Phase(
        name=name,
        requests=count,
        errors=len(visit.failed),
        median=statistics.median(visit.took),
        p95=statistics.quantiles(visit.took, n=20)[-1],
        worst=max(visit.took),
        cpu=(cpu_seconds(process) - before) * 1000 / count,
        per_second=count / seconds,
        load=os.getloadavg()[0],
    )
    times = f"median {phase.median:>7.0f} ms  95th {phase.p95:>7.0f} ms  worst {phase.worst:>7.0f} ms"
    cost = f"CPU {phase.cpu:>6.1f} ms  {phase.per_second:>5.1f}/s  load {phase.load:.1f}"
    say(f"{name:<20}{count:>7} requests {phase.errors:>3} errors  {times}  {cost}")
    for problem in sorted(set(visit.failed))[:5]:
        say(f"  {problem}")
    return phase


def fetch(address: Address, path: str) -> tuple[bytes, str]:
    """Return a page's body, and what went wrong if anything did."""
    connection = http.client.HTTPConnection(*address, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={"Connection": "close"})
        answer = connection.getresponse()
        body = answer.read()
        return body, "" if answer.status == 200 and body.endswith(b"</html>") else f"status {answer.status}"
    except OSError as error:
        return b"", f"{type(error).__name__}: {error}"
    finally:
        connection.close()


def first_page(address: Address) -> dict[str, int]:
    """Return how many bytes the first page and all that it loads have."""
    page = fetch(address, "/")[0]
    linked = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.decode())
    sizes = {"page": len(page), **{way.partition("?")[0]: len(fetch(address, way)[0]) for way in linked}}
    return sizes | {"total": sum(sizes.values())}


def cpu_seconds(process: int) -> float:
    """Return the processor time that a process and its descendants have used."""
    return sum(_cpu_of(one) for one in tree_of(process))


def _cpu_of(process: int) -> float:
    try:
        facts = Path(f"/proc/{process}/stat").read_text(encoding="utf8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return 0.0  # it has ended
    return (int(facts[11]) + int(facts[12])) / TICKS


@contextmanager
def served(folder: Path) -> Iterator[tuple[int, Address]]:
    """Serve a data folder with the command, and give its process and address once it answers."""
    command = [*_rujukan(folder), "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            line = (server.stderr or sys.stdin).readline()
            found = re.search(r"http://([\d.]+):(\d+)/", line)
            if found is None:
                raise SystemExit(line)
            address = (found[1], int(found[2]))
            _until(lambda: not fetch(address, "/")[1])
            yield server.pid, address
        finally:
            server.terminate()


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise SystemExit("the server does not answer")
        time.sleep(0.5)


@contextmanager
def indexing(folder: Path, texts: list[str], place: Path) -> Iterator[list[int]]:
    """Take in new papers at the lowest priority meanwhile; give the exit statuses of the runs that ended."""
    over, statuses, at_work = threading.Event(), list[int](), list[subprocess.Popen[bytes]]()

    def work() -> None:
        for number in itertools.count():
            papers = _papers(place / f"papers-{number}", texts, number)
            command = ["nice", "-n", "19", *_rujukan(folder), "index", str(papers), *_SAID]
            at_work[:] = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)]
            status = at_work[0].wait()
            if over.is_set():
                return
            statuses.append(status)

    writer = threading.Thread(target=work)
    writer.start()
    try:
        yield statuses
    finally:
        over.set()
        for process in at_work:
            process.terminate()  # it stops after the paper at hand
        writer.join()


def _papers(folder: Path, texts: list[str], number: int) -> Path:
    folder.mkdir()
    for at in range(BATCH):
        start = (number * BATCH + at) * PAPER % len(texts)
        (folder / f"paper-{number}-{at}.txt").write_text("\n\n".join(texts[start : start + PAPER]))
    return folder


def _rujukan(folder: Path) -> list[str]:
    return [sys.executable, "-m", "operations.cli", "--data", str(folder)]


def drawn(folder: Path) -> tuple[list[str], Iterator[str]]:
    """Return paragraphs for new papers, and questions without end, both in an order drawn by the seed."""
    dice, asked = random.Random(SEED), []
    for name in QUESTIONS:
        with lzma.open(folder / name, "rt", encoding="utf-8") as lines:
            asked += [" ".join(json.loads(line)["query"].split()[:QUESTION_WORDS]) for line in lines]
    with lzma.open(folder / PARAGRAPHS, "rt", encoding="utf-8") as lines:
        texts = [line.strip() for line in itertools.islice(lines, 20_000)]
    dice.shuffle(texts)
    unlike = list(dict.fromkeys(asked))
    dice.shuffle(unlike)
    return texts, itertools.cycle(unlike)


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

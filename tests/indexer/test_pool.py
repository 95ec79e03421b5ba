"""The pool: every file ends with a result, whatever it or the child that reads it does."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from indexer.limits import Limits
from indexer.packing import pack, unpack
from indexer.pool import READING_COMMAND, ReaderPool, ReadResult
from indexer.readers.reading import read_file
from tests.indexer.readers import samples

T = TypeVar("T")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "catatan.txt"
    path.write_text("Arsip inaktif dipindahkan setelah dua tahun.\n", encoding="utf-8")
    return path


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A file that never ends and never says so: a pipe that nobody writes to."""
    path = tmp_path / "tak selesai.txt"
    os.mkfifo(path)
    return path


def read_one(path: Path, limits: Limits | None = None, *command: str) -> ReadResult:
    with ReaderPool(1, limits, command=command or READING_COMMAND) as pool:
        return pool.read(path, path.name)


def test_a_readable_file_gives_its_document(note: Path) -> None:
    result = read_one(note)
    assert (result.code, result.reason, result.path) == ("ok", "", note)
    assert result.document and result.document.pages[0].text == "Arsip inaktif dipindahkan setelah dua tahun."


def test_a_document_is_the_same_on_both_sides_of_the_pipe(tmp_path: Path) -> None:
    table = [["No", "Nama", "Harga (ribuan Rp)"], [1, "Meja", 1000], [2, "Kursi", None]]
    path = samples.workbook(tmp_path / "kib.xlsx", {"KIB B": table, "Kosong": []})
    document = read_file(path, path.name, 100)
    assert document.pages[0].rows[0].values["harga"].value == "1000000"
    assert unpack(pack(document)) == document == read_one(path).document


def test_the_boxes_of_lines_are_the_same_on_both_sides_of_the_pipe(tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "a.pdf", [samples.shown(["Surat tugas", "Nota dinas"]), samples.SCAN])
    document = read_file(path, path.name, 100)
    assert [len(page.boxes) for page in document.pages] == [2, 0]
    assert unpack(pack(document)) == document == read_one(path).document


def test_what_is_set_aside_is_the_same_on_both_sides_of_the_pipe(tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "a.pdf", [samples.shown([f"Halaman {n}", "", "Nota dinas"]) for n in (1, 2)])
    document = read_file(path, path.name, 100)
    assert [page.aside for page in document.pages] == [((0, 9),), ((0, 9),)]
    assert unpack(pack(document)) == document == read_one(path).document


def test_a_broken_file_has_a_code_and_a_reason_and_the_next_one_is_read(tmp_path: Path, note: Path) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7\n" + b"\0" * 500)
    with ReaderPool() as pool:
        result = pool.read(broken, broken.name)
        assert (result.code, result.document) == ("corrupt", None)
        assert "rusak" in result.reason
        assert pool.read(note, note.name).code == "ok"


def test_a_file_that_is_gone_is_unreadable(tmp_path: Path) -> None:
    assert read_one(tmp_path / "tidak ada.pdf").code == "unreadable"


def test_a_file_that_takes_too_long_is_a_timeout_and_the_next_one_is_read(endless: Path, note: Path) -> None:
    with ReaderPool(1, Limits(seconds=4.0)) as pool:  # a busy machine takes seconds for the note
        assert pool.read(endless, endless.name).code == "timeout"
        assert pool.read(note, note.name).code == "ok"


def test_a_file_that_needs_too_much_memory_is_too_large_and_the_next_one_is_read(tmp_path: Path, note: Path) -> None:
    large = tmp_path / "besar.txt"
    large.write_text("Rekapitulasi belanja pemeliharaan kendaraan dinas.\n" * 600_000, encoding="utf-8")
    # A child has some 115 MiB before it reads anything: below that it is chance what else fits in.
    with ReaderPool(1, Limits(memory_mb=160)) as pool:
        assert pool.read(large, large.name).code == "too_large"
        assert pool.read(note, note.name).code == "ok"


def test_an_answer_over_the_limit_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "panjang.txt"
    path.write_text("Rekapitulasi belanja pemeliharaan kendaraan dinas.\n" * 30_000, encoding="utf-8")
    assert read_one(path, Limits(output_mb=1)).code == "too_large"


def test_more_pages_than_the_limit_is_too_large(tmp_path: Path) -> None:
    path = samples.pdf(tmp_path / "tebal.pdf", [samples.shown(["Halaman."])] * 4)
    assert read_one(path, Limits(pages=3)).code == "too_large"


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("print('bukan jawaban, melainkan omong kosong yang panjang')", "unreadable"),
        ("import os; os.write(1, b'RJK1\\0\\0\\0\\5sampah')", "unreadable"),
        ("import os; os.write(1, b'RJK1\\0\\0\\0\\2{}')", "unreadable"),
        ("import os; os.write(1, b'RJK1\\xff\\xff\\xff\\xff')", "too_large"),
        ("pass", "unreadable"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "unreadable"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "too_large"),
    ],
)
def test_a_child_that_writes_garbage_or_dies_costs_one_file(note: Path, program: str, code: str) -> None:
    result = read_one(note, Limits(seconds=10), sys.executable, "-c", program)
    assert (result.code, result.document) == (code, None)
    assert result.reason


def test_a_child_killed_between_two_files_is_replaced(note: Path) -> None:
    with ReaderPool() as pool:
        assert pool.read(note, note.name).code == "ok"
        os.kill(children_of(os.getpid())[-1], signal.SIGKILL)
        time.sleep(0.1)
        assert pool.read(note, note.name).code == "ok"


def test_many_files_come_back_each_once_and_few_are_taken_ahead(tmp_path: Path) -> None:
    taken: list[int] = []

    def files() -> Iterator[tuple[Path, str]]:
        for number in range(12):
            taken.append(number)
            path = tmp_path / f"{number}.txt"
            path.write_text(f"Berkas nomor {number}.", encoding="utf-8")
            yield path, path.name

    with ReaderPool(2) as pool:
        results = pool.read_many(files())
        first = next(results)
        assert len(taken) <= 4
        names = sorted([first.path.name, *(r.path.name for r in results)])
    assert names == sorted(f"{n}.txt" for n in range(12))


def test_no_files_give_no_results() -> None:
    with ReaderPool() as pool:
        assert list(pool.read_many([])) == []


def test_leaving_the_pool_ends_a_read_that_hangs(endless: Path) -> None:
    results: list[ReadResult] = []
    with ReaderPool(1, Limits(seconds=60)) as pool:
        reading = threading.Thread(target=lambda: results.append(pool.read(endless, endless.name)))
        reading.start()
        time.sleep(0.5)
    reading.join(20)
    assert [r.code for r in results] == ["too_large"]


def test_a_child_does_not_outlive_a_parent_killed_in_the_middle_of_a_read(endless: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from indexer.limits import Limits\n"
        "from indexer.pool import READING_COMMAND, ReaderPool\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "with ReaderPool(1, Limits(seconds=120)) as pool:\n"
        "    pool.read(path, path.name)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(endless)], cwd=ROOT)
    writer = wait_for(lambda: reader_of(endless))
    child = children_of(parent.pid)[0]
    parent.kill()
    parent.wait()
    assert wait_for(lambda: not alive(child))
    os.close(writer)


def test_a_child_may_not_write_connect_or_start_a_program(tmp_path: Path) -> None:
    program = (
        "import os, socket, subprocess, sys\n"
        "from indexer.child import _shut_in\n"
        "_shut_in(1 << 30)\n"
        "tries = [lambda: open(sys.argv[1], 'w'), lambda: socket.socket(), lambda: subprocess.run(['true']),\n"
        "         lambda: os.system('true'), lambda: os.remove(sys.argv[0]), lambda: os.fork()]\n"
        "for attempt in tries:\n"
        "    try:\n"
        "        attempt()\n"
        "    except PermissionError:\n"
        "        continue\n"
        "    sys.exit(f'allowed: {attempt}')\n"
    )
    target = tmp_path / "tulisan"
    done = subprocess.run(
        [sys.executable, "-c", program, str(target)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not target.exists()


def children_of(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task")
    try:
        return [int(c) for task in tasks.iterdir() for c in (task / "children").read_text().split()]
    except OSError:
        return []


def reader_of(pipe: Path) -> int | None:
    """Return the writing end of a pipe once somebody reads it; kept open, it keeps the reader waiting."""
    try:
        return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return None


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wait_for(condition: Callable[[], T], limit: float = 20.0) -> T:
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline:
        found = condition()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"not within {limit} s")

"""The worker: it runs what is queued, lets others write in between, and a death in the middle loses nothing."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from catalog import job_orders, jobs
from catalog.folder import DataFolder
from catalog.lock import writer_lock
from catalog.opening import create, open_existing
from embedding.embedder import BUNDLED
from tests.operations.conftest import Rujukan

REPOSITORY = Path(__file__).resolve().parents[2]
FILES = 80

pytestmark = pytest.mark.skipif(not BUNDLED.is_dir(), reason="the bundled model is not built yet")


def state(rujukan: Rujukan, number: int) -> dict[str, Any]:
    return rujukan("jobs", "show", number, "--json").doc


def test_once_runs_all_that_waits_and_ends(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers / "sop", "--queue")
    rujukan("index", papers / "arsip.md", "--queue", "--priority", 1)
    result = rujukan("worker", "--once", "--json")
    assert result.code == 0
    assert [(job["id"], job["state"]) for job in result.doc["jobs"]] == [(2, "done"), (1, "done")]
    assert state(rujukan, 1)["result"]["indexed"] == 1
    assert rujukan("search", "arsip inaktif", "--json").doc["hits"][0]["path"] == "arsip.md"
    assert rujukan("worker", "--once", "--json").doc["jobs"] == []


def test_an_index_of_words_of_another_release_is_built_again_when_a_worker_starts(
    rujukan: Rujukan, papers: Path, tmp_path: Path
) -> None:
    rujukan("index", papers / "arsip.md")
    told = tmp_path / "data" / "index" / "lexical.json"
    told.write_text(told.read_text(encoding="utf8").replace('"version": "', '"version": "0/'), encoding="utf8")
    assert not rujukan("verify", "--json").doc["clean"]
    assert [job["kind"] for job in rujukan("worker", "--once", "--json").doc["jobs"]] == ["publish"]
    assert rujukan("verify", "--json").doc["clean"]
    assert rujukan("worker", "--once", "--json").doc["jobs"] == []


def test_a_queued_job_leaves_the_catalog_that_the_command_leaves(
    rujukan: Rujukan, papers: Path, tmp_path: Path
) -> None:
    flags = ("--unit", "DINKES", "--access", "internal", "--status", "disahkan")
    printed = rujukan("index", papers, *flags, "--json", data=tmp_path / "lain")
    rujukan("index", papers, *flags, "--queue")
    worker = rujukan("worker", "--once")
    assert worker.code == printed.code == 3
    assert "2 indexed" in worker.err
    result = state(rujukan, 1)["result"]
    assert {k: result[k] for k in ("indexed", "failed")} == {k: printed.doc[k] for k in ("indexed", "failed")}
    here, there = (rujukan("verify", "--digest", "--json", data=tmp_path / name).doc for name in ("data", "lain"))
    assert here == there
    assert here["clean"]


def test_a_job_that_fails_does_not_stop_the_next(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    gone = tmp_path / "hilang"
    gone.mkdir()
    rujukan("index", gone, "--queue")
    rujukan("index", papers / "sop", "--queue")
    gone.rmdir()
    result = rujukan("worker", "--once", "--json")
    assert result.code == 3
    assert [job["state"] for job in result.doc["jobs"]] == ["failed", "done"]
    assert "tidak ada" in state(rujukan, 1)["reason"]
    gone.mkdir()
    assert rujukan("jobs", "retry", 1).code == 0
    assert rujukan("worker", "--once").code == 0
    assert (state(rujukan, 1)["state"], state(rujukan, 1)["attempts"]) == ("done", 2)


def test_a_paused_job_waits_and_the_worker_ends(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers / "sop", "--queue")
    rujukan("jobs", "pause", 1)
    assert rujukan("worker", "--once", "--json").doc["jobs"] == []
    rujukan("jobs", "resume", 1)
    assert len(rujukan("worker", "--once", "--json").doc["jobs"]) == 1


def test_it_waits_while_somebody_else_writes(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    rujukan("index", papers / "sop", "--queue")
    asked = threading.Event()
    free = threading.Event()

    def write() -> None:
        with writer_lock(DataFolder(tmp_path / "data"), "uji"):
            asked.set()
            free.wait(30)

    other = threading.Thread(target=write)
    other.start()
    asked.wait(30)
    threading.Timer(1.5, free.set).start()
    result = rujukan("worker", "--once", "--json")
    assert free.is_set(), "the worker ran while the writer's lock was held"
    other.join()
    assert [job["state"] for job in result.doc["jobs"]] == ["done"]


def test_a_job_that_is_called_running_with_nobody_at_it_is_taken_up(
    rujukan: Rujukan, papers: Path, tmp_path: Path
) -> None:
    catalog = create(tmp_path / "data")
    jobs.add(catalog, "index", {"paths": [str(papers / "sop")], "manifest": None})
    assert jobs.claim(catalog, ("index",), now=time.time() + 10**6, alone=True) is not None
    result = rujukan("worker", "--once")
    assert result.code == 0
    assert "Percobaan 1 terputus" in result.err
    assert (state(rujukan, 1)["state"], state(rujukan, 1)["attempts"], state(rujukan, 1)["deaths"]) == ("done", 2, 1)


@dataclass
class Outside:
    """The command over a folder that takes a moment: in a process of its own where it is to be disturbed."""

    folder: Path
    data: Path
    rujukan: Rujukan

    def start(self, *args: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "operations.cli", "--data", str(self.data), *map(str, args)]
        return subprocess.Popen(
            command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )

    def run(self, *args: object) -> tuple[int, dict[str, Any]]:
        result = self.rujukan(*args, "--json", data=self.data)
        return result.code, result.doc

    def stored(self) -> int:
        """How many files are stored by now; 0 before there is a catalog."""
        if not (self.data / "catalog.db").exists():
            return 0
        catalog = open_existing(self.data)
        count = catalog.db.execute("SELECT count(*) FROM version").fetchone()[0]
        catalog.close()
        return int(count)

    def has_stored(self, count: int) -> bool:
        return self.stored() >= count

    def wait_for(self, process: subprocess.Popen[bytes], true: Callable[[], bool]) -> None:
        """Look often until it is true; the process must still be at work then."""
        while not true():
            assert process.poll() is None, "it ended before it was disturbed"
            time.sleep(0.02)


@pytest.fixture
def outside(tmp_path: Path, rujukan: Rujukan) -> Outside:
    folder = tmp_path / "berkas"
    folder.mkdir()
    for number in range(FILES):
        text = f"Berkas nomor {number} tentang pemeliharaan gedung, arsip dan kendaraan dinas ke-{number}. " * 4
        (folder / f"{number:03}.txt").write_text(text, encoding="utf8")
    return Outside(folder, tmp_path / "data", rujukan)


@pytest.mark.slow
def test_killed_in_the_middle_it_is_taken_up_again_and_no_file_is_indexed_twice(
    outside: Outside, tmp_path: Path
) -> None:
    calm = replace(outside, data=tmp_path / "tenang")
    calm.run("index", outside.folder)
    create(outside.data).close()
    outside.run("index", outside.folder, "--queue")
    for more in (3, 20):
        worker = outside.start("worker")
        outside.wait_for(worker, partial(outside.has_stored, more))
        os.killpg(worker.pid, signal.SIGKILL)
        worker.communicate()
    stored = outside.stored()
    assert stored < FILES
    code, doc = outside.run("worker", "--once")
    assert (code, [job["state"] for job in doc["jobs"]]) == (0, ["done"])
    shown = outside.run("jobs", "show", "1")[1]
    assert (shown["attempts"], shown["deaths"]) == (3, 2)
    assert (shown["result"]["unchanged"], shown["result"]["indexed"]) == (stored, FILES - stored)
    assert outside.run("verify", "--digest") == calm.run("verify", "--digest")


@pytest.mark.slow
def test_sigterm_ends_the_worker_after_the_item_at_hand_and_the_next_goes_on(outside: Outside) -> None:
    create(outside.data).close()
    outside.run("index", outside.folder, "--queue")
    worker = outside.start("worker", "--json")
    outside.wait_for(worker, partial(outside.has_stored, 3))
    worker.terminate()
    out, _ = worker.communicate(timeout=60)
    assert worker.returncode == 0
    assert [job["state"] for job in json.loads(out)["jobs"]] == ["interrupted"]
    assert outside.run("verify")[1]["clean"]
    assert outside.run("worker", "--once")[0] == 0
    assert outside.stored() == FILES


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_index_in_the_foreground_that_is_stopped_says_so_and_keeps_what_is_done(
    outside: Outside, number: signal.Signals
) -> None:
    create(outside.data).close()
    process = outside.start("index", outside.folder, "--json")
    outside.wait_for(process, partial(outside.has_stored, 3))
    process.send_signal(number)
    out, _ = process.communicate(timeout=60)
    error = json.loads(out)["error"]
    assert (process.returncode, error["code"]) == (1, "interrupted")
    assert "tetap aman" in error["message"]
    stored = outside.stored()
    assert 3 <= stored < FILES
    assert outside.run("jobs", "show", "1")[1]["state"] == "interrupted"
    code, doc = outside.run("index", outside.folder)
    assert (code, doc["unchanged"], doc["indexed"]) == (0, stored, FILES - stored)


@pytest.mark.slow
def test_an_index_in_the_foreground_that_is_killed_is_told_by_the_next_writer(outside: Outside) -> None:
    create(outside.data).close()
    process = outside.start("index", outside.folder, "--json")
    outside.wait_for(process, partial(outside.has_stored, 3))
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert outside.run("jobs", "show", "1")[1]["silent"]
    assert outside.run("index", outside.folder)[0] == 0
    first, second = (outside.run("jobs", "show", number)[1] for number in ("1", "2"))
    assert (first["state"], second["state"]) == ("interrupted", "done")
    assert "mati tanpa pesan" in first["reason"]


def test_a_verification_is_a_job_and_tells_the_operator_when_it_was(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers / "arsip.md")
    with closing(open_existing(Path(rujukan("status", "--json").doc["data"]))) as catalog:
        job_orders.order(catalog, "verify", {"all": True}, by="uji")
    assert rujukan("status", "--json").doc["health"]["verified"] is None
    assert rujukan("worker", "--once").code == 0
    assert state(rujukan, 2)["result"]["clean"]
    health = rujukan("status", "--json").doc["health"]
    assert (health["verified"]["findings"], health["worker"]["ended"]) == (0, True)

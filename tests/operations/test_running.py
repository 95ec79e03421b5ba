"""A job while it runs: it ends between two items when asked to, and its row tells how it ended."""

import os
import signal
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from catalog import job_requests, jobs
from catalog.database import Catalog
from catalog.digest import digest
from catalog.errors import RujukanError
from catalog.jobs import Job
from catalog.opening import create, open_existing
from catalog.vectors import VectorSet
from engine.engine import Engine
from indexer.outcome import Item, Run
from indexer.run import Options, Tools, index
from indexer.sources import scan
from operations import running
from operations.running import Stop, Watch, heeding_signals
from tests.word_counts import WIDTH, WordCounts

FILES = 6


@dataclass
class Bench:
    """A folder of six small files, a catalog, and what somebody else asks of the job while it runs."""

    folder: Path
    catalog: Catalog

    def someone(self) -> Catalog:
        """The catalog as another process sees it."""
        return open_existing(self.catalog.folder.root)

    def queued(self) -> Job:
        number = jobs.add(self.catalog, "index", {}).id
        job = jobs.claim(self.catalog, ("index",), now=1e9, alone=True)
        assert job is not None and job.id == number
        return job

    def index(self, watch: Watch, after: dict[int, object] | None = None) -> Run:
        """Index the folder; once so many items are done, the callable in `after` is called."""
        embedder = WordCounts()
        engine = Engine.open(self.catalog.folder, VectorSet(embedder.model_id), WIDTH, threads=1)
        tools = Tools(self.catalog, engine, embedder)

        def tell(_item: Item, done: int, total: int) -> None:
            watch.tell(done, total)
            ask = (after or {}).get(done)
            if callable(ask):
                ask()

        with watch:
            return index(tools, [scan(self.folder, "s")], Options(), tell, go_on=watch.go_on)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.setattr(running, "BEAT_EVERY", 0.0)
    folder = tmp_path / "berkas"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number}.txt").write_text(f"Berkas nomor {number} tentang arsip dan aset.", encoding="utf8")
    return Bench(folder, create(tmp_path / "data"))


def undisturbed(bench: Bench, tmp_path: Path) -> str:
    other = Bench(bench.folder, create(tmp_path / "tenang"))
    other.index(Watch(other.catalog, other.queued(), Stop()))
    return digest(other.catalog)


def now(bench: Bench, job: Job) -> Job:
    return jobs.get(bench.catalog, job.id)


def test_a_run_to_its_end_is_done_and_leaves_its_result(bench: Bench) -> None:
    job = bench.queued()
    watch = Watch(bench.catalog, job, Stop())
    watch.result = {"indexed": FILES}
    assert len(bench.index(watch).items) == FILES
    after = now(bench, job)
    assert (after.state, after.reason, after.done, after.total) == ("done", "", FILES, FILES)
    assert job_requests.result(bench.catalog, job.id) == {"indexed": FILES}


def test_cancelled_between_two_items_what_is_done_stays(bench: Bench, tmp_path: Path) -> None:
    job = bench.queued()
    other = bench.someone()
    run = bench.index(Watch(bench.catalog, job, Stop()), {2: lambda: job_requests.cancel(other, job.id)})
    after = now(bench, job)
    assert (after.state, after.reason) == ("cancelled", "Dibatalkan atas permintaan. Selesai 2 dari 6 butir.")
    assert len(run.items) == 2
    assert run.removed == []
    job_requests.retry(bench.catalog, job.id)
    again = jobs.claim(bench.catalog, ("index",), now=1e9, alone=True)
    assert again is not None
    run = bench.index(Watch(bench.catalog, again, Stop()))
    assert (run.count("unchanged"), run.count("indexed")) == (2, 4)
    assert digest(bench.catalog) == undisturbed(bench, tmp_path)


def test_a_queued_job_makes_way_while_it_is_paused(bench: Bench) -> None:
    job = bench.queued()
    other = bench.someone()
    bench.index(Watch(bench.catalog, job, Stop()), {3: lambda: job_requests.pause(other, job.id)})
    after = now(bench, job)
    assert (after.state, after.control, after.done) == ("pending", "pause", 3)
    assert jobs.claim(bench.catalog, ("index",), now=1e9, alone=True) is None
    job_requests.resume(bench.catalog, job.id)
    assert jobs.claim(bench.catalog, ("index",), now=1e9, alone=True) is not None


def test_a_job_of_a_foreground_waits_where_it_stands(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    job = jobs.start(bench.catalog, "index", {}, now=1e9)
    other = bench.someone()
    stop = Stop()
    waited: list[str] = []

    def sleep(_seconds: float) -> None:
        waited.append(jobs.get(other, job.id).control)
        job_requests.resume(other, job.id)

    monkeypatch.setattr(stop, "sleep", sleep)
    run = bench.index(Watch(bench.catalog, job, stop), {3: lambda: job_requests.pause(other, job.id)})
    assert (waited, len(run.items), now(bench, job).state) == (["pause"], FILES, "done")
    assert f"rujukan jobs resume {job.id}" in capsys.readouterr().err


def test_an_upload_passes_a_batch_that_runs(bench: Bench) -> None:
    batch = bench.queued()
    other = bench.someone()
    uploads: list[int] = []

    def upload() -> None:
        uploads.append(jobs.add(other, "index", {}, priority=10).id)

    watch = Watch(bench.catalog, batch, Stop(), ("index",))
    bench.index(watch, {1: lambda: jobs.add(other, "index", {}), 3: upload})
    after = now(bench, batch)
    assert (after.state, after.done) == ("pending", 3)
    assert f"Mendahulukan pekerjaan {uploads[0]}" in after.reason
    order = [jobs.claim(bench.catalog, ("index",), now=1e9, alone=False) for _ in range(2)]
    assert [job.id for job in order if job] == [uploads[0], batch.id]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_between_two_items(bench: Bench, number: signal.Signals) -> None:
    job = bench.queued()
    before = signal.getsignal(number)
    with heeding_signals() as stop:
        run = bench.index(Watch(bench.catalog, job, stop), {2: lambda: os.kill(os.getpid(), number)})
    assert signal.getsignal(number) == before
    assert (now(bench, job).state, len(run.items)) == ("interrupted", 2)
    assert now(bench, job).reason == "Dihentikan atas permintaan. Selesai 2 dari 6 butir."


def test_a_second_ctrl_c_breaks_off_at_once(bench: Bench) -> None:
    job = bench.queued()

    def twice() -> None:
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt), heeding_signals() as stop:
        bench.index(Watch(bench.catalog, job, stop), {2: twice})
    assert now(bench, job).state == "interrupted"


def test_an_error_for_people_is_the_reason_of_a_failed_job(bench: Bench) -> None:
    job = bench.queued()

    def fail() -> None:
        raise RujukanError("x", "Sebab yang jelas.")

    with pytest.raises(RujukanError):
        bench.index(Watch(bench.catalog, job, Stop()), {2: fail})
    assert (now(bench, job).state, now(bench, job).reason) == ("failed", "Sebab yang jelas.")


def test_a_bug_fails_its_job_and_is_not_hidden(bench: Bench) -> None:
    job = bench.queued()
    with pytest.raises(ZeroDivisionError):
        bench.index(Watch(bench.catalog, job, Stop()), {2: lambda: 1 // 0})
    assert now(bench, job).state == "failed"
    assert "ZeroDivisionError" in now(bench, job).reason


def test_where_no_row_can_be_written_the_next_writer_tells_the_job_dead(bench: Bench) -> None:
    job = bench.queued()
    other = bench.someone()

    def fill() -> None:
        bench.catalog.db.execute("PRAGMA query_only = 1")
        raise sqlite3.OperationalError("database or disk is full")

    with pytest.raises(RujukanError) as raised:
        bench.index(Watch(bench.catalog, job, Stop()), {2: fill})
    assert raised.value.code == "disk_full"
    assert jobs.get(other, job.id).state == "running"
    again = jobs.claim(other, ("index",), now=1e9, alone=True)
    assert again is not None and (again.id, again.deaths) == (job.id, 1)


def test_a_job_that_another_took_up_is_let_go(bench: Bench) -> None:
    job = bench.queued()
    other = bench.someone()
    watch = Watch(bench.catalog, job, Stop())
    bench.index(watch, {2: lambda: jobs.claim(other, ("index",), now=1e9, alone=True)})
    assert watch.ended == "lost"
    assert (now(bench, job).state, now(bench, job).attempts) == ("running", 2)

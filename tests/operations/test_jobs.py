"""Jobs on the command line: what `index` leaves, what is queued, and how jobs are listed and steered."""

from pathlib import Path

import pytest

from catalog import jobs
from catalog.folder import DataFolder
from catalog.lock import writer_lock
from catalog.opening import open_existing
from embedding.embedder import BUNDLED
from tests.operations.conftest import Rujukan

needs_model = pytest.mark.skipif(not BUNDLED.is_dir(), reason="the bundled model is not built yet")


@needs_model
def test_index_is_a_job_that_is_done_with_the_result_that_was_printed(rujukan: Rujukan, papers: Path) -> None:
    printed = rujukan("index", papers, "--json")
    assert printed.code == 3
    shown = rujukan("jobs", "show", 1, "--json").doc
    assert (shown["kind"], shown["state"], shown["attempts"]) == ("index", "done", 1)
    assert (shown["done"], shown["total"]) == (3, 3)
    assert shown["result"] == printed.doc
    assert shown["args"]["paths"] == [str(papers)]


@needs_model
def test_a_stored_result_counts_unchanged_files_and_lists_the_others(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers)
    rujukan("index", papers)
    result = rujukan("jobs", "show", 2, "--json").doc["result"]
    assert (result["unchanged"], [item["path"] for item in result["items"]]) == (2, ["rusak.pdf"])


def test_a_second_writer_leaves_no_job_behind(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    rujukan("init")
    with writer_lock(DataFolder(tmp_path / "data"), "uji"):
        assert rujukan("index", papers, "--json").doc["error"]["code"] == "locked"
    assert rujukan("jobs", "list", "--json").doc["jobs"] == []


@pytest.mark.parametrize("queue", [(), ("--queue",)])
def test_flags_that_are_wrong_leave_no_job_behind(rujukan: Rujukan, papers: Path, queue: tuple[str, ...]) -> None:
    rujukan("init")
    assert rujukan("index", papers, "--unit", "TIDAKADA", *queue, "--json").code == 1
    assert rujukan("jobs", "list", "--json").doc["jobs"] == []


def test_a_queued_job_keeps_what_was_said_as_absolute_paths(
    rujukan: Rujukan, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(papers)
    queued = rujukan("index", "sop", "--unit", "BPAD", "--retry-failed", "--queue", "--priority", 5, "--json")
    assert queued.doc == {"schema": 1, "job": 1, "state": "pending", "priority": 5}
    shown = rujukan("jobs", "show", 1, "--json").doc
    assert (shown["state"], shown["priority"], shown["result"]) == ("pending", 5, None)
    assert shown["args"] == {"paths": [str(papers / "sop")], "manifest": None, "unit": "BPAD", "retry_failed": True}


def test_nothing_is_queued_of_a_path_that_is_missing(rujukan: Rujukan, tmp_path: Path) -> None:
    assert rujukan("index", tmp_path / "tidak ada", "--queue", "--json").doc["error"]["code"] == "no_such_path"
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("flags", [("--priority", "1"), ("--queue", "--dry-run")])
def test_flags_that_make_no_sense_together(rujukan: Rujukan, papers: Path, flags: tuple[str, ...]) -> None:
    assert rujukan("index", papers, *flags, "--json").doc["error"]["code"] == "usage"


def test_jobs_are_steered_by_their_number(rujukan: Rujukan, papers: Path) -> None:
    rujukan("index", papers, "--queue")

    def now(command: str) -> tuple[str, str]:
        doc = rujukan("jobs", command, 1, "--json").doc
        return doc["state"], doc["control"]

    assert now("pause") == ("pending", "pause")
    assert now("resume") == ("pending", "run")
    assert now("cancel") == ("cancelled", "run")
    assert now("retry") == ("pending", "run")
    wrong = rujukan("jobs", "retry", 1, "--json")
    assert (wrong.code, wrong.doc["error"]["code"]) == (1, "wrong_state")
    unknown = rujukan("jobs", "cancel", 7, "--json")
    assert (unknown.code, unknown.doc["error"]["code"]) == (1, "no_such_job")


def test_people_read_sentences(rujukan: Rujukan, papers: Path) -> None:
    rujukan("init")
    assert "Belum ada pekerjaan" in rujukan("jobs", "list").out
    assert "Pekerjaan 1 masuk antrean" in rujukan("index", papers, "--queue").out
    assert "menunggu (dijeda)" in rujukan("jobs", "pause", 1).out
    assert "menunggu (dijeda)" in rujukan("jobs", "list").out
    assert "dilanjutkan: menunggu" in rujukan("jobs", "resume", 1).out
    assert "dibatalkan" in rujukan("jobs", "cancel", 1).out
    shown = rujukan("jobs", "show", 1).out
    assert "Dibatalkan atas permintaan." in shown
    assert str(papers) in shown


def test_a_running_job_tells_its_rate_and_the_time_that_is_left(rujukan: Rujukan, papers: Path, tmp_path: Path) -> None:
    rujukan("index", papers, "--queue")
    catalog = open_existing(tmp_path / "data")
    job = jobs.claim(catalog, ("index",), now=4e9, alone=False)
    assert job is not None
    jobs.beat(catalog, job, (30, 120, 1.5), now=4e9)
    shown = rujukan("jobs", "show", 1, "--json").doc
    assert (shown["done"], shown["total"], shown["rate"], shown["seconds_left"]) == (30, 120, 1.5, 60.0)
    assert "30/120 (1.5/detik, sisa 1:00)" in rujukan("jobs", "show", 1).out
    assert shown["silent"], "its signs of life lie far in the future: the clock was set back"
    assert "tidak memberi kabar" in rujukan("jobs", "list").out


def test_no_catalog_yet(rujukan: Rujukan) -> None:
    for args in (("jobs", "list"), ("jobs", "show", "1"), ("worker", "--once")):
        result = rujukan(*args, "--json")
        assert (result.code, result.doc["error"]["code"]) == (1, "no_catalog")

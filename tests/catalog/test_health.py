"""What the operator is told of the data folder: who writes, who works, what was proved and saved last."""

import os
import threading
import time

import pytest

from catalog import jobs, marks
from catalog.database import Catalog
from catalog.health import WORKER_EVERY, health
from catalog.jobs import LEASE_SECONDS
from catalog.lock import holder, writer_lock
from tests.catalog.test_jobs import put


def test_the_holder_of_the_writers_lock_is_known_for_as_long_as_it_holds_it(catalog: Catalog) -> None:
    assert holder(catalog.folder) is None
    with writer_lock(catalog.folder, "index"):
        held = holder(catalog.folder)
        assert held is not None
        assert (held.purpose, held.pid) == ("index", os.getpid())
    assert holder(catalog.folder) is None


def test_looking_who_holds_the_lock_never_keeps_a_writer_from_it(catalog: Catalog) -> None:
    over = threading.Event()

    def look() -> None:
        while not over.is_set():
            holder(catalog.folder)

    looking = threading.Thread(target=look)
    looking.start()
    try:
        for _ in range(50):
            with writer_lock(catalog.folder, "index"):
                pass
    finally:
        over.set()
        looking.join()


def test_a_lock_whose_words_are_no_words_is_nobodys(catalog: Catalog) -> None:
    with writer_lock(catalog.folder, "index"):
        catalog.folder.lock.write_text("{")
        assert holder(catalog.folder) is None


def test_a_worker_is_alive_while_its_mark_is_fresh_and_until_it_ends(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not health(catalog).worker_alive
    marks.leave(catalog, marks.WORKER, worker="contoh:1", ended=False)
    assert health(catalog).worker_alive
    later = time.time() + 5 * WORKER_EVERY
    with monkeypatch.context() as patched:
        patched.setattr("time.time", lambda: later)
        assert not health(catalog).worker_alive
    marks.leave(catalog, marks.WORKER, worker="contoh:1", ended=True)
    assert not health(catalog).worker_alive


def test_a_worker_that_runs_a_long_job_is_alive_whatever_its_mark_says(catalog: Catalog) -> None:
    put(catalog)
    job = jobs.claim(catalog, ("index",), now=time.time() - LEASE_SECONDS, alone=True)
    assert job is not None
    assert not health(catalog).worker_alive  # its last sign is too old
    jobs.beat(catalog, job, (1, 2, 1.0), now=time.time())
    assert health(catalog).worker_alive


def test_what_was_verified_and_saved_last_is_told(catalog: Catalog) -> None:
    now = health(catalog)
    assert (now.verified, now.backup, now.generation, now.tail) == (None, None, None, 0)
    marks.leave(catalog, marks.VERIFY, findings=2, originals=5)
    marks.leave(catalog, marks.BACKUP, folder="/cadangan", originals=5)
    now = health(catalog)
    assert (now.verified or {})["findings"] == 2
    assert (now.backup or {})["folder"] == "/cadangan"
    assert now.disk_total >= now.disk_free > 0


def test_a_mark_that_cannot_be_written_is_left_out(catalog: Catalog) -> None:
    catalog.db.execute("PRAGMA query_only = ON")
    assert not marks.leave(catalog, marks.VERIFY, findings=0)
    catalog.db.execute("PRAGMA query_only = OFF")
    assert marks.left(catalog, marks.VERIFY) is None

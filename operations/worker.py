"""The command `worker`: takes up queued jobs one at a time, each under the writer's lock for as long as it runs.

Between two jobs the lock is free, so that a command in a foreground gets its turn.
"""

import math
import sqlite3
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import click

from catalog import editions, job_orders, jobs, known_copies, lifecycle, marks, purging, uploads
from catalog.database import Catalog
from catalog.errors import RujukanError, in_words
from catalog.health import WORKER_EVERY
from catalog.job_requests import STATES
from catalog.jobs import Job
from catalog.lock import writer_lock
from operations import printing
from operations.checking import verify_job
from operations.edition_jobs import compare_job, estimate_job, reclaim_job, rollback_job, switch_job
from operations.indexing import EXIT_SOME_FAILED, index_job
from operations.notices import tell_beside
from operations.publishing import publish_job
from operations.purging import purge_job
from operations.reindexing import reindex_job
from operations.running import Stop, Watch, heeding_signals
from operations.session import Session
from operations.uploads import title_job, upload_job
from search.opening import open_words

TELL_EVERY = 600.0
"""Seconds between two looks for what people are to be told of."""
LOOK_EVERY = 1.0
"""Seconds between two looks for a job, while none waits or somebody else writes."""

KINDS: dict[str, Callable[[Session, Catalog, Watch], str]] = {
    "index": index_job,
    "reindex": reindex_job,
    "verify": verify_job,
    job_orders.ESTIMATE: estimate_job,
    "compare": compare_job,
    "switch": switch_job,
    "rollback": rollback_job,
    "reclaim": reclaim_job,
    uploads.JOB: upload_job,
    "publish": publish_job,
    purging.JOB: purge_job,
    uploads.TITLE_JOB: title_job,
}
"""The kinds of jobs that a worker takes up: each runs as long as the watch lets it, and returns how it came out."""

Turn = dict[str, Any]
"""What became of a job when a worker let go of it; `failed` counts its items that failed."""


@click.command("worker")
@click.option("--once", is_flag=True, help="End when no job waits any more.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def worker_command(session: Session, *, once: bool, as_json: bool) -> None:
    """Run queued jobs until stopped; SIGTERM or Ctrl-C ends it after the item at hand."""
    session.open().close()
    with heeding_signals() as stop:
        turns = deque(work(session, stop, once=once), maxlen=1000)
    if as_json:
        printing.document({"schema": 1, "jobs": list(turns)})
    sys.exit(EXIT_SOME_FAILED if any(turn["state"] == "failed" or turn["failed"] for turn in turns) else 0)


def work(session: Session, stop: Stop, *, once: bool) -> Iterator[Turn]:
    """Run jobs and yield what became of each; ends when asked to stop and, with `once`, when none waits."""
    _bring_up_words(session)
    told = notified = -math.inf
    copies = False
    while not stop.asked:
        if not once and time.monotonic() - notified >= TELL_EVERY:
            notified = time.monotonic()
            tell_beside(session)
            copies = True
        if time.monotonic() - told >= WORKER_EVERY:
            told = time.monotonic()
            _leave_mark(session, ended=False)
        waits, runs = _look(session)
        turn, locked = _try(session, stop) if waits or runs else (None, False)
        if turn is not None:
            yield turn
        elif once and not (waits and locked):
            break
        elif copies:
            copies = _know_copies(session)
        else:
            stop.sleep(LOOK_EVERY)
    _leave_mark(session, ended=True)


def _know_copies(session: Session) -> bool:
    """Work out what a few versions are copies of that were stored before that was known; tell whether there are more.

    Only while no job waits: of a large catalog it takes minutes.
    """
    try:
        with closing(session.open()) as catalog:
            return known_copies.remember_some(catalog) > 0
    except (RujukanError, sqlite3.OperationalError) as error:
        printing.aloud(f"Salinan naskah belum selesai dibandingkan: {error}")
        return False


def _bring_up_words(session: Session) -> None:
    """Order a publication where the index of words cannot be asked, as after an upgrade that gave it other fields."""
    with closing(session.open()) as catalog:
        if editions.current(catalog) is not None and not open_words(catalog).usable:
            lifecycle.queue_publication(catalog)


def _leave_mark(session: Session, *, ended: bool) -> None:
    with closing(session.open()) as catalog:
        marks.leave(catalog, marks.WORKER, worker=jobs.worker_name(), ended=ended)


def _look(session: Session) -> tuple[bool, bool]:
    """Return whether a job waits, and whether one is called running: its process may have died."""
    # Opened anew each time: a restored catalog may lie in the place of the old one.
    with closing(session.open()) as catalog:
        return jobs.waiting(catalog, KINDS) is not None, jobs.any_running(catalog)


def _try(session: Session, stop: Stop) -> tuple[Turn | None, bool]:
    """Run one job if the writer's lock is free; return what became of it, and whether somebody else writes."""
    try:
        with writer_lock(session.folder, "worker"), closing(session.open()) as catalog:
            job = jobs.claim(catalog, KINDS, now=time.time(), alone=True)
            return (None if job is None else _run(session, catalog, job, stop)), False
    except RujukanError as error:
        if error.code != "locked":
            raise
        return None, True
    except sqlite3.OperationalError as error:
        raise in_words(error) from error


def _run(session: Session, catalog: Catalog, job: Job, stop: Stop) -> Turn:
    again = f", percobaan ke-{job.attempts}. {job.reason}" if job.attempts > 1 else "."
    click.echo(f"Pekerjaan {job.id} ({job.kind}) dimulai{again}", err=True)
    watch = Watch(catalog, job, stop, tuple(KINDS))
    outcome = ""
    try:
        with watch:
            outcome = KINDS[job.kind](session, catalog, watch)
    except RujukanError:
        pass  # its row tells the error; the next job may well do
    click.echo(f"Pekerjaan {job.id} {STATES.get(watch.ended, 'dilepas')}. {watch.reason or outcome}", err=True)
    failed = (watch.result or {}).get("failed", 0)
    return {"id": job.id, "kind": job.kind, "state": watch.ended, "reason": watch.reason, "failed": failed}

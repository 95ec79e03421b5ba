"""Jobs as durable rows, as workers see them: put, taken up, kept alive, ended. A process may go; its row stays.

The real proof that nobody runs a job is the writer's lock, which the kernel takes back from a process however it ends.
The lease, by the wall clock, is for those who do not hold that lock.
"""

import json
import os
import socket
import time
from collections.abc import Collection
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from catalog.database import Catalog
from catalog.errors import RujukanError

LEASE_SECONDS = 300
"""How long a job counts as alive after its last sign; one item takes less."""

MOST_DEATHS = 10
"""Processes that may die over one job before it is called failed: it is likely to be what kills them."""

RESULTS_KEPT = 200
"""Jobs, from the youngest, whose results are kept; of older ones the rest of the row is."""

CLOCK_SLACK = 5
"""Seconds that clocks may differ before a sign of life from the future means that the clock was set back."""


@dataclass(frozen=True)
class Job:
    """One row: what is to be done, how far it is, what became of it. Times are Unix seconds, `rate` is items/s.

    `queued` jobs belong to the workers, who take them up again when they were interrupted; the others ran in a
    foreground. `control` is what was asked for (run, pause, cancel); `deaths` counts processes that vanished over it.
    """

    id: int
    kind: str
    args: dict[str, Any]
    priority: int
    queued: bool
    state: str
    control: str
    attempts: int
    deaths: int
    reason: str
    worker: str | None
    heartbeat: int | None
    lease: int | None
    created: int
    started: int | None
    finished: int | None
    done: int
    total: int
    rate: float

    @property
    def seconds_left(self) -> float | None:
        """Return the time that is left at the present rate, None where it cannot be told."""
        if self.state != "running" or not self.rate:
            return None
        return max(0, self.total - self.done) / self.rate


COLUMNS = ", ".join(field.name for field in fields(Job))


def worker_name() -> str:
    """Return who this process is: host and process id."""
    return f"{socket.gethostname()}:{os.getpid()}"


def add(catalog: Catalog, kind: str, args: dict[str, Any], *, priority: int = 0) -> Job:
    """Put a job for the workers; a higher priority passes a lower one, among equals the older comes first."""
    with catalog.writing():
        return get(catalog, _insert(catalog, kind, args, priority, queued=True))


def start(catalog: Catalog, kind: str, args: dict[str, Any], *, now: float) -> Job:
    """Put a job that this process, the holder of the writer's lock, runs in its foreground from now on."""
    with catalog.writing():
        _tell_dead(catalog, now, alone=True)
        return _begin(catalog, _insert(catalog, kind, args, 0, queued=False), now)


def claim(catalog: Catalog, kinds: Collection[str], *, now: float, alone: bool) -> Job | None:
    """Take up the next job of these kinds, in one transaction; None if none waits.

    Jobs whose worker is dead are told interrupted first, and may be the ones taken up. `alone` says that the caller
    holds the writer's lock: whatever is still called running is then dead, be its lease and the clock as they may.
    """
    with catalog.writing():
        _tell_dead(catalog, now, alone=alone)
        found = _next(catalog, kinds)
        return None if found is None else _begin(catalog, found, now)


def beat(catalog: Catalog, job: Job, progress: tuple[int, int, float], *, now: float) -> str:
    """Give a sign of life with (done, total, items/s); return the control, or `lost` if another took the job up."""
    with catalog.writing():
        rows = catalog.db.execute(
            "UPDATE job SET done = ?, total = ?, rate = ?, heartbeat = ?, lease = ?"
            " WHERE id = ? AND attempts = ? AND state = 'running' RETURNING control",
            [*progress, int(now), int(now) + LEASE_SECONDS, job.id, job.attempts],
        ).fetchall()
    return str(rows[0][0]) if rows else "lost"


def end(catalog: Catalog, job: Job, state: str, reason: str = "", result: dict[str, Any] | None = None) -> bool:
    """Write down how this attempt ended; False, and nothing written, if another process has the job by now.

    The state `pending` gives the job back for later; a pause that was asked for then stays asked for.
    """
    with catalog.writing():
        cursor = catalog.db.execute(
            "UPDATE job SET state = ?, reason = ?, result = ?, finished = ?, control = iif(?, control, 'run')"
            " WHERE id = ? AND attempts = ? AND state = 'running'",
            [
                *(state, reason, None if result is None else json.dumps(result)),
                *(None if state == "pending" else int(time.time()), state == "pending"),
                *(job.id, job.attempts),
            ],
        )
        catalog.db.execute(
            "UPDATE job SET result = NULL WHERE result IS NOT NULL AND id <= (SELECT max(id) FROM job) - ?",
            [RESULTS_KEPT],
        )
    return cursor.rowcount > 0


def waiting(catalog: Catalog, kinds: Collection[str]) -> Job | None:
    """Return the job of these kinds that is next to be taken up."""
    found = _next(catalog, kinds)
    return None if found is None else get(catalog, found)


def any_running(catalog: Catalog) -> bool:
    """Return whether a job is called running: it runs, or the process that ran it has died."""
    return bool(catalog.db.execute("SELECT 1 FROM job WHERE state = 'running' LIMIT 1").fetchall())


def silent(job: Job, *, now: float) -> bool:
    """Return whether a job is called running though its lease ran out, or its process is gone from this host."""
    if job.state != "running" or job.heartbeat is None or job.lease is None:
        return False
    host, _, pid = (job.worker or "").rpartition(":")
    gone = host == socket.gethostname() and not Path("/proc", pid).exists()
    return gone or job.lease <= now or job.heartbeat > now + CLOCK_SLACK


def get(catalog: Catalog, number: int) -> Job:
    """Return a job; RujukanError `no_such_job` if there is none of that number."""
    for row in catalog.db.query(f"SELECT {COLUMNS} FROM job WHERE id = ?", [number]):
        return job_of(row)
    raise RujukanError(
        "no_such_job", f"Tidak ada pekerjaan bernomor {number}. Lihat nomornya dengan `rujukan jobs list`."
    )


def job_of(row: dict[str, Any]) -> Job:
    """Return the job of a row with COLUMNS."""
    return Job(**row | {"args": json.loads(row["args"]), "queued": bool(row["queued"])})


def _insert(catalog: Catalog, kind: str, args: dict[str, Any], priority: int, *, queued: bool) -> int:
    rows = catalog.db.execute(
        "INSERT INTO job (kind, args, priority, queued, state, created) VALUES (?, ?, ?, ?, 'pending', ?) RETURNING id",
        [kind, json.dumps(args), priority, queued, int(time.time())],
    ).fetchall()
    return int(rows[0][0])


def _next(catalog: Catalog, kinds: Collection[str]) -> int | None:
    rows = catalog.db.execute(
        "SELECT id FROM job WHERE (state = 'pending' OR (state = 'interrupted' AND queued)) AND control = 'run'"
        f" AND kind IN ({', '.join('?' * len(kinds))}) ORDER BY priority DESC, id LIMIT 1",
        list(kinds),
    ).fetchall()
    return int(rows[0][0]) if rows else None


def _begin(catalog: Catalog, number: int, now: float) -> Job:
    catalog.db.execute(
        "UPDATE job SET state = 'running', attempts = attempts + 1, worker = ?, started = ?, heartbeat = ?, lease = ?,"
        " finished = NULL, done = 0, total = 0, rate = 0.0, result = NULL WHERE id = ?",
        [worker_name(), int(now), int(now), int(now) + LEASE_SECONDS, number],
    )
    return get(catalog, number)


def _tell_dead(catalog: Catalog, now: float, *, alone: bool) -> None:
    """Tell the jobs whose process is dead: cancelled where that was asked for, failed after too many deaths."""
    catalog.db.execute(
        "UPDATE job SET deaths = deaths + 1, finished = ?, control = iif(control = 'pause', 'pause', 'run'),"
        " state = CASE WHEN control = 'cancel' THEN 'cancelled' WHEN deaths + 1 >= ? THEN 'failed'"
        " ELSE 'interrupted' END,"
        " reason = 'Percobaan ' || attempts || ' terputus: proses ' || worker || ' mati tanpa pesan.'"
        " WHERE state = 'running' AND (? OR lease <= ? OR heartbeat > ?)",
        [int(now), MOST_DEATHS, alone, now, now + CLOCK_SLACK],
    )

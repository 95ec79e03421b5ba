"""How the service is at this moment, for the operator: who writes, who works, what was proved and saved last."""

import shutil
import time
from dataclasses import dataclass
from typing import Any

from catalog import changes, editions, generations, job_requests, jobs, marks
from catalog.database import Catalog
from catalog.lock import Holder, holder
from catalog.marks import Said

WORKER_EVERY = 30
"""Seconds between two marks of a worker that waits for work; one that runs a job gives signs of life there."""


@dataclass(frozen=True)
class Health:
    """The state of the data folder; times in Unix seconds, sizes in bytes.

    `worker` is the last mark that a worker left, `worker_alive` whether it is fresh or a job of the queue runs.
    `tail` counts the passages that changed after `generation`, which each question searches one by one.
    """

    disk_free: int
    disk_total: int
    writer: Holder | None
    worker: Said | None
    worker_alive: bool
    verified: Said | None
    backup: Said | None
    generation: int | None
    tail: int
    jobs: dict[str, int]

    def to_json(self) -> dict[str, Any]:
        """Return it as documents show it."""
        return vars(self) | {"writer": self.writer and vars(self.writer)}


def health(catalog: Catalog) -> Health:
    """Return the state as of now."""
    disk = shutil.disk_usage(catalog.folder.root)
    with catalog.reading():
        generation, tail = _base(catalog)
        worker = marks.left(catalog, marks.WORKER)
        return Health(
            disk_free=disk.free,
            disk_total=disk.total,
            writer=holder(catalog.folder),
            worker=worker,
            worker_alive=worker_alive(catalog),
            verified=marks.left(catalog, marks.VERIFY),
            backup=marks.left(catalog, marks.BACKUP),
            generation=generation,
            tail=tail,
            jobs=job_requests.by_state(catalog),
        )


def worker_alive(catalog: Catalog) -> bool:
    """Tell whether a worker looked for work a moment ago, or runs a job of the queue."""
    now = time.time()
    return _fresh(marks.left(catalog, marks.WORKER), now) or _works(catalog, now)


def _base(catalog: Catalog) -> tuple[int | None, int]:
    edition = editions.current(catalog)
    if edition is None:
        return None, 0
    base = generations.current(catalog, edition.vectors)
    tail = changes.count_since(catalog, base.base_seq if base else 0, edition.splitting.number)
    return (base.id if base else None), tail


def _fresh(worker: Said | None, now: float) -> bool:
    """Tell whether a worker looked for work a moment ago; three marks may be missed."""
    return worker is not None and not worker["ended"] and abs(now - worker["at"]) <= 4 * WORKER_EVERY


def _works(catalog: Catalog, now: float) -> bool:
    running, _ = job_requests.page(catalog, ("running",), 0, 10)
    return any(job.queued and not jobs.silent(job, now=now) for job in running)

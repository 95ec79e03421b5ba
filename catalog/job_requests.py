"""Jobs as people see them: listed, shown, cancelled, paused, resumed, retried."""

import json
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.jobs import COLUMNS, Job, get, job_of

STATES = {
    "pending": "menunggu",
    "running": "berjalan",
    "done": "selesai",
    "failed": "gagal",
    "cancelled": "dibatalkan",
    "interrupted": "terputus",
}
"""The states of a job, and how they are called in Indonesian."""


def listing(catalog: Catalog, limit: int) -> list[Job]:
    """Return the youngest jobs, the youngest first."""
    rows = catalog.db.query(f"SELECT {COLUMNS} FROM job ORDER BY id DESC LIMIT ?", [limit])
    return [job_of(row) for row in rows]


def page(catalog: Catalog, states: Collection[str], first: int, most: int) -> tuple[list[Job], int]:
    """Return jobs in any of these states, the youngest first, `most` of them after `first`; and how many there are."""
    where = f"state IN ({', '.join('?' * len(states))})"
    rows = catalog.db.query(
        f"SELECT {COLUMNS} FROM job WHERE {where} ORDER BY id DESC LIMIT ? OFFSET ?", [*states, most, first]
    )
    found = [job_of(row) for row in rows]
    return found, int(catalog.db.execute(f"SELECT count(*) FROM job WHERE {where}", list(states)).fetchone()[0])


def by_state(catalog: Catalog) -> dict[str, int]:
    """Return how many jobs are in each state."""
    counted = dict(catalog.db.execute("SELECT state, count(*) FROM job GROUP BY state").fetchall())
    return {state: counted.get(state, 0) for state in STATES}


def ended_by_day(catalog: Catalog, days: int) -> dict[str, dict[str, int]]:
    """Return of the last days, today last, how many jobs ended on each and how, by the days of this machine."""
    today = date.today()
    wanted = [(today - timedelta(days=back)).isoformat() for back in reversed(range(days))]
    found = {day: dict.fromkeys(("done", "failed", "cancelled", "interrupted"), 0) for day in wanted}
    rows = catalog.db.execute(
        "SELECT date(finished, 'unixepoch', 'localtime') AS day, state, count(*) FROM job"
        " WHERE finished >= unixepoch('now', ?) GROUP BY 1, 2",
        [f"-{days} days"],
    )
    for day, state, count in rows:
        if day in found and state in found[day]:
            found[day][state] += count
    return found


def result(catalog: Catalog, number: int) -> dict[str, Any] | None:
    """Return what a job wrote down when it ended, None where it has not, or where that was long ago."""
    rows = catalog.db.query("SELECT result FROM job WHERE id = ? AND result IS NOT NULL", [number])
    return next((json.loads(row["result"]) for row in rows), None)


def files_per_second(catalog: Catalog) -> float | None:
    """Return how many files the latest runs read in a second, None where none that read files is on record."""
    rows = catalog.db.execute(
        "SELECT sum(files), sum(seconds) FROM (SELECT json_extract(result, '$.indexed') AS files,"
        " json_extract(result, '$.seconds') AS seconds FROM job"
        " WHERE state = 'done' AND result IS NOT NULL AND files > 0 ORDER BY id DESC LIMIT 10)"
    )
    files, seconds = rows.fetchone()
    return files / seconds if files and seconds else None


def cancel(catalog: Catalog, number: int) -> Job:
    """Cancel a job: one that waits at once, one that runs between two of its items."""
    with catalog.writing():
        job = _check(get(catalog, number), "dibatalkan", ("pending", "running", "interrupted"))
        if job.state == "running":
            return _set(catalog, number, control="cancel")
        return _set(catalog, number, state="cancelled", control="run", reason="Dibatalkan atas permintaan.")


def pause(catalog: Catalog, number: int) -> Job:
    """Pause a job: one that waits is not taken up, one that runs stops between two of its items."""
    with catalog.writing():
        _check(get(catalog, number), "dijeda", ("pending", "running", "interrupted"))
        return _set(catalog, number, control="pause")


def resume(catalog: Catalog, number: int) -> Job:
    """Let a paused job go on."""
    with catalog.writing():
        job = _check(get(catalog, number), "dilanjutkan", ("pending", "running", "interrupted"))
        if job.control != "pause":
            raise RujukanError("wrong_state", f"Pekerjaan {number} tidak sedang dijeda, jadi tidak perlu dilanjutkan.")
        return _set(catalog, number, control="run")


def retry(catalog: Catalog, number: int) -> Job:
    """Put a job that failed, was cancelled or was interrupted for the workers again."""
    with catalog.writing():
        _check(get(catalog, number), "diulang", ("failed", "cancelled", "interrupted"))
        return _set(catalog, number, state="pending", control="run", queued=1, deaths=0, reason="", finished=None)


def _check(job: Job, wanted: str, states: tuple[str, ...]) -> Job:
    if job.control == "cancel" and wanted != "dibatalkan":
        raise RujukanError("wrong_state", f"Pekerjaan {job.id} sedang dibatalkan, sehingga tidak dapat {wanted}.")
    if job.state not in states:
        may = ", ".join(STATES[state] for state in states)
        raise RujukanError(
            "wrong_state",
            f"Pekerjaan {job.id} {STATES[job.state]}, sehingga tidak dapat {wanted}; yang dapat hanya yang {may}.",
        )
    return job


def _set(catalog: Catalog, number: int, **values: object) -> Job:
    sets = ", ".join(f"{name} = ?" for name in values)
    catalog.db.execute(f"UPDATE job SET {sets} WHERE id = ?", [*values.values(), number])
    return get(catalog, number)

"""The commands `jobs`: list, show, cancel, pause, resume, retry."""

import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import click

from catalog import job_requests
from catalog.database import Catalog
from catalog.job_requests import STATES
from catalog.jobs import Job, get, silent
from operations import printing
from operations.session import Session

_JSON = click.option("--json", "as_json", is_flag=True)
_NUMBER = click.argument("number", metavar="ID", type=int)
_TIMES = ("created", "started", "finished", "heartbeat", "lease")


@click.group("jobs")
def jobs_command() -> None:
    """List, show and steer the jobs that workers and `rujukan index` run."""


@jobs_command.command("list")
@click.option("--limit", type=click.IntRange(1, 10_000), default=30, show_default=True)
@_JSON
@click.pass_obj
def list_command(session: Session, *, limit: int, as_json: bool) -> None:
    """List the youngest jobs, the youngest first."""
    found = job_requests.listing(session.open(), limit)
    if as_json:
        printing.document({"schema": 1, "jobs": [document(job) for job in found]})
        return
    for job in found:
        click.echo(f"{job.id:>5}  {_state(job):22}  {job.kind:8}  {_progress(job)}  {job.reason}".rstrip())
    if not found:
        click.echo("Belum ada pekerjaan.")


@jobs_command.command("show")
@_NUMBER
@_JSON
@click.pass_obj
def show_command(session: Session, number: int, *, as_json: bool) -> None:
    """Show one job: how far it is, at what rate, how long it will take, and its result."""
    catalog = session.open()
    job, result = get(catalog, number), job_requests.result(catalog, number)
    if as_json:
        printing.document({"schema": 1, **document(job), "result": result})
        return
    click.echo(f"Pekerjaan {job.id} ({job.kind}): {_state(job)}. {job.reason}".rstrip())
    click.echo(f"kemajuan    {_progress(job)}")
    click.echo(f"prioritas   {job.priority}; percobaan ke-{job.attempts}; pekerja {job.worker or '-'}")
    for name, at in (("dibuat", job.created), ("dimulai", job.started), ("berakhir", job.finished)):
        click.echo(f"{name:11} {_local(at)}")
    for key, value in (job.args | _counts(result)).items():
        if value is not None:
            click.echo(f"{key:11} {', '.join(value) if isinstance(value, list) else value}")


def document(job: Job) -> dict[str, Any]:
    """Return a job as JSON: times in UTC, `silent` if it is called running but seems dead, no result."""
    times = {name: _utc(getattr(job, name)) for name in _TIMES}
    left = job.seconds_left
    more = {"seconds_left": None if left is None else round(left, 1), "silent": silent(job, now=time.time())}
    return asdict(job) | times | more | {"rate": round(job.rate, 2)}


def _steer(name: str, ask: Callable[[Catalog, int], Job], told: str, help_text: str) -> None:
    """Make the command `jobs NAME ID`; `told` is its sentence for people."""

    @jobs_command.command(name, help=help_text)
    @_NUMBER
    @_JSON
    @click.pass_obj
    def command(session: Session, number: int, *, as_json: bool) -> None:
        job = ask(session.open(), number)
        if as_json:
            printing.document({"schema": 1, **document(job)})
        else:
            click.echo(told.format(job=job, state=_state(job)))


_steer("cancel", job_requests.cancel, "Pekerjaan {job.id}: {state}.", "Cancel a job, between two items if it runs.")
_steer("pause", job_requests.pause, "Pekerjaan {job.id}: {state}.", "Pause a job, between two items if it runs.")
_steer("resume", job_requests.resume, "Pekerjaan {job.id} dilanjutkan: {state}.", "Let a paused job go on.")
_steer("retry", job_requests.retry, "Pekerjaan {job.id} masuk antrean lagi.", "Queue a job that did not end well.")


def _state(job: Job) -> str:
    if silent(job, now=time.time()):
        return "tidak memberi kabar"
    if job.control == "cancel":
        return "sedang dibatalkan"
    return STATES[job.state] + (" (dijeda)" if job.control == "pause" else "")


def _progress(job: Job) -> str:
    if not job.total:
        return "-"
    text = f"{job.done}/{job.total}"
    if (left := job.seconds_left) is not None:
        text += f" ({job.rate:.1f}/detik, sisa {int(left) // 60}:{int(left) % 60:02})"
    return text


def _counts(result: dict[str, Any] | None) -> dict[str, Any]:
    counts = ("indexed", "unchanged", "failed", "skipped", "seconds")
    return {name: result[name] for name in counts if name in result} if result else {}


def _utc(at: int | None) -> str | None:
    return None if at is None else datetime.fromtimestamp(at, UTC).isoformat().replace("+00:00", "Z")


def _local(at: int | None) -> str:
    return "-" if at is None else datetime.fromtimestamp(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")

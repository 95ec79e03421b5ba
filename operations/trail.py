"""The command `audit`: what was done by whom, and the hash that stands for all of it."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import click

from catalog import trail
from catalog.trail import Entry
from operations import printing
from operations.session import Session


@click.command("audit")
@click.option("--limit", type=click.IntRange(1, 100_000), default=50, show_default=True)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def audit_command(session: Session, *, limit: int, as_json: bool) -> None:
    """List the youngest rows of the audit trail; keep the hash of the first in another place to prove the rest."""
    found = trail.latest(session.open(), limit)
    if as_json:
        printing.document({"schema": 1, "entries": [_document(entry) for entry in found]})
        return
    for entry in found:
        said = " ".join(f"{name}={value}" for name, value in entry.detail.items())
        click.echo(f"{entry.seq:>6}  {_utc(entry)}  {entry.actor}  {entry.action}  {entry.subject}  {said}".rstrip())
    click.echo(f"hash baris terakhir: {found[0].hash}" if found else "Jejak audit masih kosong.")


def _document(entry: Entry) -> dict[str, Any]:
    return asdict(entry) | {"at": _utc(entry)}


def _utc(entry: Entry) -> str:
    return datetime.fromtimestamp(entry.at, UTC).isoformat(timespec="seconds")

"""Commands that keep the catalog: backup and restore."""

import time
from dataclasses import replace
from pathlib import Path

import click

from catalog import backup as backups
from catalog import editions, marks, trail
from catalog.restore import restoring
from embedding.cores import available_cores
from engine.engine import Engine
from operations import printing
from operations.session import Session, actor

_FOLDER = click.argument("folder", type=click.Path(path_type=Path, readable=False))
_JSON = click.option("--json", "as_json", is_flag=True)


@click.command("backup")
@_FOLDER
@click.option("--trust-sizes", is_flag=True, help="Do not read again what FOLDER holds already; sizes are compared.")
@_JSON
@click.pass_obj
def backup_command(session: Session, folder: Path, *, trust_sizes: bool, as_json: bool) -> None:
    """Bring the backup set in FOLDER up to the catalog, while others read and write it."""
    began = time.monotonic()
    catalog = session.open()
    report = backups.backup(catalog, folder, trust_sizes=trust_sizes)
    manifest = report.manifest
    if marks.leave(catalog, marks.BACKUP, folder=str(folder.absolute()), originals=len(manifest.originals)):
        trail.append(catalog, actor(), "catalog.backup", digest=manifest.digest, originals=len(manifest.originals))
    done = {
        "folder": str(folder.absolute()),
        "originals": len(manifest.originals),
        "copied": report.copied,
        "removed": report.removed,
        "bytes": manifest.database_bytes + sum(manifest.originals.values()),
        "digest": manifest.digest,
        "seconds": round(time.monotonic() - began, 3),
    }
    if as_json:
        printing.document({"schema": 1, **done})
        return
    click.echo(
        f"Cadangan di {folder} utuh: {done['originals']} berkas asli ({report.copied} disalin, {report.removed}"
        f" dihapus), {done['bytes']} byte, {done['seconds']} detik.\ndigest {manifest.digest}"
    )


@click.command("restore")
@_FOLDER
@_JSON
@click.pass_obj
def restore_command(session: Session, folder: Path, *, as_json: bool) -> None:
    """Bring a backup set back into an empty data folder, all of it or nothing, and build its indexes."""
    began = time.monotonic()
    with restoring(folder, session.data) as (catalog, manifest):
        edition = editions.current(catalog)
        if edition is not None:
            engine = Engine.open(catalog.folder, edition.vectors, edition.model.width, threads=available_cores())
            replace(engine, tell=printing.aloud).rebuild(catalog)
        trail.append(catalog, actor(), "catalog.restore", digest=manifest.digest, made=manifest.made)
    done = {
        "data": str(session.data),
        "originals": len(manifest.originals),
        "made": manifest.made,
        "digest": manifest.digest,
        "seconds": round(time.monotonic() - began, 3),
    }
    if as_json:
        printing.document({"schema": 1, **done})
        return
    click.echo(
        f"Katalog dipulihkan ke {session.data} dari cadangan {manifest.made}: {done['originals']} berkas asli,"
        f" {done['seconds']} detik.\ndigest {manifest.digest}"
    )

"""The commands `sources`: folders that are indexed again by name."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from catalog import files, sources, storing
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.lock import writer_lock
from catalog.opening import create
from catalog.sources import SourceFolder
from indexer.outcome import Run
from indexer.quiet import QUIET, without_restless
from indexer.sources import Scan, scan
from operations import flags, printing
from operations.indexing import EXIT_SOME_FAILED, options_of, print_run, run_in_foreground
from operations.session import Session

_JSON = click.option("--json", "as_json", is_flag=True)


@dataclass(frozen=True)
class Turn:
    """What became of one named folder: its run, or the error for which it could not be run."""

    folder: SourceFolder
    run: Run | None
    error: RujukanError | None

    def to_json(self) -> dict[str, Any]:
        """Return the document of its run with name and path, or with the error."""
        told = {"name": self.folder.name, "path": str(self.folder.path)}
        if self.error is not None:
            return told | {"error": {"code": self.error.code, "message": self.error.message}}
        run = {name: value for name, value in self.run.to_json().items() if name != "schema"} if self.run else {}
        return told | {"error": None} | run

    @property
    def failed(self) -> bool:
        """Tell whether the folder, or one of its files, failed."""
        return self.run is None or self.run.count("failed") > 0


@click.group("sources")
def sources_command() -> None:
    """Index folders again by name, each with its own flags."""


@sources_command.command("add")
@click.argument("name")
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@flags.index_flags
@_JSON
@click.pass_obj
def add_command(session: Session, /, name: str, path: Path, *, as_json: bool, **given: object) -> None:
    """Remember the folder PATH as NAME, with the flags that `sources run` gives to `index`; nothing is read yet."""
    if not name.strip():
        raise click.UsageError("Nama sumber tidak boleh kosong.")
    if not path.is_dir():
        raise RujukanError("no_such_path", f"Folder {path} tidak ada atau bukan folder. Periksa ejaannya.")
    said: dict[str, Any] = given
    folder = SourceFolder(name, path.absolute(), flags.kept(said))
    with writer_lock(session.folder, "sources add"):
        catalog = create(session.data)
        options_of(catalog, folder.flags)
        sources.add(catalog, folder)
    if as_json:
        printing.document({"schema": 1, **_told(folder)})
    else:
        click.echo(f"Sumber “{name}” terdaftar: {folder.path}. Jalankan dengan `rujukan sources run {name}`.")


@sources_command.command("remove")
@click.argument("name")
@_JSON
@click.pass_obj
def remove_command(session: Session, name: str, *, as_json: bool) -> None:
    """Forget the name; what was indexed of it stays until it is dropped."""
    sources.remove(session.open(), name)
    if as_json:
        printing.document({"schema": 1, "removed": name})
    else:
        click.echo(f"Sumber “{name}” tidak lagi terdaftar; asetnya tetap ada.")


@sources_command.command("list")
@_JSON
@click.pass_obj
def list_command(session: Session, *, as_json: bool) -> None:
    """List the named folders, and how many of their files are known, failed and gone."""
    catalog = session.open()
    found = [(folder, sources.held(catalog, folder.name)) for folder in sources.folders(catalog)]
    if as_json:
        printing.document({"schema": 1, "sources": [_told(folder) | vars(held) for folder, held in found]})
        return
    for folder, held in found:
        said = " ".join(f"{name}={value}" for name, value in folder.flags.items() if value is not None)
        click.echo(f"{folder.name}: {folder.path} {said}".rstrip())
        click.echo(f"   {held.files} berkas, {held.failed} gagal, {held.gone} hilang")
    if not found:
        click.echo("Belum ada sumber. Daftarkan dengan `rujukan sources add NAMA FOLDER`.")


def _told(folder: SourceFolder) -> dict[str, Any]:
    return {"name": folder.name, "path": str(folder.path), "flags": folder.flags}


@sources_command.command("run")
@click.argument("names", nargs=-1)
@click.option(
    "--quiet",
    type=click.FloatRange(0, 3600),
    default=QUIET,
    show_default=True,
    help="Seconds without a change after which a file is read.",
)
@_JSON
@click.pass_obj
def run_command(session: Session, names: tuple[str, ...], *, quiet: float, as_json: bool) -> None:
    """Index the named folders again, all unless told; files that are still being written wait for the next run."""
    session.open().close()
    turns = []
    with writer_lock(session.folder, "sources run"):
        for turn in run_folders(session, session.open(), names, quiet):
            turns.append(turn)
            if not as_json:
                _print(turn)
    if as_json:
        printing.document({"schema": 1, "sources": [turn.to_json() for turn in turns]})
    sys.exit(EXIT_SOME_FAILED if any(turn.failed for turn in turns) else 0)


def run_folders(session: Session, catalog: Catalog, names: tuple[str, ...], quiet: float) -> Iterator[Turn]:
    """Index named folders one after another; one that cannot be listed, or whose flags are wrong, stops no other.

    For the holder of the writer's lock. RujukanError `unknown_source` before anything is run.
    """
    for folder in sources.named(catalog, names):
        args = {"paths": [str(folder.path)], "source": folder.name, **folder.flags}
        try:
            options_of(catalog, args)
            found = _quiet_scan(catalog, folder, quiet)
        except RujukanError as error:
            yield Turn(folder, None, error)
        else:
            yield Turn(folder, run_in_foreground(session, catalog, args, [found]), None)


def _quiet_scan(catalog: Catalog, folder: SourceFolder, quiet: float) -> Scan:
    with catalog.writing():
        source = storing.source_id(catalog, folder.name)
    known = {path: state.stat for path, state in files.states(catalog, source).items()}
    return without_restless(scan(folder.path, folder.name), known, quiet)


def _print(turn: Turn) -> None:
    click.echo(f"== {turn.folder.name}: {turn.folder.path}")
    if turn.error is not None:
        click.echo(f"gagal    {turn.error.message}")
    elif turn.run is not None:
        print_run(turn.run)

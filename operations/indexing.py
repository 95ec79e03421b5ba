"""Commands that write: init, index, drop."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from catalog import dropping, editions, job_requests, jobs, sources
from catalog.database import Catalog
from catalog.lock import writer_lock
from catalog.metadata import Metadata, check
from catalog.opening import create, open_existing
from embedding.cores import available_cores
from indexer import manifest, planning
from indexer.outcome import Item, Run
from indexer.run import Options, Tools, index
from indexer.sources import Scan, scan
from operations import demo, estimating, flags, printing
from operations.progress import Progress
from operations.running import Watch, in_foreground
from operations.session import Session, actor
from search.opening import BUNDLED

EXIT_SOME_FAILED = 3

Args = dict[str, Any]
"""The arguments of an index job as its row keeps them: absolute paths, and the flags by name."""


@click.command("init")
@click.option("--demo", "with_demo", is_flag=True, help="Also index the sample corpus.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def init_command(session: Session, *, with_demo: bool, as_json: bool) -> None:
    """Make the data folder and its catalog; doing it again changes nothing."""
    with writer_lock(session.folder, "init"):
        catalog = create(session.data)
        run = _index_sample(session, catalog) if with_demo else None
    if as_json:
        made = {"schema": 1, "data": str(session.data)}
        printing.document(made | ({"index": run.to_json()} if run else {}))
        return
    click.echo(f"Katalog siap di {session.data}.")
    if run is not None:
        print_run(run)


def _index_sample(session: Session, catalog: Catalog) -> Run:
    demo.refuse_other_assets(catalog)
    run = run_in_foreground(session, catalog, demo.args(), [demo.scan_sample()])
    demo.load_communities(catalog)
    return run


@click.command("index")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False))
@click.option("--source", help="Name of the source; the folder's absolute path unless told.")
@flags.index_flags
@flags.later_flags
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def index_command(session: Session, /, paths: tuple[Path, ...], *, as_json: bool, **given: object) -> None:
    """Index files and folders: read, split, embed, publish."""
    said: dict[str, Any] = given
    _check_call(paths, said)
    args = _args(paths, said)
    scans = _scans(args)
    if said["queue"]:
        print_queued(_queue(session, args, said["priority"] or 0), as_json=as_json)
        return
    run = _plan(session, args, scans) if said["dry_run"] else _index(session, args, scans)
    if as_json:
        sys.stdout.writelines(run.json_pieces())
    else:
        print_run(run)
    sys.exit(EXIT_SOME_FAILED if run.count("failed") else 0)


def _check_call(paths: tuple[Path, ...], given: dict[str, Any]) -> None:
    if given["source"] is not None and len(paths) > 1:
        raise click.UsageError("--source hanya untuk satu PATH; jalankan sekali untuk tiap sumber.")
    sources.check_name(given["source"] or "")
    flags.check_later(given)


def _args(paths: tuple[Path, ...], given: dict[str, Any]) -> Args:
    source = {"source": given["source"]} if given["source"] is not None else {}
    return {"paths": [str(path.absolute()) for path in paths], **source, **flags.kept(given)}


def _scans(args: Args) -> list[Scan]:
    return [scan(Path(path), args.get("source")) for path in args["paths"]]


def _queue(session: Session, args: Args, priority: int) -> jobs.Job:
    if not session.folder.database.is_file():
        with writer_lock(session.folder, "index"):
            create(session.data).close()
    catalog = session.open()
    options_of(catalog, args)
    return jobs.add(catalog, "index", args, priority=priority)


def print_queued(job: jobs.Job, *, as_json: bool) -> None:
    """Print the number of a job that waits for a worker."""
    if as_json:
        printing.document({"schema": 1, "job": job.id, "state": job.state, "priority": job.priority})
        return
    click.echo(
        f"Pekerjaan {job.id} masuk antrean. `rujukan worker` mengerjakannya;"
        f" kemajuannya terlihat dengan `rujukan jobs show {job.id}`."
    )


def _index(session: Session, args: Args, scans: list[Scan]) -> Run:
    with writer_lock(session.folder, "index"):
        return run_in_foreground(session, create(session.data), args, scans)


def run_in_foreground(session: Session, catalog: Catalog, args: Args, scans: list[Scan]) -> Run:
    """Run an index job here and now; RujukanError `interrupted` or `cancelled` if it was stopped before its end."""
    options = options_of(catalog, args)
    return in_foreground(catalog, "index", args, lambda watch: run_watched(session, catalog, (scans, options), watch))


def index_job(session: Session, catalog: Catalog, watch: Watch) -> str:
    """Run the index job that a worker took up, as the command does; return the sentence that tells its outcome."""
    args = watch.job.args
    return counts(run_watched(session, catalog, (_scans(args), options_of(catalog, args)), watch))


def _plan(session: Session, args: Args, scans: list[Scan]) -> Run:
    if not session.folder.database.is_file():
        run = planning.plan(None, scans, Options())
        return replace(run, foreseen=estimating.planned(run, None))
    catalog = open_existing(session.data)
    options = options_of(catalog, args)
    _tell_unmet(options, scans)
    run = planning.plan(catalog, scans, options)
    return replace(run, foreseen=estimating.planned(run, job_requests.files_per_second(catalog)))


def options_of(catalog: Catalog, args: Args) -> Options:
    """Return how a run is to be done; RujukanError for a flag whose value is none, or a manifest that is not there."""
    said = Metadata(**{name: args.get(name) for name in ("unit", "community", "access", "status", "kind")})
    check(catalog, said)
    return Options(
        given=said,
        manifest=manifest.load(catalog, Path(args["manifest"])) if args["manifest"] else manifest.EMPTY,
        workers=workers_of(args.get("workers")),
        retry_failed=bool(args.get("retry_failed")),
        checksum=bool(args.get("checksum")),
    )


def workers_of(asked: int | None) -> int:
    """Return how many processes read: half of the cores unless told."""
    return asked or max(1, available_cores() // 2)


def run_watched(session: Session, catalog: Catalog, what: tuple[list[Scan], Options], watch: Watch) -> Run:
    """Index what was scanned under the watch of a job, and leave the job its result."""
    scans, options = what
    _tell_unmet(options, scans)
    with shown(watch) as progress:
        run = index(tools_of(session, catalog), scans, options, progress, go_on=watch.go_on)
    watch.result = run.to_record()
    return run


def _tell_unmet(options: Options, scans: list[Scan]) -> None:
    """Tell of the rows of a manifest that no file has: nothing else would."""
    found = {file.path for scan in scans for file in scan.found}
    for path, said in options.manifest.bad.items():
        if path not in found:
            printing.aloud(said)
    if unmet := [path for path in options.manifest.given if path not in found]:
        some = ", ".join(unmet[:5])
        printing.aloud(f"Manifes menyebut {len(unmet)} berkas yang tidak ditemukan, misalnya {some}.")


def tools_of(session: Session, catalog: Catalog) -> Tools:
    """Return what a run works with, the catalog's model claimed."""
    # All cores embed: of 66 s over the sample 59 went into vectors, and half a second into waiting for readers.
    threads = available_cores()
    model = session.embedder(catalog, threads)
    editions.claim(catalog, editions.Model(model.model_id, model.width, session.model or BUNDLED))
    return Tools(catalog, session.engine(catalog, model, threads), model)


@contextmanager
def shown(watch: Watch) -> Iterator[Callable[[Item, int, int], None]]:
    """Give what takes each item: it shows the progress here, and tells the watch of it."""
    bar = Progress("Mengindeks")

    def tell(item: Item, done: int, total: int) -> None:
        bar(item, done, total)
        watch.tell(done, total)

    try:
        yield tell
    finally:
        bar.close()


def print_run(run: Run) -> None:
    """Print what became of the files, and the reason of each that was not indexed whole."""
    for item in run.items:
        if item.outcome in ("failed", "skipped"):
            click.echo(f"{item.outcome:8} {item.path} ({item.code}): {item.reason}")
        elif item.pages_unsearchable:
            click.echo(f"sebagian {item.path}: {item.pages_unsearchable} dari {item.pages} halaman belum dapat dicari")
    for path in run.removed:
        click.echo(f"hilang   {path}: tidak ada lagi di sumbernya, tetap dapat dicari sampai `rujukan drop --removed`")
    click.echo(counts(run))


def counts(run: Run) -> str:
    """Return the sentence that tells how a run came out, or would."""
    if run.foreseen:
        took = estimating.lasting(run.foreseen["expected_seconds"])
        return f"{run.foreseen['files']} dari {len(run.items)} berkas akan dibaca ({took}); belum ada yang diubah."
    told = ", ".join(f"{run.count(outcome)} {outcome}" for outcome in ("indexed", "unchanged", "failed", "skipped"))
    return f"{len(run.items)} berkas: {told}; {len(run.removed)} hilang; {run.seconds:.1f} detik."


def _dropped(catalog: Catalog, assets: tuple[str, ...], source: str | None) -> dropping.Dropped:
    if assets:
        return dropping.drop(catalog, list(assets), by=actor())
    return dropping.drop_removed(catalog, source, by=actor())


@click.command("drop")
@click.argument("assets", nargs=-1)
@click.option("--removed", is_flag=True, help="Forget what is gone from its source, or failed.")
@click.option("--source", help="With --removed: only this source.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def drop_command(
    session: Session, /, assets: tuple[str, ...], *, removed: bool, source: str | None, as_json: bool
) -> None:
    """Forget assets, or what is gone or failed, with every index entry."""
    if bool(assets) == removed:
        raise click.UsageError("Sebutkan ASET yang dilupakan, atau --removed saja.")
    session.open().close()
    with writer_lock(session.folder, "drop"):
        catalog = session.open()
        dropped = _dropped(catalog, assets, source)
        dropping.sweep_unknown(catalog)
        model = session.embedder(catalog, available_cores())
        session.engine(catalog, model, available_cores()).publish(catalog)
    if as_json:
        printing.document({"schema": 1, "dropped": dropped.assets, "failures_forgotten": dropped.failed})
    else:
        click.echo(f"{dropped.assets} aset dilupakan, {dropped.failed} kegagalan dihapus dari catatan.")

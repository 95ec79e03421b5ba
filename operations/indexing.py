"""Commands that write: init, index, drop."""

import sys
from pathlib import Path

import click

from catalog import dropping, settings
from catalog.database import Catalog
from catalog.lock import writer_lock
from catalog.metadata import Metadata, check
from catalog.opening import create, open_existing
from embedding.embedder import available_cores
from indexer import manifest, planning
from indexer.outcome import Run
from indexer.run import Options, Tools, index
from indexer.sources import Scan, scan
from operations import demo, printing
from operations.progress import Progress
from operations.session import Session
from search.opening import BUNDLED

EXIT_SOME_FAILED = 3


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
        _print_run(run)


def _index_sample(session: Session, catalog: Catalog) -> Run:
    demo.refuse_other_assets(catalog)
    run = _run(session, catalog, [demo.scan_sample()], demo.options(catalog, _workers(None)))
    demo.load_communities(catalog)
    return run


@click.command("index")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--source", help="Name of the source; the folder's absolute path unless told.")
@click.option("--manifest", "manifest_file", type=click.Path(path_type=Path), help="CSV of what is said of each path.")
@click.option("--unit", help="Code of the owning unit, such as BPAD.")
@click.option("--community", help="Name of the community that wrote the files.")
@click.option("--access", help="terbuka, internal or terbatas.")
@click.option("--status", help="Workflow status, such as disahkan.")
@click.option("--kind", help="Kind of the assets, such as sop.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that read files; half of the cores unless told.")
@click.option("--retry-failed", is_flag=True, help="Read failed files again.")
@click.option("--checksum", is_flag=True, help="Compare bytes, not only size and times.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def index_command(
    session: Session, /, paths: tuple[Path, ...], *, as_json: bool, dry_run: bool, **given: object
) -> None:
    """Index files and folders: read, split, embed, publish."""
    source = given["source"]
    if source is not None and len(paths) > 1:
        raise click.UsageError("--source hanya untuk satu PATH; jalankan sekali untuk tiap sumber.")
    scans = [scan(path, str(source) if source is not None else None) for path in paths]
    run = _plan(session, scans, given) if dry_run else _index(session, scans, given)
    if as_json:
        printing.document(run.to_json())
    else:
        _print_run(run)
    sys.exit(EXIT_SOME_FAILED if run.count("failed") else 0)


def _index(session: Session, scans: list[Scan], given: dict[str, object]) -> Run:
    with writer_lock(session.folder, "index"):
        catalog = create(session.data)
        return _run(session, catalog, scans, _options(catalog, given))


def _plan(session: Session, scans: list[Scan], given: dict[str, object]) -> Run:
    if not session.folder.database.is_file():
        return planning.plan(None, scans, Options())
    catalog = open_existing(session.data)
    return planning.plan(catalog, scans, _options(catalog, given))


def _options(catalog: Catalog, given: dict[str, object]) -> Options:
    flags = {name: given[name] for name in ("unit", "community", "access", "status", "kind")}
    said = Metadata(**{name: str(value) for name, value in flags.items() if value is not None})
    check(catalog, said)
    file = given["manifest_file"]
    return Options(
        given=said,
        manifest=manifest.load(catalog, file) if isinstance(file, Path) else manifest.EMPTY,
        workers=_workers(given["workers"]),
        retry_failed=bool(given["retry_failed"]),
        checksum=bool(given["checksum"]),
    )


def _workers(asked: object) -> int:
    return asked if isinstance(asked, int) else max(1, available_cores() // 2)


def _run(session: Session, catalog: Catalog, scans: list[Scan], options: Options) -> Run:
    threads = max(1, available_cores() - options.workers)
    model = session.embedder(catalog, threads)
    settings.claim_model(catalog, settings.Model(model.model_id, model.width, session.model or BUNDLED))
    tools = Tools(catalog, session.engine(catalog, model, threads), model)
    progress = Progress("Mengindeks")
    try:
        return index(tools, scans, options, progress)
    finally:
        progress.close()


def _print_run(run: Run) -> None:
    """Print what became of the files, and the reason of each that was not indexed whole."""
    for item in run.items:
        if item.outcome in ("failed", "skipped"):
            click.echo(f"{item.outcome:8} {item.path} ({item.code}): {item.reason}")
        elif item.pages_unsearchable:
            click.echo(f"sebagian {item.path}: {item.pages_unsearchable} dari {item.pages} halaman belum dapat dicari")
    for path in run.removed:
        click.echo(f"hilang   {path}: tidak ada lagi di sumbernya, tetap dapat dicari sampai `rujukan drop --removed`")
    counts = ", ".join(f"{run.count(outcome)} {outcome}" for outcome in ("indexed", "unchanged", "failed", "skipped"))
    click.echo(f"{len(run.items)} berkas: {counts}; {len(run.removed)} hilang; {run.seconds:.1f} detik.")


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
        dropped = dropping.drop_removed(catalog, source) if removed else dropping.drop(catalog, list(assets))
        model = session.embedder(catalog, available_cores())
        session.engine(catalog, model, available_cores()).publish(catalog)
    if as_json:
        printing.document({"schema": 1, "dropped": dropped.assets, "failures_forgotten": dropped.failed})
    else:
        click.echo(f"{dropped.assets} aset dilupakan, {dropped.failed} kegagalan dihapus dari catatan.")

"""The command `reindex`: known files again, stored originals again, or another edition from stored page text."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from catalog import jobs, stored_pages
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.job_orders import WORDS, check_reindex
from catalog.lock import writer_lock
from embedding.cores import available_cores
from indexer.outcome import Run
from indexer.rereading import Rereading, read_again
from indexer.rescanning import Chosen, Rescan, rescan
from indexer.run import Options, index
from operations import edition_building, estimating, flags, printing
from operations.indexing import EXIT_SOME_FAILED, counts, print_queued, print_run, shown, tools_of, workers_of
from operations.running import Watch, in_foreground
from operations.session import Session

Args = dict[str, Any]
Json = dict[str, Any]


@dataclass(frozen=True)
class Done:
    """What a re-index came to: its document, the sentence that tells it, and the run whose files it names, if any."""

    document: Json
    sentence: str
    run: Run | None = None

    @property
    def failed(self) -> bool:
        """Tell whether a file, or a whole source, could not be read again."""
        return bool(self.document.get("failed") or self.document.get("unreachable"))


@click.command("reindex")
@click.option("--changed", "what", flag_value="changed", default="changed", help="Known files that changed (default).")
@click.option("--all", "what", flag_value="all", help="Read every stored original again, with the readers of today.")
@click.option("--failed", "what", flag_value="failed", help="Known files that failed.")
@click.option("--kind", help="Only assets of this kind, such as sop.")
@click.option("--unit", help="Only assets of this unit, such as BPAD.")
@click.option("--model", help="Build a shadow edition with this model, by path or name; `bawaan` is the bundled one.")
@click.option("--words", type=click.IntRange(*WORDS), help="Build a shadow edition with passages of so many words.")
@click.option("--overlap", type=click.IntRange(0, 200), help="Words that the next passage repeats.")
@click.option("--workers", type=click.IntRange(1, 64), help="Reading processes; half of the cores unless told.")
@flags.later_flags
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def reindex_command(session: Session, /, *, as_json: bool, **given: object) -> None:
    """Index again what the catalog knows; with --model, --words or --overlap beside what answers meanwhile."""
    said: dict[str, Any] = given
    args = _args(said)
    catalog = session.open()
    check_reindex(catalog, args)
    if said["dry_run"]:
        printing.either(estimating.estimate(catalog, args), estimating.sentence, as_json=as_json)
        return
    if said["queue"]:
        print_queued(jobs.add(catalog, "reindex", args, priority=said["priority"] or 0), as_json=as_json)
        return
    catalog.close()
    done = _reindex(session, args)
    if as_json or done.run is None:
        printing.either(done.document, lambda _: done.sentence, as_json=as_json)
    else:
        print_run(done.run)
        click.echo(_skipped(done.document["unreachable"]), nl=False)
    sys.exit(EXIT_SOME_FAILED if done.failed else 0)


def _args(given: dict[str, Any]) -> Args:
    builds = any(given[name] is not None for name in ("model", "words", "overlap"))
    if builds and (given["what"] != "changed" or given["kind"] or given["unit"]):
        raise click.UsageError("--model, --words dan --overlap membangun seluruh edisi; jangan beri pilihan lain.")
    flags.check_later(given)
    names = ("kind", "unit", "words", "overlap", "workers")
    kept = {name: given[name] for name in names if given[name] is not None}
    return {"what": "edition" if builds else given["what"], "model": _lasting(given["model"]), **kept}


def _lasting(model: str | None) -> str | None:
    """Return a model's folder by its absolute path: the catalog keeps it, and is used from other folders too."""
    return str(Path(model).absolute()) if model and Path(model).is_dir() else model


def _reindex(session: Session, args: Args) -> Done:
    with writer_lock(session.folder, "reindex"):
        catalog = session.open()
        return in_foreground(catalog, "reindex", args, lambda watch: _run(session, catalog, watch))


def reindex_job(session: Session, catalog: Catalog, watch: Watch) -> str:
    """Run the re-index job that a worker took up; return the sentence that tells its outcome."""
    return _run(session, catalog, watch).sentence


def _run(session: Session, catalog: Catalog, watch: Watch) -> Done:
    what = watch.job.args["what"]
    if what == "edition":
        built = edition_building.build(catalog, watch, available_cores())
        watch.result = built.to_json()
        return Done(watch.result, built.sentence)
    stored = what == "all" or "asset" in watch.job.args
    done = (_read_again if stored else _find_again)(session, catalog, watch)
    watch.result = done.run.to_record() if done.run is not None else None
    return done


def _find_again(session: Session, catalog: Catalog, watch: Watch) -> Done:
    args = watch.job.args
    one = (args["source"], args["path"]) if args["what"] == "one" else None
    found = rescan(catalog, Chosen(args.get("kind"), args.get("unit"), args["what"] == "failed", one))
    if one:
        _check_there(found, one[1])
    options = Options(workers=workers_of(args.get("workers")), retry_failed=args["what"] in ("failed", "one"))
    with shown(watch) as progress:
        run = index(tools_of(session, catalog), found.scans, options, progress, go_on=watch.go_on)
    return _told(run, args, found.unreachable)


def _check_there(found: Rescan, path: str) -> None:
    """Raise RujukanError where the one file that is wanted was not found again: nothing else would tell."""
    for reason in found.unreachable.values():
        raise RujukanError("unreachable", reason)
    if not any(scan.found for scan in found.scans):
        raise RujukanError("file_gone", f"Berkas {path} tidak ada lagi di foldernya. Indeks folder itu lagi.")


def _read_again(session: Session, catalog: Catalog, watch: Watch) -> Done:
    args = watch.job.args
    chosen = stored_pages.to_read_again(
        catalog, kind=args.get("kind"), unit=args.get("unit"), job=watch.job.id, asset=args.get("asset")
    )
    with shown(watch) as progress:
        work = Rereading(watch.job.id, workers_of(args.get("workers")), progress, watch.go_on)
        run = read_again(tools_of(session, catalog), chosen, work)
    return _told(run, args, {})


def _told(run: Run, args: Args, unreachable: dict[str, str]) -> Done:
    document = run.to_json() | {"what": args["what"], "unreachable": unreachable}
    return Done(document, f"{counts(run)}\n{_skipped(unreachable)}".rstrip(), run)


def _skipped(unreachable: dict[str, str]) -> str:
    return "".join(f"Sumber {name} dilewati: {reason}\n" for name, reason in unreachable.items())

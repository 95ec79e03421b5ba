"""Commands that tell how the catalog is: status, verify, evaluate."""

import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TypedDict, Unpack

import click

from catalog import overview
from catalog.database import Catalog
from catalog.health import health
from catalog.lock import writer_lock
from catalog.unsearchable import Unsearchable, pages
from embedding.cores import available_cores
from operations import evaluating_files, evaluating_print, evaluation, printing
from operations.evaluating_files import Options
from operations.running import Watch
from operations.session import Session
from operations.verify import Verdict, repair, verify

EXIT_FINDINGS = 4
_JSON = click.option("--json", "as_json", is_flag=True)
_PATH = click.Path(path_type=Path, readable=False)
_MENDABLE = "Jalankan `rujukan verify --repair`."
_LEFT = (
    "Sisanya tidak dapat diperbaiki dari yang tersimpan. Berkas asli kembali dari sumbernya dengan"
    " `rujukan index --checksum`, halaman dan bagian dari berkas asli dengan `rujukan reindex --all`;"
    " selain itu pulihkan dari cadangan."
)


@click.command("status")
@click.option("--unsearchable", is_flag=True, help="List the pages that cannot be searched, and why.")
@_JSON
@click.pass_obj
def status_command(session: Session, *, unsearchable: bool, as_json: bool) -> None:
    """Tell what the catalog holds."""
    catalog = session.open()
    if unsearchable:
        _print_unsearchable(list(pages(catalog)), as_json=as_json)
        return
    seen = overview.overview(catalog) | {"health": health(catalog).to_json()}
    if as_json:
        printing.document({"schema": 1, "data": str(session.data), **seen})
        return
    for name, value in seen.items():
        click.echo(f"{name}: {value}")


def _print_unsearchable(found: list[Unsearchable], *, as_json: bool) -> None:
    if as_json:
        printing.document({"schema": 1, "pages": [asdict(page) for page in found]})
        return
    for page in found:
        place = printing.place(page.page, page.sheet, None)
        click.echo(f"{page.source}/{page.path}{f' ({place})' if place else ''} [{page.state}]: {page.why}")
    click.echo(f"{len(found)} halaman atau berkas belum dapat dicari." if found else "Semua halaman dapat dicari.")


@click.command("verify")
@click.option("--repair", "mend", is_flag=True, help="Mend what is derived.")
@click.option("--digest", "with_digest", is_flag=True, help="Also print one hash over the logical content.")
@click.option("--all", "every_original", is_flag=True, help="Read every original, not only this time's share.")
@_JSON
@click.pass_obj
def verify_command(session: Session, /, *, mend: bool, as_json: bool, **asked: bool) -> None:
    """Prove that originals, rows, passages, vectors and both indexes belong together."""
    verdict = _repair(session, **asked) if mend else _verify(session, **asked)
    if as_json:
        printing.document(verdict.to_json())
    else:
        _print_verdict(verdict, _LEFT if mend else _MENDABLE)
    sys.exit(EXIT_FINDINGS if verdict.findings else 0)


def _verify(session: Session, **asked: bool) -> Verdict:
    catalog = session.open()
    model = session.embedder(catalog, available_cores())
    return verify(catalog, session.engine(catalog, model, available_cores()), **asked)


def verify_job(session: Session, catalog: Catalog, watch: Watch) -> str:
    """Run the verification that a worker took up; return the sentence that tells its outcome."""
    model = session.embedder(catalog, available_cores())
    engine = session.engine(catalog, model, available_cores())
    verdict = verify(catalog, engine, with_digest=False, every_original=bool(watch.job.args.get("all")))
    watch.result = verdict.to_json()
    return f"{len(verdict.findings)} temuan; {verdict.originals_checked} berkas asli diperiksa isinya."


def _repair(session: Session, **asked: bool) -> Verdict:
    session.open().close()
    with writer_lock(session.folder, "verify --repair"):
        catalog = session.open()
        model = session.embedder(catalog, available_cores())
        return repair(catalog, session.engine(catalog, model, available_cores()), model, **asked)


def _print_verdict(verdict: Verdict, advice: str) -> None:
    for finding in verdict.findings:
        click.echo(f"{finding.code}: {finding.count} (misalnya {', '.join(finding.examples)})")
    for code in verdict.repaired:
        click.echo(f"diperbaiki: {code}")
    click.echo(f"{verdict.originals_checked} berkas asli diperiksa isinya.")
    click.echo("Tidak ada yang kurang." if not verdict.findings else advice)
    if verdict.digest is not None:
        click.echo(f"digest {verdict.digest}")


class _OverFiles(TypedDict):
    """The options of `evaluate` that hold for real files only."""

    questions: Path | None
    unanswerable: tuple[Path, ...]
    against: str | None
    share: float


_ABOUT_FILES = (
    click.option("--questions", type=_PATH, help="Real files: judged questions; FOLDER/questions.jsonl unless told."),
    click.option("--unanswerable", type=_PATH, multiple=True, help="Real files: more questions that nothing answers."),
    click.option("--against", type=click.Choice(evaluating_files.SETTINGS), help="Real files: compare with this."),
    click.option(
        "--share", type=click.FloatRange(0, 1, min_open=True), default=1.0, help="Real files: ask a drawn share only."
    ),
)


def _about_files(command: Callable[..., None]) -> Callable[..., None]:
    for flag in reversed(_ABOUT_FILES):
        command = flag(command)
    return command


@click.command("evaluate")
@click.argument("folder", type=_PATH)
@click.option("--run", "run_file", type=_PATH, help="Write the first 100 of the side as a TREC run.")
@click.option("--side", type=click.Choice(evaluation.SIDES), default="hybrid", show_default=True)
@_about_files
@_JSON
@click.pass_obj
def evaluate_command(
    session: Session, folder: Path, *, run_file: Path | None, side: str, as_json: bool, **given: Unpack[_OverFiles]
) -> None:
    """Measure a judged set (corpus.jsonl, queries.jsonl, qrels.tsv), or answers about the real files of the catalog."""
    if evaluating_files.is_about_files(folder, given["questions"]):
        _evaluate_files(session, folder, Options(setting=side, **given), run_file, as_json=as_json)
        return
    if given["unanswerable"] or given["against"] or given["share"] < 1:
        raise click.UsageError("--unanswerable, --against dan --share hanya untuk pertanyaan tentang berkas nyata.")
    judged = evaluation.load(folder)
    report, rankings = evaluation.evaluate(judged, session.model)
    if run_file is not None:
        evaluation.write_trec(run_file, rankings[side], side)
    if as_json:
        printing.document({"schema": 1, "folder": str(folder), **report})
        return
    for name in evaluation.SIDES:
        click.echo(f"{name:8} " + "  ".join(f"{metric} {value:.4f}" for metric, value in report[name].items()))
    click.echo(f"{report['passages']} bagian, {report['passages_per_second']:.0f} bagian per detik")


def _evaluate_files(session: Session, folder: Path, options: Options, run_file: Path | None, *, as_json: bool) -> None:
    if run_file is not None:
        raise click.UsageError("--run hanya untuk himpunan ternilai (corpus.jsonl), bukan untuk berkas nyata.")
    report = evaluating_files.evaluate(session, folder, options)
    if as_json:
        printing.document({"schema": 1, "folder": str(folder), **report.to_json()})
    else:
        evaluating_print.show(report)

"""The commands `import` and `export`: records of the programme from files, and into them."""

import sys
from pathlib import Path

import click

from catalog.errors import RujukanError
from operations import printing
from operations.session import Session, actor
from programme.records import exporting, importing
from programme.records.importing import Report
from programme.records.importing_file import MOST_BYTES
from programme.records.importing_kinds import KINDS_BY_NAME

EXIT_PROBLEMS = 1
_PATH = click.Path(path_type=Path, readable=False)
_JSON = click.option("--json", "as_json", is_flag=True)


@click.command("import")
@click.argument("kind", type=click.Choice(list(KINDS_BY_NAME)))
@click.argument("file", type=_PATH)
@click.option("--dry-run", is_flag=True, help="Only say what would change, and every problem by its row.")
@_JSON
@click.pass_obj
def import_command(session: Session, kind: str, file: Path, *, dry_run: bool, as_json: bool) -> None:
    """Take records from a CSV or XLSX file: all of it, or with any problem nothing."""
    catalog, content = session.open(), _content(file)
    if dry_run:
        report = importing.rehearse(catalog, KINDS_BY_NAME[kind], content)
    else:
        report = importing.apply(catalog, KINDS_BY_NAME[kind], content, by=actor())
    applied = not dry_run and not report.problems
    if as_json:
        printing.document(importing.to_json(report, applied=applied))
    else:
        _print(report, applied=applied)
    sys.exit(EXIT_PROBLEMS if report.problems else 0)


@click.command("export")
@click.argument("kind", type=click.Choice([*exporting.names(), "all"]))
@click.argument("target", type=_PATH)
@click.option("--format", "form", type=click.Choice(exporting.FORMATS), default="csv", show_default=True)
@_JSON
@click.pass_obj
def export_command(session: Session, kind: str, target: Path, *, form: str, as_json: bool) -> None:
    """Write all records of a kind into a file, or of every kind into a folder (as xlsx: one workbook)."""
    catalog = session.open()
    chosen = exporting.names() if kind == "all" else (kind,)
    with catalog.reading():
        if form == "xlsx":
            made = {target: exporting.as_workbook(catalog, chosen)}
        elif kind == "all":
            made = {target / f"{name}.csv": exporting.as_csv(catalog, name) for name in chosen}
        else:
            made = {target: exporting.as_csv(catalog, kind)}
    for place, content in made.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    told = {"schema": 1, "kinds": list(chosen), "files": [str(place) for place in made]}
    printing.either(told, lambda said: "\n".join(f"ditulis: {place}" for place in said["files"]), as_json=as_json)


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise RujukanError("bad_import", f"Berkas {file} lebih besar dari {MOST_BYTES >> 20} MiB. Pecah dahulu.")
        return file.read_bytes()
    except OSError as error:
        raise RujukanError("bad_import", f"Berkas {file} tidak dapat dibaca ({error.strerror}).") from error


def _print(report: Report, *, applied: bool) -> None:
    for problem in report.problems:
        where = f"baris {problem.row}" + (f", kolom {problem.column}" if problem.column else "")
        click.echo(f"{where}: {problem.message}")
    if report.problems:
        click.echo(f"{len(report.problems)} masalah; tidak ada yang diubah. Perbaiki lalu ulangi.")
        return
    said = "" if applied else "akan "
    click.echo(f"{report.new} {said}baru, {report.changed} {said}berubah, {report.unchanged} tetap.")

"""The commands `maturity open` and `maturity close-due`: assessments that begin, and those whose time is over."""

import sys
from datetime import date

import click

from operations import printing
from operations.session import Session, actor
from programme.assessment import objections
from programme.assessment.appraisals import Appraisal
from programme.assessment.cycles import open_cycle
from programme.assessment.objections import Closing

EXIT_SOME_FAILED = 3

_JSON = click.option("--json", "as_json", is_flag=True)


@click.command("open")
@click.argument("year", type=int)
@click.option("--light", is_flag=True, help="The light check of June instead of the full assessment.")
@_JSON
@click.pass_obj
def open_command(session: Session, year: int, *, light: bool, as_json: bool) -> None:
    """Open the assessment of YEAR for every community that is old enough; those that are open stay as they are."""
    cycle = open_cycle(session.open(), year, light=light, by=actor())
    if as_json:
        printing.document({"schema": 1, "year": year, "light": light} | {k: list(v) for k, v in vars(cycle).items()})
        return
    click.echo(f"{len(cycle.opened)} penilaian dibuka, {len(cycle.known)} sudah terbuka.")
    for name in cycle.too_young:
        click.echo(f"Belum dinilai, berdiri kurang dari enam bulan sebelum batas: {name}")


@click.command("close-due")
@_JSON
@click.pass_obj
def close_command(session: Session, *, as_json: bool) -> None:
    """Make final what nobody objected to within the working days that there are for it."""
    done = objections.close_due(session.open(), date.today(), actor())
    if as_json:
        closed = [_told(one) for one in done.closed]
        failed = [_told(one) | {"reason": reason} for one, reason in done.failed]
        printing.document({"schema": 1, "closed": closed, "failed": failed})
    else:
        _print(done)
    sys.exit(EXIT_SOME_FAILED if done.failed else 0)


def _print(done: Closing) -> None:
    for one in done.closed:
        click.echo(f"{one.key}  {one.name}, {one.year}")
    for one, reason in done.failed:
        click.echo(f"{one.key}  {one.name}, {one.year}: {reason}", err=True)
    click.echo(f"{len(done.closed)} penilaian menjadi final.")


def _told(one: Appraisal) -> dict[str, str | int]:
    return {"appraisal": one.key, "community": one.name, "year": one.year}

"""The command `review`: marks what is due as in need of an update, for a timer that runs it every night."""

from dataclasses import asdict
from datetime import date

import click

from catalog import reviewing
from operations import printing
from operations.session import Session


@click.command("review")
@click.option("--dry-run", is_flag=True, help="Only list what is due.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def review_command(session: Session, *, dry_run: bool, as_json: bool) -> None:
    """Mark approved papers past their day of review, or based on a revoked rule, as perlu_diperbarui."""
    found = (reviewing.due if dry_run else reviewing.mark)(session.open(), date.today())
    if as_json:
        told = [asdict(one) | {"reason": one.reason} for one in found]
        printing.document({"schema": 1, "dry_run": dry_run, "due": told})
        return
    for one in found:
        click.echo(f"{one.asset}  {one.title}: {one.reason}")
    click.echo(f"{len(found)} aset {'perlu ditandai' if dry_run else 'ditandai perlu diperbarui'}.")

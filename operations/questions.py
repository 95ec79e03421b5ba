"""The command `questions`: what was asked on the pages and through the API, and the gaps that askers noted."""

from dataclasses import asdict
from datetime import date

import click

from catalog import questions, service_settings
from operations import printing
from operations.session import Session


@click.command("questions")
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=100, show_default=True)
@click.option("--gaps", "only_gaps", is_flag=True, help="List the gaps that askers noted instead.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def questions_command(session: Session, *, limit: int, only_gaps: bool, as_json: bool) -> None:
    """List the youngest questions; those that are kept longer than `layanan.toml` says are forgotten first."""
    catalog = session.open()
    questions.forget(catalog, days=service_settings.read(session.folder).question_days, today=date.today())
    name, listed = "gaps", list(questions.gaps(catalog, limit))
    if not only_gaps:
        name, listed = "questions", [asdict(one) for one in questions.kept(catalog, limit)]
    if as_json:
        printing.document({"schema": 1, name: listed})
        return
    for row in listed:
        click.echo("  ".join("–" if cell is None else str(cell) for cell in row.values()))

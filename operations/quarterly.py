"""The command `report`: what the programme came to in a quarter."""

from datetime import date
from pathlib import Path

import click

from operations import printing
from operations.session import Session
from programme.steering import report, report_out
from programme.steering.report import Line, Share


@click.command("report")
@click.argument("quarter")
@click.option(
    "--csv", "file", type=click.Path(path_type=Path, readable=False), help="Write the report into this file as CSV."
)
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def report_command(session: Session, quarter: str, *, file: Path | None, as_json: bool) -> None:
    """Report QUARTER, such as 2026Q3: coverage, reuse, staleness, maturity and gaps of each community."""
    catalog, today = session.open(), date.today()
    made = report.report(catalog, report.asked_quarter(quarter, today), today)
    if file is not None:
        file.write_bytes(report_out.as_csv(made))
    if as_json:
        printing.document(report_out.to_json(made))
        return
    for line in (*made.lines, made.total):
        click.echo(_told(line))


def _told(line: Line) -> str:
    name = line.community.name if line.community else report_out.ALL
    said = (
        f"pertanyaan terjawab {_share(line.coverage)}",
        f"aset mutakhir {_share(line.up_to_date)}",
        f"lewat tinjau {line.overdue}",
        f"belum dikonfirmasi {line.unconfirmed} dari {line.approved}",
        f"pemakaian ulang {sum(line.reuse.values())}",
        f"level {line.before or '–'} → {line.level or '–'}" if line.community else "",
        f"celah terbuka {report_out.NO_DATA if line.gaps is None else line.gaps}",
        "" if line.frozen else "belum dibekukan",
    )
    return f"{name}: {', '.join(filter(None, said))}"


def _share(share: Share | None) -> str:
    return report_out.NO_DATA if share is None else f"{share.part}/{share.whole}"

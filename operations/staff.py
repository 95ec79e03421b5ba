"""The commands `staff list` and `staff record`: how many people work in each unit, by quarter."""

from datetime import date
from typing import Any

import click

from operations import printing
from operations.session import Session, actor
from programme.inputs import staff_counts
from programme.inputs.staff_counts import Known, Said

_JSON = click.option("--json", "as_json", is_flag=True)
_STATES = {"ada": "", "usang": "lebih lama dari empat triwulan", "belum": "belum dicatat"}


@click.group("staff")
def staff_command() -> None:
    """Keep the staff counts that indicators divide by."""


@staff_command.command("list")
@_JSON
@click.pass_obj
def list_command(session: Session, *, as_json: bool) -> None:
    """List what is known of each unit, and mark what is missing or too old."""
    found = staff_counts.known(session.open(), date.today())
    if as_json:
        printing.document({"schema": 1, "units": [_told(one) for one in found]})
        return
    for one in found:
        counts = ", ".join(f"{quarter}: {people}" for quarter, people in one.people.items())
        said = _STATES[one.state] + (f" (terakhir {one.last})" if one.state == "usang" else "")
        click.echo(f"{one.unit.code}  {counts or said}")


@staff_command.command("record")
@click.argument("unit")
@click.argument("quarter")
@click.argument("people")
@click.option("--source", required=True, help="Where the count is from, such as a list of the personnel agency.")
@_JSON
@click.pass_obj
def record_command(session: Session, /, *, as_json: bool, **given: str) -> None:
    """Record that UNIT had so many PEOPLE in QUARTER, such as 2026Q3; what was known of it before is kept."""
    catalog = session.open()
    quarter = staff_counts.record(catalog, Said(**given), date.today(), by=actor())
    document = {"schema": 1, "unit": given["unit"], "quarter": str(quarter)}
    printing.either(document, lambda told: f"{told['unit']}, triwulan {told['quarter']}: dicatat.", as_json=as_json)


def _told(one: Known) -> dict[str, Any]:
    return {"unit": one.unit.code, "people": dict(one.people), "last": one.last, "state": one.state}

"""The commands `maturity measure` and `maturity freeze`: what the rows say of communities, now and for good."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

import click

from catalog.database import Catalog
from catalog.errors import RujukanError
from operations import printing
from operations.session import Session, actor
from programme.maturity.scoring import exact
from programme.measures import few, snapshots
from programme.measures.computing import all_measures
from programme.measures.measure import Line, Measure
from programme.quarters import Quarter

_QUARTER = click.option("--quarter", "text", metavar="YYYYQn", help="A quarter such as 2026Q3.")
_JSON = click.option("--json", "as_json", is_flag=True)


@click.command("measure")
@click.argument("community")
@_QUARTER
@_JSON
@click.pass_obj
def measure_command(session: Session, community: str, text: str | None, *, as_json: bool) -> None:
    """Compute the indicators of COMMUNITY, by its name, for a quarter: the running one unless told."""
    catalog = session.open()
    with catalog.reading():
        measures = all_measures(catalog, _id_of(catalog, community), Quarter.parse(text) if text else None)
        keys = dict(catalog.db.execute("SELECT id, key FROM asset").fetchall()) if as_json else {}
    if as_json:
        told = {code: _document(one, keys) for code, one in measures.items()}
        printing.document({"schema": 1, "community": community, "indicators": told})
    for one in () if as_json else measures.values():
        click.echo(f"{one.indicator}  {_told(one)}" + (f" ({one.note})" if one.note else ""))


@click.command("freeze")
@_QUARTER
@_JSON
@click.pass_obj
def freeze_command(session: Session, text: str | None, *, as_json: bool) -> None:
    """Freeze a quarter that is over, the last one unless told; what is frozen never changes."""
    quarter = Quarter.parse(text) if text else Quarter.of(date.today()).after(-1)
    catalog = session.open()
    frozen = snapshots.freeze(catalog, quarter, by=actor())
    document = {"schema": 1, "quarter": str(quarter), "frozen": len(frozen)}
    printing.either(document, lambda told: f"{told['quarter']}: {told['frozen']} komunitas dibekukan.", as_json=as_json)


def _id_of(catalog: Catalog, name: str) -> int:
    rows = catalog.db.query("SELECT id FROM community WHERE name = ?", [name])
    for row in rows:
        return int(row["id"])
    raise RujukanError("unknown_community", f"Komunitas “{name}” tidak dikenal. Periksa ejaannya.")


def _told(one: Measure) -> str:
    if one.value is None:
        return f"N/A  {few.reason(one)}"
    if few.counted_are_few(one):
        return f"{one.value}    {few.FEW}" + ("" if few.all_are_few(one) else f" dari {one.denominator}")
    figure = "" if one.figure is None else f", angka {exact(one.figure)}"
    return f"{one.value}    {exact(one.numerator)} dari {one.denominator}{figure}"


def _document(one: Measure, keys: Mapping[int, str]) -> dict[str, Any]:
    """Return an indicator as it is printed; what is a count of fewer than five people is null, and `few` says so."""
    figure = few.figure(one)
    return {
        "value": one.value,
        "figure": None if figure is None else exact(figure),
        "numerator": None if few.counted_are_few(one) else exact(one.numerator),
        "denominator": None if few.all_are_few(one) else one.denominator,
        "few": few.FEW if few.counted_are_few(one) else None,
        "reason": few.reason(one) or None,
        "note": one.note or None,
        "query": one.query,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "rows": [_row(one, line, keys) for line in one.lines],
    }


def _row(one: Measure, line: Line, keys: Mapping[int, str]) -> dict[str, Any]:
    detail = few.detail(one, line.detail)
    return asdict(line) | {"asset": keys.get(line.asset or 0), "detail": few.FEW if detail is None else detail}

"""The commands `community list` and `community show`: the records of communities."""

from dataclasses import asdict
from datetime import date
from typing import Any

import click

from catalog import community_assets
from catalog.communities import Maturity, maturity
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.scope import OPERATOR
from operations import printing
from operations.session import Session
from programme.community import communities, meetings, members, mentoring, plans
from programme.community.communities import Community, Listed
from programme.community.meetings import Meeting

_JSON = click.option("--json", "as_json", is_flag=True)


@click.group("community")
def community_command() -> None:
    """Look at the communities of practice."""


@community_command.command("list")
@_JSON
@click.pass_obj
def list_command(session: Session, *, as_json: bool) -> None:
    """List all communities. Of fewer than five members no count is given."""
    found = communities.listing(session.open())
    if as_json:
        printing.document({"schema": 1, "communities": [_listed(one) for one in found]})
        return
    for one in found:
        click.echo(_line(one))


@community_command.command("show")
@click.argument("name")
@_JSON
@click.pass_obj
def show_command(session: Session, name: str, *, as_json: bool) -> None:
    """Show the community of that NAME: decree, themes, officers, mentors, plans, meetings, assets."""
    catalog = session.open()
    with catalog.reading():
        document = _whole(catalog, _named(catalog, name))
    if as_json:
        printing.document(document)
        return
    for key, value in document.items():
        if key != "schema":
            click.echo(f"{key}: {_lines(value)}")


def _named(catalog: Catalog, name: str) -> Community:
    for one in communities.listing(catalog):
        if one.community.name == name:
            return one.community
    raise RujukanError("unknown_community", f"Komunitas “{name}” tidak dikenal. Periksa ejaannya.")


def _listed(one: Listed) -> dict[str, Any]:
    record = _record(one.community, one.maturity)
    return record | {"members": one.members, "last_meeting": one.last_meeting}


def _record(community: Community, assessed: Maturity | None) -> dict[str, Any]:
    told = asdict(assessed) if assessed else None
    return {
        "name": community.name,
        "unit": community.unit,
        "decree": community.decree,
        "decree_date": community.decree_date,
        "decree_valid_to": community.decree_valid_to,
        "decree_in_force": community.decree_state(date.today()) in ("berlaku", "tanpa_batas"),
        "founded": community.founded,
        "themes": list(community.themes),
        "maturity": told and {key: told[key] for key in ("community", "level", "name", "assessed_on", "assessor")},
    }


def _whole(catalog: Catalog, community: Community) -> dict[str, Any]:
    number, now = community.id, members.of(catalog, community.id)
    return {
        "schema": 1,
        **_record(community, maturity(catalog, community.name)),
        "goals": communities.goals(catalog, number),
        "officers": [
            {"role": one.role, "name": one.name, "unit": one.unit, "since": one.valid_from}
            for one in now
            if one.role in members.PUBLISHED
        ],
        "members": communities.told(members.people(now)),
        "mentors": [
            {"name": one.name, "since": one.valid_from, "until": one.valid_until}
            for one in mentoring.mentors(catalog, number)
        ],
        "sessions": [
            {"day": one.day, "topic": one.topic, "module": one.module, "held": bool(one.held)}
            for one in mentoring.sessions(catalog, number)
        ],
        "plans": [_plan(catalog, number, year) for year in plans.years(catalog, number)],
        "meetings": [_meeting(one) for one in meetings.of(catalog, number)],
        "assets": community_assets.counted(catalog, number, OPERATOR),
    }


def _plan(catalog: Catalog, number: int, year: int) -> dict[str, Any]:
    plan = plans.plan(catalog, number, year)
    quarters = [
        {"quarter": quarter, "planned": planned, "done": done} for quarter, (planned, done) in plan.by_quarter().items()
    ]
    return {"year": year, "signed_on": plan.signed_on, "quarters": quarters}


def _meeting(one: Meeting) -> dict[str, Any]:
    return {
        "key": one.key,
        "starts": one.starts,
        "ends": one.ends,
        "mode": one.mode,
        "topic": one.topic,
        "state": one.state(meetings.now()),
        "attended": communities.told(one.attended),
    }


def _line(one: Listed) -> str:
    level = f"level {one.maturity.level}" if one.maturity else "belum dinilai"
    people = f"kurang dari {communities.FEWEST}" if one.members is None else str(one.members)
    return f"{one.community.name} ({one.community.unit or '–'}): {level}, {people} anggota"


def _lines(value: object) -> str:
    """Return a value for people to read: of a list each item in a line of its own."""
    return "".join(f"\n  - {_said(one)}" for one in value) if isinstance(value, list) and value else _said(value)


def _said(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_said(one) for one in value) or "–"
    if isinstance(value, dict):
        return ", ".join(f"{key} {_said(one)}" for key, one in value.items()) or "–"
    return "–" if value is None else str(value)

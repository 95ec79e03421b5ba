"""Communities as they are recorded: decree, themes, how many belong to them, when they last met."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalog import attachments, trail, units
from catalog.accounts import Account
from catalog.communities import Maturity, maturities
from catalog.database import Catalog
from catalog.errors import NotFoundError
from catalog.originals import Incoming
from programme import typed

Paper = tuple[Incoming, str]
"""A file that backs a record, as it was received, and its name."""

FEWEST = 5
"""A count of fewer people than these is not shown: it would tell of single ones."""

_COLUMNS = "id, name, unit, decree, decree_date, decree_valid_to, decree_file, founded, themes"


@dataclass(frozen=True)
class Community:
    """A community as it is recorded; days are ISO dates, `decree_file` is the id of an attachment."""

    id: int
    name: str
    unit: str | None
    decree: str | None
    decree_date: str | None
    decree_valid_to: str | None
    decree_file: int | None
    founded: str | None
    themes: tuple[str, ...]

    def decree_state(self, today: date) -> str:
        """Return whether it has a decree that is in force: `tanpa`, `berakhir`, `berlaku`, or `tanpa_batas`."""
        if not self.decree:
            return "tanpa"
        if self.decree_valid_to is None:
            return "tanpa_batas"
        return "berakhir" if self.decree_valid_to < today.isoformat() else "berlaku"


@dataclass(frozen=True)
class Decree:
    """What is said of a community's decree and age, as typed: days are ISO dates or empty."""

    title: str
    day: str
    valid_to: str
    founded: str


@dataclass(frozen=True)
class Listed:
    """A community in the list of all; `members` is None where so few belong to it that it is not said."""

    community: Community
    members: int | None
    last_meeting: str | None
    maturity: Maturity | None


def with_id(catalog: Catalog, number: int) -> Community:
    """Return the community of that id; NotFoundError if there is none."""
    if not 0 < number < 2**63:
        raise NotFoundError
    for row in catalog.db.query(f"SELECT {_COLUMNS} FROM community WHERE id = ?", [number]):
        return _community(row)
    raise NotFoundError


def listing(catalog: Catalog, text: str = "", today: date | None = None) -> list[Listed]:
    """Return all communities in the order of their names; with a text, those whose name, unit or themes hold it."""
    day = (today or date.today()).isoformat()
    with catalog.reading():
        found = [_community(row) for row in catalog.db.query(f"SELECT {_COLUMNS} FROM community ORDER BY name")]
        words = {unit.code: f"{unit.code} {unit.name} {unit.short}" for unit in units.all_units(catalog)}
        members, met = _members(catalog, day), _last_meetings(catalog, day)
        assessed = maturities(catalog, (one.name for one in found))
    wanted = text.casefold().split()
    return [
        Listed(one, told(members.get(one.id, 0)), met.get(one.id), assessed.get(one.name))
        for one in found
        if _speaks_of(one, words.get(one.unit or "", ""), wanted)
    ]


def change(catalog: Catalog, community: Community, said: Decree, paper: Paper | None, *, by: Account) -> None:
    """Record a decree and when the community began; without a new paper the one that is there stays."""
    title = typed.line_or_none("SK", said.title)
    day, until, founded = (typed.day_or_none(text) for text in (said.day, said.valid_to, said.founded))
    typed.in_order("Masa berlaku SK", day or "", until)
    with catalog.writing():
        old = with_id(catalog, community.id).decree_file
        kept = attachments.keep(catalog, *paper, by.id).id if paper else old
        catalog.db.execute(
            "UPDATE community SET decree = ?, decree_date = ?, decree_valid_to = ?, founded = ?, decree_file = ?"
            " WHERE id = ?",
            [title, day, until, founded, kept, community.id],
        )
        trail.append(catalog, by.login, "community.decree", community.name, file=int(paper is not None))
    if old is not None and old != kept:
        attachments.forget(catalog, attachments.with_id(catalog, old))


def goals(catalog: Catalog, community: int) -> dict[str, list[str]]:
    """Return the goals (IKU) that each theme of a community serves, themes without one left out."""
    found: dict[str, list[str]] = {}
    for row in catalog.db.query(
        "SELECT theme, goal FROM theme_goal WHERE community = ? ORDER BY theme, goal", [community]
    ):
        found.setdefault(row["theme"], []).append(row["goal"])
    return found


def set_themes(catalog: Catalog, community: Community, lines: str, *, by: str) -> None:
    """Make the themes of these lines, each “Tema” or “Tema; IKU”, those of a community, in place of what was said."""
    said: dict[str, set[str]] = {}
    for line in filter(str.strip, lines.splitlines()):
        theme, _, goal = line.partition(";")
        aims = said.setdefault(typed.line("Tema", theme), set())
        if goal.strip():
            aims.add(typed.line("IKU", goal))
    with catalog.writing():
        catalog.db.execute(
            "UPDATE community SET themes = ? WHERE id = ?", [json.dumps(list(said), ensure_ascii=False), community.id]
        )
        catalog.db.execute("DELETE FROM theme_goal WHERE community = ?", [community.id])
        for theme, aims in said.items():
            for aim in sorted(aims):
                catalog.db.execute("INSERT INTO theme_goal VALUES (?, ?, ?)", [community.id, theme, aim])
        trail.append(catalog, by, "community.themes", community.name, themes=len(said))


def as_lines(community: Community, aims: Mapping[str, list[str]]) -> str:
    """Return themes and goals as the lines that `set_themes` reads."""
    return "\n".join(
        f"{theme}; {aim}" if aim else theme for theme in community.themes for aim in aims.get(theme) or [""]
    )


def _community(row: Mapping[str, Any]) -> Community:
    return Community(**{**row, "themes": tuple(dict.fromkeys(json.loads(row["themes"])))})


def _speaks_of(community: Community, unit: str, wanted: list[str]) -> bool:
    said = " ".join((community.name, unit, *community.themes)).casefold()
    return all(word in said for word in wanted)


def told(people: int) -> int | None:
    """Return a count of people, None where it is of so few that it is not said."""
    return None if 0 < people < FEWEST else people


def _members(catalog: Catalog, day: str) -> dict[int, int]:
    rows = catalog.db.execute(
        "SELECT community, count(DISTINCT coalesce(account, name)) FROM community_member"
        " WHERE valid_from <= ?1 AND coalesce(valid_until, ?1) >= ?1 GROUP BY community",
        [day],
    )
    return dict(rows.fetchall())


def _last_meetings(catalog: Catalog, day: str) -> dict[int, str]:
    rows = catalog.db.execute(
        "SELECT community, max(substr(starts, 1, 10)) FROM meeting"
        " WHERE cancelled = 0 AND substr(starts, 1, 10) <= ? GROUP BY community",
        [day],
    )
    return dict(rows.fetchall())

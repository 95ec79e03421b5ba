"""Communities as their pages tell of them: decree, themes, how many belong to them, when they last met."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalog import units
from catalog.communities import LEVEL_NAMES, Maturity
from catalog.database import Catalog
from catalog.errors import NotFoundError

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
        members, met, assessed = _members(catalog, day), _last_meetings(catalog, day), _assessed(catalog)
    wanted = text.casefold().split()
    return [
        Listed(one, _said(members.get(one.id, 0)), met.get(one.id), assessed.get(one.id))
        for one in found
        if _speaks_of(one, words.get(one.unit or "", ""), wanted)
    ]


def _community(row: Mapping[str, Any]) -> Community:
    return Community(**{**row, "themes": tuple(dict.fromkeys(json.loads(row["themes"])))})


def _speaks_of(community: Community, unit: str, wanted: list[str]) -> bool:
    said = " ".join((community.name, unit, *community.themes)).casefold()
    return all(word in said for word in wanted)


def _said(people: int) -> int | None:
    return people if people >= FEWEST else None


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


def _assessed(catalog: Catalog) -> dict[int, Maturity]:
    """Return the latest assessment of each community that has one."""
    rows = catalog.db.query(
        "SELECT a.community AS id, c.name AS community, a.level, a.assessed_on, a.assessor, a.evidence, a.instrument"
        " FROM assessment a JOIN community c ON c.id = a.community ORDER BY a.assessed_on, a.id"
    )
    return {row.pop("id"): Maturity(name=LEVEL_NAMES[row["level"]], **row) for row in rows}

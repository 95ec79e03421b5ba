"""Cycles of assessment: in a year, the full one with its cutoff in October, and the light one of June.

The instrument in force when a cycle is opened is that of its appraisals for ever.
"""

import secrets
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalog import accounts, grants, trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.parts import KEY_LETTERS
from programme.assessment import appraisal_notices
from programme.maturity import instrument as instruments
from programme.maturity.ages import is_young
from programme.standing import STEERING

_CUTOFF = {False: (10, 31), True: (6, 30)}
_FIRST_YEAR = 2020


@dataclass(frozen=True)
class Cycle:
    """What opening a cycle did, by the names of communities: opened, open before, and too young to be assessed."""

    opened: tuple[str, ...]
    known: tuple[str, ...]
    too_young: tuple[str, ...]


@dataclass(frozen=True)
class Overview:
    """How far a cycle is: how many appraisals are in each state, and the names of communities that have none.

    Those that are `too_young` were founded too late to be assessed in it.
    """

    states: Mapping[str, int]
    unopened: tuple[str, ...]
    too_young: tuple[str, ...]


def may_open(catalog: Catalog, account: Account | None, on: date | None = None) -> bool:
    """Tell whether an account keeps the programme, and so opens cycles."""
    now = accounts.with_id(catalog, account.id) if account else None
    if now is None or not now.enabled:
        return False
    return any(grant.role in STEERING and grant.holds(on or date.today()) for grant in grants.of(catalog, now.id))


def open_cycle(catalog: Catalog, year: int, *, light: bool = False, community: int | None = None, by: str) -> Cycle:
    """Open the appraisals of a year for one community or all; those that are open already stay as they are.

    Communities that were founded less than six months before the cutoff get none: they are not assessed yet.
    """
    if not _FIRST_YEAR <= year <= date.today().year + 1:
        raise RujukanError("bad_value", f"Tahun penilaian {year} tidak masuk akal; tulis tahun seperti 2026.")
    cutoff = date(year, *_CUTOFF[light])
    made: dict[str, list[str]] = {"opened": [], "known": [], "too_young": []}
    with catalog.writing():
        version = instruments.use(catalog).version
        for row in _candidates(catalog, community):
            if is_young(row["founded"] or row["decree_date"], cutoff):
                made["too_young"].append(row["name"])
                continue
            values = [_key(), row["id"], year, int(light), version, cutoff.isoformat(), int(time.time())]
            added = catalog.db.execute(
                "INSERT INTO appraisal (key, community, year, light, instrument, cutoff, opened)"
                " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (community, year, light) DO NOTHING",
                values,
            ).rowcount
            made["opened" if added else "known"].append(row["name"])
            if added:
                trail.append(catalog, by, "appraisal.open", values[0], year=year, light=int(light))
                appraisal_notices.tell_turn(catalog, values[0])
    return Cycle(**{name: tuple(names) for name, names in made.items()})


def overview(catalog: Catalog, year: int, *, light: bool = False) -> Overview:
    """Return how far a cycle is."""
    rows = catalog.db.query("SELECT community, state FROM appraisal WHERE year = ? AND light = ?", [year, int(light)])
    states = {row["community"]: row["state"] for row in rows}
    without = [row for row in _candidates(catalog, None) if row["id"] not in states]
    cutoff = date(year, *_CUTOFF[light])
    young = [row["name"] for row in without if is_young(row["founded"] or row["decree_date"], cutoff)]
    unopened = tuple(row["name"] for row in without if row["name"] not in young)
    return Overview(Counter(states.values()), unopened, tuple(young))


def known(catalog: Catalog) -> list[tuple[int, bool]]:
    """Return the cycles that were opened, by year and whether they are light, the youngest first."""
    rows = catalog.db.execute("SELECT DISTINCT year, light FROM appraisal ORDER BY year DESC, light")
    return [(year, bool(light)) for year, light in rows]


def _candidates(catalog: Catalog, community: int | None) -> list[dict[str, Any]]:
    rows = list(
        catalog.db.query(
            "SELECT id, name, founded, decree_date FROM community WHERE ?1 IS NULL OR id = ?1 ORDER BY name",
            [community],
        )
    )
    if community is not None and not rows:
        raise NotFoundError
    return rows


def _key() -> str:
    return "".join(secrets.choice(KEY_LETTERS) for _ in range(12))

"""Quarters as they were frozen: what the computed indicators of each community came to, which never changes.

A quarter that was missed can be frozen later; it is then measured by the rows of its time, where these are dated.
"""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from catalog import known_copies, trail
from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.maturity import instrument
from programme.measures.computing import all_measures
from programme.measures.measure import Measure
from programme.quarters import Quarter


@dataclass(frozen=True)
class Frozen:
    """One indicator as it was frozen, `at` in Unix seconds; the rest as in `programme.measures.measure.Measure`."""

    indicator: str
    instrument: str
    value: int | None
    figure: Fraction | None
    numerator: Fraction
    denominator: int
    reason: str
    note: str
    people: bool
    first: date
    last: date
    at: int


def freeze(catalog: Catalog, quarter: Quarter | None = None, *, by: str, today: date | None = None) -> list[int]:
    """Freeze a quarter that is over, the last one unless told, and return the communities that were not frozen yet.

    Each is written in a transaction of its own: what is broken off is taken up again. RujukanError `bad_value` for a
    quarter that is not over.
    """
    now = today or date.today()
    chosen = quarter or Quarter.of(now).after(-1)
    if chosen.last >= now:
        raise RujukanError("bad_value", f"Triwulan {chosen} belum berakhir; bekukan mulai {chosen.after(1).first}.")
    wanted = _unfrozen(catalog, chosen)
    known_copies.remember_all(catalog)
    for community in wanted:
        with catalog.writing():
            _keep(catalog, community, chosen, now)
    if wanted:
        trail.append(catalog, by, "programme.freeze", str(chosen), communities=len(wanted))
    return wanted


def frozen(catalog: Catalog, community: int) -> Mapping[Quarter, Mapping[str, Frozen]]:
    """Return what was frozen of a community: indicators by code, of each quarter, the oldest first."""
    rows = catalog.db.query(
        "SELECT quarter, instrument, indicator, value, measured, frozen FROM snapshot WHERE community = ?"
        " ORDER BY quarter",
        [community],
    )
    found: dict[Quarter, dict[str, Frozen]] = {}
    for row in rows:
        one = _frozen(row["instrument"], row["indicator"], row["value"], row["measured"], row["frozen"])
        found.setdefault(Quarter.parse(row["quarter"]), {})[one.indicator] = one
    return found


def of_quarter(catalog: Catalog, quarter: Quarter, indicators: Sequence[str]) -> Mapping[int, Mapping[str, Frozen]]:
    """Return what was frozen of some indicators in a quarter, by community and indicator."""
    rows = catalog.db.execute(
        "SELECT community, instrument, indicator, value, measured, frozen FROM snapshot"
        " WHERE quarter = ? AND indicator IN (SELECT value FROM json_each(?))",
        [str(quarter), json.dumps(indicators)],
    )
    found: dict[int, dict[str, Frozen]] = {}
    for community, *row in rows.fetchall():
        one = _frozen(*row)
        found.setdefault(community, {})[one.indicator] = one
    return found


def values(catalog: Catalog, quarter: Quarter) -> Mapping[int, Mapping[str, int | None]]:
    """Return the values that were frozen of a quarter, by community and indicator."""
    rows = catalog.db.execute(
        "SELECT community, indicator, value FROM snapshot WHERE quarter = ? ORDER BY community, indicator",
        [str(quarter)],
    )
    found: dict[int, dict[str, int | None]] = {}
    for community, indicator, value in rows.fetchall():
        found.setdefault(community, {})[indicator] = value
    return found


def quarters(catalog: Catalog) -> list[Quarter]:
    """Return the quarters of which something was frozen, the oldest first."""
    rows = catalog.db.execute("SELECT DISTINCT quarter FROM snapshot ORDER BY quarter").fetchall()
    return [Quarter.parse(row[0]) for row in rows]


def _unfrozen(catalog: Catalog, quarter: Quarter) -> list[int]:
    """Return the communities that a quarter was not frozen of, but for those founded after it."""
    rows = catalog.db.execute(
        "SELECT id FROM community WHERE coalesce(founded, '') <= ?"
        " AND id NOT IN (SELECT community FROM snapshot WHERE quarter = ?) ORDER BY id",
        [quarter.last.isoformat(), str(quarter)],
    )
    return [row[0] for row in rows.fetchall()]


def _keep(catalog: Catalog, community: int, quarter: Quarter, today: date) -> None:
    used = instrument.use(catalog)
    if str(quarter) in {str(known) for known in frozen(catalog, community)}:
        return  # another call was faster
    for one in all_measures(catalog, community, quarter, used, today).values():
        catalog.db.execute(
            "INSERT INTO snapshot (community, quarter, instrument, indicator, value, measured, frozen)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [*(community, str(quarter), used.version, one.indicator, one.value), _told(one), int(time.time())],
        )


def _told(one: Measure) -> str:
    return json.dumps(
        {
            "figure": None if one.figure is None else str(one.figure),
            "numerator": str(one.numerator),
            "denominator": one.denominator,
            "reason": one.reason,
            "note": one.note,
            "people": one.people,
            "first": one.first.isoformat(),
            "last": one.last.isoformat(),
        },
        ensure_ascii=False,
    )


def _frozen(version: str, indicator: str, value: int | None, told: str, at: int) -> Frozen:
    said = json.loads(told)
    return Frozen(
        indicator=indicator,
        instrument=version,
        value=value,
        figure=None if said["figure"] is None else Fraction(said["figure"]),
        numerator=Fraction(said["numerator"]),
        denominator=said["denominator"],
        reason=said["reason"],
        note=said.get("note", ""),
        people=said["people"],
        first=date.fromisoformat(said["first"]),
        last=date.fromisoformat(said["last"]),
        at=at,
    )

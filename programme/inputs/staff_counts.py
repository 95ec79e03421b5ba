"""How many people work in a unit, as the personnel agency counts them each quarter.

A missing input gives no value, never a guess. A count is corrected by recording it again; what it said before is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from catalog import trail
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.units import AGENCY_KINDS, Unit, all_units, check_unit
from programme import typed
from programme.quarters import Quarter

OLDEST_STAFF = 4
"""Quarters that a staff count may be old."""
MOST = 1_000_000
"""People that a unit may have."""


@dataclass(frozen=True)
class Staff:
    """How many people a unit has, since which quarter that is known, and from where."""

    people: int
    quarter: str
    source: str


@dataclass(frozen=True)
class Said:
    """A count as it is typed."""

    unit: str
    quarter: str
    people: str
    source: str


@dataclass(frozen=True)
class Known:
    """What is known of a unit: its counts of the quarters that are shown, and the quarter of the last of all.

    `state` is `ada` where a count can be used now, `usang` where the last one is too old, `belum` where there is none.
    """

    unit: Unit
    people: Mapping[str, int]
    last: str | None
    state: str


@dataclass(frozen=True)
class Recorded:
    """A count of a unit; `replaced` is when (Unix seconds) another one took its place, None for the one that holds."""

    quarter: str
    people: int
    source: str
    replaced: int | None


def staff(catalog: Catalog, unit: str | None, quarter: Quarter) -> Staff | None:
    """Return the last known staff count of a unit at the end of a quarter; None if there is none, or it is too old."""
    rows = catalog.db.query(
        "SELECT people, quarter, source FROM staff_count WHERE unit = ? AND quarter BETWEEN ? AND ?"
        " ORDER BY quarter DESC LIMIT 1",
        [unit, str(quarter.after(-OLDEST_STAFF)), str(quarter)],
    )
    return next((Staff(**row) for row in rows), None)


def usable(today: date) -> tuple[Quarter, ...]:
    """Return the quarters whose counts can be used on a day, the running one last."""
    return Quarter.of(today).up_to(OLDEST_STAFF + 1)


def known(catalog: Catalog, today: date) -> list[Known]:
    """Return what is known of each agency, and of other units that have a community or were counted."""
    counts: dict[str, dict[str, int]] = {}
    with catalog.reading():
        for unit, quarter, people in catalog.db.execute(
            "SELECT unit, quarter, people FROM staff_count WHERE quarter <= ?", [str(Quarter.of(today))]
        ):
            counts.setdefault(unit, {})[quarter] = people
        counted = counts.keys() | {row[0] for row in catalog.db.execute("SELECT unit FROM community")}
        units = [unit for unit in all_units(catalog) if unit.kind in AGENCY_KINDS or unit.code in counted]
    return [_known(unit, counts.get(unit.code, {}), usable(today)) for unit in units]


def _known(unit: Unit, counts: Mapping[str, int], quarters: tuple[Quarter, ...]) -> Known:
    last = max(counts, default=None)
    state = "belum" if last is None else "usang" if last < str(quarters[0]) else "ada"
    return Known(unit, {str(one): counts[str(one)] for one in quarters if str(one) in counts}, last, state)


def recorded(catalog: Catalog, unit: str) -> list[Recorded]:
    """Return the counts of a unit, those that were corrected behind the one that holds, the newest quarter first."""
    rows = catalog.db.query(
        "SELECT quarter, people, source, NULL AS replaced, 1 AS holds, 0 AS id FROM staff_count WHERE unit = ?1"
        " UNION ALL SELECT quarter, people, source, replaced, 0, id FROM staff_count_past WHERE unit = ?1"
        " ORDER BY quarter DESC, holds DESC, id DESC",
        [unit],
    )
    return [Recorded(row["quarter"], row["people"], row["source"], row["replaced"]) for row in rows]


def record(catalog: Catalog, said: Said, today: date, *, by: str) -> Quarter:
    """Record a count with its source and return its quarter, in place of what was known of it.

    RujukanError `bad_value` or `unknown_unit` where it makes no sense; there are no counts of quarters to come.
    """
    unit, quarter = check_unit(catalog, said.unit.strip()), Quarter.parse(said.quarter)
    people, source = typed.whole("Jumlah pegawai", said.people, MOST), typed.line("Sumber", said.source)
    if quarter > Quarter.of(today):
        raise RujukanError("bad_value", f"Triwulan {quarter} belum mulai; catat triwulan yang sudah berjalan.")
    with catalog.writing():
        catalog.db.execute(
            "INSERT INTO staff_count (unit, quarter, people, source) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (unit, quarter) DO UPDATE SET people = excluded.people, source = excluded.source",
            [unit, str(quarter), people, source],
        )
        trail.append(catalog, by, "staff.record", unit, quarter=str(quarter), people=people)
    return quarter

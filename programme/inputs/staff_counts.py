"""How many people work in a unit, as the personnel agency counts them each quarter.

A missing input gives no value, never a guess.
"""

from dataclasses import dataclass

from catalog.database import Catalog
from programme.quarters import Quarter

OLDEST_STAFF = 4
"""Quarters that a staff count may be old."""


@dataclass(frozen=True)
class Staff:
    """How many people a unit has, since which quarter that is known, and from where."""

    people: int
    quarter: str
    source: str


def staff(catalog: Catalog, unit: str | None, quarter: Quarter) -> Staff | None:
    """Return the last known staff count of a unit at the end of a quarter; None if there is none, or it is too old."""
    rows = catalog.db.query(
        "SELECT people, quarter, source FROM staff_count WHERE unit = ? AND quarter BETWEEN ? AND ?"
        " ORDER BY quarter DESC LIMIT 1",
        [unit, str(quarter.after(-OLDEST_STAFF)), str(quarter)],
    )
    return next((Staff(**row) for row in rows), None)

"""Appraisals: the yearly and the light assessment of each community, and the states that it goes through."""

import time
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalog import trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from programme import working_days
from programme.maturity import instrument as instruments
from programme.maturity.instrument import Instrument
from programme.quarters import Quarter
from programme.standing import Standing, standing

OBJECTION_DAYS = 5
"""Working days after the decision in which the head of the unit may object."""
_READ = """
SELECT a.id, a.key, a.community, c.name, c.unit, a.year, a.light, a.instrument, a.cutoff, a.state, a.opened, a.decided,
    a.closed FROM appraisal a JOIN community c ON c.id = a.community
"""


@dataclass(frozen=True)
class Appraisal:
    """One appraisal of a community. `decided` is the day of the panel's decision, `closed` when it became final."""

    id: int
    key: str
    community: int
    name: str
    unit: str | None
    year: int
    light: bool
    instrument: str
    cutoff: str
    state: str
    opened: int
    decided: str | None
    closed: int | None

    @property
    def quarter(self) -> Quarter:
        """Return the last quarter that has ended by the cutoff: the one whose computed indicators count."""
        day = date.fromisoformat(self.cutoff)
        among = Quarter.of(day)
        return among if among.last == day else among.after(-1)

    @property
    def objection_until(self) -> date | None:
        """Return the last day on which the head of the unit may object; None before the decision."""
        if self.decided is None:
            return None
        return working_days.after(date.fromisoformat(self.decided), OBJECTION_DAYS)


def with_key(catalog: Catalog, key: str) -> Appraisal:
    """Return the appraisal of that key; NotFoundError if there is none."""
    for row in catalog.db.query(f"{_READ} WHERE a.key = ?", [key]):
        return _appraisal(row)
    raise NotFoundError


def instrument_of(catalog: Catalog, appraisal: Appraisal) -> Instrument:
    """Return the version of the instrument that an appraisal was opened with."""
    kept = instruments.of_version(catalog, appraisal.instrument)
    if kept is None:
        raise RujukanError("bad_instrument", f"Instrumen versi {appraisal.instrument} tidak ada lagi di katalog.")
    return kept


def listing(catalog: Catalog) -> list[Appraisal]:
    """Return all appraisals, the youngest year first, by the names of communities."""
    rows = catalog.db.query(f"{_READ} ORDER BY a.year DESC, a.light, c.name")
    return [_appraisal(row) for row in rows]


def opened(catalog: Catalog, account: Account | None, key: str, on: date | None = None) -> tuple[Appraisal, Standing]:
    """Return an appraisal for an account that its records are open to, and what the account is to the community.

    NotFoundError for all others, as for an appraisal that does not exist.
    """
    found = with_key(catalog, key)
    held = standing(catalog, account, found.community, on)
    if not held.inside:
        raise NotFoundError
    return found, held


def move(catalog: Catalog, appraisal: Appraisal, state: str, by: str, decided: str | None = None) -> None:
    """Bring an appraisal to its next state, and tell the trail; RujukanError `moved_on` if it is elsewhere by now.

    `decided` is the day of a decision; what becomes final is closed now.
    """
    closed = int(time.time()) if state == "final" else None
    with catalog.writing():
        changed = catalog.db.execute(
            "UPDATE appraisal SET state = ?, decided = coalesce(?, decided), closed = ? WHERE id = ? AND state = ?",
            [state, decided, closed, appraisal.id, appraisal.state],
        ).rowcount
        if not changed:
            raise moved_on()
        trail.append(catalog, by, f"appraisal.{state}", appraisal.key)


def moved_on() -> RujukanError:
    """Return the error of a step that is not to be taken now."""
    return RujukanError(
        "moved_on", "Penilaian ini sudah berpindah tahap sejak halamannya dibuka. Periksa keadaannya sekarang."
    )


def _appraisal(row: dict[str, Any]) -> Appraisal:
    return Appraisal(**row | {"light": bool(row["light"])})

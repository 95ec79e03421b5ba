"""Appraisals: the yearly and the light assessment of each community, from the opening of a cycle to what is final.

The instrument in force when a cycle is opened is that of its appraisals for ever.
"""

import secrets
import time
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalog import accounts, grants, trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.parts import KEY_LETTERS
from programme import instrument as instruments
from programme import working_days
from programme.instrument import Instrument
from programme.quarters import Quarter
from programme.standing import STEERING, Standing, standing

OBJECTION_DAYS = 5
"""Working days after the decision in which the head of the unit may object."""
_YOUNG = 6  # months before the cutoff
_CUTOFF = {False: (10, 31), True: (6, 30)}
_FIRST_YEAR = 2020
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


@dataclass(frozen=True)
class Cycle:
    """What opening a cycle did, by the names of communities: opened, open before, and too young to be assessed."""

    opened: tuple[str, ...]
    known: tuple[str, ...]
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
            if _is_young(row["founded"] or row["decree_date"], cutoff):
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
    return Cycle(**{name: tuple(names) for name, names in made.items()})


def too_young(catalog: Catalog, year: int, *, light: bool = False) -> list[str]:
    """Return the names of communities that are not assessed in a cycle, because they were founded too late for it."""
    cutoff = date(year, *_CUTOFF[light])
    rows = _candidates(catalog, None)
    return [row["name"] for row in rows if _is_young(row["founded"] or row["decree_date"], cutoff)]


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


def _is_young(founded: str | None, cutoff: date) -> bool:
    """Tell whether a community is younger than six months; one whose age is not recorded is not called young."""
    try:
        first = date.fromisoformat(founded or "")
    except ValueError:
        return False
    years, month = divmod(first.month - 1 + _YOUNG, 12)
    year, month = first.year + years, month + 1
    return date(year, month, min(first.day, monthrange(year, month)[1])) > cutoff


def _appraisal(row: dict[str, Any]) -> Appraisal:
    return Appraisal(**row | {"light": bool(row["light"])})


def _key() -> str:
    return "".join(secrets.choice(KEY_LETTERS) for _ in range(12))

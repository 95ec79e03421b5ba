"""All communities beside one another: where each stands, and above all where it moves to."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from catalog.communities import LEVEL_NAMES, UNASSESSED
from catalog.database import Catalog
from catalog.units import AGENCY_KINDS
from programme.maturity import history
from programme.maturity.ages import is_young
from programme.maturity.history import Assessed, Quarterly
from programme.maturity.scoring import exact

LEVELS = (*map(str, LEVEL_NAMES), UNASSESSED)
_KNOWN = """
SELECT c.id, c.name, c.unit, coalesce(unit.short, '') AS short, coalesce(unit.kind, '') AS kind,
    coalesce(c.founded, c.decree_date) AS founded
FROM community c LEFT JOIN unit ON unit.code = c.unit ORDER BY c.name
"""


@dataclass(frozen=True)
class Compared:
    """A community beside others: its `latest` assessment, and that of the year `before`; None where there is none.

    `short` and `kind` are of its unit, "" without one. A `young` one is not assessed, whatever was recorded of it.
    """

    id: int
    name: str
    unit: str | None
    short: str
    kind: str
    founded: str | None
    young: bool
    latest: Assessed | None
    before: Assessed | None
    trend: Sequence[Quarterly]

    @property
    def level(self) -> str:
        """Return one of LEVELS."""
        return str(self.latest.level) if self.latest else UNASSESSED

    @property
    def moved(self) -> int | None:
        """Return by how many levels it moved since the earlier year; None where one of the two is not known."""
        return self.latest.level - self.before.level if self.latest and self.before else None

    @property
    def gained(self) -> Fraction | None:
        """Return by how much the total grew; None where one is not known, or they are of two instruments."""
        now, then = self.latest, self.before
        if now is None or then is None or now.instrument != then.instrument:
            return None
        return now.total - then.total if now.total is not None and then.total is not None else None


@dataclass(frozen=True)
class Wanted:
    """Which communities are shown, and in which order; "" is all of them."""

    level: str = ""
    kind: str = ""
    order: str = "gerak"


def compared(catalog: Catalog, today: date | None = None) -> list[Compared]:
    """Return every community in the order of the names."""
    on = today or date.today()
    with catalog.reading():
        assessed, trends = history.assessments(catalog), history.trends(catalog)
        rows = list(catalog.db.query(_KNOWN))
    return [_compared(row, on, assessed.get(row["id"], []), trends.get(row["id"], [])) for row in rows]


def wanted(found: Iterable[Compared], asked: Wanted) -> list[Compared]:
    """Return those that are asked for, in the order that is asked for."""
    kept = [one for one in found if asked.level in ("", one.level) and asked.kind in ("", one.kind)]
    return sorted(kept, key=ORDERS.get(asked.order, ORDERS["gerak"]))


def kinds(found: Iterable[Compared]) -> list[str]:
    """Return the kinds of agencies that communities belong to, in their usual order."""
    there = {one.kind for one in found}
    return [kind for kind in AGENCY_KINDS if kind in there]


def distribution(found: Iterable[Compared]) -> dict[str, tuple[int, int]]:
    """Return how many communities are at each level now, and how many were in the earlier year of their own."""
    communities = list(found)
    now = Counter(one.level for one in communities)
    then = Counter(str(one.before.level) if one.before else UNASSESSED for one in communities)
    return {level: (now[level], then[level]) for level in LEVELS}


def movement(found: Iterable[Compared]) -> dict[str, int]:
    """Return how many communities rose (`naik`), stayed (`tetap`) and fell (`turun`) since the earlier year."""
    moved = [one.moved for one in found if one.moved is not None]
    return {
        "naik": sum(by > 0 for by in moved),
        "tetap": sum(by == 0 for by in moved),
        "turun": sum(by < 0 for by in moved),
    }


def rows(found: Iterable[Compared]) -> Iterator[list[str]]:
    """Yield the heading, then a row for each community; totals are exact to six decimals, days ISO dates."""
    yield [
        *("komunitas", "perangkat daerah", "jenis", "level", "nama level", "total", "tanggal", "penilai", "instrumen"),
        *("level sebelumnya", "total sebelumnya", "tanggal sebelumnya", "perubahan level"),
        *("triwulan terakhir", "total indikator terhitung"),
    ]
    for one in found:
        now, then = one.latest, one.before
        last = one.trend[-1] if one.trend else None
        yield [
            *(one.name, one.unit or "", one.kind),
            *((str(now.level), now.name) if now else ("", "belum dinilai")),
            *((_total(now), now.assessed_on, now.assessor, now.instrument) if now else ("", "", "", "")),
            *((str(then.level), _total(then), then.assessed_on) if then else ("", "", "")),
            "" if one.moved is None else str(one.moved),
            *((last.quarter, exact(last.total)) if last else ("", "")),
        ]


def _total(assessed: Assessed) -> str:
    return "" if assessed.total is None else exact(assessed.total)


def _compared(row: dict[str, Any], on: date, assessed: list[Assessed], trend: list[Quarterly]) -> Compared:
    young = is_young(row["founded"], on)
    latest = assessed[0] if assessed and not young else None
    year = latest.assessed_on[:4] if latest else ""
    before = next((one for one in assessed if one.assessed_on[:4] < year), None)
    return Compared(**row, young=young, latest=latest, before=before, trend=trend)


def _by_level(one: Compared) -> tuple[int, str]:
    return (-one.latest.level if one.latest else 0, one.name)


def _by_total(one: Compared) -> tuple[bool, Fraction, str]:
    total = one.latest.total if one.latest else None
    return (total is None, -(total or Fraction(0)), one.name)


def _by_movement(one: Compared) -> tuple[bool, int, Fraction, str]:
    return (one.moved is None, -(one.moved or 0), -(one.gained or Fraction(0)), one.name)


ORDERS: dict[str, Callable[[Compared], Any]] = {
    "gerak": _by_movement,
    "nama": lambda one: one.name,
    "level": _by_level,
    "total": _by_total,
}
"""How communities may be ordered; movement comes first, for a rank alone tells little."""

"""The quarterly report: what of each community stands at the end of a quarter, and all of them together.

Coverage and what is up to date are those that were frozen, or where nothing was, what the rows say now. All else is
taken from rows with a day. What has too little data is None, and no part of a total.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from catalog import service_settings
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.units import agencies
from programme.community import communities
from programme.community.communities import FEWEST, Community
from programme.maturity import instrument
from programme.measures import snapshots
from programme.measures.case import Case
from programme.measures.computing import COMPUTED
from programme.measures.measure import Measure, measured
from programme.measures.snapshots import Frozen
from programme.quarters import Quarter
from programme.standing import standing, steers
from programme.steering import gaps

KINDS = ("rujukan", "adaptasi", "adopsi")
COVERAGE, UP_TO_DATE = "2.2", "6.1"
_REUSES = """
SELECT a.community, r.unit, r.kind, a.unit AS owner, (SELECT unit FROM community WHERE id = a.community) AS home,
    (SELECT json_group_array(unit) FROM asset_unit WHERE asset = a.id) AS writers
FROM reuse r JOIN asset a ON a.id = r.asset
WHERE r.state = 'dikonfirmasi' AND r.day BETWEEN ?1 AND ?2 AND r.decided <= ?2 ORDER BY r.id
"""
_LEVELS = """
SELECT community, level FROM assessment WHERE assessed_on <= ? ORDER BY assessed_on, id
"""
_UNCONFIRMED = """
SELECT a.id FROM asset a WHERE coalesce((SELECT c.old FROM validity_change c WHERE c.asset = a.id AND c.day > ?1
    ORDER BY c.id LIMIT 1), a.validity) = 'belum_dikonfirmasi'
"""


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """Return it in whole percent, rounded half up."""
        return int(Fraction(100 * self.part, self.whole) + Fraction(1, 2))


@dataclass(frozen=True)
class Line:
    """One community, or all of them: then `community` is None and levels are not added.

    `overdue` counts approved assets past their day of review, `unconfirmed` those whose validity nobody ever confirmed,
    `reuse` confirmed uses of its assets by other agencies by kind, `before` is the level a year ago; None is never
    assessed. `gaps` counts open groups of questions, None where so old ones are not kept.
    """

    community: Community | None
    frozen: bool
    coverage: Share | None
    up_to_date: Share | None
    approved: int
    overdue: int
    unconfirmed: int
    reuse: Mapping[str, int]
    level: int | None
    before: int | None
    gaps: int | None


@dataclass(frozen=True)
class Flow:
    """Confirmed uses of one agency's assets by another."""

    owner: str
    user: str
    kinds: Mapping[str, int]


@dataclass(frozen=True)
class Report:
    """A quarter, up to `last`: today where it is not over. Of all communities, or of those of the asker's agency."""

    quarter: Quarter
    last: date
    lines: Sequence[Line]
    total: Line
    risen: int
    fallen: int
    flows: Sequence[Flow]


def asked_quarter(text: str, today: date) -> Quarter:
    """Return the quarter that is asked for, the last that is over where none is; RujukanError for one to come."""
    quarter = Quarter.parse(text) if text else Quarter.of(today).after(-1)
    if quarter.first > today:
        raise RujukanError("bad_value", f"Triwulan {quarter} belum mulai.")
    return quarter


def readable(catalog: Catalog, account: Account | None) -> Collection[int]:
    """Return the communities that an account may read of: all for who steers, for heads those of their unit."""
    numbers = [row[0] for row in catalog.db.execute("SELECT id FROM community").fetchall()]
    if steers(catalog, account):
        return frozenset(numbers)
    return frozenset(number for number in numbers if account and standing(catalog, account, number).heads)


def report(catalog: Catalog, quarter: Quarter, today: date, of: Collection[int] | None = None) -> Report:
    """Return the report of a quarter over some communities, all unless told."""
    last = min(quarter.last, today)
    with catalog.reading():
        seen = [one.community for one in communities.listing(catalog) if of is None or one.community.id in of]
        rows = _Rows.read(catalog, quarter, today)
        lines = [_line(catalog, community, rows) for community in seen]
    known = [(line.before, line.level) for line in lines if line.before is not None and line.level is not None]
    agencies_read = None if of is None else {rows.agencies.get(one.unit or "", one.unit) for one in seen}
    return Report(
        quarter=quarter,
        last=last,
        lines=lines,
        total=_total(lines, rows.gaps if of is None else None),
        risen=sum(level > before for before, level in known),
        fallen=sum(level < before for before, level in known),
        flows=_flows(rows, agencies_read),
    )


@dataclass(frozen=True)
class _Rows:
    """What is read once for all communities."""

    quarter: Quarter
    today: date
    last: date
    agencies: Mapping[str, str]
    instrument: instrument.Instrument
    frozen: Mapping[int, Mapping[str, Frozen]]
    uses: Sequence[Mapping[str, Any]]
    levels: tuple[Mapping[int, int], Mapping[int, int]]
    unconfirmed: Collection[int]
    gaps: Mapping[int | None, int] | None

    @classmethod
    def read(cls, catalog: Catalog, quarter: Quarter, today: date) -> "_Rows":
        last, known = min(quarter.last, today), agencies(catalog)
        return cls(
            quarter=quarter,
            today=today,
            last=last,
            agencies=known,
            instrument=instrument.in_force(catalog),
            frozen=snapshots.of_quarter(catalog, quarter, (COVERAGE, UP_TO_DATE)),
            uses=_uses(catalog, known, (quarter.first.isoformat(), last.isoformat())),
            levels=(_levels(catalog, quarter.after(-4).last), _levels(catalog, last)),
            unconfirmed=frozenset(row[0] for row in catalog.db.execute(_UNCONFIRMED, [last.isoformat()])),
            gaps=_open_gaps(catalog, last, today),
        )


def _line(catalog: Catalog, community: Community, rows: _Rows) -> Line:
    case = Case(catalog, community, rows.quarter, rows.today, rows.instrument, rows.agencies)
    kept = rows.frozen.get(community.id)
    figures: Mapping[str, Measure | Frozen] = kept or {code: _live(case, code) for code in (COVERAGE, UP_TO_DATE)}
    day = case.days[1]
    return Line(
        community=community,
        frozen=kept is not None,
        coverage=_share(figures.get(COVERAGE)),
        up_to_date=_share(figures.get(UP_TO_DATE)),
        approved=len(case.held),
        overdue=sum((one.review_on or day) < day for one in case.held),
        unconfirmed=sum(one.asset in rows.unconfirmed for one in case.held),
        reuse=_by_kind(use["kind"] for use in rows.uses if use["community"] == community.id),
        level=rows.levels[1].get(community.id),
        before=rows.levels[0].get(community.id),
        gaps=None if rows.gaps is None else rows.gaps.get(community.id, 0),
    )


def _live(case: Case, code: str) -> Measure:
    return measured(case, case.instrument.indicators[code], COMPUTED[code])


def _share(one: Measure | Frozen | None) -> Share | None:
    """Return what an indicator counted, None where that is too little to say anything."""
    return None if one is None or one.reason or not one.denominator else Share(int(one.numerator), one.denominator)


def _total(lines: Sequence[Line], every_gap: Mapping[int | None, int] | None) -> Line:
    """Return what some communities come to; of all of them, with the gaps that belong to none."""
    in_none = every_gap.get(None, 0) if every_gap else 0
    known = [line.gaps for line in lines if line.gaps is not None]
    return Line(
        community=None,
        frozen=bool(lines) and all(line.frozen for line in lines),
        coverage=_sum(line.coverage for line in lines),
        up_to_date=_sum(line.up_to_date for line in lines),
        approved=sum(line.approved for line in lines),
        overdue=sum(line.overdue for line in lines),
        unconfirmed=sum(line.unconfirmed for line in lines),
        reuse={kind: sum(line.reuse[kind] for line in lines) for kind in KINDS},
        level=None,
        before=None,
        gaps=sum(known) + in_none if len(known) == len(lines) else None,
    )


def _sum(shares: Iterable[Share | None]) -> Share | None:
    known = [share for share in shares if share]
    return Share(sum(one.part for one in known), sum(one.whole for one in known)) if known else None


def _by_kind(kinds: Iterable[str]) -> dict[str, int]:
    counted = Counter(kinds)
    return {kind: counted[kind] for kind in KINDS}


def _uses(catalog: Catalog, known: Mapping[str, str], days: tuple[str, str]) -> list[Mapping[str, Any]]:
    """Return the confirmed uses within some days by others than the agencies that own or wrote the asset."""
    found = list[Mapping[str, Any]]()
    for row in catalog.db.query(_REUSES, list(days)):
        user = known.get(row["unit"], row["unit"])
        own = [known.get(unit, unit) for unit in (row["owner"], row["home"], *json.loads(row["writers"])) if unit]
        if user not in own:
            found.append({**row, "user": user, "owner": known.get(row["owner"] or "", row["owner"])})
    return found


def _levels(catalog: Catalog, day: date) -> dict[int, int]:
    """Return the level that each community had on a day; the later of two assessments takes the earlier one's place."""
    return dict(catalog.db.execute(_LEVELS, [day.isoformat()]).fetchall())


def _open_gaps(catalog: Catalog, last: date, today: date) -> Mapping[int | None, int] | None:
    """Return how many groups of questions were open on a day, by community; None for days that are not kept."""
    days = service_settings.read(catalog.folder).question_days
    if last < today - timedelta(days=days - 1):
        return None
    day = last.isoformat()
    found = [gap for gap in gaps.listing(catalog, fewest=FEWEST) if gap.first <= day]
    return Counter(gap.community for gap in found if gap.state == gaps.OPEN or gap.since > day)


def _flows(rows: _Rows, of: Collection[str | None] | None) -> list[Flow]:
    """Return who used whose assets, of some agencies what they gave and took; those that most was used of first."""
    pairs: dict[tuple[str, str], list[str]] = {}
    for use in rows.uses:
        if use["owner"] and (of is None or use["owner"] in of or use["user"] in of):
            pairs.setdefault((use["owner"], use["user"]), []).append(use["kind"])
    ordered = sorted(pairs.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [Flow(owner, user, _by_kind(kinds)) for (owner, user), kinds in ordered]

"""What the members of a community do together, by quarter: never who did it, and nothing of fewer than five people."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from catalog.database import Catalog
from programme.community.communities import FEWEST
from programme.quarters import Quarter

QUARTERS = 8
"""How many quarters are shown, the present one among them."""

_UPLOADS = """
SELECT date(u.received, 'unixepoch', 'localtime') AS day, u.account FROM upload u JOIN asset a ON a.id = u.asset
WHERE a.community = ?1 AND u.state = 'siap' AND EXISTS (SELECT 1 FROM community_member m WHERE m.community = ?1
    AND m.account = u.account AND date(u.received, 'unixepoch', 'localtime')
    BETWEEN m.valid_from AND coalesce(m.valid_until, '9999-12-31'))
"""
_REVIEWS = """
SELECT date(s.at, 'unixepoch', 'localtime') AS day, s.account FROM status_change s
JOIN version v ON v.id = s.version JOIN asset a ON a.id = v.asset
WHERE a.community = ?1 AND s.step IN ('telaah', 'setujui', 'kembalikan') AND EXISTS (SELECT 1 FROM community_member m
    WHERE m.community = ?1 AND m.account = s.account AND date(s.at, 'unixepoch', 'localtime')
    BETWEEN m.valid_from AND coalesce(m.valid_until, '9999-12-31'))
"""
_MEETINGS = """
SELECT substr(starts, 1, 10) AS day, minutes IS NOT NULL AS documented FROM meeting
WHERE community = ? AND cancelled = 0 AND ends <= ?
"""


@dataclass(frozen=True)
class Doings:
    """What was done in a quarter such as 2026Q3.

    `uploads` and `reviews` are None where fewer than five members made them.
    """

    name: str
    meetings: int
    documented: int
    uploads: int | None
    reviews: int | None


def by_quarter(catalog: Catalog, community: int, today: date | None = None) -> list[Doings]:
    """Return the last quarters of a community, the oldest first."""
    now = today or date.today()
    names = [str(one) for one in Quarter.of(now).up_to(QUARTERS)]
    uploads, reviews = (_hidden(catalog, sql, community) for sql in (_UPLOADS, _REVIEWS))
    met, documented = _meetings(catalog, community, now)
    return [Doings(name, met[name], documented[name], uploads.get(name, 0), reviews.get(name, 0)) for name in names]


def _quarter(day: str) -> str:
    return str(Quarter.of(date.fromisoformat(day)))


def _hidden(catalog: Catalog, sql: str, community: int) -> dict[str, int | None]:
    """Return how many acts each quarter has, None where fewer than five people did them."""
    acts: Counter[str] = Counter()
    people: dict[str, set[int]] = {}
    for day, account in catalog.db.execute(sql, [community]).fetchall():
        acts[_quarter(day)] += 1
        people.setdefault(_quarter(day), set()).add(account)
    return {name: count if len(people[name]) >= FEWEST else None for name, count in acts.items()}


def _meetings(catalog: Catalog, community: int, now: date) -> tuple[Counter[str], Counter[str]]:
    rows = catalog.db.execute(_MEETINGS, [community, f"{now.isoformat()}T99"]).fetchall()
    held = Counter(_quarter(day) for day, _ in rows)
    return held, Counter(_quarter(day) for day, documented in rows if documented)

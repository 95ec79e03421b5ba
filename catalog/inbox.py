"""What waits for an account: its own drafts, and what others submitted, approved or left behind where it has roles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from catalog import drafts, grants, lifecycle
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.drafts import Draft
from catalog.grants import Grant

MOST = 100
"""Papers of one section: whoever has more waiting begins with the oldest."""
SECTIONS = ("telaah", "sahkan", "dikembalikan", "tinjau", "tanpa_pemilik", "draf")
"""To review, to approve, returned to me, due or outdated, left by a disabled account, my drafts."""

_WAITING = """
SELECT asset.key, coalesce(asset.title, version.title) AS title, version.number AS version, version.status, asset.unit,
    asset.review_on, coalesce(
        (SELECT max(at) FROM status_change c WHERE c.version = version.id),
        (SELECT max(received) FROM upload u WHERE u.asset = asset.id AND u.version = version.number)
    ) AS since
"""
# The order of a CROSS JOIN is that in which SQLite looks: first for what few rows have.
_BY_ASSET = f"{_WAITING} FROM asset CROSS JOIN version ON version.asset = asset.id"
_BY_STATUS = f"{_WAITING} FROM version CROSS JOIN asset ON asset.id = version.asset"


@dataclass(frozen=True)
class Waiting:
    """A paper that waits, in its newest version; `since` is when it came to its status, None where nobody knows."""

    key: str
    title: str
    version: int
    status: str
    unit: str | None
    review_on: str | None
    since: int | None


def inbox(catalog: Catalog, account: Account) -> Mapping[str, Sequence[Waiting]]:
    """Return what waits for an account today, by section, the oldest first; sections with nothing in them too."""
    today = date.today()
    held = [grant for grant in grants.of(catalog, account.id) if grant.holds(today)]
    desk, due = (_places(held, roles) for roles in (("kurator", "penelaah", "pengesah"), ("pengesah",)))
    mine: Condition = ("asset.owner = ?", [account.id])
    here = _either(mine, desk)
    found = {
        "dikembalikan": _waiting(catalog, _BY_ASSET, "version.status = 'dikembalikan'", mine),
        "draf": _waiting(catalog, _BY_ASSET, "version.status = 'draf'", mine),
        "tinjau": _waiting(catalog, _BY_ASSET, f"version.status = 'disahkan' AND asset.review_on <= '{today}'", here)
        + _waiting(catalog, _BY_STATUS, "version.status = 'perlu_diperbarui'", here),
        "tanpa_pemilik": _waiting(catalog, _BY_ASSET, _LEFT_BEHIND, due),
    }
    in_review = _waiting(catalog, _BY_STATUS, "version.status IN ('diajukan', 'ditelaah')", desk)
    for section, step in (("telaah", "setujui"), ("sahkan", "sahkan")):
        found[section] = [paper for paper in in_review if step in _steps(catalog, account, paper)]
    return {section: found[section] for section in SECTIONS}


_LEFT_BEHIND = "version.status <> 'ditarik' AND asset.owner IN (SELECT id FROM account WHERE disabled_at IS NOT NULL)"

Condition = tuple[str, list[str | int]]
"""A condition in SQL and its values."""


def _waiting(catalog: Catalog, of: str, state: str, whose: Condition) -> list[Waiting]:
    condition, values = whose
    if not condition:
        return []
    rows = catalog.db.query(
        f"{of} WHERE version.newest = 1 AND {state} AND ({condition}) ORDER BY since, asset.id LIMIT {MOST}",
        values,
    )
    return [Waiting(**row) for row in rows]


def _steps(catalog: Catalog, account: Account, paper: Waiting) -> set[str]:
    """Return what an account can do; an endorsement that is there need not be given again."""
    opened: Draft = drafts.draft(catalog, account, paper.key)
    steps = {step.name for step in lifecycle.steps_for(catalog, account, opened)}
    return steps - {"setujui"} if lifecycle.endorsed(catalog, opened) else steps


def _places(held: Iterable[Grant], roles: Sequence[str]) -> Condition:
    """Return the condition that an asset lies where one of these roles is held, an empty one for nowhere."""
    ways: list[str] = []
    values: list[str | int] = []
    for grant in held:
        if grant.role not in roles:
            continue
        named = {"asset.unit = ?": grant.unit, _COMMUNITY: grant.community}
        ways.append(" AND ".join(sql for sql, value in named.items() if value is not None) or "1")
        values += [value for value in named.values() if value is not None]
    return " OR ".join(f"({way})" for way in ways), values


_COMMUNITY = "asset.community = (SELECT id FROM community WHERE name = ?)"


def _either(one: Condition, other: Condition) -> Condition:
    return " OR ".join(filter(None, (one[0], other[0]))), [*one[1], *other[1]]

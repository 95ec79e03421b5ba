"""What an account is to a community today: the one place where the rights of the programme are decided."""

from dataclasses import dataclass
from datetime import date

from catalog import accounts, grants
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.grants import Grant

OFFICERS = ("ketua", "moderator", "pencatat", "kurator")
"""Roles of members who keep the records of their community."""
STEERING = frozenset(("admin", "panel", "operator"))
"""Roles over the whole service that keep communities, staff counts and cycles of assessment."""


@dataclass(frozen=True)
class Standing:
    """What an account may do about one community.

    `member`: belongs to it. `runs`: keeps its records and assesses it itself. `heads`: is the head (pengesah) of its
    unit, who may object. `mentors`: accompanies it. `verifies`: accompanies others and not this one. `judges`: sits on
    the panel, as its member or as a guest. `steers`: keeps the programme.
    """

    member: bool = False
    runs: bool = False
    heads: bool = False
    mentors: bool = False
    verifies: bool = False
    judges: bool = False
    steers: bool = False

    @property
    def inside(self) -> bool:
        """Tell whether records that hold names and evidence are open to this account."""
        return any(vars(self).values())


NOBODY = Standing()


def standing(catalog: Catalog, account: Account | None, community: int, on: date | None = None) -> Standing:
    """Return what an account is to the community of that id on a day, today unless told; NOBODY without an account.

    Whoever belongs to a community, heads its unit or mentors it neither verifies nor judges it, whatever other roles
    they hold: nobody assesses their own.
    """
    now = accounts.with_id(catalog, account.id) if account else None
    rows = list(catalog.db.query("SELECT name, unit FROM community WHERE id = ?", [community]))
    if now is None or not now.enabled or not rows:
        return NOBODY
    today = on or date.today()
    held = [grant for grant in grants.of(catalog, now.id) if grant.holds(today)]
    name, unit = rows[0]["name"], rows[0]["unit"]
    offices = _offices(catalog, now.id, community, today)
    runs = bool(offices & set(OFFICERS)) or any(g.role == "kurator" and _is_at(g, name, unit) for g in held)
    heads = any(g.role == "pengesah" and g.unit == unit for g in held)
    mentors = _is_mentor(catalog, now.id, community, today) or any(
        g.role == "pendamping" and _is_at(g, name, unit) for g in held
    )
    own = bool(offices) or runs or heads or mentors
    roles = {grant.role for grant in held}
    return Standing(
        member=bool(offices) or runs,
        runs=runs,
        heads=heads,
        mentors=mentors,
        verifies="pendamping" in roles and not own,
        judges=bool(roles & {"panel", "juri"}) and not own,
        steers=bool(roles & STEERING),
    )


def steers(catalog: Catalog, account: Account | None, on: date | None = None) -> bool:
    """Tell whether an account keeps the whole programme on a day, today unless told."""
    now = accounts.with_id(catalog, account.id) if account else None
    if now is None or not now.enabled:
        return False
    today = on or date.today()
    return any(grant.role in STEERING and grant.holds(today) for grant in grants.of(catalog, now.id))


def _is_at(grant: Grant, name: str, unit: str | None) -> bool:
    """Tell whether a role is given at this community, or at its whole unit."""
    return grant.community == name or (grant.community is None and grant.unit is not None and grant.unit == unit)


def _offices(catalog: Catalog, account: int, community: int, on: date) -> set[str]:
    rows = catalog.db.query(
        "SELECT role FROM community_member WHERE account = ? AND community = ?"
        " AND valid_from <= ?3 AND coalesce(valid_until, ?3) >= ?3",
        [account, community, on.isoformat()],
    )
    return {row["role"] for row in rows}


def _is_mentor(catalog: Catalog, account: int, community: int, on: date) -> bool:
    rows = catalog.db.execute(
        "SELECT 1 FROM mentor WHERE account = ? AND community = ?"
        " AND valid_from <= ?3 AND coalesce(valid_until, ?3) >= ?3",
        [account, community, on.isoformat()],
    )
    return bool(rows.fetchall())


WORKING = ("pembaca", "penyusun", "kurator", "penelaah", "pengesah", "ppid")
"""Roles of those who work at the unit that they are given at: it is theirs to say what it uses."""

_HOLD = "coalesce(g.valid_from, :on) <= :on AND coalesce(g.valid_until, :on) >= :on"
_HEADS = f"""
SELECT DISTINCT g.account FROM role_grant g JOIN account a ON a.id = g.account
WHERE g.role = 'pengesah' AND g.unit = :unit AND a.disabled_at IS NULL AND {_HOLD}
"""
_OWNER = """
SELECT a.id FROM asset JOIN account a ON a.id = asset.owner WHERE asset.id = :asset AND a.disabled_at IS NULL
"""
_KEEPERS = f"""
SELECT DISTINCT g.account FROM asset JOIN role_grant g ON g.role IN ('kurator', 'pengesah')
    AND (g.unit = asset.unit OR (g.unit IS NULL AND g.community IS NOT NULL))
    AND (g.community IS NULL OR g.community = asset.community)
JOIN account a ON a.id = g.account WHERE asset.id = :asset AND a.disabled_at IS NULL AND {_HOLD}
"""


def workplaces(catalog: Catalog, account: Account | None, on: date | None = None) -> tuple[str, ...]:
    """Return the units at which an account works on a day, today unless told, in the order of their codes."""
    now = accounts.with_id(catalog, account.id) if account else None
    if now is None or not now.enabled:
        return ()
    today = on or date.today()
    held = [grant for grant in grants.of(catalog, now.id) if grant.holds(today)]
    return tuple(sorted({grant.unit for grant in held if grant.unit and grant.role in WORKING}))


def heads(catalog: Catalog, unit: str, on: date | None = None) -> frozenset[int]:
    """Return the accounts that head a unit (pengesah) on a day, acting heads too."""
    today = (on or date.today()).isoformat()
    return frozenset(row[0] for row in catalog.db.execute(_HEADS, {"unit": unit, "on": today}))


def keepers(catalog: Catalog, asset: int, on: date | None = None) -> frozenset[int]:
    """Return who decides over an asset at its unit or in its community: its curators and approvers on a day."""
    today = (on or date.today()).isoformat()
    return frozenset(row[0] for row in catalog.db.execute(_KEEPERS, {"asset": asset, "on": today}))


def answerable(catalog: Catalog, asset: int, on: date | None = None) -> frozenset[int]:
    """Return whom to tell of an asset: its owner, or its keepers where it has none who can be told."""
    owner = frozenset(row[0] for row in catalog.db.execute(_OWNER, {"asset": asset}))
    return owner or keepers(catalog, asset, on)

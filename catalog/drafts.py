"""Drafts: who may open the newest version of an asset before, or although, search does not show it to them.

Rights of their own, and no wider Scope: what search, suggestions and counts see stays what it is. The owner opens it,
whoever reviews or approves at its unit or in its community, a PPID, who must judge what to withdraw, and operators.
"""

from dataclasses import dataclass
from datetime import date

from catalog import accounts, assets, grants
from catalog.accounts import Account
from catalog.assets import Card
from catalog.database import Catalog
from catalog.errors import NotFoundError
from catalog.grants import Grant
from catalog.scope import OPERATOR
from catalog.words import APPROVED

READERS = frozenset(("kurator", "penelaah", "pengesah", "ppid", "operator"))
"""Roles that open drafts where they hold; a `penyusun` opens what is their own."""

_NEWEST = """
SELECT asset.id, asset.key, asset.unit, community.name AS community, asset.owner, asset.review_on,
    coalesce(asset.kind, version.kind) AS kind, version.id AS version_id, version.number AS version, version.status
FROM asset JOIN version ON version.asset = asset.id AND version.newest = 1
LEFT JOIN community ON community.id = asset.community WHERE asset.key = ?
"""


@dataclass(frozen=True)
class Draft:
    """An asset with its newest version, and the roles that whoever opened it has there today."""

    id: int
    key: str
    unit: str | None
    community: str | None
    owner: int | None
    review_on: str | None
    kind: str
    version_id: int
    version: int
    status: str
    roles: frozenset[str]


def draft(catalog: Catalog, account: Account | None, key: str) -> Draft:
    """Return an asset for who may open its draft; NotFoundError for all others, and where there is none such."""
    now = accounts.with_id(catalog, account.id) if account else None
    rows = list(catalog.db.query(_NEWEST, [key]))
    if now is None or not now.enabled or not rows:
        raise NotFoundError
    roles = roles_at(catalog, now, rows[0]["unit"], rows[0]["community"])
    if rows[0]["owner"] != now.id and READERS.isdisjoint(roles):
        raise NotFoundError
    return Draft(**rows[0], roles=roles)


def card(catalog: Catalog, opened: Draft, version: int | None = None) -> Card:
    """Return the newest version, or an earlier one, of an asset whose draft was opened."""
    return assets.card(catalog, opened.key, OPERATOR, version)


def last_approved(catalog: Catalog, opened: Draft, before: int) -> int | None:
    """Return the number of the newest approved version before one, None where there is none."""
    marks = ", ".join("?" * len(APPROVED))
    found = catalog.db.execute(
        f"SELECT max(number) FROM version WHERE asset = ? AND number < ? AND status IN ({marks})",
        [opened.id, before, *APPROVED],
    ).fetchone()[0]
    return None if found is None else int(found)


def upload_by(catalog: Catalog, account: Account, opened: Draft) -> str | None:
    """Return the key of the upload by which an account sent the newest version, None if it did not."""
    rows = catalog.db.execute(
        "SELECT key FROM upload WHERE asset = ? AND version = ? AND account = ?",
        [opened.id, opened.version, account.id],
    ).fetchall()
    return rows[0][0] if rows else None


def covers(grant: Grant, unit: str | None, community: str | None) -> bool:
    """Tell whether a role is given at a place: all that it names must be the asset's."""
    return grant.unit in (None, unit) and grant.community in (None, community)


def roles_at(catalog: Catalog, account: Account, unit: str | None, community: str | None) -> frozenset[str]:
    """Return the roles that an account has today at a place."""
    today = date.today()
    held = grants.of(catalog, account.id)
    return frozenset(grant.role for grant in held if grant.holds(today) and covers(grant, unit, community))

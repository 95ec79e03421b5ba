"""The approved assets of a community as they stood at a moment, as far as the history of their statuses tells.

What no step is written down of (an index run that says a status from the first) has no date: it stands as it is now.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from catalog import known_copies
from catalog.database import Catalog
from catalog.words import APPROVED, WITHDRAWN

_VERSIONS = """
SELECT a.id AS asset, v.id AS version, coalesce(a.kind, v.kind) AS kind, a.unit, a.owner, a.access, a.review_on,
    v.sha256, coalesce((SELECT c.old FROM status_change c WHERE c.version = v.id AND c.at >= ? ORDER BY c.id LIMIT 1),
        v.status) AS status
FROM asset a JOIN version v ON v.asset = a.id WHERE {which} ORDER BY a.id, v.number DESC
"""
_CHANGES = """
SELECT v.asset, c.version, c.step, c.old, c.new, c.account, c.at
FROM asset a JOIN version v ON v.asset = a.id JOIN status_change c ON c.version = v.id
WHERE a.community = ? ORDER BY c.id
"""
_MERGED = "SELECT asset, successor FROM succession WHERE kind = 'digabung' AND day <= ? ORDER BY asset, successor"


@dataclass(frozen=True)
class Holding:
    """The version of an asset that was approved, and what is known of the asset; `status` is that of then."""

    asset: int
    version: int
    kind: str
    unit: str | None
    owner: int | None
    access: str
    review_on: str | None
    sha256: str
    status: str


@dataclass(frozen=True)
class Change:
    """A step of a version, `at` in Unix seconds; `account` is None where no person took it."""

    asset: int
    version: int
    step: str
    old: str
    new: str
    account: int | None
    at: int

    @property
    def approves(self) -> bool:
        """Tell whether it made of something new what is approved; to confirm what was approved before does not."""
        return self.new == "disahkan" and self.old not in APPROVED


def of_community(catalog: Catalog, community: int, until: int) -> list[Holding]:
    """Return the assets of a community that were approved just before a moment, in Unix seconds, by their ids."""
    return _approved(catalog.db.execute(_VERSIONS.format(which="a.community = ?"), [until, community]))


def of_assets(catalog: Catalog, assets: Iterable[int], until: int) -> list[Holding]:
    """Return those of some assets that were approved just before a moment."""
    which = f"a.id IN ({', '.join(str(int(asset)) for asset in assets)})"
    return _approved(catalog.db.execute(_VERSIONS.format(which=which), [until]))


def changes(catalog: Catalog, community: int) -> list[Change]:
    """Return the steps of all versions of a community's assets, the oldest first."""
    return [Change(**row) for row in catalog.db.query(_CHANGES, [community])]


def without_copies(catalog: Catalog, held: Sequence[Holding], day: str) -> list[Holding]:
    """Return assets with copies once: of equal bytes, of texts that are copies, and what was merged by a day.

    What others were merged into stands for them, else the asset that was there first.
    """
    merged = [(old, new) for old, new in catalog.db.execute(_MERGED, [day]).fetchall()]
    asset_of = {one.version: one.asset for one in held}
    alike = [(asset_of[a], asset_of[b]) for a, b in known_copies.pairs(catalog, list(asset_of))]
    group = {one.asset: one.asset for one in held}
    first: dict[str, int] = {}
    links = [(one.asset, first.setdefault(one.sha256, one.asset)) for one in held]
    for a, b in (*links, *alike, *merged):
        if a in group and b in group and group[a] != group[b]:
            low, high = sorted((group[a], group[b]))
            group = {asset: low if its == high else its for asset, its in group.items()}
    gone = {old for old, new in merged if new in group}
    best: dict[int, Holding] = {}
    for one in sorted(held, key=lambda one: (one.asset in gone, one.asset)):
        best.setdefault(group[one.asset], one)
    return sorted(best.values(), key=lambda one: one.asset)


def _approved(rows: Iterable[Sequence[Any]]) -> list[Holding]:
    """Return what is approved among rows of `_VERSIONS`, whose columns are those of a Holding in their order."""
    found = []
    for _, versions in groupby(rows, key=lambda row: row[0]):
        for row in versions:
            if row[-1] in APPROVED:
                found.append(Holding(*row))
            if row[-1] in (*APPROVED, *WITHDRAWN):
                break
    return found

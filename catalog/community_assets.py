"""The assets of a community, through the scope of whoever asks."""

from dataclasses import dataclass

from catalog.database import Catalog
from catalog.scope import Scope

_SEEN = "FROM asset JOIN version ON version.asset = asset.id WHERE asset.community = ?"


@dataclass(frozen=True)
class Entry:
    """An asset in the list of a community."""

    key: str
    title: str
    kind: str
    date: str | None
    status: str
    validity: str


def counted(catalog: Catalog, community: int, scope: Scope) -> dict[str, int]:
    """Return how many assets of a community this scope sees, by kind, the most frequent first."""
    condition, values = scope.to_sql()
    rows = catalog.db.execute(
        f"SELECT coalesce(asset.kind, version.kind), count(*) {_SEEN} AND {condition} GROUP BY 1 ORDER BY 2 DESC, 1",
        [community, *values],
    )
    return dict(rows.fetchall())


def newest(catalog: Catalog, community: int, scope: Scope, most: int) -> list[Entry]:
    """Return the assets of a community that this scope sees, those with the youngest date first."""
    condition, values = scope.to_sql()
    rows = catalog.db.query(
        "SELECT asset.key, coalesce(asset.title, version.title) AS title, coalesce(asset.kind, version.kind) AS kind,"
        f" asset.date, version.status, asset.validity {_SEEN} AND {condition}"
        " ORDER BY asset.date IS NULL, asset.date DESC, asset.id DESC LIMIT ?",
        [community, *values, most],
    )
    return [Entry(**row) for row in rows]

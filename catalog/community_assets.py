"""The assets of a community, through the scope of whoever asks."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from catalog.database import Catalog
from catalog.scope import Scope

_ENTRY = """
SELECT asset.key, coalesce(asset.title, version.title) AS title, coalesce(asset.kind, version.kind) AS kind,
    asset.date, version.status, asset.validity FROM asset JOIN version ON version.asset = asset.id
"""
_NEWEST = "ORDER BY asset.date IS NULL, asset.date DESC, asset.id DESC LIMIT ?"


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
        "SELECT coalesce(asset.kind, version.kind), count(*) FROM asset JOIN version ON version.asset = asset.id"
        f" WHERE asset.community = ? AND {condition} GROUP BY 1 ORDER BY 2 DESC, 1",
        [community, *values],
    )
    return dict(rows.fetchall())


def newest(catalog: Catalog, community: int, scope: Scope, most: int) -> list[Entry]:
    """Return the assets of a community that this scope sees, those with the youngest date first."""
    condition, values = scope.to_sql()
    sql = f"{_ENTRY} WHERE asset.community = ? AND {condition} {_NEWEST}"
    return [Entry(**row) for row in catalog.db.query(sql, [community, *values, most])]


def of_unit(catalog: Catalog, unit: str, kind: str, scope: Scope, most: int) -> list[Entry]:
    """Return the assets of a kind of a unit that this scope sees, those with the youngest date first."""
    condition, values = scope.to_sql()
    sql = f"{_ENTRY} WHERE asset.unit = ? AND coalesce(asset.kind, version.kind) = ? AND {condition} {_NEWEST}"
    return [Entry(**row) for row in catalog.db.query(sql, [unit, kind, *values, most])]


def seen(catalog: Catalog, asset: int, scope: Scope) -> Entry | None:
    """Return an asset by its id, None where this scope does not see it."""
    condition, values = scope.to_sql()
    rows = catalog.db.query(f"{_ENTRY} WHERE asset.id = ? AND {condition}", [asset, *values])
    return next((Entry(**row) for row in rows), None)


def among(catalog: Catalog, assets: Iterable[int], scope: Scope) -> dict[int, Entry]:
    """Return those of some assets, by their ids, that this scope sees."""
    condition, values = scope.to_sql()
    rows = catalog.db.query(
        "SELECT asset.id, asset.key, coalesce(asset.title, version.title) AS title,"
        " coalesce(asset.kind, version.kind) AS kind, asset.date, version.status, asset.validity"
        " FROM asset JOIN version ON version.asset = asset.id"
        f" WHERE asset.id IN (SELECT value FROM json_each(?)) AND {condition}",
        [json.dumps(sorted(assets)), *values],
    )
    return {row.pop("id"): Entry(**row) for row in rows}

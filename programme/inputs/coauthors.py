"""The units that wrote an asset together with the one that owns it."""

from catalog import trail, units
from catalog.database import Catalog
from catalog.errors import NotFoundError
from programme.community.communities import Community


def of(catalog: Catalog, community: int) -> dict[int, tuple[str, ...]]:
    """Return the co-authoring units of a community's assets, by the ids of the assets that have any."""
    rows = catalog.db.execute(
        "SELECT u.asset, u.unit FROM asset_unit u JOIN asset a ON a.id = u.asset WHERE a.community = ? ORDER BY 1, 2",
        [community],
    )
    found: dict[int, tuple[str, ...]] = {}
    for asset, unit in rows.fetchall():
        found[asset] = (*found.get(asset, ()), unit)
    return found


def add(catalog: Catalog, community: Community, asset: int, unit: str, *, by: str) -> None:
    """Say that a unit wrote an asset of a community too; RujukanError `unknown_unit` for none."""
    units.check_unit(catalog, unit)
    with catalog.writing():
        key = _key(catalog, community, asset)
        catalog.db.execute("INSERT INTO asset_unit (asset, unit) VALUES (?, ?) ON CONFLICT DO NOTHING", [asset, unit])
        trail.append(catalog, by, "asset.coauthor", key, unit=unit)


def remove(catalog: Catalog, community: Community, asset: int, unit: str, *, by: str) -> None:
    """Take back that a unit wrote an asset of a community too."""
    with catalog.writing():
        key = _key(catalog, community, asset)
        catalog.db.execute("DELETE FROM asset_unit WHERE asset = ? AND unit = ?", [asset, unit])
        trail.append(catalog, by, "asset.coauthor.remove", key, unit=unit)


def _key(catalog: Catalog, community: Community, asset: int) -> str:
    """Return the key of an asset of a community; NotFoundError if it is none of its."""
    for row in catalog.db.query("SELECT key FROM asset WHERE id = ? AND community = ?", [asset, community.id]):
        return str(row["key"])
    raise NotFoundError

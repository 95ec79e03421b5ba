"""The change log: what the derived indexes must put or drop, in the order of its transactions."""

from catalog.database import Catalog


def put(catalog: Catalog, asset: int) -> None:
    """Log a `put` for every passage of the asset's live versions (their text, title or rights changed)."""
    catalog.db.execute(
        "INSERT INTO change (passage, op, splitting) SELECT p.id, 'put', p.splitting FROM passage p"
        " JOIN version v ON v.id = p.version WHERE v.asset = ? AND v.live = 1 ORDER BY p.id",
        [asset],
    )


def put_split(catalog: Catalog, version: int, splitting: int) -> None:
    """Log a `put` for the passages that a live version has in one splitting."""
    catalog.db.execute(
        "INSERT INTO change (passage, op, splitting) SELECT p.id, 'put', p.splitting FROM passage p"
        " JOIN version v ON v.id = p.version AND v.live = 1 WHERE v.id = ? AND p.splitting = ? ORDER BY p.id",
        [version, splitting],
    )


def drop(catalog: Catalog, version: int) -> None:
    """Log a `drop` for every passage of one version."""
    catalog.db.execute(
        "INSERT INTO change (passage, op, splitting) SELECT id, 'drop', splitting FROM passage"
        " WHERE version = ? ORDER BY id",
        [version],
    )


def last_seq(catalog: Catalog) -> int:
    """Return the number of the last change, 0 before the first."""
    return int(catalog.db.execute("SELECT coalesce(max(seq), 0) FROM change").fetchone()[0])


def since(catalog: Catalog, seq: int, splitting: int) -> dict[int, str]:
    """Return the last operation on each passage of a splitting that changed after `seq`, by passage id."""
    return dict(
        catalog.db.execute(
            "SELECT passage, op FROM change WHERE seq > ? AND splitting = ? ORDER BY seq", [seq, splitting]
        )
    )


def count_since(catalog: Catalog, seq: int, splitting: int) -> int:
    """Return how many passages of a splitting changed after `seq`."""
    rows = catalog.db.execute(
        "SELECT count(DISTINCT passage) FROM change WHERE seq > ? AND splitting = ?", [seq, splitting]
    )
    return int(rows.fetchone()[0])

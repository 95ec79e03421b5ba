"""The change log: what the derived indexes must put or drop, in the order of its transactions."""

from catalog.database import Catalog


def put(catalog: Catalog, asset: int) -> None:
    """Log a `put` for every passage of the asset's live versions (their text, title or rights changed)."""
    catalog.db.execute(
        "INSERT INTO change (passage, op) SELECT p.id, 'put' FROM passage p JOIN version v ON v.id = p.version"
        " WHERE v.asset = ? AND v.live = 1 ORDER BY p.id",
        [asset],
    )


def drop(catalog: Catalog, version: int) -> None:
    """Log a `drop` for every passage of one version."""
    catalog.db.execute(
        "INSERT INTO change (passage, op) SELECT id, 'drop' FROM passage WHERE version = ? ORDER BY id",
        [version],
    )


def last_seq(catalog: Catalog) -> int:
    """Return the number of the last change, 0 before the first."""
    return int(next(iter(catalog.db.query("SELECT coalesce(max(seq), 0) AS seq FROM change")))["seq"])


def since(catalog: Catalog, seq: int) -> dict[int, str]:
    """Return the last operation on each passage that changed after `seq`, by passage id."""
    rows = catalog.db.query("SELECT passage, op FROM change WHERE seq > ? ORDER BY seq", [seq])
    return {row["passage"]: row["op"] for row in rows}


def count_since(catalog: Catalog, seq: int) -> int:
    """Return how many passages changed after `seq`."""
    rows = catalog.db.execute("SELECT count(DISTINCT passage) FROM change WHERE seq > ?", [seq])
    return int(rows.fetchone()[0])

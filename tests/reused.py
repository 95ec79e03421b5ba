"""Reuse of assets as the rows that the desk would write."""

import secrets

from catalog.database import Catalog


def reuse(catalog: Catalog, asset: int, unit: str, state: str = "dikonfirmasi", day: str = "2026-03-02") -> None:
    """Record that a unit uses an asset of that id again."""
    catalog.db.execute(
        "INSERT INTO reuse (key, asset, version, unit, kind, purpose, evidence, result, day, state)"
        " VALUES (?, ?, 1, ?, 'rujukan', 'Menyusun SOP sendiri', 'Nota dinas', '', ?, ?)",
        [secrets.token_hex(6), asset, unit, day, state],
    )

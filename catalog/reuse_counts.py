"""Which agencies use an asset again: confirmed reuse alone, and never by an agency that owns it or wrote it."""

import json
from collections.abc import Iterable, Mapping

from catalog.database import Catalog
from catalog.units import agencies

_CONFIRMED = """
SELECT DISTINCT r.asset, r.unit, a.unit AS owner,
    (SELECT json_group_array(unit) FROM asset_unit WHERE asset = a.id) AS writers
FROM json_each(?) found CROSS JOIN reuse r ON r.asset = found.value CROSS JOIN asset a ON a.id = r.asset
WHERE r.state = 'dikonfirmasi'
"""
"""CROSS JOIN holds the order: of the hundreds of assets that a question finds hardly one has a row in `reuse`."""


def reusers(catalog: Catalog, assets: Iterable[int]) -> Mapping[int, tuple[str, ...]]:
    """Return the codes of the agencies that use each asset of these ids again; an asset that none does is not there.

    What a part of an agency (UPT, Suku Dinas) does, its agency does. One look-up for all assets, which the caller has
    found in its viewer's scope.
    """
    rows = catalog.db.execute(_CONFIRMED, [json.dumps(sorted(set(assets)))]).fetchall()
    agency_of = agencies(catalog) if rows else {}
    found: dict[int, set[str]] = {}
    for asset, unit, owner, writers in rows:
        own = {agency_of[one] for one in (owner, *json.loads(writers)) if one}
        if (by := agency_of[unit]) not in own:
            found.setdefault(asset, set()).add(by)
    return {asset: tuple(sorted(by)) for asset, by in found.items()}

"""Which agencies use an asset again: confirmed reuse alone, and never by the agency that owns it."""

import json
from collections.abc import Iterable, Mapping

from catalog.database import Catalog

_CONFIRMED = """
SELECT DISTINCT r.asset, r.unit FROM reuse r JOIN asset a ON a.id = r.asset
WHERE r.asset IN (SELECT value FROM json_each(?)) AND r.state = 'dikonfirmasi' AND r.unit IS NOT a.unit
ORDER BY r.asset, r.unit
"""


def reusers(catalog: Catalog, assets: Iterable[int]) -> Mapping[int, tuple[str, ...]]:
    """Return the codes of the units that use each asset of these ids again; an asset that none does is not there.

    One look-up for all of them. The caller has found the assets in its viewer's scope.
    """
    found: dict[int, tuple[str, ...]] = {}
    for asset, unit in catalog.db.execute(_CONFIRMED, [json.dumps(sorted(set(assets)))]):
        found[asset] = (*found.get(asset, ()), unit)
    return found

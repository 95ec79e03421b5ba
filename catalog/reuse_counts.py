"""Which agencies use an asset again: confirmed reuse alone, and never by an agency that owns it or wrote it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from catalog.database import Catalog
from catalog.units import agencies

_CONFIRMED = """
SELECT DISTINCT r.asset, r.unit, a.unit AS owner,
    (SELECT json_group_array(unit) FROM asset_unit WHERE asset = a.id) AS writers
FROM reuse r JOIN asset a ON a.id = r.asset
WHERE r.asset IN (SELECT value FROM json_each(?)) AND r.state = 'dikonfirmasi'
"""


def reusers(catalog: Catalog, assets: Iterable[int]) -> Mapping[int, tuple[str, ...]]:
    """Return the codes of the agencies that use each asset of these ids again; an asset that none does is not there.

    What a part of an agency (UPT, Suku Dinas) does, its agency does. One look-up for all assets, which the caller has
    found in its viewer's scope.
    """
    rows = list(catalog.db.query(_CONFIRMED, [json.dumps(sorted(set(assets)))]))
    agency_of = agencies(catalog) if rows else {}
    found: dict[int, set[str]] = {}
    for row in rows:
        if (by := agency_of[row["unit"]]) not in _own(row, agency_of):
            found.setdefault(row["asset"], set()).add(by)
    return {asset: tuple(sorted(by)) for asset, by in found.items()}


def _own(row: Mapping[str, Any], agency_of: Mapping[str, str]) -> set[str]:
    return {agency_of[unit] for unit in (row["owner"], *json.loads(row["writers"])) if unit}

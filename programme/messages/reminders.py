"""Notices of what happened or is due without anybody doing it here: what desks, dates and index runs left in rows.

A worker looks for them now and then, and `rujukan notices send` does. Each is told once, however often one looks.
"""

import time
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from catalog.database import Catalog
from programme.messages import notices
from programme.messages.notices import Kind
from programme.reusing.validity import reusers
from programme.standing import answerable

AHEAD = timedelta(days=30)
"""How long before its day of review the owner of an asset is reminded."""
_NEWS = 30 * 24 * 3600
"""Seconds after which a step is no news: a first look tells nothing of a history that is long over."""
_KEPT = 365 * 24 * 3600
"""Seconds after which a notice that was read goes."""
_SEEN = "notices_seen_step"

_STEPS = """
SELECT c.id, c.new, c.account, v.asset, v.number AS version, asset.key FROM status_change c
JOIN version v ON v.id = c.version JOIN asset ON asset.id = v.asset
WHERE c.id > ? AND c.at >= ? AND c.old <> c.new ORDER BY c.id
"""
_DUE = """
SELECT asset.id, asset.key, asset.review_on FROM asset JOIN version v ON v.asset = asset.id AND v.live = 1
WHERE asset.review_on BETWEEN ? AND ? AND v.status = 'disahkan' ORDER BY asset.id
"""
_EARLIER_USERS = """
SELECT DISTINCT account FROM reuse WHERE asset = ? AND version < ? AND state = 'dikonfirmasi' AND account IS NOT NULL
"""


def look(catalog: Catalog, today: date) -> int:
    """Leave the notices of what happened since the last look and of what is due; return how many those are."""
    with catalog.writing():
        made = _told_of_steps(catalog) + _told_of_reviews(catalog, today)
        catalog.db.execute("DELETE FROM notice WHERE read < ?", [int(time.time()) - _KEPT])
    return made


def _told_of_steps(catalog: Catalog) -> int:
    seen = catalog.db.execute("SELECT value FROM setting WHERE name = ?", [_SEEN]).fetchone()
    rows = list(catalog.db.query(_STEPS, [int(seen[0]) if seen else 0, int(time.time()) - _NEWS]))
    made = sum(_OF_STATUS[row["new"]](catalog, row) for row in rows if row["new"] in _OF_STATUS)
    if rows:
        value = str(rows[-1]["id"])
        catalog.db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", [_SEEN, value])
    return made


Step = Mapping[str, str | int | None]


def _approved(catalog: Catalog, step: Step) -> int:
    """Tell the owner, and whoever reuses an older version, that a version was approved."""
    asset, version, by = int(step["asset"] or 0), step["version"], {step["account"]}
    owners = answerable(catalog, asset) - by
    users = {row[0] for row in catalog.db.execute(_EARLIER_USERS, [asset, version])} - by - owners
    told = {"asset": str(step["key"]), "version": version}
    return _tell(catalog, owners, "versi_disahkan", told) + _tell(catalog, users, "versi_baru", told)


def _outdated(catalog: Catalog, step: Step) -> int:
    owners = answerable(catalog, int(step["asset"] or 0)) - {step["account"]}
    return _tell(catalog, owners, "perlu_diperbarui", {"asset": str(step["key"]), "version": step["version"]})


def _withdrawn(catalog: Catalog, step: Step) -> int:
    asset = int(step["asset"] or 0)
    told = (answerable(catalog, asset) | reusers(catalog, asset)) - {step["account"]}
    return _tell(catalog, told, "aset_ditarik", {"asset": str(step["key"])})


_OF_STATUS: Mapping[str, Callable[[Catalog, Step], int]] = {
    "disahkan": _approved,
    "perlu_diperbarui": _outdated,
    "ditarik": _withdrawn,
}


def _told_of_reviews(catalog: Catalog, today: date) -> int:
    """Remind the owners of what is due soon, and on its day once more."""
    made = 0
    for row in list(catalog.db.query(_DUE, [today.isoformat(), (today + AHEAD).isoformat()])):
        kind: Kind = "tinjau_hari_ini" if row["review_on"] == today.isoformat() else "tinjau_segera"
        told = {"asset": row["key"], "day": row["review_on"]}
        made += notices.tell_once(catalog, answerable(catalog, row["id"]), kind, row["key"], **told)
    return made


def _tell(catalog: Catalog, to: set[int] | frozenset[int], kind: Kind, told: Mapping[str, str | int | None]) -> int:
    return notices.tell(catalog, to, kind, str(told["asset"]), **told)

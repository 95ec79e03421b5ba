"""New versions by upload: of which assets one may send them, what has the same bytes already, and a change of mind.

A new version keeps the asset with its key and its links; the approved one answers until the new one is approved.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog import assets, jobs, storing, trail, uploads
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.scope import Scope
from catalog.uploads import Upload

_NEWEST = """
SELECT a.id, a.key, coalesce(a.title, v.title) AS title, a.unit, a.owner, v.sha256, v.status, v.number AS version
FROM asset a JOIN version v ON v.asset = a.id AND v.newest = 1 WHERE a.key = ?
"""
_SAME_BYTES = """
SELECT DISTINCT a.key, coalesce(a.title, v.title) AS title, a.owner FROM version v JOIN asset a ON a.id = v.asset
WHERE v.sha256 = ? AND a.id IS NOT ? ORDER BY a.id
"""


@dataclass(frozen=True)
class Revised:
    """An asset of which one may send a new version, with its newest one."""

    id: int
    key: str
    title: str
    unit: str
    owner: int | None
    sha256: str
    status: str
    version: int


@dataclass(frozen=True)
class Same:
    """An asset with the same bytes; `is_seen` tells that search shows it to who asks, else it is their own draft."""

    key: str
    title: str
    is_seen: bool


@dataclass(frozen=True)
class Author:
    """Who wants to send a new version: the account, the units it writes at today, and what it sees."""

    account: Account
    units: Sequence[str]
    scope: Scope


def revised(catalog: Catalog, key: str, author: Author) -> Revised:
    """Return an asset of which an author may send a new version; NotFoundError for all others.

    It is the author's own, or nobody's and visible, and the author writes at its unit.
    """
    for row in list(catalog.db.query(_NEWEST, [key])):
        if row["owner"] is None:
            assets.card(catalog, key, author.scope)
        elif row["owner"] != author.account.id:
            break
        if row["unit"] in author.units and row["status"] != "ditarik":
            return Revised(**row)
    raise NotFoundError


def check_other_bytes(target: Revised, sha256: str) -> None:
    """Raise RujukanError `same_bytes` where a new version would be the newest one once more."""
    if target.sha256 == sha256:
        raise RujukanError(
            "same_bytes", f"Berkas ini sama persis dengan versi {target.version} dari “{target.title}”, yang sudah ada."
        )


def same_bytes(catalog: Catalog, upload: Upload, author: Author) -> list[Same]:
    """Return the other assets with the same bytes that are one's own or that one may see."""
    found = []
    for row in list(catalog.db.query(_SAME_BYTES, [upload.sha256, upload.asset_id])):
        is_seen = _is_seen(catalog, row["key"], author.scope)
        if is_seen or row["owner"] == author.account.id:
            found.append(Same(row["key"], row["title"], is_seen))
    return found


def make_version(catalog: Catalog, upload: Upload, key: str, author: Author) -> Upload:
    """Let an upload that made an asset of its own become the next version of another; the worker reads it once more.

    RujukanError `wrong_state` unless that asset is still the author's untouched draft, `same_bytes`.
    """
    with catalog.writing():
        now = uploads.with_key(catalog, upload.key)
        target = revised(catalog, key, author)
        _check_own_draft(catalog, now, target)
        check_other_bytes(target, now.sha256)
        job = jobs.add(catalog, uploads.JOB, {}, priority=uploads.PRIORITY)
        catalog.db.execute(
            "UPDATE upload SET asset = ?, unit = ?, version = NULL, state = 'menunggu', job = ? WHERE id = ?",
            [target.id, target.unit, job.id, now.id],
        )
        storing.drop_asset(catalog, now.asset_id or 0)
        trail.append(catalog, author.account.login, "upload.make_version", now.asset or "", of=target.key)
        return uploads.with_key(catalog, upload.key)


def _check_own_draft(catalog: Catalog, upload: Upload, target: Revised) -> None:
    rows = catalog.db.execute("SELECT count(*), max(status) FROM version WHERE asset = ?", [upload.asset_id]).fetchone()
    if upload.state != "siap" or tuple(rows) != (1, "draf") or target.id == upload.asset_id:
        raise RujukanError("wrong_state", "Unggahan ini tidak lagi berupa draf baru. Muat ulang halamannya.")


def _is_seen(catalog: Catalog, key: str, scope: Scope) -> bool:
    try:
        assets.card(catalog, key, scope)
    except NotFoundError:
        return False
    return True

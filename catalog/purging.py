"""Purging what was withdrawn, for good, and the certificate of what was removed, which never holds a document's words.

Rows go in one transaction together with what the certificate says of them; files, indexes and the free pages of the
database follow, each in a way that can be done again after a kill. Older backup sets still hold what was purged.
"""

import json
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog import accounts, drafts, dropping, jobs, lifecycle, originals, storing, trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.drafts import Draft
from catalog.errors import NotFoundError, RujukanError
from catalog.parts import KEY_LETTERS

JOB = "purge"
ROLES = frozenset(("ppid", "pengesah"))
"""Roles that order a purge, and read its certificate, where they hold."""

_COUNTS = {
    "versions": "SELECT count(*) FROM version WHERE asset = ?",
    "pages": "SELECT count(*) FROM page p JOIN version v ON v.id = p.version WHERE v.asset = ?",
    "rows": "SELECT count(*) FROM sheet_row r JOIN page p ON p.id = r.page JOIN version v ON v.id = p.version"
    " WHERE v.asset = ?",
    "passages": "SELECT count(*) FROM passage p JOIN version v ON v.id = p.version WHERE v.asset = ?",
    "vectors": "SELECT count(*) FROM passage p JOIN version v ON v.id = p.version"
    " WHERE v.asset = ? AND p.hash IS NOT NULL",
}


@dataclass(frozen=True)
class Purge:
    """An order to purge, and its certificate: `removed` is what went, None until rows went, `done` when all had."""

    id: int
    key: str
    asset: str
    unit: str | None
    who: str
    reason: str
    ordered: int
    removed: Mapping[str, Any] | None
    done: int | None
    job_state: str
    job_reason: str


def may_order(catalog: Catalog, account: Account, opened: Draft) -> bool:
    """Tell whether an account may order the purge of a withdrawn paper: somebody else than who withdrew it."""
    if opened.status != "ditarik" or opened.roles.isdisjoint(ROLES):
        return False
    withdrew = catalog.db.execute(
        "SELECT account FROM status_change WHERE version = ? AND step = 'tarik' ORDER BY id DESC LIMIT 1",
        [opened.version_id],
    ).fetchall()
    return not withdrew or withdrew[0][0] != account.id


def order(catalog: Catalog, account: Account, key: str, title: str, reason: str) -> str:
    """Order a purge and return the key of its certificate; ordered twice it is one. A worker does it.

    RujukanError `not_allowed`, `wrong_title` unless the title was typed as it is, `bad_note` without a reason.
    """
    with catalog.writing():
        opened = drafts.draft(catalog, account, key)
        if (known := of_asset(catalog, key)) is not None:
            return known
        if not may_order(catalog, account, opened):
            raise RujukanError("not_allowed", "Pemusnahan naskah ini tidak dapat Anda perintahkan.")
        if _folded(title) != _folded(drafts.card(catalog, opened).title):
            raise RujukanError("wrong_title", "Judul yang diketik tidak sama dengan judul naskah ini.")
        said = lifecycle.checked_note(reason, required=True)
        made = "".join(secrets.choice(KEY_LETTERS) for _ in range(12))
        job = jobs.add(catalog, JOB, {"certificate": made}, priority=lifecycle.PUBLISH_PRIORITY).id
        catalog.db.execute(
            "INSERT INTO purge (key, asset, unit, account, reason, ordered, job) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [made, key, opened.unit, account.id, said, int(time.time()), job],
        )
        trail.append(catalog, account.login, "asset.order_purge", key, certificate=made)
    return made


def of_asset(catalog: Catalog, key: str) -> str | None:
    """Return the key of the certificate of an asset whose purge was ordered, None where it was not."""
    rows = catalog.db.execute("SELECT key FROM purge WHERE asset = ?", [key]).fetchall()
    return rows[0][0] if rows else None


def read(catalog: Catalog, key: str) -> Purge:
    """Return an order with its certificate; NotFoundError where there is none."""
    rows = catalog.db.query(
        "SELECT p.id, p.key, p.asset, p.unit, a.name AS who, p.reason, p.ordered, p.removed, p.done,"
        " j.state AS job_state, j.reason AS job_reason"
        " FROM purge p JOIN account a ON a.id = p.account JOIN job j ON j.id = p.job WHERE p.key = ?",
        [key],
    )
    for row in rows:
        return Purge(**row | {"removed": json.loads(row["removed"]) if row["removed"] else None})
    raise NotFoundError


def certificate(catalog: Catalog, account: Account | None, key: str) -> Purge:
    """Return a certificate for who may read it: PPID and pengesah of the unit, operators; NotFoundError for others."""
    found = read(catalog, key)
    now = accounts.with_id(catalog, account.id) if account else None
    if now is None or not now.enabled:
        raise NotFoundError
    roles = drafts.roles_at(catalog, now, found.unit, None)
    if roles.isdisjoint(ROLES | {"operator"}):
        raise NotFoundError
    return found


def forget(catalog: Catalog, ordered: Purge) -> None:
    """Delete every row of the asset, and write down what went; nothing where that was done before."""
    with catalog.writing():
        if read(catalog, ordered.key).removed is not None:
            return
        rows = catalog.db.execute("SELECT id FROM asset WHERE key = ?", [ordered.asset]).fetchall()
        removed: dict[str, Any] = dict.fromkeys(_COUNTS, 0) | {"originals": []}
        for (asset,) in rows:
            removed |= {name: int(catalog.db.execute(sql, [asset]).fetchone()[0]) for name, sql in _COUNTS.items()}
            removed["originals"] = sorted(storing.drop_asset(catalog, asset))
        for sha in removed["originals"]:
            catalog.db.execute("INSERT OR IGNORE INTO purged_original (sha256) VALUES (?)", [sha])
        _forget_mentions(catalog, ordered.asset)
        catalog.db.execute("UPDATE purge SET removed = ? WHERE id = ?", [json.dumps(removed), ordered.id])


def erase_files(catalog: Catalog, ordered: Purge) -> None:
    """Delete the originals and pictures that went, and what OCR read of any: nobody can tell whose pages those were."""
    removed = read(catalog, ordered.key).removed or {}
    dropping.remove_originals(catalog, removed.get("originals", []))
    dropping.sweep_unknown(catalog)
    originals.sweep_incoming(catalog.folder)
    for place in catalog.folder.ocr.glob("*/*.json"):
        place.unlink(missing_ok=True)


def erase_free_pages(catalog: Catalog) -> None:
    """Write the database anew, without what was deleted in it, and empty its log; RujukanError `busy` if it is read."""
    catalog.db.execute("VACUUM")
    if catalog.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise RujukanError(
            "busy", "Katalog sedang dibaca terlalu lama, sehingga sisa isinya belum terhapus. Ulangi pekerjaan ini."
        )


def finish(catalog: Catalog, ordered: Purge) -> Mapping[str, Any]:
    """Complete the certificate, and return what it says was removed."""
    with catalog.writing():
        catalog.db.execute("UPDATE purge SET done = ? WHERE id = ? AND done IS NULL", [int(time.time()), ordered.id])
        removed = read(catalog, ordered.key).removed or {}
        counts = {name: removed[name] for name in _COUNTS}
        trail.append(catalog, "worker", "asset.purge", ordered.asset, certificate=ordered.key, **counts)
    return removed


def is_purged(catalog: Catalog, sha256: str) -> bool:
    """Tell whether the bytes of a file were purged: they are not taken in again."""
    return bool(catalog.db.execute("SELECT 1 FROM purged_original WHERE sha256 = ?", [sha256]).fetchall())


def _forget_mentions(catalog: Catalog, key: str) -> None:
    """Forget results of jobs and comparisons that name the asset, for they tell its path and title too."""
    catalog.db.execute("UPDATE job SET result = NULL WHERE instr(result, ?)", [key])
    catalog.db.execute("UPDATE edition SET comparison = NULL WHERE instr(comparison, ?)", [key])


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()

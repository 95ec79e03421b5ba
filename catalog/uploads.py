"""Files that people send through the web: accepted once their bytes and rows are on the disk, indexed by a worker.

An upload waits, is read, and ends as ready or failed; what failed can be tried again. Until it is ready it is no asset,
so no search finds it. It belongs to whoever sent it, at one unit.
"""

import secrets
import time
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from catalog import dropping, jobs, metadata, originals, storing, trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.grants import Grant
from catalog.metadata import Metadata
from catalog.originals import Incoming
from catalog.parts import KEY_LETTERS
from catalog.storing import NewVersion

SOURCE = "unggahan"
"""The source of every asset that came through the web; there is no folder of that name."""
JOB = "upload"
"""The kind of job that indexes uploads."""
TITLE_JOB = "title"
"""The kind of job that makes an asset found under the title that a person gave it."""
PRIORITY = 50
"""Someone waits for it: it passes the runs over folders."""
WRITERS = ("penyusun", "kurator", "penelaah", "pengesah")
"""Roles that may upload, for the unit that they are given at."""
REVIEWERS = ("penelaah", "pengesah")
"""Roles that see the uploads of others at their unit."""
LONGEST_NAME = 200
"""Bytes of a file name; of a longer one the middle is left out."""
LONGEST_FORM = 64
"""Characters of what names a form."""

BROKEN_OFF = "Pengindeksan berhenti sebelum berkas ini selesai. Coba lagi; bila berulang, hubungi pengelola layanan."
_QUERY = """
SELECT u.id, u.key, u.account, coalesce(a.unit, u.unit) AS unit, u.name, u.sha256, o.bytes, u.received, u.job,
    a.id AS asset_id, a.key AS asset, a.title AS given_title, a.owner, u.version,
    CASE WHEN u.state <> 'menunggu' THEN u.state WHEN j.state = 'running' THEN 'dibaca'
        WHEN j.state IN ('failed', 'cancelled') THEN 'gagal' ELSE 'menunggu' END AS state, u.code, u.reason
FROM upload u JOIN original o ON o.sha256 = u.sha256 JOIN job j ON j.id = u.job LEFT JOIN asset a ON a.id = u.asset
"""


@dataclass(frozen=True)
class Upload:
    """One uploaded file. `state` is menunggu, dibaca, siap or gagal; `code` and `reason` say why it failed.

    `asset` is the one that it became a version of, or is to become a version of; None until it has made its own.
    `version` is the number of that version, None until it is ready. `received` is in Unix seconds.
    """

    id: int
    key: str
    account: int
    unit: str
    name: str
    sha256: str
    bytes: int
    received: int
    job: int
    asset_id: int | None
    asset: str | None
    given_title: str | None
    owner: int | None
    version: int | None
    state: str
    code: str
    reason: str

    @property
    def path(self) -> str:
        """Return the path of the asset that it makes: no two uploads have the same."""
        return f"{self.key}/{self.name}"

    @property
    def source(self) -> str:
        """Return the source of the asset that it makes."""
        return SOURCE


@dataclass(frozen=True)
class Arrival:
    """A file as it arrived: its name as the browser said it, and its copy."""

    name: str
    incoming: Incoming


@dataclass(frozen=True)
class Sending:
    """Who sends files, for which unit, by which form: sent by it twice, a file is one upload.

    `asset` is the id of the asset of which the file is a new version, None for new ones.
    """

    account: Account
    unit: str
    form: str
    asset: int | None = None


def units_of(held: Iterable[Grant], on: date, roles: Sequence[str] = WRITERS) -> tuple[str, ...]:
    """Return the units at which an account with these roles may upload on a day, in the order of their codes."""
    return tuple(sorted({grant.unit for grant in held if grant.unit and grant.role in roles and grant.holds(on)}))


def spelt_name(name: str) -> str:
    """Return a file's name as it is kept: its last part, without control characters, in NFC, not too long."""
    last = name.encode("utf8", "replace").decode("utf8").replace("\\", "/").rpartition("/")[2]
    composed = unicodedata.normalize("NFC", last)
    shown = "".join("_" if unicodedata.category(sign)[0] == "C" else sign for sign in composed)
    kept = " ".join(shown.split()).strip(". ") or "berkas"
    stem, dot, suffix = kept.rpartition(".")
    if len(kept.encode("utf8")) <= LONGEST_NAME:
        return kept
    end = f"{dot}{suffix}" if stem and len(suffix) <= 10 else ""
    return kept.encode("utf8")[: LONGEST_NAME - len(end.encode("utf8"))].decode("utf8", "ignore") + end


def accept(catalog: Catalog, sending: Sending, arrivals: Sequence[Arrival]) -> list[Upload]:
    """Take files in, all or none, and put the job that indexes them; once this returns no kill loses them.

    What was sent by the same form before is returned as it is.
    """
    with catalog.writing():
        known = [_known(catalog, sending, arrival) for arrival in arrivals]
        if all(known):
            return [upload for upload in known if upload]
        job = jobs.add(catalog, JOB, {}, priority=PRIORITY).id
        return [found or _add(catalog, sending, arrival, job) for found, arrival in zip(known, arrivals, strict=True)]


def _known(catalog: Catalog, sending: Sending, arrival: Arrival) -> Upload | None:
    sent: list[str | int] = [sending.account.id, sending.form, arrival.incoming.sha256, spelt_name(arrival.name)]
    return _one(catalog, "u.account = ? AND u.form = ? AND u.sha256 = ? AND u.name = ?", sent)


def _add(catalog: Catalog, sending: Sending, arrival: Arrival, job: int) -> Upload:
    incoming = arrival.incoming
    originals.keep(catalog.folder, incoming)
    catalog.db.execute(
        "INSERT INTO original (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING", [incoming.sha256, incoming.bytes]
    )
    key = "".join(secrets.choice(KEY_LETTERS) for _ in range(12))
    catalog.db.execute(
        "INSERT INTO upload (key, form, account, unit, name, sha256, received, job, asset)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [
            *(key, sending.form, sending.account.id, sending.unit, spelt_name(arrival.name), incoming.sha256),
            *(int(time.time()), job, sending.asset),
        ],
    )
    added = _known(catalog, sending, arrival)
    assert added is not None
    trail.append(catalog, sending.account.login, "upload.accept", added.key, unit=sending.unit, bytes=incoming.bytes)
    return added


def with_key(catalog: Catalog, key: str) -> Upload:
    """Return the upload of that key; NotFoundError if there is none."""
    if found := _one(catalog, "u.key = ?", [key]):
        return found
    raise NotFoundError


def sent_by(catalog: Catalog, account: int, limit: int) -> list[Upload]:
    """Return the youngest uploads of an account, the youngest first."""
    return _many(catalog, "u.account = ? ORDER BY u.id DESC LIMIT ?", [account, limit])


def waiting_for(catalog: Catalog, job: int) -> list[Upload]:
    """Return the uploads that a job has not brought to an end yet."""
    return _many(catalog, "u.job = ? AND u.state = 'menunggu' ORDER BY u.id", [job])


def is_seen_by(upload: Upload, account: Account, reviews_at: Sequence[str]) -> bool:
    """Tell whether an account sees an upload: who sent it, whose asset it is, or who reviews at its unit."""
    return account.id in (upload.account, upload.owner) or upload.unit in reviews_at


def fail(catalog: Catalog, upload: Upload, code: str, reason: str) -> None:
    """Remember why an upload could not be indexed; the file is kept."""
    _end(catalog, upload, "gagal", code, reason)


def finish(catalog: Catalog, upload: Upload, new: NewVersion) -> tuple[str, int] | None:
    """Make an upload a version of its asset, or an asset of its own; return the key and the number.

    None, and nothing done, where the upload was discarded meanwhile. Belongs inside one `catalog.writing()`.
    """
    now = _one(catalog, "u.id = ? AND u.state = 'menunggu'", [upload.id])
    if now is None:
        return None
    asset = now.asset_id or _new_asset(catalog, now)
    number = storing.add_version(catalog, asset, new)
    # What came from a folder belonged to nobody: whoever revises it answers for it from now on.
    catalog.db.execute("UPDATE asset SET owner = ? WHERE id = ? AND owner IS NULL", [now.account, asset])
    catalog.db.execute(
        "UPDATE upload SET state = 'siap', code = '', reason = '', asset = ?, version = ? WHERE id = ?",
        [asset, number, now.id],
    )
    # What was written as the minutes of a meeting documents it from now on.
    catalog.db.execute(
        "UPDATE meeting SET minutes = ? WHERE minutes_upload = ? AND minutes IS NULL AND cancelled = 0", [asset, now.id]
    )
    return with_key(catalog, now.key).asset or "", number


def _new_asset(catalog: Catalog, upload: Upload) -> int:
    asset = storing.add_asset(catalog, storing.source_id(catalog, SOURCE), upload.path)
    metadata.apply(catalog, asset, Metadata(unit=upload.unit, access="internal"))
    return asset


def retry(catalog: Catalog, upload: Upload, *, by: str) -> Upload:
    """Put a failed upload for the workers again; RujukanError `wrong_state` for one that has not failed."""
    with catalog.writing():
        _check_failed(with_key(catalog, upload.key))
        job = jobs.add(catalog, JOB, {}, priority=PRIORITY)
        catalog.db.execute(
            "UPDATE upload SET state = 'menunggu', code = '', reason = '', job = ? WHERE id = ?", [job.id, upload.id]
        )
        trail.append(catalog, by, "upload.retry", upload.key)
        return with_key(catalog, upload.key)


def discard(catalog: Catalog, upload: Upload, *, by: str) -> None:
    """Forget a failed upload and, if nothing else has the same bytes, its file.

    RujukanError `wrong_state` for one that has not failed: what is ready is an asset, and waits for its life cycle.
    """
    with catalog.writing():
        _check_failed(with_key(catalog, upload.key))
        catalog.db.execute("DELETE FROM upload WHERE id = ?", [upload.id])
        unnamed = storing.forget_original(catalog, upload.sha256)
        trail.append(catalog, by, "upload.discard", upload.key)
    if unnamed:
        dropping.remove_originals(catalog, [upload.sha256])


def _check_failed(upload: Upload) -> None:
    if upload.state != "gagal":
        raise RujukanError("wrong_state", f"Unggahan “{upload.name}” tidak gagal. Muat ulang halamannya.")


def _end(catalog: Catalog, upload: Upload, state: str, code: str, reason: str) -> None:
    with catalog.writing():
        catalog.db.execute(
            "UPDATE upload SET state = ?, code = ?, reason = ? WHERE id = ? AND state = 'menunggu'",
            [state, code, reason, upload.id],
        )


def _one(catalog: Catalog, condition: str, values: Sequence[str | int]) -> Upload | None:
    return next(iter(_many(catalog, condition, values)), None)


def _many(catalog: Catalog, condition: str, values: Sequence[str | int]) -> list[Upload]:
    return [_upload(row) for row in catalog.db.query(f"{_QUERY} WHERE {condition}", values)]


def _upload(row: dict[str, Any]) -> Upload:
    if row["state"] == "gagal" and not row["code"]:
        row |= {"code": "broken_off", "reason": BROKEN_OFF}
    return Upload(**row)

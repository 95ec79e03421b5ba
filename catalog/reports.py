"""Reports that something is wrong with an asset: filed by whoever sees it, taken and closed by those who look after it.

What concerns personal data is for the PPID and the operator alone. The words of a report stand nowhere else: not in
the trail, and not here any more once the asset is forgotten.
"""

import secrets
import time
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from catalog import drafts, lifecycle, spot, trail
from catalog.accounts import Account
from catalog.assets import Card
from catalog.database import Catalog
from catalog.drafts import Draft
from catalog.errors import NotFoundError, RujukanError
from catalog.grants import Grant
from catalog.spot import Spot

KINDS = ("tidak_berlaku", "angka_keliru", "salinan", "data_pribadi", "tidak_terbuka", "lainnya")
RESULTS = {"perlu_diperbarui": "selesai", "diperbaiki": "selesai", "tidak_terbukti": "ditolak"}
"""What a report may come to, and the state that it then has; `dihapus` is the result where the asset is forgotten."""
LONGEST = 1000  # characters of a report, and of its outcome
MOST_OPEN = 50
"""Open reports of one asset: more tell nothing new, and nobody should be able to bury the others under them."""

WHICH = "Pilih apa yang keliru dari daftarnya."
WHAT_CAME = "Pilih hasil penanganan dari daftarnya."
CLOSED = "Laporan ini sudah ditutup orang lain. Muat ulang halamannya."
ENOUGH = "Aset ini sudah banyak dilaporkan dan sedang diperiksa. Terima kasih; coba lagi nanti."
TOO_LONG = f"Keterangan terlalu panjang; paling banyak {LONGEST} karakter."
EMPTY = "Keterangan masih kosong. Tulis satu atau dua kalimat."
SENTENCES = (WHICH, WHAT_CAME, CLOSED, ENOUGH, TOO_LONG, EMPTY)
"""What may be wrong with what is sent, for pages to say in their language."""

MARKED = "Pembaca melaporkan kekeliruan; setelah diperiksa, aset ini perlu diperbarui."
"""The note of the step by which such a report marks its asset."""

_LOOKING_AFTER = ("kurator", "penelaah", "pengesah", "ppid")
_FOR_THE_PPID = "data_pribadi"
_REPORT = """
SELECT r.key, a.key AS asset, coalesce(a.title, v.title) AS title, a.unit, c.name AS community, a.access, r.version,
    r.place, r.kind, r.text, r.reporter, p.name AS reporter_name, r.owner, o.name AS owner_name, r.state, r.result,
    r.outcome, r.created, r.closed
FROM report r
LEFT JOIN asset a ON a.id = r.asset
LEFT JOIN version v ON v.asset = a.id AND v.number = r.version
LEFT JOIN community c ON c.id = a.community
LEFT JOIN account p ON p.id = r.reporter
LEFT JOIN account o ON o.id = r.owner
"""


@dataclass(frozen=True)
class Report:
    """One report; `asset` (a key), its title, unit and access are None once the asset is forgotten.

    `reporter` and `owner` are numbers of accounts: who filed it, if they had one, and who has taken it.
    """

    key: str
    asset: str | None
    title: str | None
    unit: str | None
    community: str | None
    access: str | None
    version: int
    place: Spot
    kind: str
    text: str
    reporter: int | None
    reporter_name: str | None
    owner: int | None
    owner_name: str | None
    state: str
    result: str | None
    outcome: str
    created: int
    closed: int | None

    @property
    def queue(self) -> str:
        """Return whose it is to look at: of the PPID, or of the unit."""
        return "ppid" if self.kind == _FOR_THE_PPID else "unit"


def file(catalog: Catalog, card: Card, at: Spot, kind: str, text: str, *, reporter: Account | None) -> str:
    """Keep a report about what its reporter sees, and return its key; RujukanError for one that says nothing."""
    if kind not in KINDS:
        raise RujukanError("bad_value", WHICH)
    words = _words(text, needed=kind == "lainnya")
    key = secrets.token_urlsafe(12)
    with catalog.writing():
        _check_room(catalog, card)
        catalog.db.execute(
            "INSERT INTO report (key, asset, version, place, kind, text, reporter, created)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [*(key, card.id, card.version, spot.dump(at), kind, words), reporter and reporter.id, int(time.time())],
        )
        trail.append(catalog, reporter.login if reporter else "", "report.file", card.file, report=key, kind=kind)
    return key


def get(catalog: Catalog, key: str) -> Report:
    """Return the report of that key; NotFoundError if there is none."""
    for row in catalog.db.query(f"{_REPORT} WHERE r.key = ?", [key]):
        return _report(row)
    raise NotFoundError


def listing(catalog: Catalog, held: Iterable[Grant], *, closed: bool) -> list[Report]:
    """Return the open or the closed reports that someone with these roles, which hold today, looks after.

    Those about personal data come first; open ones from the oldest, closed ones from the youngest.
    """
    which = "IN ('selesai', 'ditolak')" if closed else "IN ('baru', 'ditangani')"
    order = "r.closed DESC, r.id DESC" if closed else "(r.kind = 'data_pribadi') DESC, r.id"
    roles = list(held)
    rows = catalog.db.query(f"{_REPORT} WHERE r.state {which} ORDER BY {order}")
    return [report for row in rows if looks_after(report := _report(row), roles)]


def of_reporter(catalog: Catalog, account: int, limit: int) -> list[Report]:
    """Return the youngest reports of an account, the youngest first."""
    return [
        _report(row)
        for row in catalog.db.query(f"{_REPORT} WHERE r.reporter = ? ORDER BY r.id DESC LIMIT ?", [account, limit])
    ]


def looks_after(report: Report, held: Iterable[Grant]) -> bool:
    """Tell whether roles that hold today let someone handle a report: those at the asset's unit or in its community.

    Whoever has a role in a community or everywhere, but not at the unit, does not handle what is the unit's alone.
    """
    return any(grant.role == "operator" or _is_for(report, grant) for grant in held)


def _is_for(report: Report, grant: Grant) -> bool:
    fits = grant.role == "ppid" if report.queue == "ppid" else grant.role in _LOOKING_AFTER
    if not fits or report.unit is None:
        return False
    if grant.unit is not None:
        return grant.unit == report.unit
    of_community = grant.community is not None and grant.community == report.community
    of_all = grant.role == "ppid" and grant.community is None
    return report.access in ("terbuka", "internal") and (of_community or of_all)


def take(catalog: Catalog, report: Report, by: Account) -> None:
    """Make an open report the account's to handle, also from another's hands."""
    with catalog.writing():
        cursor = catalog.db.execute(
            "UPDATE report SET owner = ?, state = 'ditangani' WHERE key = ? AND state IN ('baru', 'ditangani')",
            [by.id, report.key],
        )
        _check_done(cursor.rowcount)
        trail.append(catalog, by.login, "report.take", report.asset or "", report=report.key)


def close(catalog: Catalog, report: Report, result: str, outcome: str, *, by: Account) -> None:
    """End an open report with its result and a sentence for whoever filed it."""
    if result not in RESULTS:
        raise RujukanError("bad_value", WHAT_CAME)
    words = _words(outcome, needed=True)
    with catalog.writing():
        cursor = catalog.db.execute(
            "UPDATE report SET state = ?, result = ?, outcome = ?, owner = ?, closed = ?"
            " WHERE key = ? AND state IN ('baru', 'ditangani')",
            [RESULTS[result], result, words, by.id, int(time.time()), report.key],
        )
        _check_done(cursor.rowcount)
        trail.append(catalog, by.login, "report.close", report.asset or "", report=report.key, result=result)
        if result == "perlu_diperbarui" and report.asset:
            _mark(catalog, report.asset, by)


def may_mark(catalog: Catalog, asset: str, by: Account) -> bool:
    """Tell whether an approved asset is marked as outdated when an account closes a report of it so."""
    return _to_mark(catalog, asset, by) is not None


def _mark(catalog: Catalog, asset: str, by: Account) -> None:
    if opened := _to_mark(catalog, asset, by):
        lifecycle.take(catalog, by, asset, "tandai", (opened.version, opened.status), MARKED)


def _to_mark(catalog: Catalog, asset: str, by: Account) -> Draft | None:
    try:
        opened = drafts.draft(catalog, by, asset)
    except NotFoundError:
        return None
    return opened if lifecycle.STEPS["tandai"] in lifecycle.steps_for(catalog, by, opened) else None


def _check_done(rows: int) -> None:
    if not rows:
        raise RujukanError("wrong_state", CLOSED)


def _check_room(catalog: Catalog, card: Card) -> None:
    open_now = catalog.db.execute(
        "SELECT count(*) FROM report WHERE asset = ? AND state IN ('baru', 'ditangani')", [card.id]
    ).fetchone()[0]
    if open_now >= MOST_OPEN:
        raise RujukanError("enough_reports", ENOUGH)


def _words(text: str, *, needed: bool) -> str:
    """Return text as it is kept: line breaks and tabs, but no other control characters."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in plain if sign in "\n\t" or unicodedata.category(sign)[0] != "C").strip()
    if len(kept) > LONGEST:
        raise RujukanError("bad_value", TOO_LONG)
    if needed and not kept:
        raise RujukanError("bad_value", EMPTY)
    return kept


def _report(row: dict[str, Any]) -> Report:
    return Report(**row | {"place": spot.load(row["place"])})

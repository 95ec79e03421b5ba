"""Notices: what somebody should know, as rows of the account that it is for.

A notice names what it is about by its key and holds no words of it: who reads it later sees a title only where they may
see the asset then.
"""

import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError

MOST = 200
"""Notices that an inbox shows."""

Detail = Mapping[str, str | int | None]

Kind = Literal[
    "pemakaian_menunggu",
    "pemakaian_dikonfirmasi",
    "pemakaian_ditolak",
    "aset_dipakai",
    "aset_digantikan",
    "aset_ditarik",
    "versi_disahkan",
    "versi_baru",
    "perlu_diperbarui",
    "tinjau_segera",
    "tinjau_hari_ini",
    "celah_ditugaskan",
    "celah_tertutup",
    "celah_terbuka_lagi",
    "penilaian_giliran",
    "penilaian_dikembalikan",
    "penilaian_final",
]
"""What a notice can be of; mails (programme/messages/mailing.py) and the inbox have a sentence for each."""
KINDS: tuple[Kind, ...] = get_args(Kind)

_TELL = """
INSERT INTO notice (account, at, kind, subject, detail)
SELECT id, ?2, ?3, ?4, ?5 FROM account WHERE id = ?1 AND disabled_at IS NULL
"""


@dataclass(frozen=True)
class Notice:
    """A notice: `subject` is the key of what it is about, `at` and `read` are Unix seconds, `read` None until then."""

    id: int
    at: int
    kind: str
    subject: str
    detail: Detail
    read: int | None


def tell(catalog: Catalog, to: Iterable[int], kind: Kind, subject: str, **detail: str | int | None) -> int:
    """Leave a notice for each of these accounts, but for disabled ones, inside the transaction of what it tells of.

    Return for how many.
    """
    said, now = json.dumps(detail, ensure_ascii=False, sort_keys=True), int(time.time())
    with catalog.writing():
        made = [catalog.db.execute(_TELL, [one, now, kind, subject, said]).rowcount for one in sorted(set(to))]
    return sum(made)


def tell_once(catalog: Catalog, to: Iterable[int], kind: Kind, subject: str, **detail: str | int | None) -> int:
    """Leave a notice for those of these accounts that do not have the same one yet; return for how many."""
    said = json.dumps(detail, ensure_ascii=False, sort_keys=True)
    sql = "SELECT 1 FROM notice WHERE account = ? AND kind = ? AND subject = ? AND detail = ?"
    with catalog.writing():
        new = [one for one in set(to) if not catalog.db.execute(sql, [one, kind, subject, said]).fetchall()]
        return tell(catalog, new, kind, subject, **detail)


def inbox(catalog: Catalog, account: Account) -> list[Notice]:
    """Return the notices of an account, those that are unread first, then the youngest first."""
    return _many(catalog, "account = ? ORDER BY read IS NOT NULL, id DESC LIMIT ?", account.id, MOST)


def one(catalog: Catalog, account: Account, number: int) -> Notice:
    """Return one notice of an account; NotFoundError for one that is not theirs."""
    for found in _many(catalog, "id = ? AND account = ?", number, account.id):
        return found
    raise NotFoundError


def unread(catalog: Catalog, account: Account) -> int:
    """Return how many notices of an account are unread."""
    sql = "SELECT count(*) FROM notice WHERE account = ? AND read IS NULL"
    return int(catalog.db.execute(sql, [account.id]).fetchone()[0])


def mark_read(catalog: Catalog, account: Account, number: int) -> None:
    """Call one notice of an account read."""
    _mark(catalog, "id = ?2 AND account = ?3", number, account.id)


def mark_all_read(catalog: Catalog, account: Account, until: int) -> None:
    """Call the notices of an account read, up to the number that they had seen."""
    _mark(catalog, "id <= ?2 AND account = ?3", until, account.id)


def _mark(catalog: Catalog, which: str, number: int, account: int) -> None:
    with catalog.writing():
        sql = f"UPDATE notice SET read = coalesce(read, ?1) WHERE {which}"
        catalog.db.execute(sql, [int(time.time()), number, account])


def _many(catalog: Catalog, which: str, *values: int) -> list[Notice]:
    rows = catalog.db.query(f"SELECT id, at, kind, subject, detail, read FROM notice WHERE {which}", values)
    return [Notice(**row | {"detail": json.loads(row["detail"])}) for row in rows]

"""Whether an asset is in force: said anew by those who keep it, with day and reason, and what took its place."""

from dataclasses import dataclass
from datetime import date, datetime

from catalog import assets, lifecycle, trail
from catalog.accounts import Account
from catalog.assets import Card
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.scope import Scope
from catalog.words import APPROVED
from programme.messages import notices
from programme.reusing import lineage
from programme.standing import answerable, keepers

CONFIRM, EXPIRE = "berlaku", "kedaluwarsa"

_SAID = """
SELECT c.day, c.new, c.note, account.name AS who
FROM validity_change c LEFT JOIN account ON account.id = c.account WHERE c.asset = ? ORDER BY c.id
"""
_APPROVED = """
SELECT c.at, c.note, account.name AS who FROM status_change c
JOIN version v ON v.id = c.version LEFT JOIN account ON account.id = c.account
WHERE v.asset = ? AND c.step IN ('sahkan', 'tegaskan') ORDER BY c.id
"""
_MARKED = """
SELECT account, note FROM status_change WHERE version = ? AND new = 'perlu_diperbarui' ORDER BY id DESC LIMIT 1
"""
_SUCCESSORS = "SELECT successor, kind, day FROM succession WHERE asset = ? ORDER BY day, successor"
_HEAD = """
SELECT count(*) FROM role_grant WHERE account = ?1 AND role = 'pengesah' AND unit = ?2
    AND coalesce(valid_from, ?3) <= ?3 AND coalesce(valid_until, ?3) >= ?3
"""


@dataclass(frozen=True)
class Said:
    """What somebody said of an asset's validity: the day, who (None where no person is known), and why."""

    day: str
    new: str
    who: str | None
    note: str


@dataclass(frozen=True)
class Successor:
    """What took an asset's place, None as card where whoever asks may not see it."""

    kind: str
    day: str
    card: Card | None


def history(catalog: Catalog, asset: int) -> list[Said]:
    """Return who said what of an asset's validity, at the desk or here, the latest first; nothing where nobody has."""
    said = [Said(row["day"], row["new"], row["who"], row["note"]) for row in catalog.db.query(_SAID, [asset])]
    for row in catalog.db.query(_APPROVED, [asset]):
        said.append(Said(datetime.fromtimestamp(row["at"]).date().isoformat(), CONFIRM, row["who"], row["note"]))
    return sorted(reversed(said), key=lambda one: one.day, reverse=True)


def successors(catalog: Catalog, asset: int, scope: Scope) -> list[Successor]:
    """Return what took an asset's place, as whoever has this scope may see it."""
    found = []
    for row in list(catalog.db.query(_SUCCESSORS, [asset])):
        key = catalog.db.execute("SELECT key FROM asset WHERE id = ?", [row["successor"]]).fetchone()[0]
        found.append(Successor(row["kind"], row["day"], _seen(catalog, key, scope)))
    return found


def marked_because(catalog: Catalog, card: Card) -> str | None:
    """Return why a date or a revoked rule marked a version as outdated; None where neither did.

    What a person noted at the desk is not among it: that is for those who may open the draft.
    """
    for row in catalog.db.query(_MARKED, [card.version_id]):
        if card.status == "perlu_diperbarui" and row["account"] is None:
            return str(row["note"]) or None
    return None


def may_say(catalog: Catalog, account: Account | None, card: Card) -> bool:
    """Tell whether an account says if an asset is in force: its curators and approvers, of what is approved."""
    return account is not None and card.status in APPROVED and account.id in keepers(catalog, card.id)


def may_succeed(catalog: Catalog, account: Account | None, card: Card) -> bool:
    """Tell whether an account says what took an asset's place: who approves at its unit."""
    if account is None or card.unit is None or not may_say(catalog, account, card):
        return False
    today = date.today().isoformat()
    return bool(catalog.db.execute(_HEAD, [account.id, card.unit, today]).fetchone()[0])


def say(catalog: Catalog, account: Account, card: Card, new: str, note: str) -> None:
    """Confirm that an asset is in force, until its next day of review, or end its validity.

    RujukanError `bad_note` for an end without why, `bad_value` for what needs another way; NotFoundError for others.
    """
    with catalog.writing():
        if not may_say(catalog, account, card) or new not in (CONFIRM, EXPIRE):
            raise NotFoundError
        if new == CONFIRM:
            _check_can_hold(catalog, card)
        said = lifecycle.checked_note(note, required=new == EXPIRE)
        today = date.today()
        due = lifecycle.review_date(card.kind, today) if new == CONFIRM else card.review_on
        catalog.db.execute("UPDATE asset SET review_on = ? WHERE id = ?", [due, card.id])
        _change(catalog, account, card, new, said)


def _check_can_hold(catalog: Catalog, card: Card) -> None:
    if card.status != "disahkan":
        raise RujukanError(
            "bad_value", "Aset ini ditandai perlu diperbarui. Nyatakan masih berlaku lewat meja kerja, dengan alasan."
        )
    if catalog.db.execute(_SUCCESSORS, [card.id]).fetchall():
        raise RujukanError("bad_value", "Aset ini sudah digantikan, jadi tidak dapat dinyatakan masih berlaku.")


def succeed(catalog: Catalog, account: Account, scope: Scope, old: Card, succession: tuple[str, str, str]) -> None:
    """Let another asset, by its key, replace one or take it in; given with the kind and the note.

    The old one is `digantikan` from now on, and whoever owns it or reuses it is told. RujukanError `bad_value`,
    `circle`; NotFoundError for who may not say so.
    """
    key, kind, note = succession
    with catalog.writing():
        if not may_succeed(catalog, account, old):
            raise NotFoundError
        new = _seen(catalog, key, scope)
        if new is None or kind not in lineage.SUCCESSIONS:
            raise RujukanError("bad_value", "Sebutkan aset pengganti yang dapat Anda lihat, dan cara menggantikannya.")
        if lineage.reaches(catalog, new.id, old.id):
            raise RujukanError("circle", "Aset pengganti itu sendiri lebih dahulu ada: yang ini dibuat darinya.")
        catalog.db.execute(
            "INSERT INTO succession (asset, successor, kind, day, account) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET kind = excluded.kind, day = excluded.day, account = excluded.account",
            [old.id, new.id, kind, date.today().isoformat(), account.id],
        )
        _change(catalog, account, old, "digantikan", lifecycle.checked_note(note, required=False))
        trail.append(catalog, account.login, "asset.succeed", old.file, to=new.file, kind=kind)
        told = (answerable(catalog, old.id) | reusers(catalog, old.id)) - {account.id}
        notices.tell(catalog, told, "aset_digantikan", old.file, asset=old.file, by=new.file)


def reusers(catalog: Catalog, asset: int) -> frozenset[int]:
    """Return who recorded a use of an asset that was confirmed."""
    sql = "SELECT DISTINCT account FROM reuse WHERE asset = ? AND state = 'dikonfirmasi' AND account IS NOT NULL"
    return frozenset(row[0] for row in catalog.db.execute(sql, [asset]))


def _change(catalog: Catalog, account: Account, card: Card, new: str, note: str) -> None:
    # No index holds the validity: it is read with each hit.
    catalog.db.execute("UPDATE asset SET validity = ? WHERE id = ?", [new, card.id])
    catalog.db.execute(
        "INSERT INTO validity_change (asset, old, new, day, account, note) VALUES (?, ?, ?, ?, ?, ?)",
        [card.id, card.validity, new, date.today().isoformat(), account.id, note],
    )
    trail.append(catalog, account.login, "asset.validity", card.file, old=card.validity, new=new)


def _seen(catalog: Catalog, key: str, scope: Scope) -> Card | None:
    try:
        return assets.card(catalog, key, scope)
    except NotFoundError:
        return None

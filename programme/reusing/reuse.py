"""Reuse of an asset by another agency: recorded by who used it, confirmed by the head of their unit, told to the owner.

Use within the agency that wrote an asset, alone or with others, is no reuse and is not recorded.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from catalog import assets, drafts, reuse_counts, trail
from catalog.accounts import Account
from catalog.assets import Card
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.parts import KEY_LETTERS
from catalog.scope import Scope
from catalog.units import agencies
from programme.messages import notices
from programme.reusing import lineage
from programme.standing import answerable, heads, keepers, workplaces

KINDS = ("rujukan", "adaptasi", "adopsi")
STATES = ("diajukan", "dikonfirmasi", "ditolak")
LONGEST = 2000
"""Characters of a text of a record."""
MOST = 100
"""Records of one list."""

_RECORDS = """
SELECT r.id, r.key, r.asset AS asset_id, asset.key AS asset, r.version, r.unit, r.kind, r.purpose, r.evidence,
    r.attachment, r.result, r.made AS made_id, made.key AS made, r.account, writer.name AS writer, r.day, r.state,
    decider.name AS decider, r.decided, r.note
FROM reuse r LEFT JOIN asset ON asset.id = r.asset LEFT JOIN asset made ON made.id = r.made
LEFT JOIN account writer ON writer.id = r.account LEFT JOIN account decider ON decider.id = r.decided_by
"""
_OF_KEPT = """
WHERE r.state = 'dikonfirmasi' AND (asset.owner = ?1 OR EXISTS (
    SELECT 1 FROM role_grant g WHERE g.account = ?1 AND g.role IN ('kurator', 'pengesah')
        AND (g.unit = asset.unit OR (g.unit IS NULL AND g.community IS NOT NULL))
        AND (g.community IS NULL OR g.community = asset.community)
        AND coalesce(g.valid_from, ?2) <= ?2 AND coalesce(g.valid_until, ?2) >= ?2
))
"""
_TWICE = """
SELECT 1 FROM reuse WHERE asset = ? AND version = ? AND unit = ? AND kind = ? AND purpose = ? AND state <> 'ditolak'
"""


@dataclass(frozen=True)
class Claim:
    """What somebody says of a reuse; `made` is the key of the asset that came of it, `attachment` the id of a file."""

    unit: str
    kind: str
    purpose: str
    evidence: str = ""
    result: str = ""
    made: str = ""
    attachment: int | None = None


@dataclass(frozen=True)
class Reuse:
    """A record: `asset` and `made` are keys, None for none and for what is gone; days are ISO dates."""

    id: int
    key: str
    asset_id: int | None
    asset: str | None
    version: int
    unit: str
    kind: str
    purpose: str
    evidence: str
    attachment: int | None
    result: str
    made_id: int | None
    made: str | None
    account: int | None
    writer: str | None
    day: str
    state: str
    decider: str | None
    decided: str | None
    note: str


def places(catalog: Catalog, account: Account | None, card: Card) -> tuple[str, ...]:
    """Return the units for which an account can record the reuse of an asset; none where that would be the owner's."""
    agency_of = agencies(catalog)
    rows = catalog.db.execute("SELECT unit FROM asset_unit WHERE asset = ?", [card.id]).fetchall()
    own = {agency_of[unit] for unit in ({card.unit} | {row[0] for row in rows}) if unit is not None}
    return tuple(unit for unit in workplaces(catalog, account) if own and agency_of[unit] not in own)


def record(catalog: Catalog, account: Account, scope: Scope, card: Card, claim: Claim) -> Reuse:
    """Keep the record of a reuse, and ask the head of the unit that used it; the card came through the same scope.

    RujukanError `own_agency`, `bad_value`, `circle` or `twice`.
    """
    with catalog.writing():
        said = _checked(catalog, account, card, claim)
        made = _made(catalog, account, scope, said) if said.made else None
        if made is not None:
            _check_no_circle(catalog, card.id, made)
        if catalog.db.execute(_TWICE, [card.id, card.version, said.unit, said.kind, said.purpose]).fetchall():
            raise RujukanError("twice", "Pemakaian ini sudah dicatat untuk unit, versi, dan tujuan yang sama.")
        key = "".join(secrets.choice(KEY_LETTERS) for _ in range(12))
        catalog.db.execute(
            "INSERT INTO reuse (key, asset, version, unit, kind, purpose, evidence, attachment, result, made, account,"
            " day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *(key, card.id, card.version, said.unit, said.kind, said.purpose, said.evidence, said.attachment),
                *(said.result, made, account.id, date.today().isoformat()),
            ],
        )
        trail.append(catalog, account.login, "reuse.record", card.file, record=key, unit=said.unit, kind=said.kind)
        deciders = heads(catalog, said.unit) - {account.id}
        notices.tell(catalog, deciders, "pemakaian_menunggu", key, asset=card.file, unit=said.unit, use=said.kind)
        return with_key(catalog, key)


def decide(catalog: Catalog, account: Account, key: str, *, confirm: bool, note: str) -> Reuse:
    """Confirm or refuse a record as the head of the unit that used it, and tell the writer and, of what is, the owner.

    RujukanError `moved_on` for one that is decided, `bad_note` for a refusal without why; NotFoundError for all others.
    """
    with catalog.writing():
        found = opened(catalog, account, key)
        if not may_decide(catalog, account, found, of_any_state=True):
            raise NotFoundError
        if found.state != "diajukan":
            raise RujukanError("moved_on", "Pemakaian ini sudah diputuskan. Periksa keadaannya sekarang.")
        said = _text("Catatan", note)
        if not confirm and not said:
            raise RujukanError("bad_note", "Tuliskan alasannya pada catatan, supaya yang lain tahu mengapa.")
        state = "dikonfirmasi" if confirm else "ditolak"
        catalog.db.execute(
            "UPDATE reuse SET state = ?, decided_by = ?, decided = ?, note = ? WHERE id = ?",
            [state, account.id, date.today().isoformat(), said, found.id],
        )
        trail.append(catalog, account.login, f"reuse.{state}", found.asset or "", record=key, unit=found.unit)
        _tell_of(catalog, found, state)
        return with_key(catalog, key)


def complete(catalog: Catalog, account: Account, scope: Scope, key: str, said: tuple[str, str]) -> Reuse:
    """Let its writer say later what a reuse brought: the result, and the asset that came of it where none is named."""
    with catalog.writing():
        found = opened(catalog, account, key)
        if not may_complete(account, found):
            raise NotFoundError
        result, named = _text("Hasil", said[0]), said[1].strip()
        made = found.made_id
        if made is None and named:
            made = _made(catalog, account, scope, Claim(found.unit, found.kind, found.purpose, made=named))
            if found.asset_id is not None:
                _check_no_circle(catalog, found.asset_id, made)
        catalog.db.execute("UPDATE reuse SET result = ?, made = ? WHERE id = ?", [result, made, found.id])
        trail.append(catalog, account.login, "reuse.result", found.asset or "", record=key)
        return with_key(catalog, key)


def with_key(catalog: Catalog, key: str) -> Reuse:
    """Return the record of that key, whoever asks; NotFoundError if there is none."""
    for found in _many(catalog, "WHERE r.key = ?", [key]):
        return found
    raise NotFoundError


def opened(catalog: Catalog, account: Account | None, key: str) -> Reuse:
    """Return a record for its writer, the heads of its unit and, once it is confirmed, those who answer for the asset.

    NotFoundError for all others.
    """
    found = with_key(catalog, key)
    inside = {found.account} | heads(catalog, found.unit)
    if found.asset_id is not None and found.state == "dikonfirmasi":
        inside |= answerable(catalog, found.asset_id) | keepers(catalog, found.asset_id)
    if account is None or account.id not in inside:
        raise NotFoundError
    return found


def may_decide(catalog: Catalog, account: Account, found: Reuse, *, of_any_state: bool = False) -> bool:
    """Tell whether an account decides on a record: as a head of its unit, and never on its own."""
    waits = of_any_state or found.state == "diajukan"
    return waits and account.id != found.account and account.id in heads(catalog, found.unit)


def may_complete(account: Account, found: Reuse) -> bool:
    """Tell whether an account may say what came of a reuse."""
    return account.id == found.account and found.state != "ditolak"


def lists(catalog: Catalog, account: Account) -> Mapping[str, Sequence[Reuse]]:
    """Return the records that wait for an account's decision, its own, and those of the assets that it answers for."""
    led = [unit for unit in workplaces(catalog, account) if account.id in heads(catalog, unit)]
    marks = ", ".join("?" * len(led))
    waiting = f"WHERE r.state = 'diajukan' AND r.account IS NOT ? AND r.unit IN ({marks})"
    return {
        "menunggu": _many(catalog, waiting, [account.id, *led]),
        "saya": _many(catalog, "WHERE r.account = ?", [account.id]),
        "aset": _many(catalog, _OF_KEPT, [account.id, date.today().isoformat()]),
    }


def users_of(catalog: Catalog, asset: int) -> Mapping[str, Sequence[str]]:
    """Return in which ways each other agency reuses an asset, by what is confirmed, as `reuse_counts` does."""
    counted = reuse_counts.reusers(catalog, [asset]).get(asset, ())
    agency_of = agencies(catalog) if counted else {}
    found: dict[str, dict[str, None]] = {}
    sql = "SELECT unit, kind, min(id) FROM reuse WHERE asset = ? AND state = 'dikonfirmasi' GROUP BY 1, 2 ORDER BY 3"
    for unit, kind, _ in catalog.db.execute(sql, [asset]).fetchall() if counted else ():
        if agency_of[unit] in counted:
            found.setdefault(agency_of[unit], {})[kind] = None
    return {agency: tuple(kinds) for agency, kinds in found.items()}


def _tell_of(catalog: Catalog, found: Reuse, state: str) -> None:
    told: dict[str, str | int | None] = {"asset": found.asset, "unit": found.unit, "use": found.kind}
    writer = {found.account} if found.account is not None else set()
    confirmed = state == "dikonfirmasi"
    notices.tell(catalog, writer, "pemakaian_dikonfirmasi" if confirmed else "pemakaian_ditolak", found.key, **told)
    if confirmed and found.asset_id is not None:
        notices.tell(catalog, answerable(catalog, found.asset_id) - writer, "aset_dipakai", found.key, **told)


def _checked(catalog: Catalog, account: Account, card: Card, claim: Claim) -> Claim:
    if claim.kind not in KINDS:
        raise RujukanError("bad_value", "Pilih jenis pemakaiannya: rujukan, adaptasi, atau adopsi.")
    if claim.unit not in workplaces(catalog, account):
        raise RujukanError("bad_value", "Pilih unit tempat Anda bertugas sebagai unit pemakai.")
    if claim.unit not in places(catalog, account, card):
        raise RujukanError(
            "own_agency",
            "Aset ini milik perangkat daerah Anda sendiri: pemakaiannya tidak dihitung, jadi tidak dicatat.",
        )
    purpose, evidence, result = (
        _text(name, value)
        for name, value in (("Tujuan", claim.purpose), ("Bukti", claim.evidence), ("Hasil", claim.result))
    )
    if not purpose:
        raise RujukanError("bad_value", "Tuliskan untuk apa aset ini dipakai.")
    if not evidence and claim.attachment is None:
        raise RujukanError("bad_value", "Sebutkan buktinya: nomor surat, tautan, atau berkas.")
    return Claim(claim.unit, claim.kind, purpose, evidence, result, claim.made.strip(), claim.attachment)


def _made(catalog: Catalog, account: Account, scope: Scope, claim: Claim) -> int:
    """Return the id of the asset that came of a reuse, which its writer sees or has as a draft, of the same agency."""
    wrong = RujukanError("bad_value", "Aset hasil tidak ditemukan di antara aset unit pemakai yang dapat Anda lihat.")
    try:
        id_, unit = _named(catalog, account, scope, claim.made)
    except NotFoundError:
        raise wrong from None
    agency_of = agencies(catalog)
    if unit is None or agency_of[unit] != agency_of[claim.unit]:
        raise wrong
    return id_


def _named(catalog: Catalog, account: Account, scope: Scope, key: str) -> tuple[int, str | None]:
    try:
        card = assets.card(catalog, key, scope)
    except NotFoundError:
        draft = drafts.draft(catalog, account, key)
        return draft.id, draft.unit
    return card.id, card.unit


def _check_no_circle(catalog: Catalog, asset: int, made: int) -> None:
    if lineage.reaches(catalog, made, asset):
        raise RujukanError("circle", "Aset hasil itu sendiri asal dari aset ini, jadi tidak mungkin dibuat darinya.")


def _text(name: str, value: str) -> str:
    said = "\n".join(" ".join(line.split()) for line in value.strip().splitlines())
    if len(said) > LONGEST:
        raise RujukanError("bad_value", f"{name} {len(said)} karakter; paling panjang {LONGEST}. Ringkas dahulu.")
    return said


def _many(catalog: Catalog, which: str, values: Sequence[str | int]) -> list[Reuse]:
    return [Reuse(**row) for row in catalog.db.query(f"{_RECORDS} {which} ORDER BY r.id DESC LIMIT {MOST}", values)]

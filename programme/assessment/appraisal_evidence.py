"""The evidence of an appraisal: files that a community claims a level by, each with its indicator, day and uploader."""

from dataclasses import dataclass
from datetime import date

from catalog import attachments, trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.originals import Incoming
from programme.assessment import appraisal_turns
from programme.assessment.appraisal_values import note, unverify
from programme.assessment.appraisals import Appraisal, instrument_of

CLAIMED = range(2, 6)
"""Levels that evidence can claim: the first needs none."""
MOST = 60
"""Files of one appraisal."""
_READ = """
SELECT e.id, e.indicator, e.level, e.day, e.note, t.name, t.sha256, t.at, coalesce(account.name, '') AS uploader
FROM evidence e JOIN attachment t ON t.id = e.attachment LEFT JOIN account ON account.id = t.account
WHERE e.appraisal = ?
"""


@dataclass(frozen=True)
class Evidence:
    """A file that backs a value: what it claims, its own day, who sent it in and when."""

    id: int
    indicator: str
    level: int
    day: str
    note: str
    name: str
    sha256: str
    at: int
    uploader: str


@dataclass(frozen=True)
class Claim:
    """What is said of a file as it is sent in, as typed."""

    indicator: str
    level: str
    day: str
    note: str


def of(catalog: Catalog, appraisal: Appraisal) -> list[Evidence]:
    """Return the evidence of an appraisal, in the order of indicators and levels."""
    rows = catalog.db.query(f"{_READ} ORDER BY e.indicator, e.level, e.id", [appraisal.id])
    return [Evidence(**row) for row in rows]


def with_number(catalog: Catalog, appraisal: Appraisal, number: int) -> Evidence:
    """Return one of an appraisal; NotFoundError if it has no such evidence."""
    for row in catalog.db.query(f"{_READ} AND e.id = ?", [appraisal.id, number]):
        return Evidence(**row)
    raise NotFoundError


def add(catalog: Catalog, account: Account, key: str, claim: Claim, file: tuple[Incoming, str]) -> None:
    """Keep a file as evidence, while the community still assesses itself."""
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "isi")
        level, day, said = _checked(catalog, appraisal, claim)
        kept = attachments.keep(catalog, *file, account.id)
        unverify(catalog, appraisal, [claim.indicator])
        catalog.db.execute(
            "INSERT INTO evidence (appraisal, indicator, level, attachment, day, note) VALUES (?, ?, ?, ?, ?, ?)",
            [appraisal.id, claim.indicator, level, kept.id, day, said],
        )
        trail.append(catalog, account.login, "appraisal.evidence", key, indicator=claim.indicator, file=kept.sha256)


def remove(catalog: Catalog, account: Account, key: str, number: int) -> None:
    """Take a file back, while the community still assesses itself; RujukanError `moved_on` where it has none such."""
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "isi")
        try:
            gone = with_number(catalog, appraisal, number)
        except NotFoundError as error:
            raise RujukanError("moved_on", "Bukti itu tidak ada lagi; mungkin sudah ditarik.") from error
        named = next(iter(catalog.db.query("SELECT attachment FROM evidence WHERE id = ?", [number])))["attachment"]
        catalog.db.execute("DELETE FROM evidence WHERE id = ?", [number])
        unverify(catalog, appraisal, [gone.indicator])
        attachments.forget(catalog, attachments.with_id(catalog, named))
        trail.append(catalog, account.login, "appraisal.evidence_gone", key, indicator=gone.indicator, file=gone.sha256)


def _checked(catalog: Catalog, appraisal: Appraisal, claim: Claim) -> tuple[int, str, str]:
    """Return level, day and note of what is claimed; RujukanError that says what is wrong with it."""
    indicator = instrument_of(catalog, appraisal).indicators.get(claim.indicator)
    if indicator is None or indicator.source == "A":
        raise RujukanError("bad_value", f"Bukti untuk indikator “{claim.indicator}” tidak diterima di sini.")
    if claim.level not in {str(level) for level in CLAIMED}:
        raise RujukanError("bad_value", "Pilih level yang dibuktikan berkas ini: 2, 3, 4, atau 5.")
    said = note(claim.note)
    if not said:
        raise RujukanError("bad_note", "Tuliskan keterangan singkat: apa yang dibuktikan berkas ini.")
    if len(of(catalog, appraisal)) >= MOST:
        raise RujukanError("too_many", f"Bukti satu penilaian paling banyak {MOST} berkas. Gabungkan atau pilih.")
    return int(claim.level), _day(claim.day), said


def _day(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise RujukanError("bad_value", f"Tanggal “{text}” tidak terbaca; tulis seperti 2026-12-31.") from error
    if day > date.today():
        raise RujukanError("bad_value", f"Tanggal bukti {text} belum tiba. Tulis tanggal dokumen atau kegiatannya.")
    return day.isoformat()

"""The end of an appraisal: the head of the unit may object, the panel answers, and it becomes an assessment."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from catalog import trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.assessment import (
    agreement,
    appraisal_evidence,
    appraisal_notices,
    appraisal_turns,
    appraisal_values,
    followups,
    juries,
    panel,
)
from programme.assessment.appraisal_steps import Entries, known, sheet
from programme.assessment.appraisals import Appraisal, instrument_of, listing, move
from programme.maturity.history import final_values
from programme.maturity.scoring import score


@dataclass(frozen=True)
class Objection:
    """What the head of the unit objected to, by whom and when, and the panel's answer; None while there is none."""

    text: str
    name: str
    at: int
    answer: str | None
    answered_by: str | None
    answered: int | None


@dataclass(frozen=True)
class Closing:
    """What became final, and what could not, each with the reason."""

    closed: tuple[Appraisal, ...]
    failed: tuple[tuple[Appraisal, str], ...]


def of(catalog: Catalog, appraisal: Appraisal) -> Objection | None:
    """Return the objection to an appraisal, None if there is none."""
    rows = catalog.db.query(
        "SELECT o.text, who.name, o.at, o.decision AS answer, panel.name AS answered_by, o.decided AS answered"
        " FROM objection o JOIN account who ON who.id = o.account LEFT JOIN account panel ON panel.id = o.decided_by"
        " WHERE appraisal = ?",
        [appraisal.id],
    )
    return next((Objection(**row) for row in rows), None)


def object_to(catalog: Catalog, account: Account, key: str, text: str, on: date | None = None) -> None:
    """Object to the decision, once, as the head of the unit, within the working days that there are for it."""
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "keberatan", on)
        said = _said(text, "Tuliskan apa yang tidak tepat dan mengapa.")
        catalog.db.execute(
            "INSERT INTO objection (appraisal, account, text, at) VALUES (?, ?, ?, ?)",
            [appraisal.id, account.id, said, int(time.time())],
        )
        trail.append(catalog, account.login, "appraisal.objection", key)
        appraisal_notices.tell_turn(catalog, key)


def answer(catalog: Catalog, account: Account, key: str, reason: str, entries: Entries, on: date | None = None) -> None:
    """Answer the objection for the panel: `entries` are the values that change, none if the decision is kept.

    The appraisal is final with it.
    """
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "jawab", on)
        said, lines = _said(reason, "Tuliskan alasan jawaban panel."), sheet(catalog, appraisal)
        kept = {
            code: appraisal_values.checked(code, entry, appraisal_values.decidable(line), needs_reason=False)
            for code, entry in entries.items()
            if (line := known(lines, code)).decided is None or entry.value != line.decided.value
        }
        appraisal_values.put(catalog, appraisal, "keberatan", account.id, kept)
        catalog.db.execute(
            "UPDATE objection SET decision = ?, decided_by = ?, decided = ? WHERE appraisal = ?",
            [said, account.id, int(time.time()), appraisal.id],
        )
        trail.append(catalog, account.login, "appraisal.answer", key, changed=len(kept))
        today = (on or date.today()).isoformat() if kept else appraisal.decided or ""
        if kept:
            panel.check_score(catalog, appraisal, today)
        _finalise(catalog, appraisal, account.login, today)


def close_due(catalog: Catalog, on: date, by: str) -> Closing:
    """Make final what nobody objected to in time; a second call finds nothing new. What cannot be closed stays open."""
    closed, failed = [], []
    for appraisal in listing(catalog):
        until = appraisal.objection_until
        if appraisal.state != "keberatan" or until is None or on <= until:
            continue
        try:
            with catalog.writing():
                if appraisal_turns.objected(catalog, appraisal) is None:
                    _finalise(catalog, appraisal, by, appraisal.decided or on.isoformat())
                    closed.append(appraisal)
        except RujukanError as error:
            failed.append((appraisal, error.message))
    return Closing(tuple(closed), tuple(failed))


def _finalise(catalog: Catalog, appraisal: Appraisal, by: str, day: str) -> None:
    """Make the assessment and the advice of an appraisal, which never changes after this."""
    panel.check_score(catalog, appraisal, day)  # another assessment of that day may have come in by a file since
    instrument, values = instrument_of(catalog, appraisal), final_values(catalog, appraisal.id)
    reached = score(instrument, values)
    catalog.db.execute(
        "INSERT INTO assessment (community, level, assessed_on, assessor, evidence, instrument, total, appraisal)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            *(appraisal.community, reached.level, day, _assessor(catalog, appraisal)),
            *(_summary(catalog, appraisal, values), appraisal.instrument, str(reached.total), appraisal.id),
        ],
    )
    followups.give(catalog, appraisal, instrument, values)
    move(catalog, appraisal, "final", by, decided=day)
    appraisal_notices.tell_final(catalog, appraisal.key)


def _assessor(catalog: Catalog, appraisal: Appraisal) -> str:
    """Return who assessed, without names: this stands on public pages."""
    guests = [seat.guest for seat in juries.seats(catalog, appraisal)]
    return f"Panel BPSDM ({guests.count(False)} anggota, {guests.count(True)} juri tamu)"


def _summary(catalog: Catalog, appraisal: Appraisal, values: Mapping[str, int | None]) -> str:
    """Return what an assessment rests on, in one line without names."""
    files = len(appraisal_evidence.of(catalog, appraisal))
    valued = sum(value is not None for value in values.values())
    said = f"{valued} dari {len(values)} indikator bernilai, {files} berkas bukti, diverifikasi pendamping lain"
    agreed = panel.kappa(appraisal_values.rows(catalog, appraisal))
    if agreed is not None:
        said += f", kesepakatan penilai (kappa) {agreement.shown(agreed).replace('.', ',')}"
    objected = of(catalog, appraisal)
    return said + (", setelah keberatan dijawab" if objected else "")


def _said(text: str, asked: str) -> str:
    said = appraisal_values.note(text)
    if not said:
        raise RujukanError("bad_note", asked)
    return said

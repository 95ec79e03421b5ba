"""The panel: jurors rate apart, see each other's values once all have closed, and a member of the panel decides."""

import time
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from catalog import trail
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.assessment import agreement, appraisal_notices, appraisal_turns, appraisal_values, juries
from programme.assessment.appraisal_steps import Entries, known, refuse, sheet
from programme.assessment.appraisal_values import Entry, Given, Line
from programme.assessment.appraisals import Appraisal, instrument_of, move
from programme.maturity.history import final_values
from programme.maturity.scoring import score


def name_jurors(catalog: Catalog, account: Account, key: str, logins: Sequence[str]) -> None:
    """Seat just these jurors; who has closed stays, and what others gave goes with their seat.

    RujukanError `bad_value` for whoever may not judge here, or a panel without a member or without a guest.
    """
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "tetapkan")
        jury = juries.seats(catalog, appraisal)
        closed = {seat.login for seat in jury if seat.closed is not None}
        able = {seat.login: seat for seat in juries.eligible(catalog, appraisal)}
        wanted = closed | set(logins)
        if not wanted <= closed | set(able):
            raise RujukanError("bad_value", "Di antara yang dipilih ada yang tidak boleh menilai komunitas ini.")
        if not juries.is_quorate([seat for seat in (*jury, *able.values()) if seat.login in wanted]):
            raise RujukanError("bad_value", "Pilih paling sedikit satu anggota panel dan satu juri tamu.")
        for seat in jury:
            if seat.login not in wanted:
                _unseat(catalog, appraisal, seat.account)
        seated = {seat.login for seat in jury}
        for login in sorted(wanted - seated):
            catalog.db.execute(
                "INSERT INTO juror (appraisal, account, guest) VALUES (?, ?, ?)",
                [appraisal.id, able[login].account, int(able[login].guest)],
            )
        trail.append(catalog, account.login, "appraisal.jurors", key, jurors=", ".join(sorted(wanted)))
        appraisal_notices.tell_turn(catalog, key)


def rated(line: Line) -> bool:
    """Tell whether jurors rate an indicator: what is computed alone is not a matter of opinion."""
    return line.indicator.source != "A"


def save_rating(catalog: Catalog, account: Account, key: str, entries: Entries) -> None:
    """Keep what a juror gives for some indicators; nobody else sees it before all have closed."""
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "nilai")
        lines = sheet(catalog, appraisal)
        kept = {}
        for code, entry in entries.items():
            allowed = appraisal_values.EVERY if rated(known(lines, code)) else ()
            kept[code] = appraisal_values.checked(code, entry, allowed, needs_reason=False)
        appraisal_values.put(catalog, appraisal, "panel", account.id, kept)


def close_rating(catalog: Catalog, account: Account, key: str) -> None:
    """Close a juror's values, which are then as they are; refused while one is missing."""
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "nilai")
        given = ratings(appraisal_values.rows(catalog, appraisal)).get(account.id, {})
        needed = [code for code, line in sheet(catalog, appraisal).items() if rated(line)]
        refuse([f"Indikator {code} belum Anda nilai." for code in needed if code not in given])
        catalog.db.execute(
            "UPDATE juror SET closed = ? WHERE appraisal = ? AND account = ?",
            [int(time.time()), appraisal.id, account.id],
        )
        trail.append(catalog, account.login, "appraisal.rated", key)
        if juries.is_revealed(juries.seats(catalog, appraisal)):
            appraisal_notices.tell_turn(catalog, key)


def ratings(given: Sequence[Given]) -> dict[int, dict[str, int | None]]:
    """Return what each juror gave, by their account; the caller has to know that it may be seen."""
    found: dict[int, dict[str, int | None]] = {}
    for one in given:
        if one.stage == "panel" and one.rater is not None:
            found.setdefault(one.rater, {})[one.indicator] = one.value
    return found


def kappa(given: Sequence[Given]) -> Fraction | None:
    """Return the agreement between the jurors, None where it is undefined."""
    return agreement.agreement(list(ratings(given).values()))


def proposals(lines: Mapping[str, Line], given: Sequence[Given]) -> dict[str, int | None]:
    """Return what the panel is proposed to decide: its jurors' median, and of what is computed what was verified."""
    by_juror = ratings(given).values()
    return {
        code: agreement.median([one[code] for one in by_juror if code in one])
        if rated(line)
        else (line.verified.value if line.verified else None)
        for code, line in lines.items()
    }


def save_decision(catalog: Catalog, account: Account, key: str, entries: Entries) -> None:
    """Keep the values that the panel is to decide for some indicators; nobody else sees them yet."""
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "putuskan")
        lines = sheet(catalog, appraisal)
        kept = {code: decidable(known(lines, code), entry) for code, entry in entries.items()}
        appraisal_values.put(catalog, appraisal, "panel", None, kept)


def decide(catalog: Catalog, account: Account, key: str, on: date | None = None) -> None:
    """Make the panel's values the decision; what was not touched is as proposed, if it needs no reason."""
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "putuskan", on)
        given = appraisal_values.rows(catalog, appraisal)
        lines = sheet(catalog, appraisal)
        untouched = {code: value for code, value in proposals(lines, given).items() if lines[code].decided is None}
        refuse(
            [
                f"Nilai indikator {code} berbeda dari verifikasi dan belum beralasan."
                for code, value in untouched.items()
                if value != verified(lines[code])
            ]
        )
        appraisal_values.put(catalog, appraisal, "panel", None, {c: Entry(v) for c, v in untouched.items()})
        today = (on or date.today()).isoformat()
        check_score(catalog, appraisal, today)
        move(catalog, appraisal, "keberatan", account.login, decided=today)
        appraisal_notices.tell_turn(catalog, key)


def decidable(line: Line, entry: Entry) -> Entry:
    """Return a value of the panel as it is kept: with a reason where it differs from verification."""
    return appraisal_values.checked(
        line.indicator.code, entry, appraisal_values.decidable(line), needs_reason=entry.value != verified(line)
    )


def verified(line: Line) -> int | None:
    """Return what verification made of an indicator."""
    return line.verified.value if line.verified else None


def check_score(catalog: Catalog, appraisal: Appraisal, today: str) -> None:
    """Refuse a decision that amounts to no level, or that falls on a day of which there is an assessment already."""
    if score(instrument_of(catalog, appraisal), final_values(catalog, appraisal.id)).level is None:
        raise RujukanError(
            "not_ready", "Tidak satu pun indikator bernilai, jadi belum ada level yang dapat diputuskan."
        )
    taken = catalog.db.execute(
        "SELECT 1 FROM assessment WHERE community = ? AND assessed_on = ? AND instrument = ?",
        [appraisal.community, today, appraisal.instrument],
    ).fetchall()
    if taken:
        raise RujukanError(
            "assessed_today",
            f"Komunitas ini sudah punya penilaian bertanggal {today} menurut instrumen yang sama."
            " Putuskan pada hari lain.",
        )


def _unseat(catalog: Catalog, appraisal: Appraisal, account: int) -> None:
    catalog.db.execute(
        "DELETE FROM appraisal_value WHERE appraisal = ? AND stage = 'panel' AND rater = ?", [appraisal.id, account]
    )
    catalog.db.execute("DELETE FROM juror WHERE appraisal = ? AND account = ?", [appraisal.id, account])

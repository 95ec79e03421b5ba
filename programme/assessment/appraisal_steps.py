"""The first steps of an appraisal: a community says what it makes of itself, and a mentor of others verifies it."""

from collections.abc import Mapping
from datetime import date

from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.assessment import appraisal_evidence, appraisal_notices, appraisal_turns, appraisal_values
from programme.assessment.appraisal_computed import computed
from programme.assessment.appraisal_values import Entry, Given, Line
from programme.assessment.appraisals import Appraisal, instrument_of, move

Entries = Mapping[str, Entry]
_FEW = 3  # problems that an error names; the page lists all


def sheet(catalog: Catalog, appraisal: Appraisal) -> dict[str, Line]:
    """Return the lines of an appraisal; until it is submitted, with what the system computes at this moment."""
    given = appraisal_values.rows(catalog, appraisal)
    if appraisal.state == "mandiri":
        given = [one for one in given if one.stage != "otomatis"]
        live = computed(catalog, appraisal).items()
        given += [Given(code, "otomatis", None, "", entry.value, entry.reason, 0) for code, entry in live]
    return appraisal_values.lines(instrument_of(catalog, appraisal), given)


def save_own(catalog: Catalog, account: Account, key: str, entries: Entries) -> None:
    """Keep what a community says of itself for some indicators."""
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "isi")
        lines = sheet(catalog, appraisal)
        kept = {code: _own(known(lines, code), entry) for code, entry in entries.items()}
        changed = [code for code, entry in kept.items() if _differs(lines[code].own, entry)]
        appraisal_values.unverify(catalog, appraisal, changed)
        appraisal_values.put(catalog, appraisal, "mandiri", account.id, kept)


def problems(catalog: Catalog, appraisal: Appraisal) -> list[str]:
    """Return in words all that keeps a self-assessment from being submitted."""
    proved: dict[str, int] = {}
    for one in appraisal_evidence.of(catalog, appraisal):
        proved[one.indicator] = max(one.level, proved.get(one.indicator, 0))
    found = []
    for code, line in sheet(catalog, appraisal).items():
        if line.indicator.source != "A":
            found += _problems(line, proved.get(code, 1))
    return found


def submit(catalog: Catalog, account: Account, key: str) -> None:
    """Hand a complete self-assessment to verification; what the system computes is frozen with it, at that moment.

    Of one that was sent back, what is computed otherwise by now is verified anew.
    """
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "isi")
        refuse(problems(catalog, appraisal))
        before = {one.indicator: one for one in appraisal_values.rows(catalog, appraisal) if one.stage == "otomatis"}
        now = computed(catalog, appraisal)
        moved = [code for code, entry in now.items() if code in before and before[code].value != entry.value]
        appraisal_values.unverify(catalog, appraisal, moved)
        appraisal_values.put(catalog, appraisal, "otomatis", None, now)
        move(catalog, appraisal, "verifikasi", account.login)
        appraisal_notices.tell_turn(catalog, key)


def save_verified(catalog: Catalog, account: Account, key: str, entries: Entries) -> None:
    """Keep what a verifier makes of some indicators: what the claim says, or another level near it with a reason."""
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "verifikasi")
        lines = sheet(catalog, appraisal)
        kept = {code: _verified(known(lines, code), entry) for code, entry in entries.items()}
        appraisal_values.put(catalog, appraisal, "verifikasi", account.id, kept)


def finish_verification(catalog: Catalog, account: Account, key: str) -> None:
    """Hand an appraisal on once every indicator is verified: to the panel, and a light one to the files."""
    with catalog.writing():
        appraisal = appraisal_turns.take(catalog, account, key, "verifikasi")
        lines = sheet(catalog, appraisal)
        refuse([f"Indikator {code} belum diverifikasi." for code, line in lines.items() if line.verified is None])
        if not appraisal.light:
            move(catalog, appraisal, "panel", account.login)
            appraisal_notices.tell_turn(catalog, key)
            return
        kept = {code: Entry(one.value) for code, line in lines.items() if (one := line.verified)}
        appraisal_values.put(catalog, appraisal, "panel", None, kept)
        move(catalog, appraisal, "final", account.login, decided=date.today().isoformat())
        appraisal_notices.tell_final(catalog, key)


def known(lines: Mapping[str, Line], code: str) -> Line:
    """Return the line of an indicator; RujukanError `bad_value` if the instrument has none of that code."""
    if line := lines.get(code):
        return line
    raise RujukanError("bad_value", f"Indikator “{code}” tidak ada pada instrumen penilaian ini.")


def refuse(found: list[str]) -> None:
    """Raise RujukanError `not_ready` that names the first of what is missing, if anything is."""
    if found:
        rest = f" Dan {len(found) - _FEW} lagi." if len(found) > _FEW else ""
        raise RujukanError("not_ready", f"Belum lengkap. {' '.join(found[:_FEW])}{rest}")


def _differs(before: Given | None, entry: Entry) -> bool:
    return before is None or (before.value, before.reason) != (entry.value, entry.reason)


def _own(line: Line, entry: Entry) -> Entry:
    needs = appraisal_values.needs_own_reason(line, entry.value)
    return appraisal_values.checked(line.indicator.code, entry, appraisal_values.claimable(line), needs_reason=needs)


def _verified(line: Line, entry: Entry) -> Entry:
    moved = entry.value != line.claim
    return appraisal_values.checked(line.indicator.code, entry, appraisal_values.verifiable(line), needs_reason=moved)


def _problems(line: Line, proved: int) -> list[str]:
    code, own = line.indicator.code, line.own
    if own is None:
        return [f"Indikator {code} belum diisi."]
    if own.value not in appraisal_values.claimable(line):
        return [f"Nilai indikator {code} lebih dari satu tingkat dari usulan sistem ({line.proposal})."]
    if appraisal_values.needs_own_reason(line, own.value) and not own.reason:
        return [f"Nilai indikator {code} berbeda dari usulan sistem dan belum beralasan."]
    if line.indicator.source == "H" and own.value is not None and own.value > proved:
        return [f"Indikator {code} bernilai {own.value}, tetapi belum ada bukti untuk level itu."]
    return []

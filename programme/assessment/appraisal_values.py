"""The values of an appraisal, stage by stage, and which of them may be given at each.

`otomatis` is what the system computed; `mandiri` what the community says of itself; `verifikasi` what a mentor of
others makes of it; `panel` what each juror gives and, without a rater, what the panel decided; `keberatan` what it
changed after an objection. No row means not given yet; a row without a value means N/A.
"""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.assessment.appraisals import Appraisal
from programme.maturity.instrument import LEVELS, Indicator, Instrument

LONGEST = 1000
"""Signs of a reason or a note."""
EVERY: tuple[int | None, ...] = (*LEVELS, None)


@dataclass(frozen=True)
class Entry:
    """A value to give: a level, or None for N/A, and why."""

    value: int | None
    reason: str = ""


@dataclass(frozen=True)
class Given:
    """A value that was given; `rater` and their `name` are None and "" for the system and for the panel as a whole."""

    indicator: str
    stage: str
    rater: int | None
    name: str
    value: int | None
    reason: str
    at: int


@dataclass(frozen=True)
class Line:
    """All that was given for one indicator, by the panel only as a whole."""

    indicator: Indicator
    computed: Given | None = None
    own: Given | None = None
    verified: Given | None = None
    decided: Given | None = None
    changed: Given | None = None

    @property
    def proposal(self) -> int | None:
        """Return what the system computed; None where it computes nothing or lacks data."""
        return self.computed.value if self.computed else None

    @property
    def claim(self) -> int | None:
        """Return the value that a verifier confirms or moves: the system's of source A, else the community's own."""
        source = self.computed if self.indicator.source == "A" else self.own
        return source.value if source else None

    @property
    def final(self) -> Given | None:
        """Return what counts in the end, as far as that is known."""
        return self.changed or self.decided


def rows(catalog: Catalog, appraisal: Appraisal) -> list[Given]:
    """Return every value of an appraisal, as they were given."""
    found = catalog.db.query(
        "SELECT indicator, stage, rater, coalesce(account.name, '') AS name, value, reason, at FROM appraisal_value v"
        " LEFT JOIN account ON account.id = v.rater WHERE appraisal = ? ORDER BY v.id",
        [appraisal.id],
    )
    return [Given(**row) for row in found]


def lines(instrument: Instrument, given: list[Given]) -> dict[str, Line]:
    """Return a line for each indicator of the instrument, in its order."""
    shared = {(one.stage, one.indicator): one for one in given if one.stage != "panel" or one.rater is None}
    stages = {"computed": "otomatis", "own": "mandiri", "verified": "verifikasi", "decided": "panel"}
    stages["changed"] = "keberatan"
    return {
        code: Line(indicator, **{name: shared.get((stage, code)) for name, stage in stages.items()})
        for code, indicator in instrument.indicators.items()
    }


def put(catalog: Catalog, appraisal: Appraisal, stage: str, rater: int | None, entries: Mapping[str, Entry]) -> None:
    """Keep values of a stage: each takes the place of the one before, on the panel of that of the same juror."""
    with catalog.writing():
        for code, entry in entries.items():
            catalog.db.execute(
                "DELETE FROM appraisal_value WHERE appraisal = ? AND indicator = ? AND stage = ?"
                " AND (stage <> 'panel' OR rater IS ?)",
                [appraisal.id, code, stage, rater],
            )
            catalog.db.execute(
                "INSERT INTO appraisal_value (appraisal, indicator, stage, rater, value, reason, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [appraisal.id, code, stage, rater, entry.value, entry.reason, int(time.time())],
            )


def unverify(catalog: Catalog, appraisal: Appraisal, codes: Iterable[str]) -> None:
    """Take back what was verified of some indicators: it was about something else than what is there now."""
    with catalog.writing():
        for code in codes:
            catalog.db.execute(
                "DELETE FROM appraisal_value WHERE appraisal = ? AND indicator = ? AND stage = 'verifikasi'",
                [appraisal.id, code],
            )


def around(value: int) -> tuple[int | None, ...]:
    """Return the levels that are at most one away."""
    return tuple(level for level in LEVELS if abs(level - value) <= 1)


def claimable(line: Line) -> tuple[int | None, ...]:
    """Return what a community may say of itself: near what the system proposes, where it proposes anything."""
    if line.indicator.source == "A":
        return ()
    return EVERY if line.proposal is None else around(line.proposal)


def verifiable(line: Line) -> tuple[int | None, ...]:
    """Return what a verifier may make of it: what is computed moves by one level at most, and N/A stays N/A."""
    if line.proposal is not None:
        return around(line.proposal)
    return (None,) if line.indicator.source == "A" else EVERY


def decidable(line: Line) -> tuple[int | None, ...]:
    """Return what the panel may decide: freely, but of what is computed alone only what a verifier may too."""
    return verifiable(line) if line.indicator.source == "A" else EVERY


def needs_own_reason(line: Line, value: int | None) -> bool:
    """Tell whether a community must say why: for N/A, and for another level than the system proposes."""
    return value is None or (line.proposal is not None and value != line.proposal)


def checked(code: str, entry: Entry, allowed: tuple[int | None, ...], *, needs_reason: bool) -> Entry:
    """Return an entry as it is kept; RujukanError `bad_value` or `bad_note` that says what is wrong with it."""
    if entry.value not in allowed:
        listed = ", ".join("N/A" if value is None else str(value) for value in allowed)
        raise RujukanError("bad_value", f"Nilai indikator {code} di sini hanya boleh salah satu dari: {listed}.")
    reason = note(entry.reason)
    if needs_reason and not reason:
        raise RujukanError("bad_note", f"Tuliskan alasan untuk nilai indikator {code}.")
    return Entry(entry.value, reason)


def note(text: str) -> str:
    """Return a reason or a note as it is kept; RujukanError `bad_note` for one that is too long."""
    said = "\n".join(line for line in (" ".join(part.split()) for part in text.splitlines()) if line)
    if len(said) > LONGEST:
        raise RujukanError("bad_note", f"Keterangan {len(said)} karakter; paling panjang {LONGEST}. Ringkas dahulu.")
    return said

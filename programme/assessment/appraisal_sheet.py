"""The sheet of an appraisal as one account may see it, with what it amounts to and what was done when."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from catalog import accounts, trail
from catalog.accounts import Account
from catalog.database import Catalog
from programme.assessment import (
    appraisal_evidence,
    appraisal_steps,
    appraisal_turns,
    appraisal_values,
    juries,
    objections,
    panel,
    returning,
)
from programme.assessment.appraisal_evidence import Evidence
from programme.assessment.appraisal_values import Given, Line
from programme.assessment.appraisals import Appraisal, instrument_of
from programme.assessment.juries import Seat
from programme.assessment.objections import Objection
from programme.assessment.returning import Return
from programme.maturity.instrument import Instrument
from programme.maturity.scoring import Score, score
from programme.standing import Standing

_DECIDED = ("keberatan", "final")


@dataclass(frozen=True)
class Sheet:
    """What an account may see: nothing that others of its panel give before all have closed, no draft of a decision.

    `ratings` are those of the jurors in the order of `jury`; whoever does not judge or steer sees neither. `kappa` is
    their agreement, and `score` what the decision amounts to, both None until then. `mine` is what the account itself
    gave as a juror, `proposed` what the panel is proposed to decide, `returned` how it was sent back last.
    """

    appraisal: Appraisal
    instrument: Instrument
    turns: frozenset[str]
    lines: Mapping[str, Line]
    evidence: tuple[Evidence, ...]
    jury: tuple[Seat, ...]
    ratings: tuple[Mapping[str, int | None], ...]
    mine: Mapping[str, Given]
    proposed: Mapping[str, int | None]
    kappa: Fraction | None
    score: Score | None
    objection: Objection | None
    returned: Return | None


@dataclass(frozen=True)
class Done:
    """One thing that was done: by whom, when, and of a return why."""

    action: str
    name: str
    at: int
    reason: str = ""


def sheet(catalog: Catalog, account: Account, appraisal: Appraisal, held: Standing) -> Sheet:
    """Return the sheet for an account of this standing, which the caller has found to be inside."""
    turns = appraisal_turns.turns(catalog, account, appraisal, held)
    given = appraisal_values.rows(catalog, appraisal)
    lines = appraisal_steps.sheet(catalog, appraisal)
    by_juror, jury = panel.ratings(given), juries.seats(catalog, appraisal)
    revealed, instrument = juries.is_revealed(jury), instrument_of(catalog, appraisal)
    decided = appraisal.state in _DECIDED
    final = {code: line.final.value for code, line in lines.items() if line.final}
    judging = held.judges or held.steers
    return Sheet(
        appraisal=appraisal,
        instrument=instrument,
        turns=turns,
        lines={code: _seen(line, appraisal, held, turns) for code, line in lines.items()},
        evidence=tuple(appraisal_evidence.of(catalog, appraisal)),
        jury=tuple(jury) if judging else (),
        ratings=tuple(by_juror.get(seat.account, {}) for seat in jury) if judging and revealed else (),
        mine={one.indicator: one for one in given if one.stage == "panel" and one.rater == account.id},
        proposed=panel.proposals(lines, given) if "putuskan" in turns else {},
        kappa=panel.kappa(given) if revealed and (judging or decided) else None,
        score=score(instrument, final) if decided else None,
        objection=objections.of(catalog, appraisal),
        returned=next(reversed(returning.of(catalog, appraisal)), None),
    )


def history(catalog: Catalog, appraisal: Appraisal) -> list[Done]:
    """Return what was done with an appraisal, the oldest first."""
    found, reasons = [], (one.reason for one in returning.of(catalog, appraisal))
    for entry in trail.about(catalog, appraisal.key, "appraisal."):
        account = accounts.find(catalog, entry.actor)
        action = entry.action.partition(".")[2]
        why = next(reasons, "") if action == "mandiri" else ""
        found.append(Done(action, account.name if account else entry.actor, entry.at, why))
    return found


def _seen(line: Line, appraisal: Appraisal, held: Standing, turns: frozenset[str]) -> Line:
    """Return a line without what is still being worked on by others."""
    if appraisal.state in ("mandiri", "verifikasi") and not (held.verifies or held.steers):
        return replace(line, verified=None)
    if appraisal.state == "panel" and "putuskan" not in turns:
        return replace(line, decided=None)
    return line

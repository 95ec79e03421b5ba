"""Whose turn it is: the steps of an appraisal that an account may take now.

`isi` and `verifikasi` are the sheets of the community and of its verifier; `tetapkan` names the jurors, `nilai` is the
sheet of one of them, `putuskan` the decision; `keberatan` is the objection of the head of the unit, `jawab` its answer.
"""

from datetime import date

from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.assessment import juries
from programme.assessment.appraisals import Appraisal, moved_on, opened
from programme.standing import Standing

STATES = ("mandiri", "verifikasi", "panel", "keberatan", "final")
_AT = {"isi": "mandiri", "verifikasi": "verifikasi", "keberatan": "keberatan", "jawab": "keberatan"}
"""The state in which a step is taken; all others are the panel's."""


def turns(
    catalog: Catalog, account: Account, appraisal: Appraisal, held: Standing, on: date | None = None
) -> frozenset[str]:
    """Return the steps that an account of this standing may take today."""
    if appraisal.state == "mandiri":
        return frozenset({"isi"} if held.runs else ())
    if appraisal.state == "verifikasi":
        return frozenset({"verifikasi"} if held.verifies else ())
    if appraisal.state == "panel":
        return _of_the_panel(catalog, account, appraisal, held)
    return _of_an_objection(catalog, account, appraisal, held, on or date.today())


def take(catalog: Catalog, account: Account, key: str, step: str, on: date | None = None) -> Appraisal:
    """Return the appraisal in which an account takes a step, within the transaction of that step.

    NotFoundError for whom its records are not open to; RujukanError `moved_on` if it is not at that step any more, or
    `not_allowed` if it is not for this account.
    """
    appraisal, held = opened(catalog, account, key, on)
    if step in turns(catalog, account, appraisal, held, on):
        return appraisal
    if appraisal.state != _AT.get(step, "panel"):
        raise moved_on()
    raise RujukanError("not_allowed", "Langkah itu tidak dapat Anda ambil untuk penilaian ini sekarang.")


def objected(catalog: Catalog, appraisal: Appraisal) -> bool | None:
    """Return None where nobody objected, else whether that has been answered."""
    rows = catalog.db.execute("SELECT decided FROM objection WHERE appraisal = ?", [appraisal.id]).fetchall()
    return all(decided is not None for (decided,) in rows) if rows else None


def _of_the_panel(catalog: Catalog, account: Account, appraisal: Appraisal, held: Standing) -> frozenset[str]:
    jury = juries.seats(catalog, appraisal)
    if juries.is_revealed(jury):
        decides = held.judges and juries.is_member(catalog, account)
        return frozenset({"putuskan"} if decides else ())
    seat = juries.seat_of(jury, account)
    rates = seat is not None and seat.closed is None and held.judges
    names = held.steers and not (held.member or held.heads or held.mentors)
    return frozenset([*(["tetapkan"] if names else []), *(["nilai"] if rates else [])])


def _of_an_objection(
    catalog: Catalog, account: Account, appraisal: Appraisal, held: Standing, on: date
) -> frozenset[str]:
    until, answered = appraisal.objection_until, objected(catalog, appraisal)
    if appraisal.state != "keberatan" or until is None:
        return frozenset()
    if answered is None:
        return frozenset({"keberatan"} if held.heads and on <= until else ())
    return frozenset({"jawab"} if not answered and held.judges and juries.is_member(catalog, account) else ())

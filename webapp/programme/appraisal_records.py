"""What the forms of an appraisal change: the values of their stage, as they were when the page was opened."""

from collections.abc import Callable, Iterable, Mapping

from catalog.accounts import Account
from catalog.database import Catalog
from programme.assessment import appraisal_evidence, appraisal_turns, appraisal_values, juries
from programme.assessment.appraisal_values import Entry
from programme.assessment.appraisals import Appraisal
from programme.stale import Record

_TURNS = {"ajukan": "isi", "selesai": "verifikasi", "tutup": "nilai", "sahkan": "putuskan"}
"""Acts that close a stage, and the turn that they belong to; others are named like their turn."""
_STAGES = {"isi": "mandiri", "verifikasi": "verifikasi", "nilai": "panel", "putuskan": "panel"}
GUARDED = frozenset((*_TURNS, *_STAGES, "tetapkan"))
"""Acts on what others may change too; what else there is adds something, or happens once."""


def reader(catalog: Catalog, account: Account, appraisal: Appraisal) -> Callable[..., Record]:
    """Return what gives the record of an act, of some indicators or of all, for the forms of one page."""
    rows = appraisal_values.rows(catalog, appraisal)
    jurors = tuple(seat.login for seat in juries.seats(catalog, appraisal))
    files = tuple(one.id for one in appraisal_evidence.of(catalog, appraisal))

    def record(act: str, codes: Iterable[str] | None = None) -> Record:
        if act == "tetapkan":
            return {"jurors": jurors}
        turn = _TURNS.get(act, act)
        rater = account.id if turn == "nilai" else None
        given = {
            one.indicator: (one.value, one.reason)
            for one in rows
            if one.stage == _STAGES[turn] and (one.stage != "panel" or one.rater == rater)
        }
        if codes is not None:
            return {code: given.get(code) for code in codes}
        return {**given, "evidence": files} if turn == "isi" else given

    return record


def now(catalog: Catalog, account: Account, key: str, act: str, entries: Mapping[str, Entry]) -> Record:
    """Return the record of an act as it is now; errors as the act itself has them.

    Of a sheet it is the indicators that would change: each stands for itself, so that what two saved alike, or each for
    another indicator, is no conflict.
    """
    appraisal = appraisal_turns.take(catalog, account, key, _TURNS.get(act, act))
    record = reader(catalog, account, appraisal)
    if act not in _STAGES:
        return record(act)
    wanted = {code: (entry.value, appraisal_values.note(entry.reason)) for code, entry in entries.items()}
    return {code: given for code, given in record(act, entries).items() if given != wanted[code]}

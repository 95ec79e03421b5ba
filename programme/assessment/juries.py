"""The panel of one appraisal: its jurors, members and guests, who rate apart until all of them have closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from catalog import accounts, grants
from catalog.accounts import Account
from catalog.database import Catalog
from programme.assessment.appraisals import Appraisal
from programme.standing import standing


@dataclass(frozen=True)
class Seat:
    """A juror: a guest or a member of the panel; `closed` is when they closed their values, None while they rate."""

    account: int
    login: str
    name: str
    guest: bool
    closed: int | None = None


def seats(catalog: Catalog, appraisal: Appraisal) -> list[Seat]:
    """Return the jurors of an appraisal, members first."""
    rows = catalog.db.query(
        "SELECT account, login, name, guest, closed FROM juror JOIN account ON account.id = juror.account"
        " WHERE appraisal = ? ORDER BY guest, login",
        [appraisal.id],
    )
    return [Seat(**row | {"guest": bool(row["guest"])}) for row in rows]


def is_quorate(jury: Sequence[Seat]) -> bool:
    """Tell whether there is a member of the panel and a guest."""
    return {seat.guest for seat in jury} == {False, True}


def is_revealed(jury: Sequence[Seat]) -> bool:
    """Tell whether what the jurors gave may be seen: once all of them have closed."""
    return is_quorate(jury) and all(seat.closed is not None for seat in jury)


def seat_of(jury: Sequence[Seat], account: Account) -> Seat | None:
    """Return the seat of an account, None if it has none."""
    return next((seat for seat in jury if seat.account == account.id), None)


def eligible(catalog: Catalog, appraisal: Appraisal, on: date | None = None) -> list[Seat]:
    """Return who may be given a seat: those who judge this community, and neither gave a value nor sent it back."""
    rows = catalog.db.execute(
        "SELECT DISTINCT account FROM role_grant WHERE role IN ('panel', 'juri') AND account NOT IN"
        " (SELECT rater FROM appraisal_value WHERE appraisal = ?1 AND stage IN ('mandiri', 'verifikasi')"
        " AND rater IS NOT NULL UNION SELECT account FROM appraisal_return WHERE appraisal = ?1)",
        [appraisal.id],
    )
    able = [account for (number,) in rows if (account := accounts.with_id(catalog, number))]
    judging = [one for one in able if standing(catalog, one, appraisal.community, on).judges]
    made = [Seat(one.id, one.login, one.name, not is_member(catalog, one, on)) for one in judging]
    return sorted(made, key=lambda seat: (seat.guest, seat.login))


def is_member(catalog: Catalog, account: Account, on: date | None = None) -> bool:
    """Tell whether an account is of the panel itself, and so no guest."""
    return any(grant.role == "panel" and grant.holds(on or date.today()) for grant in grants.of(catalog, account.id))

"""Roles that an account has within a unit or a community, from a day to a day; and the scope that they make.

Every civil servant with an account sees what is internal. A role at a unit also shows that unit's `terbatas`, but not
that of the units below it, and not to those who only look after accounts or accompany a community. The operator
sees all. The other powers of the roles (to write, review, approve) are those of the life cycle, not of looking.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from catalog import accounts, trail
from catalog.communities import check_community
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.scope import OPERATOR, Scope, scope_of_units
from catalog.units import check_unit

ROLES = (
    *("pembaca", "penyusun", "kurator", "penelaah", "pengesah", "ppid"),
    *("pendamping", "panel", "juri", "operator", "admin"),
)
ACTING = ("plt", "plh")

_OF_A_UNIT = ("pembaca", "penyusun", "penelaah", "pengesah")
"""Roles that mean nothing without a unit."""
_OF_ALL = ("operator", "admin", "panel", "juri")
"""Roles over the whole service: a unit would promise a bound that is not there."""
_READING = (*_OF_A_UNIT, "kurator", "ppid")
"""Roles that show the `terbatas` of the unit they are given at."""


@dataclass(frozen=True)
class Grant:
    """A role of an account; None for no unit, no community, from ever, until further notice, and not acting.

    `valid_until` is the last day on which it holds.
    """

    role: str
    unit: str | None = None
    community: str | None = None
    valid_from: str | None = None
    valid_until: str | None = None
    acting: str | None = None

    def holds(self, on: date) -> bool:
        """Tell whether it holds on a day."""
        day = on.isoformat()
        return (self.valid_from or day) <= day <= (self.valid_until or day)


def scope_of_grants(grants: Iterable[Grant], on: date) -> Scope:
    """Return what an account with these roles sees on a day; without any, what an ASN of no named unit sees."""
    held = [grant for grant in grants if grant.holds(on)]
    if any(grant.role == "operator" for grant in held):
        return OPERATOR
    return scope_of_units(grant.unit for grant in held if grant.unit and grant.role in _READING)


def checked(catalog: Catalog, grant: Grant) -> Grant:
    """Return the grant if it makes sense and all it names is known; RujukanError that says what is wrong if not."""
    _check_words(grant)
    if grant.unit is not None:
        check_unit(catalog, grant.unit)
    if grant.community is not None:
        check_community(catalog, grant.community)
    first, last = _day(grant.valid_from), _day(grant.valid_until)
    if first and last and last < first:
        raise RujukanError("bad_value", f"Peran berakhir {last}, sebelum mulai {first}. Periksa kedua tanggalnya.")
    return replace(grant, valid_from=first, valid_until=last)


def add(catalog: Catalog, login: str, grant: Grant, *, by: str) -> bool:
    """Give an account a role; return False, and change nothing, if it has just this one already."""
    grant = checked(catalog, grant)
    with catalog.writing():
        account = accounts.named(catalog, login)
        if grant in of(catalog, account.id):
            return False
        catalog.db.execute(
            "INSERT INTO role_grant (account, role, unit, community, valid_from, valid_until, acting)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                *(account.id, grant.role, grant.unit, _community(catalog, grant.community)),
                *(grant.valid_from, grant.valid_until, grant.acting),
            ],
        )
        trail.append(catalog, by, "role.grant", account.login, **_told(grant))
    return True


def revoke(catalog: Catalog, login: str, role: str, unit: str | None, community: str | None, *, by: str) -> int:
    """Take a role at a unit and community away, whenever it holds; return how many grants those were.

    RujukanError `not_granted` if there was none.
    """
    with catalog.writing():
        account = accounts.named(catalog, login)
        gone = [g for g in of(catalog, account.id) if (g.role, g.unit, g.community) == (role, unit, community)]
        if not gone:
            place = " ".join(filter(None, (unit, community)))
            if not place:
                raise RujukanError("not_granted", f"{account.login} tidak memegang peran {role} di seluruh layanan.")
            raise RujukanError("not_granted", f"{account.login} tidak memegang peran {role} di {place}.")
        catalog.db.execute(
            "DELETE FROM role_grant WHERE account = ? AND role = ? AND unit IS ? AND community IS ?",
            [account.id, role, unit, _community(catalog, community)],
        )
        for grant in gone:
            trail.append(catalog, by, "role.revoke", account.login, **_told(grant))
    return len(gone)


def of(catalog: Catalog, account: int) -> list[Grant]:
    """Return the roles of an account, those that do not hold today too."""
    rows = catalog.db.query(
        "SELECT role, g.unit, c.name AS community, valid_from, valid_until, acting FROM role_grant g"
        " LEFT JOIN community c ON c.id = g.community WHERE account = ? ORDER BY g.id",
        [account],
    )
    return [Grant(**row) for row in rows]


def _check_words(grant: Grant) -> None:
    """Refuse roles and acting heads that are none, and places at which a role means nothing."""
    if grant.role not in ROLES:
        raise RujukanError("bad_value", f"Peran “{grant.role}” tidak dikenal; pilih salah satu: {', '.join(ROLES)}.")
    if grant.acting is not None and grant.acting not in ACTING:
        raise RujukanError("bad_value", f"“{grant.acting}” tidak dikenal; tulis plt atau plh, atau kosongkan.")
    if grant.acting and not grant.valid_until:
        raise RujukanError("bad_value", f"Peran {grant.role} sebagai {grant.acting} harus punya tanggal berakhir.")
    if grant.role in _OF_A_UNIT and grant.unit is None:
        raise RujukanError("bad_value", f"Peran {grant.role} berlaku di satu unit; sebutkan kode unitnya.")
    if grant.role in _OF_ALL and (grant.unit or grant.community):
        raise RujukanError("bad_value", f"Peran {grant.role} berlaku untuk seluruh layanan, bukan untuk satu unit.")
    if grant.role == "kurator" and not (grant.unit or grant.community):
        raise RujukanError("bad_value", "Peran kurator berlaku di satu komunitas atau unit; sebutkan salah satunya.")


def _day(text: str | None) -> str | None:
    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise RujukanError("bad_value", f"Tanggal “{text}” tidak terbaca; tulis seperti 2026-12-31.") from error


def _community(catalog: Catalog, name: str | None) -> int | None:
    rows = catalog.db.query("SELECT id FROM community WHERE name = ?", [name])
    return next((int(row["id"]) for row in rows), None)


def _told(grant: Grant) -> dict[str, str | int | None]:
    return {name: value for name, value in vars(grant).items() if value is not None}

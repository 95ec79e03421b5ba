"""Who belongs to a community, in which role, from when to when. Nobody is deleted: what ended keeps its row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from catalog import accounts, trail
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.units import check_unit
from programme import typed
from programme.community.communities import Community
from programme.standing import OFFICERS

ROLES = ("pengarah", *OFFICERS, "anggota")
"""What a member may be, in the order in which they are listed."""
PUBLISHED = ROLES[:-1]
"""Roles whose holders are named to whoever is logged in; plain members are only counted."""

_MEMBERS = """
SELECT m.id, a.login, m.name, m.unit, m.role, m.valid_from, m.valid_until
FROM community_member m LEFT JOIN account a ON a.id = m.account WHERE m.community = ?
"""


@dataclass(frozen=True)
class Member:
    """A person in a role of a community; `login` is their account's, if any. `valid_until` is the last day."""

    id: int
    login: str | None
    name: str
    unit: str | None
    role: str
    valid_from: str
    valid_until: str | None

    def holds(self, on: date) -> bool:
        """Tell whether the role is held on a day."""
        day = on.isoformat()
        return self.valid_from <= day <= (self.valid_until or day)


@dataclass(frozen=True)
class Joining:
    """A member to add, as typed: `unit` and `login` may be empty, and `name` where the account has one."""

    name: str
    role: str
    valid_from: str
    unit: str = ""
    login: str = ""


def everyone(catalog: Catalog, community: int) -> list[Member]:
    """Return all who are or were in a community, by role and name."""
    found = [Member(**row) for row in catalog.db.query(_MEMBERS, [community])]
    return sorted(found, key=lambda one: (ROLES.index(one.role), one.name.casefold(), one.valid_from))


def of(catalog: Catalog, community: int, on: date | None = None) -> list[Member]:
    """Return who is in a community on a day, today unless told, by role and name."""
    today = on or date.today()
    return [one for one in everyone(catalog, community) if one.holds(today)]


def people(held: Iterable[Member]) -> int:
    """Return how many people hold these roles: whoever has two is one."""
    return len({one.login or one.name for one in held})


def add(catalog: Catalog, community: Community, new: Joining, *, by: str) -> None:
    """Add a member; RujukanError `already_member` for who is one from that day on already."""
    since = typed.day(new.valid_from)
    role = typed.one_of("Peran", new.role, ROLES)
    unit = check_unit(catalog, new.unit.strip().upper()) if new.unit.strip() else None
    with catalog.writing():
        account = accounts.named(catalog, new.login) if new.login.strip() else None
        name = accounts.check_name(new.name if new.name.strip() or account is None else account.name)
        for one in everyone(catalog, community.id):
            same = one.login == account.login if account else (one.name, one.unit) == (name, unit)
            if same and (one.valid_until is None or one.valid_until >= since):
                raise RujukanError("already_member", f"{name} sudah tercatat dalam komunitas ini. Ubah perannya saja.")
        catalog.db.execute(
            "INSERT INTO community_member (community, account, name, unit, role, valid_from) VALUES (?, ?, ?, ?, ?, ?)",
            [community.id, account.id if account else None, name, unit, role, since],
        )
        _tell(catalog, community, by, "add", role)


def change_role(catalog: Catalog, community: Community, member: int, role: str, on: str, *, by: str) -> None:
    """Give a member another role from a day on; what they were before keeps its row until the day before."""
    typed.one_of("Peran", role, ROLES)
    since = typed.day(on)
    with catalog.writing():
        now = _open(catalog, community, member, since)
        if now.role == role:
            return
        if since == now.valid_from:
            catalog.db.execute("UPDATE community_member SET role = ? WHERE id = ?", [role, member])
        else:
            before = (date.fromisoformat(since) - timedelta(days=1)).isoformat()
            catalog.db.execute(
                "INSERT INTO community_member (community, account, name, unit, role, valid_from, valid_until)"
                " SELECT community, account, name, unit, ?, ?, valid_until FROM community_member WHERE id = ?",
                [role, since, member],
            )
            catalog.db.execute("UPDATE community_member SET valid_until = ? WHERE id = ?", [before, member])
        _tell(catalog, community, by, "role", role)


def end(catalog: Catalog, community: Community, member: int, last: str, *, by: str) -> None:
    """Let a membership end with a day."""
    day = typed.day(last)
    with catalog.writing():
        now = _open(catalog, community, member, day)
        catalog.db.execute("UPDATE community_member SET valid_until = ? WHERE id = ?", [day, member])
        _tell(catalog, community, by, "end", now.role)


def _open(catalog: Catalog, community: Community, member: int, on: str) -> Member:
    """Return a member whose role can change on a day; NotFoundError where there is none such in this community."""
    for one in everyone(catalog, community.id):
        if one.id == member:
            typed.in_order("Keanggotaan", one.valid_from, on)
            if one.valid_until is not None and one.valid_until < on:
                raise RujukanError("wrong_state", "Keanggotaan ini sudah berakhir sebelum tanggal itu.")
            return one
    raise NotFoundError


def _tell(catalog: Catalog, community: Community, by: str, change: str, role: str) -> None:
    trail.append(catalog, by, "community.member", community.name, change=change, role=role)

"""Who accompanies a community, and when: mentors (pendamping) with their days, and their sessions with it."""

from dataclasses import dataclass
from datetime import date

from catalog import accounts, trail
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from programme import typed
from programme.community import modules
from programme.community.communities import Community

_SESSIONS = """
SELECT s.id, m.name AS mentor, s.day, s.topic, s.module, s.held = 1 AS held
FROM mentoring s JOIN mentor m ON m.id = s.mentor WHERE m.community = ?
"""


@dataclass(frozen=True)
class Mentor:
    """A mentor of a community; `login` is their account's, None without one. `valid_until` is the last day."""

    id: int
    login: str | None
    name: str
    valid_from: str
    valid_until: str | None

    def holds(self, on: date) -> bool:
        """Tell whether they accompany the community on a day."""
        day = on.isoformat()
        return self.valid_from <= day <= (self.valid_until or day)


@dataclass(frozen=True)
class Session:
    """A session of a mentor with their community; `module` is the code and version of its material, None without."""

    id: int
    mentor: str
    day: str
    topic: str
    module: str | None
    held: int


def mentors(catalog: Catalog, community: int) -> list[Mentor]:
    """Return all who accompany or accompanied a community, the latest first."""
    rows = catalog.db.query(
        "SELECT m.id, a.login, m.name, m.valid_from, m.valid_until FROM mentor m"
        " LEFT JOIN account a ON a.id = m.account WHERE m.community = ? ORDER BY m.valid_from DESC, m.name",
        [community],
    )
    return [Mentor(**row) for row in rows]


def sessions(catalog: Catalog, community: int) -> list[Session]:
    """Return the sessions of a community, the latest first."""
    return [Session(**row) for row in catalog.db.query(f"{_SESSIONS} ORDER BY s.day DESC, s.id DESC", [community])]


def add_mentor(catalog: Catalog, community: Community, login: str, since: str, *, by: str) -> None:
    """Let an account accompany a community from a day on; RujukanError `already_mentor` where it does."""
    day = typed.day(since)
    with catalog.writing():
        account = accounts.named(catalog, login)
        for one in mentors(catalog, community.id):
            if one.login == account.login and (one.valid_until is None or one.valid_until >= day):
                raise RujukanError("already_mentor", f"{account.name} sudah mendampingi komunitas ini.")
        catalog.db.execute(
            "INSERT INTO mentor (community, account, name, valid_from) VALUES (?, ?, ?, ?)",
            [community.id, account.id, account.name, day],
        )
        trail.append(catalog, by, "community.mentor", community.name, change="add", mentor=account.login)


def end_mentor(catalog: Catalog, community: Community, mentor: int, last: str, *, by: str) -> None:
    """Let a mentor's time with a community end with a day."""
    day = typed.day(last)
    with catalog.writing():
        one = _mentor(catalog, community, mentor)
        typed.in_order("Pendampingan", one.valid_from, day)
        catalog.db.execute("UPDATE mentor SET valid_until = ? WHERE id = ?", [day, mentor])
        trail.append(catalog, by, "community.mentor", community.name, change="end", mentor=one.login or one.name)


def plan_session(catalog: Catalog, community: Community, mentor: int, said: tuple[str, str, str], *, by: str) -> None:
    """Put a session on a mentor's schedule: its day, topic, and the module it uses ("" for none)."""
    day, topic = typed.day(said[0]), typed.line("Topik", said[1])
    module = modules.named(said[2]).reference if said[2] else None
    with catalog.writing():
        if not _mentor(catalog, community, mentor).holds(date.fromisoformat(day)):
            raise RujukanError("bad_value", "Pendamping itu tidak bertugas pada tanggal tersebut.")
        catalog.db.execute(
            "INSERT INTO mentoring (mentor, day, topic, module) VALUES (?, ?, ?, ?)", [mentor, day, topic, module]
        )
        trail.append(catalog, by, "community.session", community.name, change="add", day=day)


def mark_held(catalog: Catalog, community: Community, session: int, *, by: str, today: date | None = None) -> None:
    """Record that a session took place; RujukanError `bad_value` for one whose day is still to come."""
    with catalog.writing():
        known = next((one for one in sessions(catalog, community.id) if one.id == session), None)
        if known is None:
            raise NotFoundError
        if known.day > (today or date.today()).isoformat():
            raise RujukanError("bad_value", "Harinya belum tiba, jadi belum dapat dicatat terlaksana.")
        catalog.db.execute("UPDATE mentoring SET held = 1 WHERE id = ?", [session])
        trail.append(catalog, by, "community.session", community.name, change="held", day=known.day)


def _mentor(catalog: Catalog, community: Community, number: int) -> Mentor:
    for one in mentors(catalog, community.id):
        if one.id == number:
            return one
    raise NotFoundError

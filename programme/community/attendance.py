"""Who came to a meeting: members that were ticked, and guests written one a line as “Nama; UNIT”."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from catalog import accounts, trail
from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.community import meetings, members
from programme.community.communities import Community
from programme.community.meetings import Meeting

MOST = 500
"""People at one meeting."""


@dataclass(frozen=True)
class Present:
    """A person who came; `member` is the id of their membership, None for a guest."""

    name: str
    unit: str | None
    member: int | None


def of(catalog: Catalog, meeting: Meeting) -> list[Present]:
    """Return who came to a meeting, by name."""
    rows = catalog.db.query("SELECT name, unit, member FROM attendance WHERE meeting = ?", [meeting.id])
    return sorted((Present(**row) for row in rows), key=lambda one: (one.name.casefold(), one.unit or ""))


def as_lines(present: Sequence[Present]) -> str:
    """Return the guests among those who came as the lines that `record` reads."""
    guests = [one for one in present if one.member is None]
    return "\n".join(f"{one.name}; {one.unit}" if one.unit else one.name for one in guests)


def record(
    catalog: Catalog, community: Community, meeting: Meeting, came: tuple[Collection[int], str], *, by: str
) -> int:
    """Make members of these ids and the guests of these lines the attendance of a meeting, in place of what it was.

    A guest who is a member by name and unit is that member, and whoever is named twice came once. Return how many came.
    """
    ticked, lines = came
    if meeting.cancelled or meeting.day > meetings.now().date().isoformat():
        raise RujukanError("wrong_state", "Daftar hadir dicatat sejak hari pertemuan, dan tidak untuk yang dibatalkan.")
    known = members.of(catalog, community.id, date.fromisoformat(meeting.day))
    present = {one.id: Present(one.name, one.unit, one.id) for one in known if one.id in ticked}
    by_name = {(one.name.casefold(), one.unit): one for one in known}
    guests: dict[tuple[str, str | None], Present] = {}
    for name, unit in read(catalog, lines):
        if member := by_name.get((name.casefold(), unit)):
            present[member.id] = Present(member.name, member.unit, member.id)
        else:
            guests.setdefault((name.casefold(), unit), Present(name, unit, None))
    everyone = [*present.values(), *guests.values()]
    with catalog.writing():
        _store(catalog, meeting, everyone)
        trail.append(catalog, by, "community.attendance", community.name, meeting=meeting.key, people=len(everyone))
    return len(everyone)


def read(catalog: Catalog, lines: str) -> list[tuple[str, str | None]]:
    """Return names and units of lines such as “Nama; UNIT”; RujukanError `bad_line` names the first that is wrong."""
    units = {row["code"] for row in catalog.db.query("SELECT code FROM unit")}
    found: list[tuple[str, str | None]] = []
    for number, line in enumerate(lines.splitlines(), 1):
        if not line.strip():
            continue
        said, _, code = line.partition(";")
        unit = code.strip().upper() or None
        if unit is not None and unit not in units:
            raise RujukanError("bad_line", f"Baris {number}: kode unit “{unit[:30]}” tidak dikenal.")
        try:
            found.append((accounts.check_name(said), unit))
        except RujukanError as error:
            raise RujukanError("bad_line", f"Baris {number}: nama kosong atau terlalu panjang.") from error
    if len(found) > MOST:
        raise RujukanError("bad_value", f"Daftar hadir memuat {len(found)} nama; paling banyak {MOST}.")
    return found


def _store(catalog: Catalog, meeting: Meeting, everyone: Sequence[Present]) -> None:
    catalog.db.execute("DELETE FROM attendance WHERE meeting = ?", [meeting.id])
    for one in everyone:
        catalog.db.execute(
            "INSERT OR IGNORE INTO attendance (meeting, name, unit, member) VALUES (?, ?, ?, ?)",
            [meeting.id, one.name, one.unit, one.member],
        )

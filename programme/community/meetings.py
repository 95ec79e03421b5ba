"""Meetings of a community: when and how they are held, who came, and the minutes that document them."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from catalog import trail
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.parts import KEY_LETTERS
from programme import typed
from programme.community.communities import Community

MODES = ("luring", "daring", "blended")

_MEETINGS = """
SELECT m.id, m.key, m.starts, m.ends, m.mode, m.place, m.topic, m.speaker, m.agenda, m.minutes, m.minutes_upload,
    m.cancelled, m.sequence, (SELECT count(*) FROM attendance WHERE meeting = m.id) AS attended
FROM meeting m WHERE m.community = ?
"""


@dataclass(frozen=True)
class Meeting:
    """A meeting; `starts` and `ends` are local times such as 2026-11-26T09:00, `minutes` the id of an asset.

    `minutes_upload` is that of an upload that becomes its minutes once it is read; `sequence` counts the changes of
    what its invitation says.
    """

    id: int
    key: str
    starts: str
    ends: str
    mode: str
    place: str
    topic: str
    speaker: str
    agenda: str
    minutes: int | None
    minutes_upload: int | None
    cancelled: int
    sequence: int
    attended: int

    def state(self, now: datetime) -> str:
        """Return `batal`, `akan_datang`, `berlangsung`, `bernotulen`, or `tanpa_notulen` for one that is over."""
        moment = now.isoformat(timespec="minutes")
        if self.cancelled:
            return "batal"
        if moment < self.starts:
            return "akan_datang"
        if moment < self.ends:
            return "berlangsung"
        return "tanpa_notulen" if self.minutes is None else "bernotulen"

    @property
    def day(self) -> str:
        """Return its day as an ISO date."""
        return self.starts[:10]


@dataclass(frozen=True)
class Said:
    """A meeting as typed: `day` is an ISO date, `begins` and `ends` are times of that day."""

    day: str
    begins: str
    ends: str
    mode: str
    place: str
    topic: str
    speaker: str = ""
    agenda: str = ""

    def checked(self) -> dict[str, Any]:
        """Return the columns; RujukanError `bad_value` that says what is wrong."""
        day = typed.day(self.day)
        starts, ends = f"{day}T{typed.hour(self.begins)}", f"{day}T{typed.hour(self.ends)}"
        if ends <= starts:
            raise RujukanError("bad_value", "Pertemuan berakhir sebelum mulai. Periksa keduanya.")
        return {
            "starts": starts,
            "ends": ends,
            "mode": typed.one_of("Cara", self.mode, MODES),
            "place": typed.line("Tempat atau tautan", self.place),
            "topic": typed.line("Topik", self.topic),
            "speaker": typed.line_or_none("Narasumber", self.speaker) or "",
            "agenda": typed.prose("Agenda", self.agenda),
        }


def now() -> datetime:
    """Return what the clocks of Jakarta say, wherever this machine stands: its zone has no summer time."""
    return datetime.now(timezone(timedelta(hours=7))).replace(tzinfo=None)


def of(catalog: Catalog, community: int) -> list[Meeting]:
    """Return the meetings of a community, the latest first."""
    return [Meeting(**row) for row in catalog.db.query(f"{_MEETINGS} ORDER BY m.starts DESC, m.id DESC", [community])]


def with_key(catalog: Catalog, community: int, key: str) -> Meeting:
    """Return the meeting of that key in a community; NotFoundError if there is none."""
    for row in catalog.db.query(f"{_MEETINGS} AND m.key = ?", [community, key]):
        return Meeting(**row)
    raise NotFoundError


def community_of(catalog: Catalog, key: str) -> int:
    """Return the id of the community whose meeting has that key; NotFoundError if there is none."""
    for (number,) in catalog.db.execute("SELECT community FROM meeting WHERE key = ?", [key]).fetchall():
        return int(number)
    raise NotFoundError


def create(catalog: Catalog, community: Community, said: Said, *, by: str) -> str:
    """Record a meeting that is to come, or was held; return its key."""
    columns = said.checked()
    key = "".join(secrets.choice(KEY_LETTERS) for _ in range(12))
    with catalog.writing():
        catalog.db.execute(
            "INSERT INTO meeting (key, community, starts, ends, mode, place, topic, speaker, agenda) VALUES"
            " (:key, :community, :starts, :ends, :mode, :place, :topic, :speaker, :agenda)",
            {"key": key, "community": community.id, **columns},
        )
        _tell(catalog, community, by, key, "create")
    return key


def change(catalog: Catalog, community: Community, key: str, said: Said, *, by: str) -> None:
    """Change what a meeting is, if anything of it is new; RujukanError `wrong_state` for one that was cancelled."""
    columns = said.checked()
    with catalog.writing():
        meeting = _not_cancelled(catalog, community, key)
        if all(getattr(meeting, name) == value for name, value in columns.items()):
            return
        catalog.db.execute(
            "UPDATE meeting SET starts = :starts, ends = :ends, mode = :mode, place = :place, topic = :topic,"
            " speaker = :speaker, agenda = :agenda, sequence = sequence + 1 WHERE id = :id",
            {"id": meeting.id, **columns},
        )
        _tell(catalog, community, by, key, "change")


def cancel(catalog: Catalog, community: Community, key: str, *, by: str) -> None:
    """Cancel a meeting for good; one with minutes was held, and cannot be."""
    with catalog.writing():
        meeting = _not_cancelled(catalog, community, key)
        if meeting.minutes is not None:
            raise RujukanError("wrong_state", "Pertemuan ini sudah bernotulen, jadi tidak dapat dibatalkan.")
        catalog.db.execute("UPDATE meeting SET cancelled = 1, sequence = sequence + 1 WHERE id = ?", [meeting.id])
        _tell(catalog, community, by, key, "cancel")


def link_minutes(catalog: Catalog, community: Community, key: str, asset: int | None, *, by: str) -> None:
    """Say which asset is the minutes of a meeting, None for none; the caller knows that it may be."""
    with catalog.writing():
        meeting = _not_cancelled(catalog, community, key)
        catalog.db.execute("UPDATE meeting SET minutes = ?, minutes_upload = NULL WHERE id = ?", [asset, meeting.id])
        _tell(catalog, community, by, key, "minutes" if asset else "no_minutes")


def await_minutes(catalog: Catalog, community: Community, key: str, upload: int, *, by: str) -> None:
    """Say which upload becomes the minutes of a meeting: the asset is linked once it is read."""
    with catalog.writing():
        meeting = _not_cancelled(catalog, community, key)
        catalog.db.execute("UPDATE meeting SET minutes_upload = ? WHERE id = ?", [upload, meeting.id])
        _tell(catalog, community, by, key, "minutes_sent")


def _not_cancelled(catalog: Catalog, community: Community, key: str) -> Meeting:
    meeting = with_key(catalog, community.id, key)
    if meeting.cancelled:
        raise RujukanError("wrong_state", "Pertemuan ini sudah dibatalkan. Buat pertemuan baru.")
    return meeting


def _tell(catalog: Catalog, community: Community, by: str, key: str, what: str) -> None:
    trail.append(catalog, by, "community.meeting", community.name, change=what, meeting=key)

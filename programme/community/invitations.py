"""Invitations to meetings as iCalendar (RFC 5545), which calendars of phones and mail programs take in.

Written here and not by a package: one event in one zone that has no summer time is thirty lines.
"""

from datetime import UTC, datetime

from programme.community.communities import Community
from programme.community.meetings import Meeting

MEDIA_TYPE = "text/calendar"
_WIDEST = 75  # octets of a line, its end not counted
_ZONE = (
    *("BEGIN:VTIMEZONE", "TZID:Asia/Jakarta", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
    *("TZOFFSETFROM:+0700", "TZOFFSETTO:+0700", "TZNAME:WIB", "END:STANDARD", "END:VTIMEZONE"),
)
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def invitation(
    community: Community, meeting: Meeting, address: str, organizer: str = "", now: datetime | None = None
) -> bytes:
    """Return the invitation to a meeting, or where it was cancelled its cancellation; `address` is that of its page.

    A calendar that has it takes in a later one of the same UID by its SEQUENCE (RFC 5546, 3.2.1 and 3.2.5). `organizer`
    is the address of mail in whose name the service writes; without one it is the page, for there has to be one.
    """
    stamp = (now or datetime.now(UTC)).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    said = "\n\n".join(filter(None, (meeting.agenda, meeting.speaker and f"Narasumber: {meeting.speaker}", address)))
    lines = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rujukan//Pertemuan komunitas//ID"),
        f"METHOD:{'CANCEL' if meeting.cancelled else 'PUBLISH'}",
        *_ZONE,
        *("BEGIN:VEVENT", f"UID:{meeting.key}@rujukan", f"DTSTAMP:{stamp}", f"SEQUENCE:{meeting.sequence}"),
        f"ORGANIZER;CN={quoted(community.name)}:{f'mailto:{organizer}' if organizer else address}",
        f"DTSTART;TZID=Asia/Jakarta:{_local(meeting.starts)}",
        f"DTEND;TZID=Asia/Jakarta:{_local(meeting.ends)}",
        f"SUMMARY:{escaped(f'{community.name}: {meeting.topic}')}",
        f"LOCATION:{escaped(meeting.place)}",
        f"DESCRIPTION:{escaped(said)}",
        f"STATUS:{'CANCELLED' if meeting.cancelled else 'CONFIRMED'}",
        *("END:VEVENT", "END:VCALENDAR"),
    )
    return b"".join(folded(line) for line in lines)


def escaped(text: str) -> str:
    """Return a text as the value of a property: of its control characters only ends of lines are kept."""
    shown = "".join(sign for sign in text if sign == "\n" or sign >= " ")
    return shown.translate(_ESCAPES)


def quoted(text: str) -> str:
    """Return a text as the value of a parameter, which holds no quotes and no control characters."""
    shown = "".join(sign for sign in text if sign >= " " and sign != "\x7f")
    return f'"{shown.replace(chr(34), chr(39))}"'


def folded(line: str) -> bytes:
    """Return a line with its end, broken where it is wider than 75 octets, never within a character."""
    parts, part = [], b""
    for sign in line:
        data = sign.encode("utf8", "replace")
        if len(part) + len(data) > _WIDEST:
            parts.append(part)
            part = b" "
        part += data
    return b"\r\n".join([*parts, part]) + b"\r\n"


def _local(moment: str) -> str:
    return datetime.fromisoformat(moment).strftime("%Y%m%dT%H%M%S")

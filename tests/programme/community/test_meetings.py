from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog import dropping
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from programme.community import attendance, communities, invitations, meetings, members
from programme.community.communities import Community
from programme.community.meetings import Meeting, Said
from programme.community.members import Joining
from tests.catalog.making import asset, key_of

HELD = Said(
    "2026-03-05", "09:00", "11:30", "blended", "Aula; lantai 3", "Bedah KAK, bagian 1", "Ani", "1. Buka\n2. Bahas"
)


@pytest.fixture
def bpad(catalog: Catalog, community: int) -> Community:
    return communities.with_id(catalog, community)


@pytest.fixture
def meeting(catalog: Catalog, bpad: Community) -> Meeting:
    return meetings.with_key(catalog, bpad.id, meetings.create(catalog, bpad, HELD, by="uji"))


def again(catalog: Catalog, community: Community, meeting: Meeting) -> Meeting:
    return meetings.with_key(catalog, community.id, meeting.key)


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2026-03-05T08:59", "akan_datang"),
        ("2026-03-05T09:00", "berlangsung"),
        ("2026-03-05T11:30", "tanpa_notulen"),
    ],
)
def test_a_meeting_is_to_come_then_on_then_over(meeting: Meeting, now: str, state: str) -> None:
    assert meeting.state(datetime.fromisoformat(now)) == state


def test_a_meeting_is_documented_by_its_minutes_and_no_longer_when_they_are_forgotten(
    catalog: Catalog, bpad: Community, meeting: Meeting
) -> None:
    minutes = asset(catalog)
    meetings.link_minutes(catalog, bpad, meeting.key, minutes, by="uji")
    assert again(catalog, bpad, meeting).state(datetime(2026, 4, 1)) == "bernotulen"
    with pytest.raises(RujukanError, match="sudah bernotulen"):
        meetings.cancel(catalog, bpad, meeting.key, by="uji")
    meetings.link_minutes(catalog, bpad, meeting.key, None, by="uji")
    assert again(catalog, bpad, meeting).state(datetime(2026, 4, 1)) == "tanpa_notulen"
    meetings.link_minutes(catalog, bpad, meeting.key, minutes, by="uji")
    dropping.drop(catalog, [key_of(catalog, minutes)])
    assert again(catalog, bpad, meeting).state(datetime(2026, 4, 1)) == "tanpa_notulen"


def test_a_cancelled_meeting_stays_in_the_rows_and_changes_no_more(
    catalog: Catalog, bpad: Community, meeting: Meeting
) -> None:
    meetings.cancel(catalog, bpad, meeting.key, by="uji")
    assert [one.state(datetime(2026, 4, 1)) for one in meetings.of(catalog, bpad.id)] == ["batal"]
    for act in (
        lambda: meetings.change(catalog, bpad, meeting.key, HELD, by="uji"),
        lambda: meetings.link_minutes(catalog, bpad, meeting.key, None, by="uji"),
        lambda: attendance.record(catalog, bpad, again(catalog, bpad, meeting), ((), "Ani"), by="uji"),
    ):
        with pytest.raises(RujukanError):
            act()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"day": "5 Maret"}, "Tanggal"),
        ({"begins": "pagi"}, "Jam “pagi”"),
        ({"ends": "08:00"}, "berakhir sebelum mulai"),
        ({"mode": "telepati"}, "Cara “telepati”"),
        ({"place": " "}, "Tempat atau tautan harus diisi"),
        ({"topic": "a" * 201}, "Topik"),
    ],
)
def test_what_makes_no_sense_is_refused(
    catalog: Catalog, bpad: Community, change: dict[str, str], message: str
) -> None:
    with pytest.raises(RujukanError, match=message):
        meetings.create(catalog, bpad, Said(**{**vars(HELD), **change}), by="uji")
    assert meetings.of(catalog, bpad.id) == []


def test_a_meeting_of_another_community_is_not_found(catalog: Catalog, meeting: Meeting) -> None:
    with pytest.raises(NotFoundError):
        meetings.with_key(catalog, 99, meeting.key)
    with pytest.raises(NotFoundError):
        meetings.community_of(catalog, "tidakada")


def test_members_are_ticked_guests_are_pasted_and_nobody_comes_twice(
    catalog: Catalog, bpad: Community, meeting: Meeting
) -> None:
    for name in ("Ani", "Budi"):
        members.add(catalog, bpad, Joining(name, "anggota", "2025-01-01", "BPAD"), by="uji")
    ani, budi = members.everyone(catalog, bpad.id)
    lines = "Budi; bpad\n\nCici Contoh; DINKES\ncici contoh;DINKES\nDedi"
    assert attendance.record(catalog, bpad, meeting, ({ani.id, 99}, lines), by="uji") == 4
    came = attendance.of(catalog, meeting)
    assert [(one.name, one.unit, one.member) for one in came] == [
        ("Ani", "BPAD", ani.id),
        ("Budi", "BPAD", budi.id),
        ("Cici Contoh", "DINKES", None),
        ("Dedi", None, None),
    ]
    assert attendance.as_lines(came) == "Cici Contoh; DINKES\nDedi"
    assert again(catalog, bpad, meeting).attended == 4


def test_recording_again_takes_the_place_of_what_was_recorded(
    catalog: Catalog, bpad: Community, meeting: Meeting
) -> None:
    attendance.record(catalog, bpad, meeting, ((), "Ani\nBudi"), by="uji")
    attendance.record(catalog, bpad, meeting, ((), "Cici"), by="uji")
    assert [one.name for one in attendance.of(catalog, meeting)] == ["Cici"]


@pytest.mark.parametrize(
    ("lines", "message"),
    [("Ani\nBudi; MARS", "Baris 2: kode unit “MARS”"), (";BPAD", "Baris 1: nama kosong"), ("A\n" * 501, "501 nama")],
)
def test_a_wrong_line_is_named_and_nothing_of_the_list_is_kept(
    catalog: Catalog, bpad: Community, meeting: Meeting, lines: str, message: str
) -> None:
    attendance.record(catalog, bpad, meeting, ((), "Ani"), by="uji")
    with pytest.raises(RujukanError, match=message):
        attendance.record(catalog, bpad, meeting, ((), lines), by="uji")
    assert [one.name for one in attendance.of(catalog, meeting)] == ["Ani"]


def test_nobody_has_come_to_a_meeting_of_another_day(catalog: Catalog, bpad: Community) -> None:
    key = meetings.create(catalog, bpad, Said(**{**vars(HELD), "day": "2999-01-01"}), by="uji")
    with pytest.raises(RujukanError, match="sejak hari pertemuan"):
        attendance.record(catalog, bpad, meetings.with_key(catalog, bpad.id, key), ((), "Ani"), by="uji")


def properties(data: bytes) -> dict[str, str]:
    """The properties of the event, as a calendar reads them: lines unfolded, text unescaped."""
    lines = data.decode("utf8").replace("\r\n ", "").split("\r\n")
    event = lines[lines.index("BEGIN:VEVENT") + 1 : lines.index("END:VEVENT")]
    return {name: value for name, _, value in (line.partition(":") for line in event)}


def unescaped(value: str) -> str:
    found, rest = "", value
    while rest:
        if rest[0] == "\\":
            found, rest = found + {"n": "\n"}.get(rest[1], rest[1]), rest[2:]
        else:
            found, rest = found + rest[0], rest[1:]
    return found


def test_an_invitation_says_when_where_and_what(bpad: Community, meeting: Meeting) -> None:
    data = invitations.invitation(
        bpad, meeting, "https://contoh/p", "r@contoh.id", datetime.fromisoformat("2026-03-01T00:00:00+07:00")
    )
    event = properties(data)
    assert event["DTSTART;TZID=Asia/Jakarta"] == "20260305T090000"
    assert event["DTEND;TZID=Asia/Jakarta"] == "20260305T113000"
    assert event["DTSTAMP"] == "20260228T170000Z"
    assert event["LOCATION"] == "Aula\\; lantai 3"
    assert unescaped(event["SUMMARY"]) == "Komunitas Pembelajar BPAD: Bedah KAK, bagian 1"
    assert unescaped(event["DESCRIPTION"]) == "1. Buka\n2. Bahas\n\nNarasumber: Ani\n\nhttps://contoh/p"
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert data.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert b"TZID:Asia/Jakarta\r\n" in data
    assert b'\r\nORGANIZER;CN="Komunitas Pembelajar BPAD":mailto:r@contoh.id\r\n' in data
    assert (event["SEQUENCE"], event["STATUS"]) == ("0", "CONFIRMED")


def test_the_invitation_to_a_cancelled_meeting_cancels_it(catalog: Catalog, bpad: Community, meeting: Meeting) -> None:
    meetings.cancel(catalog, bpad, meeting.key, by="uji")
    data = invitations.invitation(bpad, again(catalog, bpad, meeting), "https://contoh/p")
    assert b"METHOD:CANCEL\r\n" in data
    assert properties(data)["STATUS"] == "CANCELLED"
    assert properties(data)["SEQUENCE"] == "1"
    assert b'ORGANIZER;CN="Komunitas Pembelajar BPAD":https://contoh/p\r\n' in data


def test_each_change_raises_the_sequence_and_nothing_else_does(
    catalog: Catalog, bpad: Community, meeting: Meeting
) -> None:
    def told() -> tuple[str, str, str]:
        said = properties(invitations.invitation(bpad, again(catalog, bpad, meeting), "https://contoh/p"))
        return said["UID"], said["SEQUENCE"], said["STATUS"]

    uid = f"{meeting.key}@rujukan"
    assert told() == (uid, "0", "CONFIRMED")
    meetings.change(catalog, bpad, meeting.key, HELD, by="uji")  # as it is
    meetings.link_minutes(catalog, bpad, meeting.key, asset(catalog), by="uji")
    meetings.link_minutes(catalog, bpad, meeting.key, None, by="uji")
    assert told() == (uid, "0", "CONFIRMED")
    for times, place in enumerate(("Ruang 2", "Ruang 3", HELD.place), 1):
        meetings.change(catalog, bpad, meeting.key, replace(HELD, place=place), by="uji")
        assert told() == (uid, str(times), "CONFIRMED")
    meetings.cancel(catalog, bpad, meeting.key, by="uji")
    with pytest.raises(RujukanError):
        meetings.cancel(catalog, bpad, meeting.key, by="uji")
    assert told() == (uid, "4", "CANCELLED")


def test_the_name_of_an_organizer_ends_neither_its_quotes_nor_its_line() -> None:
    assert invitations.quoted('CoP "Aset"; a,b:\nBEGIN:VEVENT') == "\"CoP 'Aset'; a,b:BEGIN:VEVENT\""


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n"), max_size=300)


@settings(max_examples=50)
@given(TEXT)
def test_whatever_a_text_says_a_calendar_reads_it_back_from_lines_of_75_octets(text: str) -> None:
    data = invitations.folded(f"SUMMARY:{invitations.escaped(text)}")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert unescaped(data.decode("utf8").replace("\r\n ", "").removesuffix("\r\n").removeprefix("SUMMARY:")) == text

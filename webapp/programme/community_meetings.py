"""Meetings of a community: everybody sees that they are held, whoever is logged in also where and who speaks.

Who came is for those inside, and those who keep the records change them.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from catalog import community_assets, service_settings
from catalog.accounts import Account
from catalog.errors import NotFoundError, RujukanError
from programme.community import attendance, invitations, meetings, members, minutes
from programme.community.attendance import Present
from programme.community.communities import FEWEST, Community
from programme.community.meetings import Meeting, Said
from programme.stale import Record, fields
from webapp.borrowed import translated
from webapp.forms import chosen
from webapp.place import whole
from webapp.programme import as_opened, community_words
from webapp.programme.as_opened import Kept
from webapp.programme.communities import keeper, opened
from webapp.receiving import writing_units
from webapp.service import asking, catalog, service

community_meetings = Blueprint("community_meetings", __name__, url_prefix="/komunitas/<int:number>/pertemuan")

_FIELDS = ("hari", "mulai", "selesai", "cara", "tempat", "topik", "narasumber", "agenda")
_CHOICES = 50  # minutes to choose from


@community_meetings.get("")
def listing(number: int) -> ResponseReturnValue:
    """List the meetings of a community, to those who keep its records with the form of a new one."""
    return _listing(number)


@community_meetings.post("")
def create(number: int) -> ResponseReturnValue:
    """Record a meeting."""
    community, _here, account = keeper(number)
    try:
        key = meetings.create(catalog(), community, _said(), by=account.login)
    except RujukanError as error:
        return _listing(number, translated(error.message)), 400
    return redirect(url_for("community_meetings.one", number=number, key=key), 303)


@community_meetings.get("/<key>")
def one(number: int, key: str) -> ResponseReturnValue:
    """Show a meeting."""
    return _page(number, key)


@community_meetings.post("/<key>")
def change(number: int, key: str) -> ResponseReturnValue:
    """Change one thing of a meeting: what the form's `tindakan` names."""
    community, _here, account = keeper(number)
    meeting = meetings.with_key(catalog(), number, key)
    act = chosen(_ACTS)
    try:
        as_opened.save(_KEPT, (number, key), lambda: act(community, meeting, account))
    except RujukanError as error:
        return _page(number, key, translated(error.message)), as_opened.status(error)
    return redirect(url_for("community_meetings.one", number=number, key=key), 303)


@community_meetings.get("/<key>/undangan.ics")
def invitation(number: int, key: str) -> Response:
    """Send the invitation to whoever is logged in: it names the place."""
    community, _here = opened(number)
    if asking().account is None:
        raise NotFoundError
    meeting = meetings.with_key(catalog(), number, key)
    address = url_for("community_meetings.one", number=number, key=key, _external=True)
    mail = service_settings.read(service().folder).mail
    return Response(
        invitations.invitation(community, meeting, address, mail.sender if mail else ""),
        content_type=f"{invitations.MEDIA_TYPE}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="undangan-{meeting.day}.ics"'},
    )


def _change(community: Community, meeting: Meeting, by: Account) -> None:
    meetings.change(catalog(), community, meeting.key, _said(), by=by.login)


def _cancel(community: Community, meeting: Meeting, by: Account) -> None:
    meetings.cancel(catalog(), community, meeting.key, by=by.login)


def _attend(community: Community, meeting: Meeting, by: Account) -> None:
    attendance.record(catalog(), community, meeting, _ticked(), by=by.login)


def _ticked() -> tuple[set[int], str]:
    """Return which members were ticked, and the lines of the others."""
    ticked = {number for text in request.form.getlist("anggota") if (number := whole(text)) is not None}
    return ticked, request.form.get("tamu", "")


def _link(community: Community, meeting: Meeting, by: Account) -> None:
    key = (request.form.get("kunci", "").strip() or request.form.get("aset", "")).rstrip("/").rpartition("/")[2]
    asset = minutes.chosen(catalog(), (by, service().scope), community, key)
    meetings.link_minutes(catalog(), community, meeting.key, asset, by=by.login)


def _unlink(community: Community, meeting: Meeting, by: Account) -> None:
    meetings.link_minutes(catalog(), community, meeting.key, None, by=by.login)


_ACTS: Mapping[str, Callable[[Community, Meeting, Account], None]] = {
    "ubah": _change,
    "batal": _cancel,
    "hadir": _attend,
    "tautkan": _link,
    "lepas": _unlink,
}


def _meeting(number: int, key: str) -> Meeting:
    return meetings.with_key(catalog(), number, key)


def _attendance(meeting: Meeting) -> Record:
    came = tuple(f"{one.name} ({one.unit})" if one.unit else one.name for one in attendance.of(catalog(), meeting))
    return {"starts": meeting.starts, "cancelled": meeting.cancelled, "came": came}


_WHAT = ("starts", "ends", "mode", "place", "topic", "speaker", "agenda", "cancelled")
_KEPT: Mapping[str, Kept] = {
    "ubah": Kept(_meeting, fields(*_WHAT)),
    "batal": Kept(_meeting, fields(*_WHAT, "minutes", "minutes_upload")),
    "hadir": Kept(_meeting, _attendance),
    **dict.fromkeys(("tautkan", "lepas"), Kept(_meeting, fields("minutes", "minutes_upload", "cancelled"))),
}


def _said() -> Said:
    return Said(*(request.form.get(name, "") for name in _FIELDS))


def _listing(number: int, problem: str = "") -> str:
    community, here = opened(number)
    return render_template(
        "community_meetings.html",
        community=community,
        keeps=here.runs or here.steers,
        found=meetings.of(catalog(), number),
        now=meetings.now(),
        words=community_words,
        typed=request.form,
        problem=problem,
    )


def _page(number: int, key: str, problem: str = "") -> str:
    with catalog().reading():
        community, here = opened(number)
        meeting, now = meetings.with_key(catalog(), number, key), meetings.now()
        account = asking().account
        came = attendance.of(catalog(), meeting) if here.inside else []
        return render_template(
            "community_meeting.html",
            community=community,
            meeting=meeting,
            state=meeting.state(now),
            named=account is not None,
            standing=here,
            keeps=here.runs or here.steers,
            began=meeting.day <= now.date().isoformat(),
            minutes=_minutes(meeting),
            came=came,
            fewest=FEWEST,
            words=community_words,
            typed=_typed(meeting),
            sent=request.form,
            kept=_KEPT,
            problem=problem,
            **(_choices(community, meeting, account, came) if here.runs or here.steers else {}),
        )


def _minutes(meeting: Meeting) -> community_assets.Entry | None:
    return community_assets.seen(catalog(), meeting.minutes, service().scope) if meeting.minutes else None


def _choices(
    community: Community, meeting: Meeting, account: Account | None, came: Sequence[Present]
) -> dict[str, object]:
    """Return what the forms offer: who may be ticked and is, and which papers may be the minutes."""
    unit, scope = community.unit or "", service().scope
    kept = ({one.member for one in came}, attendance.as_lines(came))
    ticked, lines = _ticked() if request.form.get("tindakan") == "hadir" else kept
    return {
        "ticked": ticked,
        "lines": lines,
        "everyone": members.of(catalog(), community.id, date.fromisoformat(meeting.day)),
        "papers": community_assets.of_unit(catalog(), unit, minutes.KIND, scope, _CHOICES),
        "writes": unit in writing_units(catalog(), account),
    }


def _typed(meeting: Meeting) -> Mapping[str, str]:
    if request.form.get("tindakan") == "ubah":
        return request.form
    kept = (meeting.day, meeting.starts[11:], meeting.ends[11:], meeting.mode, meeting.place, meeting.topic)
    return dict(zip(_FIELDS, (*kept, meeting.speaker, meeting.agenda), strict=True))

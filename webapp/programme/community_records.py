"""The records of a community, for those who keep them: decree, themes, members, mentors and their schedule."""

from collections.abc import Callable, Mapping
from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from catalog.accounts import Account
from catalog.errors import NotFoundError, RujukanError
from catalog.units import all_units
from programme.community import communities as records
from programme.community import members, mentoring, modules
from programme.community.communities import Community, Decree
from programme.community.members import Joining, Member
from programme.community.mentoring import Mentor, Session
from programme.stale import fields
from webapp import forms
from webapp.borrowed import translated
from webapp.forms import chosen, typed
from webapp.programme import as_opened, community_words
from webapp.programme.as_opened import Kept
from webapp.programme.communities import keeper
from webapp.receiving import attached, attaching
from webapp.service import catalog

community_records = Blueprint("community_records", __name__, url_prefix="/komunitas/<int:number>/kelola")

attaching(community_records, "change", keeper)


@community_records.get("")
def form(number: int) -> ResponseReturnValue:
    """Show the records with the forms that change them."""
    return _page(number)


@community_records.post("")
def change(number: int) -> ResponseReturnValue:
    """Change one thing: what the form's `tindakan` names."""
    community, here, account = keeper(number)
    act = chosen(_ACTS)
    if typed("tindakan") in _STEERING and not here.steers:
        raise NotFoundError
    try:
        as_opened.save(_KEPT, (number,), lambda: act(community, account))
    except NotFoundError:
        raise
    except RujukanError as error:
        return _page(number, translated(error.message)), as_opened.status(error)
    return redirect(url_for("community_records.form", number=number), 303)


def _decree(community: Community, by: Account) -> None:
    said = Decree(*(typed(name) for name in ("sk", "tanggal", "sampai", "berdiri")))
    records.change(catalog(), community, said, attached("berkas"), by=by)


def _themes(community: Community, by: Account) -> None:
    records.set_themes(catalog(), community, typed("tema"), by=by.login)


def _add_member(community: Community, by: Account) -> None:
    new = Joining(*(typed(name) for name in ("nama", "peran", "mulai", "unit", "akun")))
    members.add(catalog(), community, new, by=by.login)


def _change_role(community: Community, by: Account) -> None:
    members.change_role(catalog(), community, forms.number("anggota"), typed("peran"), typed("hari"), by=by.login)


def _end_member(community: Community, by: Account) -> None:
    members.end(catalog(), community, forms.number("anggota"), typed("hari"), by=by.login)


def _add_mentor(community: Community, by: Account) -> None:
    mentoring.add_mentor(catalog(), community, typed("akun"), typed("mulai"), by=by.login)


def _end_mentor(community: Community, by: Account) -> None:
    mentoring.end_mentor(catalog(), community, forms.number("pendamping"), typed("hari"), by=by.login)


def _plan_session(community: Community, by: Account) -> None:
    said = (typed("hari"), typed("topik"), typed("modul"))
    mentoring.plan_session(catalog(), community, forms.number("pendamping"), said, by=by.login)


def _mark_held(community: Community, by: Account) -> None:
    mentoring.mark_held(catalog(), community, forms.number("sesi"), by=by.login)


_ACTS: Mapping[str, Callable[[Community, Account], None]] = {
    "sk": _decree,
    "tema": _themes,
    "anggota": _add_member,
    "peran": _change_role,
    "akhiri": _end_member,
    "pendamping": _add_mentor,
    "akhiri-pendamping": _end_mentor,
    "sesi": _plan_session,
    "terlaksana": _mark_held,
}


def _lines(community: Community) -> str:
    return records.as_lines(community, records.goals(catalog(), community.id))


def _member(number: int) -> Member:
    return forms.among(members.everyone(catalog(), number), "anggota")


def _mentor(number: int) -> Mentor:
    return forms.among(mentoring.mentors(catalog(), number), "pendamping")


def _session(number: int) -> Session:
    return forms.among(mentoring.sessions(catalog(), number), "sesi")


_KEPT: Mapping[str, Kept] = {
    "sk": Kept(
        lambda number: records.with_id(catalog(), number),
        fields("decree", "decree_date", "decree_valid_to", "founded", "decree_file"),
    ),
    "tema": Kept(lambda number: records.with_id(catalog(), number), lambda community: {"themes": _lines(community)}),
    **dict.fromkeys(("peran", "akhiri"), Kept(_member, fields("role", "valid_until"))),
    "akhiri-pendamping": Kept(_mentor, fields("valid_until")),
    "terlaksana": Kept(_session, fields("held")),
}
_STEERING = frozenset(("pendamping", "akhiri-pendamping"))
"""What only those do who steer the programme."""


def _page(number: int, problem: str = "") -> str:
    community, here, _account = keeper(number)
    everyone = members.everyone(catalog(), number)
    return render_template(
        "community_records.html",
        community=community,
        standing=here,
        lines=_lines(community),
        kept=_KEPT,
        everyone=everyone,
        mentors=mentoring.mentors(catalog(), number),
        sessions=mentoring.sessions(catalog(), number),
        modules=modules.latest(),
        units=all_units(catalog()),
        words=community_words,
        today=date.today().isoformat(),
        typed=request.form,
        problem=problem,
    )

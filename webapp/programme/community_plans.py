"""The yearly plan of a community: everybody sees what is planned and done, those who keep its records change it."""

from collections.abc import Callable, Mapping
from datetime import date

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from catalog.accounts import Account
from catalog.errors import NotFoundError, RujukanError
from programme.community import meetings, plans
from programme.community.communities import Community
from programme.community.plans import Item
from programme.stale import fields
from webapp import forms
from webapp.borrowed import translated
from webapp.forms import chosen, typed
from webapp.language import gettext
from webapp.programme import as_opened, community_words
from webapp.programme.as_opened import Kept
from webapp.programme.communities import attachment_for, keeper, opened, plan_bars
from webapp.receiving import attached, attaching
from webapp.service import catalog

community_plans = Blueprint("community_plans", __name__, url_prefix="/komunitas/<int:number>/rencana")

attaching(community_plans, "change", lambda number, year: keeper(number))


@community_plans.get("/<int:year>")
def form(number: int, year: int) -> ResponseReturnValue:
    """Show the plan of a year, to those who keep the records with the forms that change it."""
    return _page(number, year)


@community_plans.post("/<int:year>")
def change(number: int, year: int) -> ResponseReturnValue:
    """Change one thing: what the form's `tindakan` names."""
    community, _here, account = keeper(number)
    act = chosen(_ACTS)
    try:
        as_opened.save(_KEPT, (number, year), lambda: act(community, year, account))
    except NotFoundError:
        raise
    except RujukanError as error:
        return _page(number, year, translated(error.message)), as_opened.status(error)
    return redirect(url_for("community_plans.form", number=number, year=year), 303)


@community_plans.get("/<int:year>/berkas")
def paper(number: int, year: int) -> Response:
    """Send the signed paper of a plan to those inside."""
    _community, here = opened(number)
    _check(year)
    return attachment_for(here, plans.plan(catalog(), number, year).attachment)


def _sign(community: Community, year: int, by: Account) -> None:
    said = (typed("penanda"), typed("hari"))
    plans.sign(catalog(), community, year, said, attached("berkas"), by=by)


def _add(community: Community, year: int, by: Account) -> None:
    plans.add_item(catalog(), community, year, (typed("triwulan"), typed("kegiatan")), by=by.login)


def _carry_out(community: Community, _year: int, by: Account) -> None:
    plans.carry_out(catalog(), community, forms.number("butir"), (typed("hari"), typed("pertemuan")), by=by.login)


def _remove(community: Community, _year: int, by: Account) -> None:
    plans.remove_item(catalog(), community, forms.number("butir"), by=by.login)


_ACTS: Mapping[str, Callable[[Community, int, Account], None]] = {
    "tanda": _sign,
    "kegiatan": _add,
    "terlaksana": _carry_out,
    "hapus": _remove,
}


def _item(number: int, year: int) -> Item:
    try:
        return forms.among(plans.plan(catalog(), number, year).items, "butir")
    except NotFoundError as error:
        told = gettext("Kegiatan itu tidak ada lagi dalam rencana ini; mungkin sudah dihapus.")
        raise RujukanError("moved_on", told) from error


_KEPT: Mapping[str, Kept] = {
    "tanda": Kept(
        lambda number, year: plans.plan(catalog(), number, year), fields("signed_by", "signed_on", "attachment")
    ),
    **dict.fromkeys(
        ("terlaksana", "hapus"),
        Kept(_item, fields("quarter", "activity", "done_on", "meeting")),
    ),
}


def _check(year: int) -> None:
    if not plans.FIRST_YEAR <= year <= plans.LAST_YEAR:
        raise NotFoundError


def _page(number: int, year: int, problem: str = "") -> str:
    _check(year)
    with catalog().reading():
        community, here = opened(number)
        plan = plans.plan(catalog(), number, year)
        known = {*plans.years(catalog(), number), date.today().year, date.today().year + 1, year}
        return render_template(
            "community_plan.html",
            community=community,
            standing=here,
            keeps=here.runs or here.steers,
            plan=plan,
            plan_bars=plan_bars(plan),
            years=sorted(known),
            meetings={one.key: one for one in meetings.of(catalog(), number) if not one.cancelled},
            words=community_words,
            today=date.today().isoformat(),
            typed=request.form,
            kept=_KEPT,
            problem=problem,
        )

"""The reports that someone looks after by their roles: taken, answered, closed. Others find no such page."""

from collections.abc import Callable, Mapping
from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from catalog import drafts, grants, reports
from catalog.accounts import Account
from catalog.errors import NotFoundError, RujukanError
from catalog.grants import Grant
from catalog.reports import Report
from webapp import labels, place
from webapp.borrowed import translated
from webapp.feedback import title_of
from webapp.forms import chosen
from webapp.place import Place
from webapp.report_words import HANDLERS
from webapp.service import asking, catalog

queue = Blueprint("reports", __name__, url_prefix="/laporan")


@queue.get("")
def listing() -> ResponseReturnValue:
    """List the open reports, or with `tutup=1` the closed ones."""
    _account, held = _handler()
    closed = request.args.get("tutup") == "1"
    return render_template("reports.html", found=reports.listing(catalog(), held, closed=closed), closed=closed)


@queue.get("/<key>")
def one(key: str) -> ResponseReturnValue:
    """Show a report to those who look after it."""
    account, report = _named(key)
    return _one(report, account)


@queue.post("/<key>")
def change(key: str) -> ResponseReturnValue:
    """Take a report, or close it: what the form's `tindakan` names."""
    account, report = _named(key)
    act = chosen(_ACTS)
    try:
        act(report, account)
    except RujukanError as error:
        return _one(report, account, translated(error.message)), 400
    return redirect(url_for("reports.one", key=key), 303)


def _take(report: Report, by: Account) -> None:
    reports.take(catalog(), report, by)


def _close(report: Report, by: Account) -> None:
    result, outcome = request.form.get("hasil", ""), request.form.get("jawaban", "")
    reports.close(catalog(), report, result, outcome, by=by)


_ACTS: Mapping[str, Callable[[Report, Account], None]] = {"ambil": _take, "tutup": _close}


def _handler() -> tuple[Account, list[Grant]]:
    """Return who asks and the roles that they hold today, if any of them looks after reports."""
    here = asking()
    if here.account is None or not here.roles & HANDLERS:
        raise NotFoundError
    today = date.today()
    return here.account, [grant for grant in grants.of(catalog(), here.account.id) if grant.holds(today)]


def _named(key: str) -> tuple[Account, Report]:
    account, held = _handler()
    report = reports.get(catalog(), key)
    if not reports.looks_after(report, held):
        raise NotFoundError
    return account, report


def _one(report: Report, account: Account, problem: str = "") -> str:
    at = Place(**vars(report.place))
    return render_template(
        "report.html",
        report=report,
        visible=title_of(report) is not None,
        at_desk=_at_desk(report),
        marks=reports.may_mark(catalog(), report.asset or "", account),
        here=place.parameters(report.version, at),
        label=labels.place(at.page, at.sheet, at.row),
        longest=reports.LONGEST,
        problem=problem,
        typed=request.form,
    )


def _at_desk(report: Report) -> bool:
    """Tell whether whoever asks may open the draft of the asset that a report is about."""
    try:
        drafts.draft(catalog(), asking().account, report.asset or "")
    except NotFoundError:
        return False
    return True

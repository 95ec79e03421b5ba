"""The quarterly report, made for print: for those who steer, and for heads what is of their unit."""

from datetime import date

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from catalog.errors import NotFoundError, RujukanError
from catalog.units import names
from programme.quarters import Quarter
from programme.standing import STEERING
from programme.steering import report, report_out
from programme.steering.report import Report, Share
from webapp import labels
from webapp.borrowed import translated
from webapp.language import gettext
from webapp.programme.importing import download
from webapp.service import asking, catalog

quarterly = Blueprint("quarterly", __name__, url_prefix="/laporan-triwulan")

READING = STEERING | {"pengesah"}
_OFFERED = 8  # quarters that the form names


@quarterly.get("")
def page() -> ResponseReturnValue:
    """Show the report of a quarter, with `q` of another than the last that is over."""
    today, text = date.today(), request.args.get("q", "")
    try:
        made, problem = _made(text, today), ""
    except NotFoundError:
        raise
    except RujukanError as error:
        made, problem = _made("", today), translated(error.message)
    offered = Quarter.of(today).up_to(_OFFERED)
    told = render_template(
        "quarterly.html",
        report=made,
        problem=problem,
        units=names(catalog()),
        offered=sorted({*offered, made.quarter}, reverse=True),
        kinds=report.KINDS,
        share=_share,
        is_part=asking().roles.isdisjoint(STEERING),
    )
    return (told, 400) if problem else told


@quarterly.get("/csv")
def table() -> ResponseReturnValue:
    """Give the same figures as CSV."""
    try:
        made = _made(request.args.get("q", ""), date.today())
    except RujukanError as error:
        raise NotFoundError from error
    return download(report_out.as_csv(made), f"laporan-{made.quarter}.csv")


def _made(text: str, today: date) -> Report:
    """Return the report of the quarter that is asked for, over what whoever asks may read of."""
    account = asking().account
    if account is None or asking().roles.isdisjoint(READING):
        raise NotFoundError
    quarter = report.asked_quarter(text[:20], today)
    steers = not asking().roles.isdisjoint(STEERING)
    return report.report(catalog(), quarter, today, None if steers else report.readable(catalog(), account))


def _share(share: Share | None) -> str:
    """Return so many of so many in words, with the share in percent."""
    if share is None:
        return gettext("belum cukup data")
    part, whole = labels.number(share.part), labels.number(share.whole)
    return gettext("%(part)s dari %(whole)s (%(percent)s%%)", part=part, whole=whole, percent=share.percent)

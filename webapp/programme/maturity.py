"""Maturity on the pages: the history of a community, all of them beside one another, the instrument itself.

Everybody sees levels, totals and dimensions; the values of single indicators, and what to do about them, are for ASN.
No name of a person and no evidence stands here.
"""

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from catalog import communities
from catalog.scope import Scope
from catalog.units import names
from programme.maturity import history as records
from programme.maturity import instrument as instruments
from programme.maturity import overview
from programme.maturity.advice import advice
from programme.maturity.history import Profile, Quarterly
from programme.maturity.overview import Wanted
from programme.records import spreadsheets
from webapp.programme import charts_maturity as charts
from webapp.programme import maturity_words as words
from webapp.programme.communities import opened
from webapp.programme.importing import download
from webapp.service import catalog, service

maturity = Blueprint("maturity", __name__)

_YEAR = 4  # quarters


@maturity.get("/komunitas/<int:number>/maturitas")
def history(number: int) -> ResponseReturnValue:
    """Show every assessment of a community, the newest first; `penilaian-ID` is the place of each."""
    community, here = opened(number)
    with catalog().reading():
        assessed = records.assessments(catalog(), number).get(number, [])
        found = records.profiles(catalog(), assessed)
        trend = records.trends(catalog(), number).get(number, [])
        latest = communities.maturity(catalog(), community.name)
    shown = found[:2] or _computed(trend)
    return render_template(
        "maturity.html",
        community=community,
        standing=here,
        latest=latest,
        assessed=assessed,
        trend=trend,
        line=charts.line(words.days(trend), words.marks(assessed)),
        radar=words.radar(shown),
        dimensions=words.dimensions(shown),
        profiles=shown,
        advice=advice(found[0].instrument, found[0].values) if found and _is_internal(service().scope) else None,
        words=words,
    )


@maturity.get("/maturitas")
def comparison() -> ResponseReturnValue:
    """Show all communities beside one another, those that are asked for in the order that is asked for."""
    asked, every = _asked(), overview.compared(catalog())
    distribution = overview.distribution(every)
    return render_template(
        "maturity_overview.html",
        asked=asked,
        every=every,
        found=overview.wanted(every, asked),
        kinds=overview.kinds(every),
        movement=overview.movement(every),
        bars=charts.levels(distribution),
        units=names(catalog()),
        spark=charts.spark,
        words=words,
    )


@maturity.get("/maturitas.<any(csv, xlsx):form>")
def table(form: str) -> Response:
    """Give the same communities as a table for spreadsheet programs."""
    rows = overview.rows(overview.wanted(overview.compared(catalog()), _asked()))
    made = spreadsheets.as_csv(rows) if form == "csv" else spreadsheets.as_workbook({"Maturitas": rows})
    return download(made, f"maturitas.{form}")


@maturity.get("/maturitas/instrumen")
def instrument() -> ResponseReturnValue:
    """Show a version of the instrument, the one in force unless `versi` names another."""
    with catalog().reading():
        known = instruments.versions(catalog())
    asked = request.args.get("versi", "")
    shown = next((one for one in known if one.version == asked), known[0])
    return render_template("instrument.html", shown=shown, known=known, words=words)


def _computed(trend: list[Quarterly]) -> list[Profile]:
    """Return what the last frozen quarter came to by itself, and the one a year before it."""
    return [one.profile for one in (trend[-1:] + trend[-1 - _YEAR : -_YEAR])]


def _asked() -> Wanted:
    """Read which communities are asked for; what is not known counts as not said."""
    level, kind, order = (request.args.get(name, "") for name in ("level", "jenis", "urut"))
    return Wanted(
        level if level in overview.LEVELS else "",
        kind if kind in words.KINDS else "",
        order if order in overview.ORDERS else Wanted.order,
    )


def _is_internal(scope: Scope) -> bool:
    return scope.everything or any(access == "internal" for access, _ in scope.pairs)

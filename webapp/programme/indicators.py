"""The computed indicators of a community: each with its query, its period and the rows behind it, and no people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from catalog import community_assets
from catalog.community_assets import Entry
from catalog.errors import NotFoundError, RujukanError
from programme.community.communities import FEWEST
from programme.maturity import instrument
from programme.maturity.scoring import exact
from programme.measures import few, snapshots
from programme.measures.case import WINDOW
from programme.measures.computing import all_measures
from programme.measures.measure import Line, Measure
from programme.measures.snapshots import Frozen
from programme.quarters import Quarter
from programme.standing import Standing
from webapp import labels
from webapp.language import gettext, language
from webapp.programme import community_words, maturity_words
from webapp.programme.communities import opened
from webapp.service import catalog, service

indicators = Blueprint("indicators", __name__, url_prefix="/komunitas/<int:number>/indikator")

_QUARTERS = 8  # that can be chosen
_ROWS = 40  # shown of each indicator
_INSIDE = frozenset(("2.2", "2.3", "7.3"))
"""Indicators whose rows hold what communities do not publish: for those inside alone."""
_COUNTS = frozenset(("4.1", "5.2"))
_DAYS = "6.2"
_RECORDS = "1.1"
"""The indicator whose rows are words of the measure itself, no titles or topics of people."""


@dataclass(frozen=True)
class Row:
    """A row behind a figure as it is shown: the asset where the viewer sees it, else what the row says of itself."""

    asset: Entry | None
    text: str
    day: str
    detail: str
    counted: bool


@dataclass(frozen=True)
class Told:
    """An indicator as it is shown; `rows` are the first, `more` is how many others there are, `hidden` how many assets.

    `private` tells that its rows are for others. `since` is when it was frozen, and `moved` that the rows say another
    figure by now.
    """

    measure: Measure
    value: int | None
    reason: str
    note: str
    figure: str
    rows: Sequence[Row]
    more: int
    hidden: int
    private: bool
    since: str
    moved: bool


@indicators.get("")
def page(number: int) -> ResponseReturnValue:
    """Show the indicators in a quarter, the running one unless told."""
    now = Quarter.of(date.today())
    quarter = _chosen(now)
    with catalog().reading():
        community, here = opened(number)
        used = instrument.in_force(catalog())
        measures = all_measures(catalog(), number, quarter, used)
        kept = snapshots.frozen(catalog(), number).get(quarter, {})
        named = {line.asset for one in measures.values() for line in one.lines if line.asset is not None}
        seen = community_assets.among(catalog(), named, service().scope)
    told = {code: _told(one, kept.get(code), seen, here) for code, one in measures.items()}
    return render_template(
        "indicators.html",
        community=community,
        quarter=quarter,
        quarters=now.up_to(_QUARTERS)[::-1],
        running=quarter == now,
        dimensions=used.dimensions,
        told=told,
        first=quarter.up_to(WINDOW)[0].first.isoformat(),
        last=min(quarter.last, date.today()).isoformat(),
        words=community_words,
        named=maturity_words.said,
    )


def _chosen(now: Quarter) -> Quarter:
    """Return the quarter that the address names, the running one where it names none; NotFoundError for no quarter."""
    text = request.args.get("triwulan", "")
    try:
        quarter = Quarter.parse(text) if text else now
    except RujukanError as error:
        raise NotFoundError from error
    if quarter > now:
        raise NotFoundError
    return quarter


def _told(one: Measure, kept: Frozen | None, seen: Mapping[int, Entry], here: Standing) -> Told:
    rows = [_row(one, line, seen) for line in one.lines]
    shown = [row for row in rows if row is not None]
    private = one.indicator in _INSIDE and not here.inside
    source = kept or one
    return Told(
        measure=one,
        value=source.value,
        reason=few.reason(source),
        note=source.note,
        figure=figure(source),
        rows=() if private else shown[:_ROWS],
        more=max(0, len(shown) - _ROWS),
        hidden=len(rows) - len(shown),
        private=private,
        since=labels.day(kept.at) if kept else "",
        moved=kept is not None and (kept.value, kept.figure) != (one.value, one.figure),
    )


def _row(one: Measure, line: Line, seen: Mapping[int, Entry]) -> Row | None:
    """Return a row as it is shown; None for one that only names an asset which the viewer may not see."""
    entry = None if line.asset is None else seen.get(line.asset)
    if line.asset is not None and entry is None and not line.text:
        return None
    text = _record(line.text) if one.indicator == _RECORDS else line.text
    return Row(entry, text, labels.long_date(line.day), _detail(one, line.detail), line.counted)


def _record(text: str) -> str:
    """Return what a row of 1.1 is called in the language of the page; a year may stand behind it."""
    name, _, year = text.rpartition(" ") if text[-4:].isdecimal() else (text, "", "")
    return f"{gettext(name)} {year}".rstrip()


def _detail(one: Measure, said: str) -> str:
    if few.detail(one, said) is None:
        return gettext("kurang dari %(n)s", n=FEWEST)
    if one.indicator == "1.3":
        return community_words.quarter(said)
    if one.indicator == "4.4":
        return str(labels.KINDS.get(said, said))
    if one.indicator == "6.3":
        return str(labels.ACCESS.get(said, said))
    return gettext("%(n)s hari kerja", n=said) if one.indicator == _DAYS else said


def figure(one: Measure | Frozen) -> str:
    """Return what was counted in words; of people, nothing about fewer than five."""
    if one.figure is None or few.all_are_few(one):
        return ""
    if few.counted_are_few(one):
        return gettext("kurang dari %(n)s dari %(all)s", n=FEWEST, all=labels.number(one.denominator))
    if one.indicator == _DAYS:
        return gettext("median %(n)s hari kerja dari %(all)s pengesahan", n=_said(one.figure), all=one.denominator)
    if one.indicator in _COUNTS:
        return gettext("%(n)s yang dihitung", n=_said(one.figure))
    share = _said(one.figure * 100)
    if one.numerator.denominator != 1:
        return gettext("rata-rata %(share)s%% dari %(all)s", share=share, all=labels.number(one.denominator))
    counted = {"n": labels.number(int(one.numerator)), "all": labels.number(one.denominator)}
    return gettext("%(n)s dari %(all)s (%(share)s%%)", share=share, **counted)


def _said(number: Fraction) -> str:
    """Return a number with at most one decimal, rounded half up."""
    text = exact(number, 1)
    return text if language() == "en" else text.replace(".", ",")

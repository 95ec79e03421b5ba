"""What readers give back: whether an answer or a source helped, and a report that something in an asset is wrong.

Nobody writes anything while there are no accounts: there would be no one to look after it.
"""

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from flask import Blueprint, Flask, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from catalog import receipts, reports, votes
from catalog.assets import Card
from catalog.errors import NotFoundError, RujukanError
from catalog.source_pages import source_page
from catalog.spot import Spot
from webapp import labels, place, report_words
from webapp.borrowed import translated
from webapp.day_key import DayKey
from webapp.language import gettext
from webapp.place import Place
from webapp.service import asking, card_of, catalog, service
from webapp.sessions import own_path

feedback = Blueprint("feedback", __name__)

_VOTER = "suara"
_KEY = "voters"


def install(app: Flask) -> None:
    """Let pages ask for votes and reports, and say what was voted."""
    app.register_blueprint(feedback)
    app.jinja_env.globals.update(voted=voted, own_reports=own_reports, report_words=report_words)


@feedback.post("/aset/<key>/tanggapan")
def vote(key: str) -> ResponseReturnValue:
    """Keep whether an answer or a source helped, and go back to where that was asked."""
    card, at = _card(key)
    question = request.form.get("tanya") or None
    by = votes.voter(_account() or own_session(), card, _spot(at), question)
    about = votes.SOURCE if question is None else votes.ANSWER
    votes.cast(catalog(), by, card, _spot(at), about, request.form.get("nilai", ""))
    return redirect(f"{own_path(request.form.get('kembali', ''))}#tanggapan", 303)


@feedback.route("/aset/<key>/laporkan", methods=["GET", "POST"])
def report(key: str) -> ResponseReturnValue:
    """Show the form to report what is wrong at a place, or keep what it holds and go back to the place."""
    card, at = _card(key)
    if request.method != "POST":
        return _form(card, at)
    kind, text = request.form.get("jenis", ""), request.form.get("keterangan", "")
    try:
        receipt = _filed(card, at, kind, text)
    except RujukanError as error:
        return _form(card, at, translated(error.message)), 400
    flash(gettext("Terima kasih. Laporan Anda sudah masuk antrean untuk diperiksa."), "laporan")
    if receipt:
        flash(receipt, "resi")
    here: dict[str, Any] = {"key": key, **place.parameters(card.version, at)}
    return redirect(url_for("sources.page", **here, _anchor="tanggapan"), 303)


def _filed(card: Card, at: Place, kind: str, text: str) -> str | None:
    """Keep a report, and return the receipt of one that is of no account."""
    account = asking().account
    with catalog().writing():
        key = reports.file(catalog(), card, _spot(at), kind, text, reporter=account)
        return receipts.give(catalog(), key) if account is None else None


def known_session() -> str | None:
    """Return the session's own random words, None where nothing was given back in it yet."""
    kept = session.get(_VOTER)
    return kept if isinstance(kept, str) else None


def own_session() -> str:
    """Return the session's own random words, made with the first thing that is given back."""
    if known_session() is None:
        session[_VOTER] = secrets.token_urlsafe(12)
    return str(session[_VOTER])


def voted(spot: Mapping[str, str | int], question: str | None = None) -> str | None:
    """Return what whoever asks said of a place, or the answer, that a page links to; None if nothing, or they may not.

    Of an account that is what it said today.
    """
    kept = _account() or known_session()
    if kept is None:
        return None
    try:
        card = card_of(str(spot["key"]), str(spot["versi"]))
    except NotFoundError:
        return None
    at = place.read({name: str(value) for name, value in spot.items()})
    return votes.of(catalog(), votes.voter(kept, card, _spot(at), question))


def _account() -> str | None:
    """Return what an account is known by when it votes today, from whatever device; None without one."""
    account = asking().account
    if account is None:
        return None
    key = cast(DayKey, current_app.extensions.setdefault(_KEY, DayKey(service().folder.root)))
    return key.pseudonym(f"suara akun {account.id}", date.today().isoformat())


def own_reports() -> list[tuple[reports.Report, str | None]]:
    """Return the latest reports of whoever asks, each with the title of its asset if they still see it."""
    account = asking().account
    found = reports.of_reporter(catalog(), account.id, 20) if account else []
    return [(report, title_of(report)) for report in found]


def title_of(report: reports.Report) -> str | None:
    """Return the title of the asset that a report is about; None where whoever asks sees it no more."""
    try:
        return card_of(report.asset or "", None).title
    except NotFoundError:
        return None


def _card(key: str) -> tuple[Card, Place]:
    """Return the version and the place asked for, in the form or the address; NotFoundError where there is none."""
    if not asking().accounts_exist:
        raise NotFoundError
    typed = request.form if request.method == "POST" else request.args
    at = place.read(typed)
    card = card_of(key, typed.get("versi"))
    if at.page is not None or at.sheet is not None:
        source_page(catalog(), card, at.page, at.sheet)
    return card, at


def _spot(at: Place) -> Spot:
    return Spot(**vars(at))


def _form(card: Card, at: Place, problem: str = "") -> str:
    here = place.parameters(card.version, at)
    label = labels.place(at.page, at.sheet, at.row)
    return render_template(
        "report_form.html", card=card, here=here, label=label, longest=reports.LONGEST, problem=problem
    )

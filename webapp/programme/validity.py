"""Whether an asset is in force: what its page tells of it, and the forms of those who say so at its unit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from catalog import legal_bases
from catalog.accounts import Account
from catalog.assets import Card
from catalog.errors import NotFoundError, RujukanError
from catalog.passages import Passage
from catalog.units import names
from programme.reusing import validity as rules
from programme.reusing.validity import Said, Successor
from programme.stale import Record
from webapp import labels
from webapp.borrowed import translated
from webapp.forms import chosen
from webapp.programme import as_opened
from webapp.programme.as_opened import Kept
from webapp.programme.reuse import asset_key
from webapp.service import asking, card_asked, catalog, service

validity = Blueprint("validity", __name__)


@dataclass(frozen=True)
class InForce:
    """What the page of an asset tells: what was said last and by whom, its successors, and why it is outdated.

    `who` is a name for those who have logged in, None for all others.
    """

    said: Said | None
    who: str | None
    successors: list[Successor]
    because: str | None
    revoked: tuple[str, ...]
    may_say: bool


def install(app: Flask) -> None:
    """Put the page among the others, and what it tells on the page of an asset."""
    app.register_blueprint(validity)
    app.jinja_env.globals.update(in_force=in_force, replaced_by=replaced_by)


@validity.route("/aset/<key>/keberlakuan", methods=["GET", "POST"])
def say(key: str) -> ResponseReturnValue:
    """Show what was said of an asset's validity to those who say it, or do what the form's `tindakan` names."""
    account = asking().account
    card = card_asked(key)
    if account is None or not rules.may_say(catalog(), account, card):
        raise NotFoundError
    if request.method == "GET":
        return _page(account, card)
    act = chosen(_ACTS)
    try:
        as_opened.save(_KEPT, (key,), lambda: act(account, card))
    except NotFoundError:
        raise
    except RujukanError as error:
        return _page(account, card, translated(error.message)), as_opened.status(error)
    return redirect(url_for("pages.asset", key=key, _anchor="keberlakuan"), 303)


def in_force(card: Card) -> InForce:
    """Return what the page of an asset tells of its validity."""
    account = asking().account
    last = next(iter(rules.history(catalog(), card.id)), None)
    said = last if last and last.new == card.validity else None  # what a run or a date says since, nobody stated
    bases = legal_bases.of(catalog(), card)
    return InForce(
        said=said,
        who=said.who if said and account else None,
        successors=rules.successors(catalog(), card.id, service().scope),
        because=rules.marked_because(catalog(), card),
        revoked=tuple(labels.rules([basis.id]) for basis in bases if basis.status == "dicabut"),
        may_say=rules.may_say(catalog(), account, card),
    )


def replaced_by(card: Card | Passage) -> list[Successor]:
    """Return what took an asset's place and whoever asks may see, for a page on which it is one of many."""
    if card.validity != "digantikan":
        return []
    number = card.id if isinstance(card, Card) else card.asset_id
    return [one for one in rules.successors(catalog(), number, service().scope) if one.card]


def _confirm(account: Account, card: Card) -> None:
    rules.say(catalog(), account, card, rules.CONFIRM, request.form.get("catatan", ""))


def _expire(account: Account, card: Card) -> None:
    rules.say(catalog(), account, card, rules.EXPIRE, request.form.get("catatan", ""))


def _succeed(account: Account, card: Card) -> None:
    successor = asset_key(request.form.get("pengganti", ""))
    said = successor, request.form.get("cara", ""), request.form.get("catatan", "")
    rules.succeed(catalog(), account, service().scope, card, said)


_ACTS: Mapping[str, Callable[[Account, Card], None]] = {"tegaskan": _confirm, "akhiri": _expire, "ganti": _succeed}


def _record(card: Card) -> Record:
    last = next(iter(rules.history(catalog(), card.id)), None)
    successors = len(rules.successors(catalog(), card.id, service().scope))  # not which: some may be hidden
    note = last.note if last else ""
    return {"validity": card.validity, "review_on": card.review_on, "note": note, "successors": successors}


_KEPT: Mapping[str, Kept] = dict.fromkeys(_ACTS, Kept(card_asked, _record))


def _page(account: Account, card: Card, problem: str = "") -> str:
    return render_template(
        "validity.html",
        card=card,
        history=rules.history(catalog(), card.id),
        may_succeed=rules.may_succeed(catalog(), account, card),
        unit_names=names(catalog()),
        record=_record(card),
        problem=problem,
        typed=request.form,
    )

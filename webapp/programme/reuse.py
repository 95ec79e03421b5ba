"""Reuse: the form to record it, the records that concern whoever asks, what became of an asset, and its lineage.

Whoever works at no unit, and whoever does not see the asset, finds no such page.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Flask, Response, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from catalog import assets, attachments, drafts, originals, trail
from catalog.accounts import Account
from catalog.assets import Card
from catalog.errors import NotFoundError, RujukanError
from catalog.units import all_units, names
from programme.reusing import lineage, reuse_kit
from programme.reusing import reuse as records
from programme.reusing.reuse import Claim
from programme.reusing.reuse_kit import Origin
from programme.stale import fields
from programme.standing import workplaces
from webapp.borrowed import translated
from webapp.forms import chosen
from webapp.pages import file_name
from webapp.programme import as_opened, reuse_words
from webapp.programme.as_opened import Kept
from webapp.programme.charts_lineage import Words, drawings
from webapp.receiving import MIB, attached, attaching
from webapp.service import asking, card_asked, card_of, catalog, service

reuse = Blueprint("reuse", __name__)
attaching(reuse, "record", lambda key: _worker())


@dataclass(frozen=True)
class Used:
    """How the page of an asset speaks of its reuse: who used it by unit, and whether whoever asks can record theirs."""

    by: Mapping[str, Sequence[str]]
    may_record: bool


@dataclass(frozen=True)
class Named:
    """An asset as a list names it: its title and address where whoever asks may see it, else None."""

    title: str | None
    address: str


def install(app: Flask) -> None:
    """Put the pages of reuse among the others, and what they tell on the page of an asset."""
    app.register_blueprint(reuse)
    app.jinja_env.globals.update(used=used, reuse_words=reuse_words)


@reuse.route("/aset/<key>/pakai", methods=["GET", "POST"])
def record(key: str) -> ResponseReturnValue:
    """Show the form to record the reuse of a version, or keep what it holds."""
    account = _worker()
    card = card_asked(key) if request.method == "GET" else card_of(key, request.form.get("versi"))
    if request.method == "GET":
        return _form(card)
    try:
        with catalog().writing():
            made = records.record(catalog(), account, service().scope, card, _claim(account))
    except NotFoundError:
        raise
    except RujukanError as error:
        return _form(card, translated(error.message)), 400
    return redirect(url_for("reuse.one", key=made.key), 303)


@reuse.get("/pemakaian")
def listing() -> ResponseReturnValue:
    """List the records that wait for whoever asks, their own, and those of the assets that they answer for."""
    with catalog().reading():
        sections = records.lists(catalog(), _account())
        return render_template("reuses.html", sections=sections, named=named, most=records.MOST, units=_units())


@reuse.get("/pemakaian/<key>")
def one(key: str) -> ResponseReturnValue:
    """Show a record to those whom it concerns."""
    return _one(key)


@reuse.post("/pemakaian/<key>")
def change(key: str) -> ResponseReturnValue:
    """Do to a record what the form's `tindakan` names: confirm or refuse it, or say what came of it."""
    act = chosen(_ACTS)
    try:
        as_opened.save(_KEPT, (key,), lambda: act(key, _account()))
    except NotFoundError:
        raise
    except RujukanError as error:
        return _one(key, translated(error.message)), as_opened.status(error)
    return redirect(url_for("reuse.one", key=key), 303)


@reuse.get("/aset/<key>/silsilah")
def tree(key: str) -> ResponseReturnValue:
    """Draw what an asset came of and what came of it."""
    with catalog().reading():
        card = card_asked(key)
        found = lineage.of(catalog(), card.id, service().scope)
        units = _units()
        shorts = {code: unit.short for code, unit in units.items()}
        drawn = drawings(card, found, Words(reuse_words.TIES, reuse_words.NAMELESS, shorts))
        return render_template("lineage.html", card=card, lineage=found, drawings=drawn, units=units)


@reuse.get("/aset/<key>/paket")
def kit(key: str) -> Response:
    """Send what who reuses a version takes along: the original, whom to name, and what to localise."""
    with catalog().reading():
        card = card_asked(key)
        unit = names(catalog()).get(card.unit or "", "")
        address = url_for("pages.asset", key=key, versi=card.version, _external=True)
        made = reuse_kit.kit_of(catalog(), card, Origin(unit, address, file_name(card.path)))
    account = asking().account
    if account and card.access == "terbatas" and request.method == "GET":
        trail.append(catalog(), account.login, "asset.download", card.file, version=card.version)
    headers = {"Content-Disposition": f'attachment; filename="paket-{card.file}-v{card.version}.zip"'}
    return Response(made.pieces(), mimetype="application/zip", headers=headers)


@reuse.get("/pemakaian/<key>/bukti")
def evidence(key: str) -> Response:
    """Send the file that proves a use to those whom its record concerns."""
    found = records.opened(catalog(), _account(), key)
    if found.attachment is None:
        raise NotFoundError
    kept = attachments.with_id(catalog(), found.attachment)
    place = originals.place_of(service().folder, kept.sha256)
    # Never shown in the page: nobody looked into what people send.
    return send_file(place, mimetype="application/octet-stream", as_attachment=True, download_name=kept.name)


def used(card: Card) -> Used:
    """Return what the page of an asset tells of its reuse."""
    return Used(records.users_of(catalog(), card.id), bool(records.places(catalog(), asking().account, card)))


def named(key: str | None) -> Named | None:
    """Return how an asset of a record is named to whoever asks; None where there is none any more."""
    if key is None:
        return None
    try:
        return Named(assets.card(catalog(), key, service().scope).title, url_for("pages.asset", key=key))
    except NotFoundError:
        return _draft_named(key)


def _draft_named(key: str) -> Named:
    try:
        draft = drafts.draft(catalog(), asking().account, key)
    except NotFoundError:
        return Named(None, "")
    return Named(drafts.card(catalog(), draft).title, url_for("desk.draft", key=key))


def _confirm(key: str, account: Account) -> None:
    records.decide(catalog(), account, key, confirm=True, note=request.form.get("catatan", ""))


def _refuse(key: str, account: Account) -> None:
    records.decide(catalog(), account, key, confirm=False, note=request.form.get("catatan", ""))


def _complete(key: str, account: Account) -> None:
    said = request.form.get("hasil", ""), asset_key(request.form.get("aset", ""))
    records.complete(catalog(), account, service().scope, key, said)


_ACTS: Mapping[str, Callable[[str, Account], None]] = {
    "konfirmasi": _confirm,
    "tolak": _refuse,
    "hasil": _complete,
}
_KEPT = {"hasil": Kept(lambda key: records.opened(catalog(), _account(), key), fields("result", "made"))}


def asset_key(typed: str) -> str:
    """Return the key of an asset that someone typed, or pasted as the address of one of its pages."""
    for before in ("/aset/", "/naskah/"):
        if before in typed:
            typed = typed.partition(before)[2].partition("?")[0].partition("#")[0].partition("/")[0]
    return typed.strip()[:64]


def _account() -> Account:
    if account := asking().account:
        return account
    raise NotFoundError


def _worker() -> Account:
    """Return who asks if they work at a unit, whose use of assets is theirs to record."""
    account = _account()
    if not workplaces(catalog(), account):
        raise NotFoundError
    return account


def _claim(account: Account) -> Claim:
    unit, kind, purpose, evidence, result, made = (
        request.form.get(cell, "") for cell in ("unit", "jenis", "tujuan", "bukti", "hasil", "aset")
    )
    file = attached("berkas")
    kept = attachments.keep(catalog(), *file, account.id).id if file else None
    return Claim(unit, kind, purpose, evidence, result, asset_key(made), kept)


def _form(card: Card, problem: str = "") -> str:
    return render_template(
        "reuse_form.html",
        card=card,
        places=workplaces(catalog(), asking().account),
        may=bool(records.places(catalog(), asking().account, card)),
        units=_units(),
        problem=problem,
        typed=request.form,
        longest=records.LONGEST,
        most_mib=attachments.MOST // MIB,
    )


def _one(key: str, problem: str = "") -> str:
    account = _account()
    with catalog().reading():
        found = records.opened(catalog(), account, key)
        return render_template(
            "reuse.html",
            record=found,
            asset=named(found.asset),
            made=named(found.made),
            may_decide=records.may_decide(catalog(), account, found),
            may_complete=records.may_complete(account, found),
            units=_units(),
            problem=problem,
            typed=request.form,
            kept=_KEPT,
            longest=records.LONGEST,
        )


def _units() -> dict[str, Any]:
    return {unit.code: unit for unit in all_units(catalog())}

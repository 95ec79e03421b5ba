"""The desk: a draft with its text and history, and the steps that whoever opens it may take.

Whoever may not open a draft finds no such page, as if there were no such asset.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date

from flask import Blueprint, Flask, Response, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from catalog import (
    accounts,
    assets,
    drafts,
    inbox,
    legal_bases,
    lifecycle,
    ownership,
    parts,
    purging,
    status_changes,
    template,
)
from catalog.accounts import Account
from catalog.assets import Card
from catalog.drafts import Draft
from catalog.errors import NotFoundError, RujukanError
from catalog.inbox import Waiting
from catalog.units import all_units
from webapp import diffing, moments, place, reading, steps, telling, template_words
from webapp.borrowed import translated
from webapp.diffing import Difference
from webapp.pages import sent
from webapp.receiving import writing_units
from webapp.service import asking, catalog, service
from webapp.sources import drawn

desk = Blueprint("desk", __name__)

_DESK = {"penyusun", "kurator", "penelaah", "pengesah"}
"""Roles for which papers wait."""


@desk.get("/naskah/<key>")
def draft(key: str) -> ResponseReturnValue:
    """Show a draft: its text page by page, what it says of itself, its history, and what one may do with it.

    An SOP that a file binds has no draft of its own: its key leads to that of the file.
    """
    if (file := parts.file_of(catalog(), key)) is not None:
        opened = drafts.draft(catalog(), _account(), file)
        return redirect(url_for("desk.draft", key=opened.key, _anchor="bagian"))
    return shown(key)


@desk.post("/naskah/<key>")
def step(key: str) -> ResponseReturnValue:
    """Take the step that the form's `langkah` names, if the draft is still what the form was made for."""
    seen = (place.whole(request.form.get("versi")) or 0, request.form.get("status", ""))
    name, note = request.form.get("langkah", ""), request.form.get("catatan", "")
    try:
        lifecycle.take(catalog(), _account(), key, name, seen, note)
    except NotFoundError:
        raise
    except RujukanError as error:
        return shown(key, translated(error.message), note), 409 if error.code == "moved_on" else 400
    return redirect(url_for("desk.draft", key=key), 303)


@desk.post("/naskah/<key>/alihkan")
def transfer(key: str) -> ResponseReturnValue:
    """Make the account that the form's `penerima` names the owner of a draft."""
    try:
        ownership.hand_over(catalog(), _account(), key, request.form.get("penerima", ""))
    except NotFoundError:
        raise
    except RujukanError as error:
        return shown(key, translated(error.message)), 400
    return redirect(url_for("desk.draft", key=key), 303)


@desk.get("/meja")
def waiting() -> ResponseReturnValue:
    """List what waits for whoever asks."""
    units = {unit.code: unit for unit in all_units(catalog())}
    return render_template(
        "desk.html",
        sections=_inbox(),
        most=inbox.MOST,
        words=steps.SECTIONS,
        units=units,
        days=_days,
        moments=moments,
        writes=bool(writing_units(catalog(), _account())),
    )


@desk.get("/naskah/<key>/unduh")
def original(key: str) -> Response:
    """Send the original of a draft, or of an earlier version."""
    return sent(_card(drafts.draft(catalog(), _account(), key)))


@desk.get("/naskah/<key>/gambar")
def picture(key: str) -> Response:
    """Send the picture of a draft's page."""
    return drawn(_card(drafts.draft(catalog(), _account(), key)))


def install(app: Flask) -> None:
    """Put the desk among the pages."""
    app.register_blueprint(desk)


def count() -> int | None:
    """Return how many papers wait for whoever asks; None for whoever has no role, and so no desk."""
    here = asking()
    if not here.account or not here.roles & _DESK:
        return None
    try:
        return sum(len(papers) for papers in _inbox().values())
    except sqlite3.Error:  # this stands on the page that tells of it, too
        return None


def _inbox() -> Mapping[str, Sequence[Waiting]]:
    """Return what waits, looked up once a request."""
    if "inbox" not in g:
        g.inbox = inbox.inbox(catalog(), _account())
    found: Mapping[str, Sequence[Waiting]] = g.inbox
    return found


def _days(since: int | None) -> int | None:
    return None if since is None else max(0, (date.today() - date.fromtimestamp(since)).days)


def _said(account: Account, opened: Draft, card: Card) -> dict[str, object]:
    """Return what people said of a version by the template, and where whoever sent it in can say more."""
    complete = template.completeness(catalog(), card.version_id)
    is_open = card.version == opened.version and opened.status in lifecycle.EDITABLE
    return {
        "said": template.of(catalog(), card.version_id),
        "complete": complete,
        "missing": [str(template_words.LABELS[name]) for name in complete.missing],
        "template_words": template_words,
        "upload_key": drafts.upload_by(catalog(), account, opened) if is_open else None,
    }


def _difference(opened: Draft, card: Card, before: int) -> Difference | None:
    old, new = drafts.card(catalog(), opened, before), card
    return diffing.difference(*(diffing.lines(assets.pages(catalog(), one)) for one in (old, new)))


def _account() -> Account:
    if account := asking().account:
        return account
    raise NotFoundError


def _card(opened: Draft) -> Card:
    """Return the version asked for, the newest unless told."""
    wanted = request.args.get("versi")
    version = place.whole(wanted)
    if wanted is not None and version is None:
        raise NotFoundError
    return drafts.card(catalog(), opened, version)


def shown(key: str, problem: str = "", note: str = "") -> str:
    """Return the page of a draft, with what went wrong and the note that was typed, if any."""
    account = _account()
    with catalog().reading():
        opened = drafts.draft(catalog(), account, key)
        card = _card(opened)
        content = reading.view(list(assets.pages(catalog(), card)), place.read(request.args))
        offered = lifecycle.steps_for(catalog(), account, opened) if card.version == opened.version else []
        before = drafts.last_approved(catalog(), opened, card.version)
        differs = _difference(opened, card, before) if before and "beda" in request.args else None
        bases = telling.bases(card, legal_bases.of(catalog(), card))
        return render_template(
            "draft.html",
            card=card,
            opened=opened,
            content=content,
            history=status_changes.history(catalog(), opened.id)[::-1],
            offered=offered,
            needing=[str(steps.STEPS[step.name]) for step in offered if step.note],
            facts=telling.facts(card, len(bases)),
            bases=bases,
            signs=telling.signs(card),
            units={unit.code: unit for unit in all_units(catalog())},
            drawable=service().previews.has,
            before=before,
            comparing=bool(before) and "beda" in request.args,
            differs=differs,
            **_said(account, opened, card),
            owner=accounts.with_id(catalog(), opened.owner) if opened.owner is not None else None,
            takers=ownership.takers(catalog(), opened) if ownership.may_hand_over(account, opened) else (),
            purge_key=purging.of_asset(catalog(), key) if opened.status == "ditarik" else None,
            may_purge=purging.may_order(catalog(), account, opened),
            steps=steps,
            moments=moments,
            problem=problem,
            note=note,
            longest=lifecycle.LONGEST_NOTE,
        )

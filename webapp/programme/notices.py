"""The inbox: notices of whoever asks, with the titles that they may see now, and how many are unread."""

import sqlite3
from collections.abc import Mapping

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from catalog.accounts import Account
from catalog.errors import NotFoundError
from catalog.units import names
from programme.messages import notices as inbox
from programme.messages.notices import Notice
from webapp import labels, moments
from webapp.place import whole
from webapp.programme import notice_words, reuse_words
from webapp.programme.reuse import Named, named
from webapp.service import asking, catalog

notices = Blueprint("notices", __name__, url_prefix="/pemberitahuan")


def install(app: Flask) -> None:
    """Put the inbox among the pages, and how much of it is unread into the head of each."""
    app.register_blueprint(notices)
    app.jinja_env.globals["unread_notices"] = unread


@notices.get("")
def listing() -> ResponseReturnValue:
    """List the notices of whoever asks, those that are unread first."""
    with catalog().reading():
        found = inbox.inbox(catalog(), _account())
        units = names(catalog())
        told = [(notice, _sentence(notice, units), _about(notice)) for notice in found]
        return render_template("notices.html", told=told, moments=moments, most=inbox.MOST)


@notices.post("")
def mark() -> ResponseReturnValue:
    """Call all that was shown read, or open one and call it read: what the form names."""
    account, number = _account(), whole(request.form.get("nomor"))
    if number is None:
        inbox.mark_all_read(catalog(), account, whole(request.form.get("sampai")) or 0)
        return redirect(url_for("notices.listing"), 303)
    notice = inbox.one(catalog(), account, number)
    inbox.mark_read(catalog(), account, number)
    return redirect(_address(notice), 303)


def _address(notice: Notice) -> str:
    """Return where stands what a notice is about; the inbox where that has no page."""
    if page := notice_words.ADDRESSES.get(notice.kind):
        return url_for(page, key=notice.subject)
    if listing := notice_words.PLACES.get(notice.kind):
        return url_for(listing, _anchor=notice.subject)
    return url_for("notices.listing")


def unread() -> int | None:
    """Return how many notices are unread; None for whoever has no inbox."""
    account = asking().account
    if account is None:
        return None
    try:
        return inbox.unread(catalog(), account)
    except sqlite3.Error:  # this stands on the page that tells of it, too
        return None


def _sentence(notice: Notice, units: Mapping[str, str]) -> str:
    said = {name: str(value or "") for name, value in notice.detail.items()} | {"kind": notice.kind}
    said["use"] = str(reuse_words.SHORT.get(str(notice.detail.get("use")), ""))
    said["day"] = labels.long_date(said.get("day"))
    said["unit"] = units.get(str(notice.detail.get("unit")), "")
    words = notice_words.SENTENCES.get(notice.kind)
    return str(words) % said if words else notice.kind


def _about(notice: Notice) -> Named | None:
    """Return the asset that a notice is about, where it names one."""
    asset = notice.detail.get("asset")
    return named(asset) if isinstance(asset, str) else None


def _account() -> Account:
    if account := asking().account:
        return account
    raise NotFoundError

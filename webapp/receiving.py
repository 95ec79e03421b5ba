"""Requests that carry files: only whoever may upload sends more than a form, and its files go where they are kept."""

import shutil
import time
from collections.abc import Callable
from datetime import date
from typing import IO, cast

import flask
from flask import Blueprint, Flask, current_app, g, request
from flask.blueprints import BlueprintSetupState

from catalog import attachments, grants, quota, uploads
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import DiskFullError, NotFoundError, RujukanError
from catalog.originals import Incoming
from catalog.receiving import Reception
from indexer import limits
from webapp.language import gettext
from webapp.readiness import ROOM
from webapp.service import asking, catalog, service

ENDPOINT = "uploading.receive"
_ATTACHING = "rujukan.attaching"
_LONG_FORMS = ("uploading.change", "writing.send")
_FORM = 256 * 1024  # bytes of a form of many long fields
_FIELDS = 10  # parts of the form beside its files
MIB = 1 << 20


class Request(flask.Request):
    """A request whose uploaded files stream into the data folder, and nowhere else."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        if self.endpoint in _attaching():
            most = attachments.MOST
        elif self.endpoint == ENDPOINT:
            most = limits.read(service().folder).upload_mb * MIB
        else:
            return super()._get_file_stream(total_content_length, content_type, filename, content_length)
        reception = Reception(service().folder, most)
        g.setdefault("receptions", []).append(reception)
        return cast(IO[bytes], reception)


def install(app: Flask) -> None:
    """Look who sends before anything of the body is read, and delete at the end what was not kept."""
    app.request_class = Request
    app.before_request(_admit)
    app.teardown_request(_let_go)


def attaching(blueprint: Blueprint, view: str, check: Callable[..., object]) -> None:
    """Let the forms of a view bring a file to attach (catalog/attachments.py).

    `check` is called with the arguments of the view before a byte of the body is read, and raises NotFoundError for
    whoever may not send.
    """

    def known(state: BlueprintSetupState) -> None:
        state.app.extensions.setdefault(_ATTACHING, {})[f"{blueprint.name}.{view}"] = check

    blueprint.record(known)


def attached(field: str) -> tuple[Incoming, str] | None:
    """Return the file that a field of such a form brought, and its name; None without one.

    RujukanError `bad_file` for one that is empty or too large.
    """
    file = request.files.get(field)
    if file is None or not file.filename:
        return None
    copy = cast(Reception, file.stream)
    if copy.is_too_large or not copy.bytes:
        most = attachments.MOST // MIB
        told = gettext(
            "Berkas harus berisi, dan paling besar %(most)s MiB. Periksa atau kecilkan berkasnya.", most=most
        )
        raise RujukanError("bad_file", told)
    return copy.received(), file.filename


def writer() -> tuple[Account, tuple[str, ...]]:
    """Return who asks and the units they may upload for today; for all others there is no such page."""
    account = asking().account
    units = writing_units(catalog(), account)
    if account is None or not units:
        raise NotFoundError
    return account, units


def writing_units(opened: Catalog, account: Account | None) -> tuple[str, ...]:
    """Return the units that an account may upload for today."""
    return uploads.units_of(grants.of(opened, account.id), date.today()) if account else ()


def _attaching() -> dict[str, Callable[..., object]]:
    return cast(dict[str, Callable[..., object]], current_app.extensions.get(_ATTACHING, {}))


def _admit() -> None:
    """Let files in from those who may send them; whoever may not is answered before a byte is read."""
    if (check := _attaching().get(request.endpoint or "")) and request.method == "POST":
        check(**(request.view_args or {}))
        _admit_body(attachments.MOST + _FORM)
        return
    if request.endpoint not in (ENDPOINT, *_LONG_FORMS):
        return
    writer()
    if request.endpoint != ENDPOINT:
        request.max_content_length = _FORM
        return
    most = limits.read(service().folder)
    _admit_body(most.upload_body_mb * MIB)
    request.max_form_parts = most.upload_files + _FIELDS


def _admit_body(most: int) -> None:
    """Let a body of so many bytes in, if the disk has room for it and its sender has not sent too much today."""
    length = request.content_length or 0
    if shutil.disk_usage(service().folder.root).free < ROOM + length:
        raise DiskFullError
    account, daily = asking().account, limits.read(service().folder).upload_daily_mb
    if account and quota.sent_bytes(catalog(), account, int(time.time())) + length > daily * MIB:
        told = gettext(
            "Kiriman Anda dalam 24 jam terakhir sudah mendekati batas %(most)s MiB. Kirimkan sisanya besok, atau minta"
            " pengelola layanan mengindeks foldernya.",
            most=daily,
        )
        raise RujukanError("too_much_sent", told)
    request.max_content_length = most


def _let_go(_: BaseException | None) -> None:
    for reception in g.pop("receptions", []):
        reception.close()

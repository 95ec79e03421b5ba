"""Requests that carry files: only whoever may upload sends more than a form, and its files go where they are kept."""

import shutil
from datetime import date
from typing import IO, cast

import flask
from flask import Flask, g, request

from catalog import grants, uploads
from catalog.accounts import Account
from catalog.database import Catalog
from catalog.errors import DiskFullError, NotFoundError
from catalog.receiving import Reception
from indexer import limits
from webapp.readiness import ROOM
from webapp.service import asking, catalog, service

ENDPOINT = "uploading.receive"
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
        if self.endpoint != ENDPOINT:
            return super()._get_file_stream(total_content_length, content_type, filename, content_length)
        reception = Reception(service().folder, limits.read(service().folder).upload_mb * MIB)
        g.setdefault("receptions", []).append(reception)
        return cast(IO[bytes], reception)


def install(app: Flask) -> None:
    """Look who sends before anything of the body is read, and delete at the end what was not kept."""
    app.request_class = Request
    app.before_request(_admit)
    app.teardown_request(_let_go)


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


def _admit() -> None:
    """Let files in from those who may send them; whoever may not is answered before a byte is read."""
    if request.endpoint not in (ENDPOINT, *_LONG_FORMS):
        return
    writer()
    if request.endpoint != ENDPOINT:
        request.max_content_length = _FORM
        return
    most = limits.read(service().folder)
    if shutil.disk_usage(service().folder.root).free < ROOM + (request.content_length or 0):
        raise DiskFullError
    request.max_content_length = most.upload_body_mb * MIB
    request.max_form_parts = most.upload_files + _FIELDS


def _let_go(_: BaseException | None) -> None:
    for reception in g.pop("receptions", []):
        reception.close()

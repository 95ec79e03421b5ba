"""Writing an asset in the page, by the template: it becomes a file like any that is sent, and goes the same way."""

import secrets

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from catalog import uploads, written
from catalog.errors import NotFoundError, RujukanError
from catalog.receiving import Reception
from catalog.units import names
from catalog.uploads import Arrival, Sending
from catalog.written import FORMS, Form
from indexer import limits
from indexer.blank import blank
from webapp import template_words
from webapp.language import gettext
from webapp.receiving import MIB, writer
from webapp.service import catalog, service

writing = Blueprint("writing", __name__, url_prefix="/tulis")

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@writing.get("/<kind>")
def form(kind: str) -> ResponseReturnValue:
    """Show the form of a paper to write."""
    return _form(kind)


@writing.post("/<kind>")
def send(kind: str) -> ResponseReturnValue:
    """Make the paper a file, and take it in like one that was sent."""
    (account, units), wanted = writer(), _wanted(kind)
    unit = request.form.get("unit", "")
    if unit not in units:
        return _form(kind, gettext("Pilih unit pemilik dokumen dari daftar.")), 400
    try:
        made = written.markdown(wanted, request.form)
    except RujukanError as error:
        return _form(kind, error.message), 400
    reception = Reception(service().folder, limits.read(service().folder).upload_mb * MIB)
    try:
        reception.write(made.encode("utf8"))
        arrival = Arrival(written.file_name(wanted, request.form), reception.received())
        token = request.form.get("formulir", "")[: uploads.LONGEST_FORM] or secrets.token_hex(16)
        accepted = uploads.accept(catalog(), Sending(account, unit, token), [arrival])
    finally:
        reception.close()
    return redirect(url_for("uploading.one", key=accepted[0].key), 303)


@writing.get("/<kind>/templat.docx")
def empty(kind: str) -> Response:
    """Send the empty template as a Word file."""
    writer()
    wanted = _wanted(kind)
    return Response(
        blank(wanted),
        mimetype=_DOCX,
        headers={"Content-Disposition": f'attachment; filename="Templat {wanted.head}.docx"'},
    )


def _wanted(kind: str) -> Form:
    if kind not in FORMS:
        raise NotFoundError
    return FORMS[kind]


def _form(kind: str, problem: str = "") -> str:
    account, units = writer()
    named = names(catalog())
    return render_template(
        "write.html",
        kind=kind,
        wanted=_wanted(kind),
        written=written,
        units={code: named[code] for code in units},
        typed=request.form if request.form else {"penyusun": account.name},
        problem=problem,
        token=request.form.get("formulir") or secrets.token_hex(16),
        hints=template_words.HINTS,
    )

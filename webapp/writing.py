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
from programme.community import meetings, minutes
from programme.community.communities import Community
from programme.community.meetings import Meeting
from webapp import template_words
from webapp.borrowed import translated
from webapp.language import gettext
from webapp.programme.communities import keeper
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
    (account, units), wanted, of_meeting = writer(), _wanted(kind), _meeting(kind)
    unit = request.form.get("unit", "")
    if unit not in units:
        return _form(kind, gettext("Pilih unit pemilik dokumen dari daftar.")), 400
    try:
        made = written.markdown(wanted, request.form)
    except RujukanError as error:
        return _form(kind, translated(error.message)), 400
    reception = Reception(service().folder, limits.read(service().folder).upload_mb * MIB)
    try:
        reception.write(made.encode("utf8"))
        arrival = Arrival(written.file_name(wanted, request.form), reception.received())
        token = request.form.get("formulir", "")[: uploads.LONGEST_FORM] or secrets.token_hex(16)
        accepted = uploads.accept(catalog(), Sending(account, unit, token), [arrival])
    finally:
        reception.close()
    if of_meeting:
        community, meeting = of_meeting
        meetings.await_minutes(catalog(), community, meeting.key, accepted[0].id, by=account.login)
    return redirect(url_for("uploading.one", key=accepted[0].key), 303)


@writing.get("/<kind>/templat.docx")
def empty(kind: str) -> Response:
    """Send the empty template as a Word file."""
    writer()
    wanted = _wanted(kind)
    return Response(
        blank(kind),
        mimetype=_DOCX,
        headers={"Content-Disposition": f'attachment; filename="Templat {wanted.head}.docx"'},
    )


def _wanted(kind: str) -> Form:
    if kind not in FORMS:
        raise NotFoundError
    return FORMS[kind]


def _meeting(kind: str) -> tuple[Community, Meeting] | None:
    """Return the meeting whose minutes are written, if one is named: whoever keeps its records writes them."""
    key = request.values.get("pertemuan", "")
    if not key:
        return None
    if kind != minutes.KIND:
        raise NotFoundError
    community, _here, _account = keeper(meetings.community_of(catalog(), key))
    return community, meetings.with_key(catalog(), community.id, key)


def _begun(kind: str, name: str) -> dict[str, str]:
    """Return what a form begins with: who writes, and of minutes what is known from the meeting."""
    of_meeting = _meeting(kind)
    return {"penyusun": name} | (minutes.beginning(catalog(), *of_meeting) if of_meeting else {})


def _form(kind: str, problem: str = "") -> str:
    account, units = writer()
    named = names(catalog())
    return render_template(
        "write.html",
        kind=kind,
        wanted=_wanted(kind),
        written=written,
        units={code: named[code] for code in units},
        typed=request.form if request.form else _begun(kind, account.name),
        meeting=request.values.get("pertemuan", ""),
        problem=problem,
        token=request.form.get("formulir") or secrets.token_hex(16),
        hints=template_words.HINTS,
    )

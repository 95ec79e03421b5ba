"""Sending files in, and what becomes of each: for those who write at a unit, and those who review there."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from catalog import communities, drafts, grants, health, purging, revising, searchability, template, uploads
from catalog.accounts import Account
from catalog.assets import Card
from catalog.errors import NotFoundError, RujukanError
from catalog.receiving import Reception
from catalog.revising import Author, Revised
from catalog.units import names
from catalog.uploads import Arrival, Sending, Upload
from catalog.written import FORMS
from indexer import limits
from webapp import describing, labels, template_words
from webapp.borrowed import translated
from webapp.companions import Companions, companions
from webapp.forms import chosen
from webapp.labels import Badge
from webapp.language import gettext
from webapp.language import lazy_gettext as _
from webapp.receiving import writer, writing_units
from webapp.service import asking, catalog, service

uploading = Blueprint("uploading", __name__, url_prefix="/unggah")

STATES: Mapping[str, Badge] = {
    "menunggu": Badge(_("Menunggu"), "plain"),
    "dibaca": Badge(_("Sedang dibaca"), "plain"),
    "siap": Badge(_("Siap"), "good"),
    "gagal": Badge(_("Gagal"), "bad"),
}
_LISTED = 50


@dataclass(frozen=True)
class Refused:
    """A file that was not taken in, and why."""

    name: str
    reason: str


@uploading.get("")
def listing() -> ResponseReturnValue:
    """Show the form, and what one has sent; with `aset`, the form for a new version of that asset."""
    account, units = writer()
    return _listing(account, units, target=_target(request.args.get("aset", "")))


@uploading.post("")
def receive() -> ResponseReturnValue:
    """Take files in; what is accepted is safe before the answer leaves."""
    account, units = writer()
    arrivals, refused = _arrived(request.files.getlist("berkas"))
    target = _target(request.form.get("aset", ""))
    unit = target.unit if target else request.form.get("unit", "")
    if unit not in units:
        return _problem(account, units, gettext("Pilih unit pemilik dokumen dari daftar."))
    if not arrivals and not refused:
        return _problem(account, units, gettext("Pilih paling sedikit satu berkas."))
    if target and (len(arrivals) != 1 or target.sha256 == arrivals[0].incoming.sha256):
        told = gettext("Versi baru adalah satu berkas yang berbeda dari versi terakhir.")
        return _listing(account, units, told, target=target), 400
    form = request.form.get("formulir", "")[: uploads.LONGEST_FORM] or secrets.token_hex(16)
    sending = Sending(account, unit, form, target.id if target else None)
    accepted = uploads.accept(catalog(), sending, arrivals) if arrivals else []
    if _by_script():
        stored = [{"nama": one.name, "alamat": _address(one)} for one in accepted]
        return jsonify(unggahan=stored, ditolak=[vars(one) for one in refused]), 400 if refused else 200
    if refused:
        return _listing(account, units, refused=refused), 400
    return redirect(_address(accepted[0]) if len(accepted) == 1 else url_for("uploading.listing"), 303)


@uploading.get("/<key>")
def one(key: str) -> ResponseReturnValue:
    """Show what became of an upload."""
    upload, _account = _seen(key)
    if _by_script():
        return jsonify({"keadaan": upload.state})
    return _page(upload)


@uploading.post("/<key>")
def change(key: str) -> ResponseReturnValue:
    """Do one thing to an upload: what the form's `tindakan` names."""
    upload, account = _seen(key)
    act = chosen(_ACTS)
    if not _may_write(upload, account):
        raise NotFoundError
    try:
        return redirect(act(upload, account), 303)
    except NotFoundError:
        raise
    except RujukanError as error:
        return _page(upload, translated(error.message), request.form), 400


@uploading.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Say what may be sent at once; nothing of it was taken in."""
    most = limits.read(service().folder)
    problem = gettext(
        "Kiriman ini terlalu besar: paling banyak %(files)s berkas dan %(size)s MiB sekali unggah."
        " Tidak ada yang tersimpan; kirimlah dalam beberapa bagian.",
        files=most.upload_files,
        size=most.upload_body_mb,
    )
    return _problem(*writer(), problem, status=413)


def _arrived(files: list[FileStorage]) -> tuple[list[Arrival], list[Refused]]:
    """Return the files that can be taken in, and the others; a form sent without a file holds one without a name."""
    arrivals, refused = [], []
    for file in files:
        if not file.filename:
            continue
        copy, name = cast(Reception, file.stream), uploads.spelt_name(file.filename)
        if why := _why_not(copy):
            refused.append(Refused(name, why))
            continue
        incoming = copy.received()
        if purging.is_purged(catalog(), incoming.sha256):
            refused.append(
                Refused(name, gettext("Isi berkas ini telah dimusnahkan untuk selamanya dan tidak diterima lagi."))
            )
        else:
            arrivals.append(Arrival(name, incoming))
    return arrivals, refused


def _why_not(copy: Reception) -> str:
    if copy.is_too_large:
        most = limits.read(service().folder).upload_mb
        size = labels.file_size(copy.bytes)
        return gettext("Berkas ini %(size)s; paling besar %(most)s MiB. Kecilkan atau pecah.", size=size, most=most)
    return "" if copy.bytes else gettext("Berkas ini kosong. Periksa apakah berkasnya benar.")


def _author() -> Author:
    account, units = writer()
    return Author(account, units, asking().scope)


def _target(key: str) -> Revised | None:
    """Return the asset of which a new version is to be sent, None where none is named."""
    return revising.revised(catalog(), key, _author()) if key else None


def _seen(key: str) -> tuple[Upload, Account]:
    """Return an upload and who asks, who may see it; for all others there is no such page."""
    account = asking().account
    if account is None:
        raise NotFoundError
    upload = uploads.with_key(catalog(), key)
    reviews_at = uploads.units_of(grants.of(catalog(), account.id), date.today(), uploads.REVIEWERS)
    if not uploads.is_seen_by(upload, account, reviews_at):
        raise NotFoundError
    return upload, account


def _may_write(upload: Upload, account: Account | None) -> bool:
    """Tell whether an upload is one's own, and one still writes at its unit."""
    is_own = account is not None and account.id in (upload.account, upload.owner)
    return is_own and upload.unit in writing_units(catalog(), account)


def _beside(upload: Upload, card: Card, account: Account) -> Companions:
    author = Author(account, writing_units(catalog(), account), asking().scope)
    return companions(service().searcher_of(catalog()).engine.dense, catalog(), upload, card, author)


def _opens_draft(upload: Upload, account: Account) -> bool:
    try:
        return drafts.draft(catalog(), account, upload.asset or "").version == upload.version
    except NotFoundError:
        return False


def _retry(upload: Upload, account: Account) -> str:
    return _address(uploads.retry(catalog(), upload, by=account.login))


def _discard(upload: Upload, account: Account) -> str:
    uploads.discard(catalog(), upload, by=account.login)
    return url_for("uploading.listing")


def _save(upload: Upload, account: Account) -> str:
    describing.save(catalog(), upload, request.form, account)
    return f"{_address(upload)}?tersimpan=1"


def _make_version(upload: Upload, _account: Account) -> str:
    return _address(revising.make_version(catalog(), upload, request.form.get("aset", ""), _author()))


_ACTS: Mapping[str, Callable[[Upload, Account], str]] = {
    "ulang": _retry,
    "buang": _discard,
    "simpan": _save,
    "versi": _make_version,
}


def _by_script() -> bool:
    return request.accept_mimetypes.best == "application/json"


def _address(upload: Upload) -> str:
    return url_for("uploading.one", key=upload.key)


def _problem(account: Account, units: tuple[str, ...], problem: str, status: int = 400) -> ResponseReturnValue:
    if _by_script():
        return jsonify({"masalah": problem}), status
    return _listing(account, units, problem=problem), status


def _listing(
    account: Account,
    units: tuple[str, ...],
    problem: str = "",
    refused: Sequence[Refused] = (),
    target: Revised | None = None,
) -> str:
    named = names(catalog())
    return render_template(
        "uploads.html",
        units={code: named[code] for code in units},
        sent=uploads.sent_by(catalog(), account.id, _LISTED),
        problem=problem,
        refused=refused,
        target=target,
        forms=FORMS,
        form=secrets.token_hex(16),
        most=limits.read(service().folder),
        states=STATES,
    )


def _page(upload: Upload, problem: str = "", typed: Mapping[str, str] | None = None) -> str:
    account, opened = asking().account, catalog()
    card = describing.card_of(opened, upload)
    told: dict[str, object] = {"nobody_works": not card and not health.worker_alive(opened)}
    if card and account:
        told = {
            "pages": searchability.pages(opened, card.version_id),
            "described": describing.described(opened, upload, card, account.name),
            "completeness": template.completeness(opened, card.version_id),
            "communities": communities.names(opened),
            "template": template,
            "words": template_words,
            "opens": _opens_draft(upload, account),
            "beside": _beside(upload, card, account),
        }
    return render_template(
        "upload.html",
        upload=upload,
        card=card,
        may_write=_may_write(upload, account),
        problem=problem,
        typed=typed,
        states=STATES,
        **told,
    )

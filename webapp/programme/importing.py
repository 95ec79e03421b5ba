"""Import of records for those who steer: a file is rehearsed first, and then just that file is applied."""

import re
from pathlib import Path

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from catalog.accounts import Account
from catalog.errors import NotFoundError, RujukanError
from catalog.originals import Incoming
from programme.records import exporting, importing
from programme.records.importing import Report
from programme.records.importing_file import MOST_BYTES, MOST_ROWS
from programme.records.importing_kinds import KINDS_BY_NAME
from programme.stale import StaleError
from webapp.borrowed import translated
from webapp.language import gettext
from webapp.programme import record_words
from webapp.programme.steering import steering
from webapp.receiving import attached, attaching
from webapp.service import catalog, service

imports = Blueprint("imports", __name__, url_prefix="/impor")

_SHA256 = re.compile(r"[0-9a-f]{64}")
_SHOWN = 500  # problems on one page

attaching(imports, "rehearse", steering)


@imports.get("")
def form() -> ResponseReturnValue:
    """Show the form, and what the last import did."""
    steering()
    done = {name: request.args.get(name, 0, type=int) for name in ("baru", "berubah", "tetap")}
    return _page(done=done if "baru" in request.args else None)


@imports.post("")
def rehearse() -> ResponseReturnValue:
    """Tell what a file would do, or every problem it has; it is kept aside for a day, to be applied."""
    account, chosen = steering(), request.form.get("jenis", "")
    try:
        kind = importing.kind_named(chosen)
        file = attached("berkas")
        if file is None:
            return _page(chosen, gettext("Pilih berkas CSV atau XLSX.")), 400
        report = importing.rehearse(catalog(), kind, file[0].path.read_bytes())
    except NotFoundError:
        raise
    except RujukanError as error:
        return _page(chosen, translated(error.message)), 400
    if report.new + report.changed and not report.problems:
        _keep(account, file[0])
    return _page(chosen, report=report, name=file[1]), 400 if report.problems else 200


@imports.post("/terapkan")
def apply() -> ResponseReturnValue:
    """Apply the very file that was rehearsed; one that is not kept any more is asked for again."""
    account, chosen = steering(), request.form.get("jenis", "")
    place = _place(account, request.form.get("sha256", ""))
    try:
        kind, content = importing.kind_named(chosen), place.read_bytes()
        report = importing.apply(catalog(), kind, content, by=account.login, seen=request.form.get("uji", ""))
    except StaleError:
        told = gettext("Belum diterapkan: catatannya berubah sejak berkas ini diuji. Inilah hasil ujinya sekarang.")
        return _page(chosen, told, report=importing.rehearse(catalog(), kind, content)), 409
    except FileNotFoundError:
        return _page(chosen, gettext("Berkas yang diuji tidak disimpan lagi. Unggah sekali lagi.")), 400
    except RujukanError as error:
        return _page(chosen, translated(error.message)), 400
    if report.problems:  # what it names has changed since
        return _page(chosen, report=report, name=""), 400
    place.unlink(missing_ok=True)
    did = url_for("imports.form", baru=report.new, berubah=report.changed, tetap=report.unchanged)
    return redirect(did, 303)


@imports.get("/templat/<name>.csv")
def template(name: str) -> ResponseReturnValue:
    """Give an empty file with the heading of a kind."""
    steering()
    if name not in KINDS_BY_NAME:
        raise NotFoundError
    return download(exporting.template(name), f"{name}.csv")


@imports.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Say what may be sent; nothing of it was read."""
    told = gettext("Berkas paling besar %(size)s MiB. Pecah menjadi beberapa berkas.", size=MOST_BYTES >> 20)
    return _page(problem=told), 413


def download(content: bytes, name: str) -> Response:
    """Return a file to be saved under a name."""
    kind = "text/csv; charset=utf-8" if name.endswith("csv") else "application/vnd.ms-excel"
    if name.endswith("xlsx"):
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    headers = {"Content-Disposition": f'attachment; filename="rujukan-{name}"', "Cache-Control": "no-store"}
    return Response(content, mimetype=kind, headers=headers)


def _keep(account: Account, incoming: Incoming) -> None:
    """Keep a rehearsed file where copies of killed requests lie, which are swept after a day; one for each account."""
    place = _place(account, incoming.sha256)
    for old in place.parent.glob(f"impor.{account.id}.*"):
        old.unlink(missing_ok=True)
    incoming.path.replace(place)


def _place(account: Account, sha256: str) -> Path:
    if not _SHA256.fullmatch(sha256):
        raise NotFoundError
    return service().folder.received / f"impor.{account.id}.{sha256}"


def _page(
    chosen: str = "",
    problem: str = "",
    report: Report | None = None,
    name: str = "",
    done: dict[str, int] | None = None,
) -> str:
    return render_template(
        "import.html",
        kinds=KINDS_BY_NAME,
        titles=record_words.TITLES,
        chosen=chosen,
        problem=problem,
        report=report,
        name=name,
        done=done,
        shown=_SHOWN,
        most_mib=MOST_BYTES >> 20,
        most_rows=MOST_ROWS,
        told=translated,
    )

"""The pages of assessments: what waits for whoever asks, the sheet of one, its evidence, and the form to print."""

from datetime import date

from flask import Blueprint, Response, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from catalog import originals
from catalog.accounts import Account
from catalog.errors import NotFoundError, RujukanError
from programme.assessment import (
    appraisal_evidence,
    appraisal_export,
    appraisal_steps,
    appraisal_values,
    cycles,
    followups,
    juries,
)
from programme.assessment.appraisal_computed import quarter_of
from programme.assessment.appraisal_desk import desk
from programme.assessment.appraisal_sheet import Sheet, history, sheet
from programme.assessment.appraisals import Appraisal, opened
from programme.community import communities as records
from programme.maturity import instrument as instruments
from programme.standing import Standing
from webapp import moments, place
from webapp.borrowed import translated
from webapp.forms import chosen, typed
from webapp.language import gettext
from webapp.pages import file_name
from webapp.programme import appraisal_acts, appraisal_records, appraisal_words, as_opened
from webapp.programme.appraisal_acts import Act
from webapp.receiving import attached, attaching
from webapp.service import asking, catalog, service

appraisals = Blueprint("appraisals", __name__, url_prefix="/penilaian")

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TABLES = {"csv": ("text/csv", appraisal_export.as_csv), "xlsx": (_XLSX, appraisal_export.as_workbook)}


@appraisals.get("")
def listing() -> ResponseReturnValue:
    """List the appraisals that whoever asks may open, with what waits for them; whoever steers opens cycles here."""
    return _listing(_account())


@appraisals.post("")
def begin() -> ResponseReturnValue:
    """Open the cycle that the form names, for one community or all."""
    account = _account()
    if not cycles.may_open(catalog(), account):
        raise NotFoundError
    year, light = place.whole(request.form.get("tahun")) or 0, request.form.get("jenis") == "ringan"
    chosen = request.form.get("komunitas", "")
    try:
        if chosen and place.whole(chosen) is None:
            raise NotFoundError
        cycles.open_cycle(catalog(), year, light=light, community=place.whole(chosen), by=account.login)
    except NotFoundError:
        raise
    except RujukanError as error:
        return _listing(account, translated(error.message)), 400
    return redirect(url_for("appraisals.listing", tahun=year, jenis="ringan" if light else "lengkap"), 303)


@appraisals.get("/formulir")
def blank() -> ResponseReturnValue:
    """Show the empty form of the instrument in force, made to be printed."""
    return render_template("appraisal_blank.html", instrument=instruments.in_force(catalog()), words=appraisal_words)


@appraisals.get("/<key>")
def one(key: str) -> ResponseReturnValue:
    """Show the sheet of an appraisal, with the steps that whoever asks may take."""
    return shown(key)


@appraisals.post("/<key>")
def step(key: str) -> ResponseReturnValue:
    """Take the step that the form's `tindakan` names."""
    account = _account()
    act, name = chosen(appraisal_acts.ACTS), typed("tindakan")
    try:
        anchor = _step(account, key, act, name)
    except NotFoundError:
        raise
    except RujukanError as error:
        return shown(key, translated(error.message)), as_opened.status(error)
    return redirect(url_for("appraisals.one", key=key, _anchor=anchor or None), 303)


def _step(account: Account, key: str, act: Act, name: str) -> str | None:
    """Take a step; where others may have changed what it is about, only if that is as it was opened."""
    if name not in appraisal_records.GUARDED:
        return act(catalog(), account, key, request.form)
    given = appraisal_acts.entries(request.form)
    return as_opened.save_record(
        lambda: appraisal_records.now(catalog(), account, key, name, given),
        lambda: act(catalog(), account, key, request.form),
    )


@appraisals.post("/<key>/bukti")
def attach(key: str) -> ResponseReturnValue:
    """Take in a file as evidence."""
    account = _account()
    claim = appraisal_evidence.Claim(
        *(request.form.get(name, "") for name in ("indikator", "level", "hari", "catatan"))
    )
    try:
        file = attached("berkas")
        if file is None:
            return shown(key, gettext("Pilih berkas buktinya.")), 400
        appraisal_evidence.add(catalog(), account, key, claim, file)
    except NotFoundError:
        raise
    except RujukanError as error:
        return shown(key, translated(error.message)), as_opened.status(error)
    return redirect(url_for("appraisals.one", key=key, _anchor=f"i{claim.indicator}"), 303)


@appraisals.get("/<key>/bukti/<int:number>")
def evidence(key: str, number: int) -> Response:
    """Send a file of evidence, to be saved and never shown within the page."""
    appraisal, _ = _opened(key)
    found = appraisal_evidence.with_number(catalog(), appraisal, number)
    file = originals.place_of(service().folder, found.sha256)
    if not file.is_file():
        raise RujukanError("original_missing", f"Berkas {file} tidak ada. Jalankan `rujukan verify`.")
    return send_file(
        file,
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name=file_name(found.name),
        etag=found.sha256,
    )


@appraisals.get("/<key>/lembar.<any(csv, xlsx):form>")
def table(key: str, form: str) -> Response:
    """Send the sheet as a table, as whoever asks may see it."""
    appraisal, held = _opened(key)
    media_type, made = _TABLES[form]
    content = made(sheet(catalog(), _account(), appraisal, held))
    named = f'attachment; filename="penilaian-{appraisal.year}-{appraisal.key}.{form}"'
    return Response(content, mimetype=media_type, headers={"Content-Disposition": named})


def shown(key: str, problem: str = "") -> str:
    """Return the page of an appraisal, with what went wrong, if anything did."""
    account, (appraisal, held) = _account(), _opened(key)
    with catalog().reading():
        told = sheet(catalog(), account, appraisal, held)
        return render_template(
            "appraisal.html",
            sheet=told,
            appraisal=appraisal,
            held=held,
            problem=problem,
            typed=request.form if problem else {},
            missing=appraisal_steps.problems(catalog(), appraisal) if "isi" in told.turns else [],
            eligible=juries.eligible(catalog(), appraisal) if "tetapkan" in told.turns else [],
            seated={seat.login: seat for seat in told.jury},
            advice=followups.of(catalog(), appraisal),
            history=history(catalog(), appraisal),
            record=appraisal_records.reader(catalog(), account, appraisal),
            asked=_asked(told),
            rules=appraisal_values,
            quarter=quarter_of(appraisal),
            today=date.today().isoformat(),
            words=appraisal_words,
            moments=moments,
        )


def _asked(told: Sheet) -> str:
    """Return which sheet whoever asks fills in now, "" for none."""
    return next((name for name in ("isi", "verifikasi", "nilai", "putuskan") if name in told.turns), "")


def _listing(account: Account, problem: str = "") -> str:
    found = desk(catalog(), account)
    steers = cycles.may_open(catalog(), account)
    year, light = _cycle()
    return render_template(
        "appraisals.html",
        found=found,
        steers=steers,
        year=year,
        light=light,
        cycle=cycles.overview(catalog(), year, light=light) if steers else None,
        cycles=cycles.known(catalog()) if steers else [],
        communities=[one.community for one in records.listing(catalog())] if steers else [],
        problem=problem,
        words=appraisal_words,
    )


def _cycle() -> tuple[int, bool]:
    """Return the year and kind of the cycle that the address names, that of this year unless it does."""
    year = place.whole(request.args.get("tahun")) or 0
    known = date.min.year < year < date.max.year
    return year if known else date.today().year, request.args.get("jenis") == "ringan"


def _opened(key: str) -> tuple[Appraisal, Standing]:
    return opened(catalog(), asking().account, key)


def _account() -> Account:
    if account := asking().account:
        return account
    raise NotFoundError


attaching(appraisals, "attach", _opened)

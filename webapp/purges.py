"""Ordering that a withdrawn paper is purged, and the certificate of what was removed."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from catalog import purging
from catalog.errors import NotFoundError, RujukanError
from catalog.units import all_units
from webapp import desk, job_words, moments
from webapp.borrowed import translated
from webapp.service import asking, catalog

purges = Blueprint("purges", __name__)


@purges.post("/naskah/<key>/musnahkan")
def order(key: str) -> ResponseReturnValue:
    """Order the purge of a withdrawn paper, if its title was typed and a reason was given."""
    account = asking().account
    if account is None:
        raise NotFoundError
    typed = (request.form.get(name, "") for name in ("judul", "alasan"))
    try:
        made = purging.order(catalog(), account, key, *typed)
    except NotFoundError:
        raise
    except RujukanError as error:
        return desk.shown(key, translated(error.message)), 400
    return redirect(url_for("purges.certificate", key=made), 303)


@purges.get("/pemusnahan/<key>")
def certificate(key: str) -> ResponseReturnValue:
    """Show what was removed, when, and by whose order; or how far the order is."""
    told = purging.certificate(catalog(), asking().account, key)
    units = {unit.code: unit for unit in all_units(catalog())}
    return render_template("certificate.html", told=told, units=units, moments=moments, words=job_words)

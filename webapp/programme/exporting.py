"""Export of records for those who steer: each kind, or all of them in one workbook."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from catalog import trail
from catalog.errors import NotFoundError
from programme.records import exporting
from webapp.programme import record_words
from webapp.programme.importing import download
from webapp.programme.steering import steering
from webapp.service import catalog

exports = Blueprint("exports", __name__, url_prefix="/ekspor")


@exports.get("")
def listing() -> ResponseReturnValue:
    """Offer every kind of record."""
    steering()
    return render_template("export.html", names=exporting.names(), titles=record_words.TITLES)


@exports.post("/<name>.<form>")
def file(name: str, form: str) -> ResponseReturnValue:
    """Give a kind of record, or `semua`; names of persons stand in it, so the trail tells who took it."""
    account = steering()
    chosen = exporting.names() if name == "semua" else (name,)
    if form not in exporting.FORMATS or (form, name) == ("csv", "semua") or not set(chosen) <= set(exporting.names()):
        raise NotFoundError
    with catalog().reading():
        content = exporting.as_workbook(catalog(), chosen) if form == "xlsx" else exporting.as_csv(catalog(), name)
    trail.append(catalog(), account.login, "programme.export", name, format=form)
    return download(content, f"{name}.{form}")

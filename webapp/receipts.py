"""The page on which whoever reported something without an account looks up, by a receipt, what came of it."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from catalog import receipts
from catalog.errors import NotFoundError
from webapp.language import gettext
from webapp.service import asking, catalog

page = Blueprint("receipts", __name__, url_prefix="/resi-laporan")


@page.get("")
def one() -> ResponseReturnValue:
    """Show what a receipt tells, or the form to type it; what is none and what is too old answer alike."""
    if not asking().accounts_exist:
        raise NotFoundError
    typed = request.args.get("resi", "")
    if not typed.strip():
        return _shown()
    try:
        return _shown(receipts.told(catalog(), typed))
    except NotFoundError:
        return _shown(problem=gettext("Resi ini tidak dikenal, atau sudah tidak berlaku.")), 404


def _shown(told: receipts.Told | None = None, problem: str = "") -> str:
    return render_template("receipt.html", told=told, problem=problem, days=receipts.DAYS)

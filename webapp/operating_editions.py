"""The operator's page of editions: what answers, what is built beside it, and the orders to compare and to switch."""

from collections.abc import Mapping

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from catalog import editions as known
from catalog import generations, job_orders
from catalog.editions import Edition
from catalog.errors import RujukanError
from webapp.borrowed import translated
from webapp.forms import chosen
from webapp.labels import Badge
from webapp.language import lazy_gettext as _
from webapp.operator_view import operator, page
from webapp.service import catalog

editions = Blueprint("editions", __name__, url_prefix="/edisi")

STATES: Mapping[str, Badge] = {
    "current": Badge(_("Menjawab"), "good"),
    "shadow": Badge(_("Bayangan"), "plain"),
    "previous": Badge(_("Sebelumnya"), "plain"),
    "retired": Badge(_("Sedang dihapus"), "care"),
}
ORDERS: Mapping[str, str] = {"banding": "compare", "alih": "switch", "kembali": "rollback", "hapus": "reclaim"}


@editions.get("")
def listing() -> str:
    """Show all editions, with what may be done about them."""
    return _listing()


@editions.post("")
def order() -> ResponseReturnValue:
    """Order what the form's `tindakan` names; the worker checks again when it takes it up."""
    kind = chosen(ORDERS)
    try:
        args = job_orders.edition_change(catalog(), kind, shadow=request.form.get("bayangan") == "1")
        job = job_orders.order(catalog(), kind, args, by=operator())
    except RujukanError as error:
        return _listing(translated(error.message)), 400
    return redirect(url_for("operating.one", number=job.id), 303)


def _listing(problem: str = "") -> str:
    with catalog().reading():
        found = known.listing(catalog())
        return page(
            "operator_editions.html",
            found=[(edition, known.passages(catalog(), edition), _base(edition)) for edition in found],
            by_state={edition.state: edition for edition in found},
            states=STATES,
            problem=problem,
        )


def _base(edition: Edition) -> generations.Generation | None:
    return generations.current(catalog(), edition.vectors)

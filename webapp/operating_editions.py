"""The operator's page of editions: what answers, what is built beside it, and the orders to compare and to switch."""

from collections.abc import Callable, Mapping

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from catalog import editions as known
from catalog import generations, job_orders, service_settings
from catalog.editions import Edition
from catalog.errors import NotFoundError, RujukanError
from catalog.generations import Generation
from catalog.job_orders import Args, Wanted
from engine.generation import Generations, Told
from search.opening import BUNDLED
from webapp.borrowed import translated
from webapp.forms import chosen, number, typed
from webapp.labels import Badge
from webapp.language import lazy_gettext as _
from webapp.operator_view import operator, page
from webapp.service import catalog, service

editions = Blueprint("editions", __name__, url_prefix="/edisi")

STATES: Mapping[str, Badge] = {
    "current": Badge(_("Menjawab"), "good"),
    "shadow": Badge(_("Bayangan"), "plain"),
    "previous": Badge(_("Sebelumnya"), "plain"),
    "retired": Badge(_("Sedang dihapus"), "care"),
}
CHANGES: Mapping[str, str] = {"banding": "compare", "alih": "switch", "kembali": "rollback", "hapus": "reclaim"}
SEARCHED: Mapping[str, str] = {"hnsw": _("graf HNSW"), "sketched": _("sketsa"), "flat": _("eksak")}
"""How a base of vectors is searched."""


@editions.get("")
def listing() -> str:
    """Show all editions, with what may be done about them."""
    return _listing()


@editions.post("")
def order() -> ResponseReturnValue:
    """Order what the form's `tindakan` names; the worker checks again when it takes it up."""
    act = chosen(_ACTS)
    try:
        kind, args = act()
        job = job_orders.order(catalog(), kind, args, by=operator())
    except NotFoundError:
        raise
    except RujukanError as error:
        return _listing(translated(error.message)), 400
    return redirect(url_for("operating.one", number=job.id), 303)


def _change() -> tuple[str, Args]:
    kind = CHANGES[typed("tindakan")]
    return kind, job_orders.edition_change(catalog(), kind, shadow=typed("bayangan") == "1")


def _estimate() -> tuple[str, Args]:
    wanted = Wanted(typed("model"), typed("kata"), typed("tumpang"))
    return job_orders.ESTIMATE, job_orders.new_edition(catalog(), wanted, models())


def _build() -> tuple[str, Args]:
    """Order just what a job has estimated: what a form says of it counts for nothing."""
    return "reindex", job_orders.estimated(catalog(), number("taksiran"))


_ACTS: Mapping[str, Callable[[], tuple[str, Args]]] = {
    **dict.fromkeys(CHANGES, _change),
    "taksir": _estimate,
    "bangun": _build,
}


def models() -> tuple[str, ...]:
    """Return the models that may be chosen here: the bundled one, and those that the settings name."""
    return (BUNDLED, *service_settings.read(service().folder).models)


def _listing(problem: str = "") -> str:
    with catalog().reading():
        found = known.listing(catalog())
        return page(
            "operator_editions.html",
            found=[(edition, known.passages(catalog(), edition), *_base(edition)) for edition in found],
            searched=SEARCHED,
            models=models(),
            typed=request.form,
            most=job_orders.WORDS,
            by_state={edition.state: edition for edition in found},
            states=STATES,
            problem=problem,
        )


def _base(edition: Edition) -> tuple[Generation | None, Told | None]:
    """Return the base that an edition is searched by, and what was measured of it."""
    base = generations.current(catalog(), edition.vectors)
    files = Generations(service().folder.index, edition.model.id, edition.model.width, threads=1)
    return base, files.told(base) if base else None

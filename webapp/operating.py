"""The operator's pages: how the service is and what its jobs do. For whoever is no operator today there are none."""

from collections.abc import Callable, Mapping

from flask import Blueprint, Response, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from catalog import job_orders, job_requests, jobs, overview, trail, uploads
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.health import health
from catalog.jobs import Job
from catalog.units import all_units
from webapp import attention, charts, job_words
from webapp.borrowed import translated
from webapp.forms import chosen, typed
from webapp.operating_audit import audit
from webapp.operating_editions import editions
from webapp.operating_files import files
from webapp.operator_view import PER_PAGE, first_of_page, last_page, operator, page
from webapp.service import asking, catalog

operating = Blueprint("operating", __name__, url_prefix="/operator")

REFRESH = 10
"""Seconds between two loads of a page that its visitor asked to follow."""
_DAYS = 7
_ITEMS = 200  # of a job's items that were not read whole, shown on its page
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "aktif": ("running", "pending", "interrupted"),
    "gagal": ("failed", "interrupted"),
    "selesai": ("done", "cancelled"),
}


@operating.before_request
def only_operators() -> None:
    """Let nobody but operators of today reach any page below; all others find none."""
    if "operator" not in asking().roles:
        raise NotFoundError


@operating.get("")
def overall() -> str:
    """Tell how the service is."""
    with catalog().reading():
        units = {unit.code: unit.short or unit.name for unit in all_units(catalog())}
        files = {units.get(code, code): counts for code, counts in overview.files_by_unit(catalog()).items()}
        seen, now = overview.overview(catalog()), health(catalog())
        return page(
            "operator.html",
            seen=seen,
            health=now,
            notices=attention.notices(now, seen),
            files=charts.bars(files),
            days=charts.bars(job_requests.ended_by_day(catalog(), _DAYS)),
        )


@operating.get("/pekerjaan")
def listing() -> ResponseReturnValue:
    """List jobs, the youngest first, with the forms that order one."""
    return _listing()


@operating.post("/pekerjaan")
def order() -> ResponseReturnValue:
    """Order a job: to index again what was chosen, to verify, or to read a failed upload once more."""
    act = chosen(_ORDERS)
    try:
        number = act()
    except NotFoundError:
        raise
    except RujukanError as error:
        return _listing(translated(error.message)), 400
    return redirect(url_for("operating.one", number=number), 303)


def _verification() -> int:
    return job_orders.order(catalog(), "verify", {"all": bool(typed("semua"))}, by=operator()).id


def _indexing() -> int:
    wanted = job_orders.reindex(catalog(), typed("apa"), typed("jenis") or None, typed("unit") or None)
    return job_orders.order(catalog(), "reindex", wanted, by=operator()).id


def _one_file() -> int:
    wanted = job_orders.one_file(catalog(), typed("sumber"), typed("berkas"))
    return job_orders.order(catalog(), "reindex", wanted, by=operator()).id


def _upload() -> int:
    return uploads.retry(catalog(), uploads.with_key(catalog(), typed("unggahan")), by=operator()).job


_ORDERS: Mapping[str, Callable[[], int]] = {
    "periksa": _verification,
    "indeks": _indexing,
    "satu": _one_file,
    "unggahan": _upload,
}


@operating.get("/pekerjaan/<int(max=999999999):number>")
def one(number: int) -> ResponseReturnValue:
    """Show a job with its items; one that is not over may be followed."""
    return _one(_named(number))


@operating.post("/pekerjaan/<int(max=999999999):number>")
def steer(number: int) -> ResponseReturnValue:
    """Ask something of a job: what the form's `tindakan` names."""
    job, (ask, told) = _named(number), chosen(_ACTS)
    try:
        with catalog().writing():
            ask(catalog(), job.id)
            trail.append(catalog(), operator(), told, str(job.id))
    except RujukanError as error:
        return _one(job, translated(error.message)), 400
    return redirect(url_for("operating.one", number=job.id), 303)


_ACTS: Mapping[str, tuple[Callable[[Catalog, int], Job], str]] = {
    "ulang": (job_requests.retry, "job.retry"),
    "batal": (job_requests.cancel, "job.cancel"),
    "jeda": (job_requests.pause, "job.pause"),
    "lanjut": (job_requests.resume, "job.resume"),
}


def _named(number: int) -> Job:
    try:
        return jobs.get(catalog(), number)
    except RujukanError as error:
        raise NotFoundError from error


def _listing(problem: str = "") -> str:
    group = request.args.get("keadaan", "")
    number, before = first_of_page()
    with catalog().reading():
        found, count = job_requests.page(catalog(), _GROUPS.get(group, tuple(job_words.STATES)), before, PER_PAGE)
        return page(
            "operator_jobs.html",
            found=found,
            group=group if group in _GROUPS else "",
            number=number,
            last=last_page(count),
            counts=job_requests.by_state(catalog()),
            units=all_units(catalog()),
            problem=problem,
            typed=request.form,
        )


def _one(job: Job, problem: str = "") -> Response:
    result = job_requests.result(catalog(), job.id) or {}
    items = [item for item in result.get("items", ()) if item["reason"] or item["pages_unsearchable"]]
    items.sort(key=lambda item: list(job_words.OUTCOMES).index(item["outcome"]), reverse=True)
    over = job.state not in ("pending", "running")
    follows = request.args.get("ikuti") == "1" and not over
    shown = page(
        "operator_job.html",
        job=job,
        result=result,
        items=items[:_ITEMS],
        more=max(0, len(items) - _ITEMS),
        over=over,
        follows=follows,
        every=REFRESH,
        problem=problem,
    )
    response = make_response(shown)
    if follows:  # only where the visitor asked for it, and with a link that ends it (WCAG 2.2.1)
        response.headers["Refresh"] = str(REFRESH)
    return response


for below in (files, editions, audit):
    operating.register_blueprint(below)

"""Staff counts of the units, for those who steer: what is known by quarter, what is missing, and recording one."""

from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from catalog.errors import RujukanError
from programme.inputs import staff_counts
from programme.inputs.staff_counts import Said
from programme.quarters import Quarter
from webapp.borrowed import translated
from webapp.forms import typed
from webapp.moments import moment
from webapp.programme import community_words
from webapp.programme.steering import steering
from webapp.service import catalog

staff = Blueprint("staff", __name__, url_prefix="/pegawai")

_OFFERED = 12  # quarters back that the form offers


@staff.get("")
def page() -> ResponseReturnValue:
    """Show the counts of all units, and with `unit` all that was ever said of one."""
    steering()
    return _page(request.args.get("unit", ""))


@staff.post("")
def record() -> ResponseReturnValue:
    """Record a count, in place of what was known."""
    account = steering()
    said = Said(typed("unit"), typed("triwulan"), typed("pegawai"), typed("sumber"))
    try:
        staff_counts.record(catalog(), said, date.today(), by=account.login)
    except RujukanError as error:
        return _page(said.unit, translated(error.message)), 400
    return redirect(url_for("staff.page", unit=said.unit, _anchor="riwayat"), 303)


def _page(unit: str, problem: str = "") -> str:
    today = date.today()
    with catalog().reading():
        known = staff_counts.known(catalog(), today)
        chosen = next((one.unit for one in known if one.unit.code == unit), None)
        return render_template(
            "staff.html",
            known=known,
            quarters=staff_counts.usable(today),
            offered=Quarter.of(today).up_to(_OFFERED)[::-1],
            chosen=chosen,
            recorded=staff_counts.recorded(catalog(), chosen.code) if chosen else [],
            words=community_words,
            moment=moment,
            typed=request.form,
            problem=problem,
        )

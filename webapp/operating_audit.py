"""The operator's page of the audit trail: who did what to whom, and whether the chain is whole."""

from flask import Blueprint, request

from catalog import trail
from webapp.operator_view import PER_PAGE, first_of_page, last_page, page
from webapp.service import catalog

audit = Blueprint("audit", __name__, url_prefix="/jejak")

CHECKED = 5_000
"""Rows up to which the whole chain is computed for every look, a few hundredths of a second; above, when asked."""


@audit.get("")
def listing() -> str:
    """List the youngest rows, of one person or one action if told."""
    actor, action = (request.args.get(name, "").strip()[:64] for name in ("pelaku", "tindakan"))
    number, before = first_of_page()
    with catalog().reading():
        found, count = trail.page(catalog(), actor, action, before, PER_PAGE)
        youngest = next(iter(trail.latest(catalog(), 1)), None)
        checks = request.args.get("periksa") == "1" or youngest is None or youngest.seq <= CHECKED
        return page(
            "operator_trail.html",
            found=found,
            youngest=youngest,
            broken=list(trail.broken(catalog())) if checks else None,
            actions=trail.actions(catalog()),
            asked={"pelaku": actor, "tindakan": action},
            number=number,
            last=last_page(count),
        )

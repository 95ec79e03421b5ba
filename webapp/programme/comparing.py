"""Two papers side by side by their headings; whoever does not see both finds no such page."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Flask, render_template, request
from flask.typing import ResponseReturnValue

from catalog.units import all_units
from programme.reusing import headings
from programme.reusing.headings import Match
from webapp import diffing
from webapp.diffing import Difference
from webapp.labels import Badge
from webapp.language import lazy_gettext as _
from webapp.programme.reuse import asset_key
from webapp.service import card_of, catalog

comparing = Blueprint("comparing", __name__)

STATES: Mapping[str, Badge] = {
    "sama": Badge(_("Sama"), "good"),
    "beda": Badge(_("Berbeda"), "care"),
    "hanya_lama": Badge(_("Hanya di naskah pertama"), "plain"),
    "hanya_baru": Badge(_("Hanya di naskah kedua"), "plain"),
}


@dataclass(frozen=True)
class Compared:
    """A section, and line by line what differs in it; None for the same on both sides and for one that is too long."""

    match: Match
    difference: Difference | None


def install(app: Flask) -> None:
    """Put the page among the others, and let pages link to it from papers whose sections are known."""
    app.register_blueprint(comparing)
    app.jinja_env.globals["compared_kinds"] = headings.COMPARED


@comparing.get("/banding")
def compare() -> ResponseReturnValue:
    """Show two versions by heading: what is the same, what one of them lacks, and what differs."""
    with catalog().reading():
        first, second = (
            card_of(asset_key(request.args.get(name, "")), request.args.get(f"versi_{name}")) for name in ("a", "b")
        )
        matches = headings.compare(catalog(), first, second)
        units = {unit.code: unit for unit in all_units(catalog())}
    found = [Compared(match, _difference(match)) for match in matches]
    counts = {state: sum(match.state == state for match in matches) for state in STATES}
    return render_template(
        "comparison.html", first=first, second=second, found=found, counts=counts, states=STATES, units=units
    )


def _difference(match: Match) -> Difference | None:
    return None if match.state == "sama" else diffing.difference(match.old, match.new)

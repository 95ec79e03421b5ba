"""Communities of practice: the list of all, and the page of each. What holds names is for those inside alone."""

from datetime import date

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from catalog import community_assets
from catalog.communities import maturity
from catalog.units import names
from programme import communities as records
from programme.communities import Community
from programme.standing import Standing, standing
from webapp import labels
from webapp.labels import Badge
from webapp.language import gettext
from webapp.service import asking, catalog, service

communities = Blueprint("communities", __name__, url_prefix="/komunitas")

_NEWEST = 10
_LONGEST = 100  # characters of a filter that are read


@communities.get("")
def listing() -> ResponseReturnValue:
    """List all communities, with `q` those that speak of it."""
    text = request.args.get("q", "")[:_LONGEST]
    return render_template(
        "communities.html",
        found=records.listing(catalog(), text),
        text=text,
        units=names(catalog()),
        decree_badge=decree_badge,
        fewest=records.FEWEST,
    )


@communities.get("/<int:number>")
def one(number: int) -> ResponseReturnValue:
    """Show a community."""
    community, here = opened(number)
    scope = service().scope
    with catalog().reading():
        return render_template(
            "community.html",
            community=community,
            standing=here,
            unit=names(catalog()).get(community.unit or ""),
            maturity=maturity(catalog(), community.name),
            counted=community_assets.counted(catalog(), community.id, scope),
            assets=community_assets.newest(catalog(), community.id, scope, _NEWEST),
            decree_badge=decree_badge,
        )


def opened(number: int) -> tuple[Community, Standing]:
    """Return the community of that id, and what whoever asks is to it today; NotFoundError if there is none."""
    community = records.with_id(catalog(), number)
    return community, standing(catalog(), asking().account, community.id)


def decree_badge(community: Community) -> Badge:
    """Return in words whether a community has a decree, and for how long."""
    state = community.decree_state(date.today())
    until = labels.long_date(community.decree_valid_to)
    if state == "tanpa":
        return Badge(gettext("Belum ada SK"), "plain")
    if state == "tanpa_batas":
        return Badge(gettext("Akhir masa berlaku SK belum dicatat"), "plain")
    if state == "berakhir":
        return Badge(gettext("SK berakhir %(day)s", day=until), "bad")
    return Badge(gettext("SK berlaku sampai %(day)s", day=until), "good")

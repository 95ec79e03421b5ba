"""Communities of practice: the list of all, and the page of each. What holds names is for those inside alone."""

from datetime import date

from flask import Blueprint, Response, render_template, request, send_file
from flask.typing import ResponseReturnValue

from catalog import attachments, community_assets, originals
from catalog.accounts import Account
from catalog.communities import maturity
from catalog.errors import NotFoundError, RujukanError
from catalog.units import names
from programme.community import activity, meetings, members, mentoring, plans
from programme.community import communities as records
from programme.community.communities import Community
from programme.standing import Standing, standing
from search.understanding.understand import LONGEST
from webapp import charts
from webapp.programme import community_words
from webapp.service import asking, catalog, service

communities = Blueprint("communities", __name__, url_prefix="/komunitas")

_NEWEST = 10  # assets
_MEETINGS = 5  # of those that were held
_SESSIONS = 6
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
        words=community_words,
        fewest=records.FEWEST,
    )


@communities.get("/<int:number>")
def one(number: int) -> ResponseReturnValue:
    """Show a community."""
    with catalog().reading():
        community, here = opened(number)
        return render_template(
            "community.html",
            community=community,
            standing=here,
            named=asking().account is not None,
            unit=names(catalog()).get(community.unit or ""),
            maturity=maturity(catalog(), community.name),
            goals=records.goals(catalog(), number),
            words=community_words,
            fewest=records.FEWEST,
            keeps=here.runs or here.steers,
            longest=LONGEST,
            **_people(number),
            **_doings(number),
            **_assets(number),
        )


@communities.get("/<int:number>/sk")
def decree(number: int) -> Response:
    """Send the file of the decree to those inside."""
    community, here = opened(number)
    return attachment_for(here, community.decree_file)


def opened(number: int) -> tuple[Community, Standing]:
    """Return the community of that id, and what whoever asks is to it today; NotFoundError if there is none."""
    community = records.with_id(catalog(), number)
    return community, standing(catalog(), asking().account, community.id)


def keeper(number: int) -> tuple[Community, Standing, Account]:
    """Return a community and who asks, if they keep its records today; NotFoundError for all others."""
    community, here = opened(number)
    account = asking().account
    if account is None or not (here.runs or here.steers):
        raise NotFoundError
    return community, here, account


def attachment_for(here: Standing, number: int | None) -> Response:
    """Send the file that backs a record to those inside; for all others, and without one, there is none."""
    if not here.inside or number is None:
        raise NotFoundError
    kept = attachments.with_id(catalog(), number)
    place = originals.place_of(service().folder, kept.sha256)
    if not place.is_file():
        raise RujukanError(
            "original_missing", f"Berkas {place} tidak ada. Jalankan `rujukan verify`, lalu pulihkan dari cadangan."
        )
    # Never shown in the page: nobody looked into what people send.
    return send_file(place, mimetype="application/octet-stream", as_attachment=True, download_name=kept.name)


def _people(number: int) -> dict[str, object]:
    today = members.of(catalog(), number)
    sessions = mentoring.sessions(catalog(), number)
    return {
        "officers": [one for one in today if one.role in members.PUBLISHED],
        "members": members.people(today),
        "mentors": [one for one in mentoring.mentors(catalog(), number) if one.holds(date.today())],
        "sessions": sessions[:_SESSIONS],
        "today": date.today().isoformat(),
    }


def _doings(number: int) -> dict[str, object]:
    met, now = meetings.of(catalog(), number), meetings.now()
    coming = [one for one in met if one.state(now) in ("akan_datang", "berlangsung")]
    held = [one for one in met if one.state(now) in ("bernotulen", "tanpa_notulen")]
    quarters = activity.by_quarter(catalog(), number)
    year = next((year for year in plans.years(catalog(), number) if year <= now.year), None)
    return {
        "coming": coming[::-1],
        "held": held[:_MEETINGS],
        "now": now,
        "quarters": quarters,
        "meeting_bars": charts.bars(
            {one.name: {"done": one.documented, "left": one.meetings - one.documented} for one in quarters}
        ),
        "plan": plans.plan(catalog(), number, year) if year else None,
        "plan_bars": plan_bars(plans.plan(catalog(), number, year)) if year else [],
    }


def plan_bars(plan: plans.Plan) -> list[charts.Bar]:
    """Return how much of a plan was carried out, a bar for each quarter."""
    counted = plan.by_quarter().items()
    return charts.bars(
        {f"{plan.year}Q{number}": {"done": done, "left": all_ - done} for number, (all_, done) in counted}
    )


def _assets(number: int) -> dict[str, object]:
    return {
        "counted": community_assets.counted(catalog(), number, service().scope),
        "assets": community_assets.newest(catalog(), number, service().scope, _NEWEST),
    }

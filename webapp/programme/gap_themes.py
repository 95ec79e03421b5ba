"""Gaps by theme and agency: for those with a part in the community of the theme, and for those who steer."""

from collections.abc import Callable, Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from catalog import assets, communities
from catalog.accounts import Account
from catalog.errors import NotFoundError, RujukanError
from catalog.units import names
from programme.community.communities import FEWEST
from programme.stale import fields
from programme.standing import STEERING, Standing
from programme.steering import gaps
from programme.steering.gaps import Gap
from webapp.borrowed import translated
from webapp.forms import chosen, typed
from webapp.labels import Badge
from webapp.language import lazy_gettext as _
from webapp.programme import as_opened
from webapp.programme.as_opened import Kept
from webapp.service import asking, catalog, service

gap_themes = Blueprint("gap_themes", __name__, url_prefix="/celah")

LOOKING = STEERING | {"kurator", "pengesah", "pendamping"}
"""Roles that lead here; members of a community come by its page."""
STATES = {"terbuka": Badge(_("Terbuka"), "care"), "tertutup": Badge(_("Sudah terjawab"), "good")}


@gap_themes.get("")
def listing() -> ResponseReturnValue:
    """List the groups that whoever asks may see, with `tema`, `unit` and `keadaan` some of them."""
    return _listing(_account())


@gap_themes.post("/<key>")
def change(key: str) -> ResponseReturnValue:
    """Give a gap an owner, or another community."""
    account, act = _account(), chosen(_ACTS)
    _seen(account, key)
    try:
        as_opened.save(_KEPT, (account, key), lambda: act(account, *_seen(account, key)))
    except NotFoundError:
        raise
    except RujukanError as error:
        return _listing(account, translated(error.message)), as_opened.status(error)
    return redirect(url_for("gap_themes.listing", _anchor=key), 303)


def _seen(account: Account, key: str) -> tuple[Gap, Standing]:
    return gaps.with_key(catalog(), account, key, small=_sees_small())


def _place(account: Account, gap: Gap, here: Standing) -> None:
    gaps.place(catalog(), gap, here, _community(typed("komunitas")), by=account.login)


def _assign(account: Account, gap: Gap, here: Standing) -> None:
    gaps.assign(catalog(), gap, here, typed("pemilik"), by=account.login)


_ACTS: Mapping[str, Callable[[Account, Gap, Standing], None]] = {"komunitas": _place, "pemilik": _assign}
_KEPT: Mapping[str, Kept] = dict.fromkeys(
    _ACTS, Kept(lambda account, key: _seen(account, key)[0], fields("community_name", "owner"))
)


def _account() -> Account:
    """Return who asks if they may look at gaps; NotFoundError for all others."""
    account = asking().account
    if account is None or not (asking().roles & LOOKING or gaps.parts_of(catalog(), account)):
        raise NotFoundError
    return account


def _sees_small() -> bool:
    return "operator" in asking().roles


def _listing(account: Account, problem: str = "") -> str:
    with catalog().reading():
        every = gaps.seen_by(catalog(), account, small=_sees_small())
        wanted = {name: request.args.get(name, "") for name in ("tema", "unit", "keadaan")}
        found = [(gap, here) for gap, here in every if _is_chosen(gap, wanted)]
        return render_template(
            "gaps.html",
            found=[(gap, here, _answered_by(gap), _owners(gap, here)) for gap, here in found],
            chosen=wanted,
            themes=sorted({gap.theme for gap, _here in every if gap.theme}),
            in_units=sorted({gap.unit for gap, _here in every if gap.unit}),
            units=names(catalog()),
            communities=communities.names(catalog()),
            states=STATES,
            fewest=FEWEST,
            small=_sees_small(),
            record=fields("community_name", "owner"),
            sent=request.form if request.method == "POST" else {},
            at=(request.view_args or {}).get("key", ""),
            problem=problem,
        )


def _is_chosen(gap: Gap, chosen: dict[str, str]) -> bool:
    return all(
        not wanted or wanted == value
        for wanted, value in zip(
            (chosen["tema"], chosen["unit"], chosen["keadaan"]), (gap.theme, gap.unit, gap.state), strict=True
        )
    )


def _owners(gap: Gap, here: Standing) -> list[tuple[str, str]] | None:
    """Return who can be given a gap, None for whoever may not give it."""
    if gap.community is None or not (here.runs or here.steers):
        return None
    return gaps.candidates(catalog(), gap.community)


def _answered_by(gap: Gap) -> assets.Card | None:
    """Return the asset that answers a gap now, None where whoever asks does not see it."""
    try:
        return assets.card(catalog(), gap.asset, service().scope) if gap.asset else None
    except NotFoundError:
        return None


def _community(name: str) -> int | None:
    rows = catalog().db.query("SELECT id FROM community WHERE name = ?", [name])
    number = next((int(row["id"]) for row in rows), None)
    if name and number is None:
        raise NotFoundError
    return number

"""What indicators are computed from and keepers of a community say: theme questions, critical topics, co-authors."""

from collections.abc import Callable, Mapping
from datetime import date
from urllib.parse import urlsplit

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from catalog import assets, attachments, community_assets
from catalog.accounts import Account
from catalog.errors import NotFoundError, RujukanError
from catalog.units import all_units
from programme.community.communities import Community
from programme.inputs import coauthors, commitments, critical_topics, staff_counts, theme_questions
from programme.quarters import Quarter
from programme.stale import fields
from webapp import forms
from webapp.borrowed import translated
from webapp.forms import chosen, typed
from webapp.language import gettext
from webapp.programme import as_opened, community_words
from webapp.programme.as_opened import Kept
from webapp.programme.communities import attachment_for, keeper, opened
from webapp.receiving import MIB, attached, attaching
from webapp.service import catalog, service

community_inputs = Blueprint("community_inputs", __name__, url_prefix="/komunitas/<int:number>/masukan")

attaching(community_inputs, "change", keeper)

_OFFERED = 300  # assets of the community to choose from


@community_inputs.get("")
def form(number: int) -> ResponseReturnValue:
    """Show the lists with the forms that change them."""
    return _page(number)


@community_inputs.post("")
def change(number: int) -> ResponseReturnValue:
    """Change one thing: what the form's `tindakan` names."""
    community, _here, account = keeper(number)
    act = chosen(_ACTS)
    try:
        as_opened.save(_KEPT, (number,), lambda: act(community, account))
    except NotFoundError:
        raise
    except RujukanError as error:
        return _page(number, translated(error.message)), as_opened.status(error)
    return redirect(url_for("community_inputs.form", number=number), 303)


@community_inputs.get("/berkas/<int:commitment>")
def paper(number: int, commitment: int) -> Response:
    """Send the file of a commitment to those inside."""
    _community, here = opened(number)
    found = (one.attachment for one in commitments.holding(catalog(), number) if one.id == commitment)
    return attachment_for(here, next(found, None))


def _add_commitment(community: Community, by: Account) -> None:
    said = commitments.Said(*(typed(name) for name in ("jenis", "tahun", "nomor-surat", "hari")))
    commitments.add(catalog(), community, said, attached("berkas"), by=by)


def _retire_commitment(community: Community, by: Account) -> None:
    commitments.retire(catalog(), community, forms.number("nomor"), by=by.login)


def _add_question(community: Community, by: Account) -> None:
    theme_questions.add(catalog(), community, (typed("tema"), typed("pertanyaan")), by=by.login)


def _retire_question(community: Community, by: Account) -> None:
    theme_questions.retire(catalog(), community, forms.number("nomor"), by=by.login)


def _add_topic(community: Community, by: Account) -> None:
    critical_topics.add(catalog(), community, typed("topik"), by=by.login)


def _retire_topic(community: Community, by: Account) -> None:
    critical_topics.retire(catalog(), community, forms.number("nomor"), by=by.login)


def _cover(community: Community, by: Account) -> None:
    critical_topics.cover(catalog(), community, forms.number("nomor"), _seen_asset(), by=by.login)


def _uncover(community: Community, by: Account) -> None:
    critical_topics.uncover(catalog(), community, forms.number("nomor"), _seen_asset(), by=by.login)


def _add_unit(community: Community, by: Account) -> None:
    coauthors.add(catalog(), community, _seen_asset(), typed("unit"), by=by.login)


def _remove_unit(community: Community, by: Account) -> None:
    coauthors.remove(catalog(), community, _seen_asset(), typed("unit"), by=by.login)


_ACTS: Mapping[str, Callable[[Community, Account], None]] = {
    "pertanyaan": _add_question,
    "pensiun-pertanyaan": _retire_question,
    "topik": _add_topic,
    "pensiun-topik": _retire_topic,
    "cakup": _cover,
    "lepas": _uncover,
    "komitmen": _add_commitment,
    "pensiun-komitmen": _retire_commitment,
    "unit": _add_unit,
    "lepas-unit": _remove_unit,
}

_KEPT: Mapping[str, Kept] = {
    "pensiun-topik": Kept(
        lambda number: critical_topics.with_number(catalog(), number, forms.number("nomor")), fields("topic", "assets")
    ),
}
"""All else adds one thing to a list, or takes just that one from it."""


def _seen_asset() -> int:
    """Return the id of the asset that is named by its key or its address, and that whoever asks may see."""
    said = typed("aset").strip()
    key = urlsplit(said).path.rstrip("/").rpartition("/aset/")[2].partition("/")[0]
    try:
        return assets.card(catalog(), key, service().scope).id
    except NotFoundError as error:
        raise RujukanError(
            "bad_value", gettext("Aset itu tidak ada, atau tidak dapat Anda lihat. Salin alamat halaman asetnya.")
        ) from error


def _page(number: int, problem: str = "") -> str:
    community, here, _account = keeper(number)
    scope = service().scope
    with catalog().reading():
        questions = theme_questions.holding(catalog(), number)
        topics = critical_topics.holding(catalog(), number)
        wrote = coauthors.of(catalog(), number)
        named = {asset for topic in topics for asset in topic.assets} | {one.asset for one in questions if one.asset}
        return render_template(
            "community_inputs.html",
            community=community,
            standing=here,
            questions=questions,
            topics=topics,
            wrote=wrote,
            committed=commitments.holding(catalog(), number),
            today=date.today(),
            most_mib=attachments.MOST // MIB,
            seen=community_assets.among(catalog(), named | set(wrote), scope),
            offered=community_assets.newest(catalog(), number, scope, _OFFERED),
            units=all_units(catalog()),
            staff=staff_counts.staff(catalog(), community.unit, Quarter.of(date.today())),
            words=community_words,
            typed=request.form,
            kept=_KEPT,
            problem=problem,
        )

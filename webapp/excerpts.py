"""A quote on a sheet of its own, made for print: the words, and everything that lets a reader find and check them."""

from datetime import date
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from catalog import communities
from catalog.errors import RujukanError
from catalog.source_pages import source_page
from catalog.units import all_units
from webapp import labels, place, sourcing
from webapp.language import gettext
from webapp.service import card_asked, catalog

excerpts = Blueprint("excerpts", __name__)


@excerpts.get("/aset/<key>/kutipan")
def excerpt(key: str) -> ResponseReturnValue:
    """Show a range of a page, or a row of a sheet, as an excerpt; RujukanError `bad_value` where nothing is chosen."""
    at = place.read(request.args)
    with catalog().reading():
        card = card_asked(key)
        found = source_page(catalog(), card, at.page, at.sheet)
        at = sourcing.placed(catalog(), found, at)
        told = sourcing.told(catalog(), found, at, None)
        units = {unit.code: unit for unit in all_units(catalog())}
        maturity = communities.maturity(catalog(), card.community)
    if not told.quote:
        raise RujukanError(
            "bad_value",
            gettext("Bagian yang akan dikutip tidak disebut atau terlalu panjang. Bukalah kutipannya, lalu cetak."),
        )
    here: dict[str, Any] = {"key": key, **place.parameters(card.version, at)}
    return render_template(
        "excerpt.html",
        card=card,
        quote=told.quote,
        state=found.page.state,
        label=labels.place(found.page.page, found.page.sheet, at.row),
        number=card.fields.get("nomor"),
        unit=units[card.unit].name if card.unit else "",
        maturity=maturity,
        source=url_for("sources.page", **here, _external=True),
        back=url_for("sources.page", **here),
        today=date.today().isoformat(),
    )

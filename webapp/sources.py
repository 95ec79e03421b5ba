"""What a quote was copied from: the original's page as a picture with its place marked, or the rows of a sheet."""

from typing import Any

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale

from catalog import assets
from catalog.assets import Card
from catalog.errors import NotFoundError, RujukanError
from catalog.source_pages import source_page
from catalog.units import all_units
from indexer.previews.pages import FORMAT, LARGE, WIDTH
from webapp import citing, labels, place, sourcing
from webapp.programme import reads
from webapp.service import card_asked, catalog, service

sources = Blueprint("sources", __name__)


@sources.get("/aset/<key>/sumber")
def page(key: str) -> ResponseReturnValue:
    """Show one page, slide or sheet of the original with the quote's place marked."""
    at, large = place.read(request.args), request.args.get("besar") == "1"
    with catalog().reading():
        card = card_asked(key)
        reads.note(card)
        newest = assets.card(catalog(), card.file, service().scope)
        found = source_page(catalog(), card, at.page, at.sheet)
        at = sourcing.placed(catalog(), found, at)
        told = sourcing.told(catalog(), found, at, place.whole(request.args.get("dari")))
        units = {unit.code: unit for unit in all_units(catalog())}
    # The catalog's snapshot is let go of: a page may take a while to draw.
    source = sourcing.pictured(service().previews, card, told, at, large=large)
    here: dict[str, Any] = {"key": key, **place.parameters(card.version, at)}
    address = url_for("sources.page", **here, _external=True)
    label = labels.place(found.page.page, found.page.sheet, at.row)
    unit = units[card.unit].name if card.unit else ""
    with force_locale("id"):  # a nota dinas is written in Indonesian, whatever the page is read in
        there = labels.place(found.page.page, found.page.sheet, at.row)
        cited = citing.citation(card, unit, there, address, source.quote)
    return render_template(
        "source.html",
        card=card,
        newest=newest,
        source=source,
        at=at,
        here=here,
        large=large,
        label=label,
        units=units,
        citation=cited,
        drawable=service().previews.has(card.media_type, found.page.page),
    )


@sources.get("/aset/<key>/gambar")
def picture(key: str) -> Response:
    """Send a page's picture; a browser may keep it, and asks each time whether it may still show it."""
    return drawn(card_asked(key))


def drawn(card: Card) -> Response:
    """Send the picture of a page of a version, which the caller has found to be for whoever asks."""
    with catalog().reading():
        found = source_page(catalog(), card, place.read(request.args).page, None).page
    width = LARGE if request.args.get("besar") == "1" else WIDTH
    if found.page is None or not service().previews.has(card.media_type, found.page):
        raise NotFoundError
    response = Response(mimetype="image/webp")
    response.set_etag(f"{card.sha256[:32]}-{found.page}-{width}-{FORMAT}")
    if response.make_conditional(request).status_code == 304:
        return response
    content = service().previews.picture(card.sha256, found.page, width)
    if content is None:
        raise RujukanError("not_drawn", f"Halaman {found.page} dari {card.sha256} tidak dapat digambar sekarang.")
    response.set_data(content)
    return response

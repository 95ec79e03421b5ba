"""The pages: search and ask, an asset at its place, its original file."""

import re
import unicodedata

from flask import Blueprint, Response, current_app, render_template, request, send_file
from flask.typing import ResponseReturnValue

from catalog import assets, communities, legal_bases, originals, trail
from catalog.assets import Card
from catalog.errors import RujukanError
from catalog.units import all_units
from search.answer import HITS
from search.similar import Similar, similar
from search.similar_questions import similar_questions
from search.understanding.understand import LONGEST, QuestionError
from webapp import asked as form
from webapp import asked_questions, faceting, labels, place, reading, telling
from webapp.asked import Asked
from webapp.borrowed import translated
from webapp.finding import Finding, find
from webapp.programme import reads
from webapp.readiness import not_ready
from webapp.service import asking, card_asked, catalog, service

pages = Blueprint("pages", __name__)


@pages.get("/")
def ask() -> ResponseReturnValue:
    """Search and ask; without a question, the empty form."""
    units = {unit.code: unit for unit in all_units(catalog())}
    asked = form.read(request.args, units)
    finding, problem = _finding(asked)
    page = render_template(
        "search.html",
        asked=asked,
        finding=finding,
        problem=problem,
        units=units,
        kinds=labels.KINDS,
        communities=communities.names(catalog()),
        facets=faceting.facets(asked, finding, units) if finding else [],
        chips=list(faceting.chips(asked, units)),
        alike=_alike(asked, finding) if finding else (),
        longest=LONGEST,
        most=HITS,
    )
    return page, 400 if problem else 200


def _finding(asked: Asked) -> tuple[Finding | None, str]:
    if asked.problem or not asked.text:
        return None, asked.problem
    try:
        found = find(service(), catalog(), asked)
    except QuestionError as error:
        return None, translated(error.message)
    asked_questions.note(asked.text, found.understood, found.reason, len(found.hits))
    return found, ""


def _alike(asked: Asked, finding: Finding) -> tuple[str, ...]:
    """Return questions like the one that was asked; none beside one for personal data."""
    if finding.understood.personal:
        return ()
    before = service().asked_before.by(catalog(), asked_questions.viewer_class(service().scope))
    return similar_questions(asked.text, before, finding.passages)


@pages.get("/aset/<key>")
def asset(key: str) -> ResponseReturnValue:
    """Show one version of an asset, or of a part of a file, at the place that was asked for."""
    with catalog().reading():
        card = card_asked(key)
        reads.note(card)
        newest = assets.card(catalog(), card.file, service().scope)
        content = reading.view(list(assets.pages(catalog(), card)), place.read(request.args))
        bases = telling.bases(card, legal_bases.of(catalog(), card))
        return render_template(
            "asset.html",
            card=card,
            newest=newest,
            content=content,
            signs=telling.signs(card),
            facts=telling.facts(card, len(bases)),
            bases=bases,
            similar=_similar(card) if card.version == newest.version else (),
            maturity=communities.maturity(catalog(), card.community),
            units={unit.code: unit for unit in all_units(catalog())},
        )


def _similar(card: Card) -> tuple[Similar, ...]:
    vectors = service().searcher_of(catalog()).engine.dense
    return similar(vectors, catalog(), card.key, service().scope)


@pages.get("/aset/<key>/unduh")
def original(key: str) -> Response:
    """Send the original's bytes as they were taken in, never to be shown inside the page."""
    card = card_asked(key)
    reads.note(card)
    return sent(card)


def sent(card: Card) -> Response:
    """Send the original of a version, which the caller has found to be for whoever asks."""
    file = originals.place_of(service().folder, card.sha256)
    if not file.is_file():
        raise RujukanError(
            "original_missing", f"Berkas asli {file} tidak ada. Jalankan `rujukan verify`, lalu pulihkan dari cadangan."
        )
    account = asking().account
    if account and card.access == "terbatas" and request.method == "GET":
        trail.append(catalog(), account.login, "asset.download", card.file, version=card.version)
    return send_file(
        file, mimetype=card.media_type, as_attachment=True, download_name=file_name(card.path), etag=card.sha256
    )


@pages.get("/healthz")
def health() -> ResponseReturnValue:
    """Say that the process answers."""
    return Response("ok\n", mimetype="text/plain")


@pages.get("/readyz")
def ready() -> ResponseReturnValue:
    """Say whether questions can be answered and files taken in; why not stands in the operator's log alone."""
    lacking = not_ready()
    for what in lacking:
        current_app.logger.error("not ready: %s", what)
    return Response("not ready\n" if lacking else "ok\n", 503 if lacking else 200, mimetype="text/plain")


def file_name(path: str) -> str:
    """Return a path's last part as a name that is safe to save: no control, direction or path characters."""
    last = path.rpartition("/")[2]
    kept = "".join("_" if unicodedata.category(char)[0] == "C" or char in '\\/:*?"<>|' else char for char in last)
    stem, dot, suffix = kept.rpartition(".")
    short = f"{stem[:120]}{dot}{suffix[:20]}" if stem else kept[:140]
    return re.sub(r"^[.\s]+", "_", short) or "dokumen"

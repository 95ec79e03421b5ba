"""The same search, answer, asset and suggestions for programs, under /api/v1: the documents of the command line.

Each request names its parameters exactly: one that is not known is an error, for it would else be ignored in silence.
"""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask import Blueprint, Response, request

from catalog import assets
from catalog.assets import Page
from catalog.communities import check_community
from catalog.errors import RujukanError
from catalog.units import check_unit
from catalog.words import check_word
from search import as_json, asset_json
from search.answer import ask
from search.ranking.choice import Chosen, Options
from search.ranking.facets import LEVELS, REUSED
from search.suggestions import MOST, suggest
from search.understanding import years
from search.understanding.understand import LONGEST
from webapp import asked_questions
from webapp.service import catalog, service

api = Blueprint("api", __name__, url_prefix="/api/v1")

LIMIT = 50
"""Assets of one search."""
PAGES = 50
"""Pages, slides or sheets of one answer about an asset."""
IGNORED = 50
"""Words of a question that can be switched off."""
ORDERS = ("preferred", "score")
"""How nearly equal hits stand: as usual, or by their scores alone."""
_USUAL = 10  # assets of a search that names no limit
_HIGHEST = 10**9
_CHOICES = ("kind", "unit", "year", "community", "theme", "validity", "maturity", "reused")


@api.get("/search")
def search() -> Response:
    """Give the document of `rujukan search --json`."""
    _only("q", "limit", "ignore", "order", *_CHOICES)
    most = _whole("limit", 1, LIMIT) or _USUAL
    text, options = _text(), Options(_chosen(), most, _ignored(), preferring=_preferring())
    with service().turn, catalog().reading():
        found = service().searcher_of(catalog()).search(catalog(), text, service().scope, options)
    asked_questions.note(text, found.understood, "", len(found.hits))
    return _document(as_json.search_result(found))


@api.get("/ask")
def answer() -> Response:
    """Give the document of `rujukan ask --json`."""
    _only("q", "ignore", "order")
    text, ignored, rephraser = _text(), _ignored(), service().rephraser
    preferring = _preferring()
    with service().turn, catalog().reading():
        given = ask(service().searcher_of(catalog()), catalog(), text, service().scope, ignored, preferring=preferring)
    asked_questions.note(text, given.understood, given.reason, len(given.hits))
    return _document(as_json.answer(rephraser.beside(given) if rephraser else given))


@api.get("/suggest")
def suggestions() -> Response:
    """Give the document of `rujukan suggest --json`."""
    _only("q", "limit")
    text, limit = _text(), _whole("limit", 1, MOST) or MOST
    with catalog().reading():
        start = time.perf_counter()
        index = service().searcher_of(catalog()).engine.lexical
        found = suggest(catalog(), index, text, service().scope, limit, service().titles)
    return _document(as_json.suggestions(text, found, round((time.perf_counter() - start) * 1000)))


@api.get("/assets/<key>")
def asset(key: str) -> Response:
    """Give the document of `rujukan show --json`, at most so many pages at a time, and where to go on."""
    _only("version", "page", "sheet", "offset")
    version = _whole("version", 1, _HIGHEST)
    number, sheet = _whole("page", 1, _HIGHEST), request.args.get("sheet")
    first = _whole("offset", 0, _HIGHEST) or 0
    with catalog().reading():
        card = assets.card(catalog(), key, service().scope, version)
        pages = [page for page in assets.pages(catalog(), card) if _wanted(page, number, sheet)]
        document = asset_json.document(catalog(), card, pages[first : first + PAGES])
    after = first + PAGES
    return _document(document | {"pages_total": len(pages), "next_offset": after if after < len(pages) else None})


def _wanted(page: Page, number: int | None, sheet: str | None) -> bool:
    return number in (None, page.page) and sheet in (None, page.sheet)


def _document(value: Mapping[str, Any]) -> Response:
    return Response(json.dumps(value, ensure_ascii=False), mimetype="application/json")


def _only(*names: str) -> None:
    for name in request.args:
        if name not in names:
            raise RujukanError(
                "unknown_parameter", f"Parameter “{name[:40]}” tidak dikenal; yang dikenal: {', '.join(names)}."
            )


def _text() -> str:
    text = request.args.get("q", "").strip()
    if len(text) > LONGEST:
        raise RujukanError(
            "question_too_long", f"Pertanyaan sepanjang {len(text)} karakter; paling banyak {LONGEST} karakter."
        )
    if not text:
        raise RujukanError("empty_question", "Pertanyaan kosong. Isi parameter q.")
    return text


def _ignored() -> tuple[str, ...]:
    return tuple(word[:LONGEST].casefold() for word in request.args.getlist("ignore")[:IGNORED] if word)


def _whole(name: str, least: int, most: int) -> int | None:
    """Return a whole number from `least` to `most`, None where none is given."""
    typed = request.args.get(name)
    if typed is None:
        return None
    if typed.isascii() and typed.isdigit() and len(typed) <= 10 and least <= int(typed) <= most:
        return int(typed)
    raise RujukanError("bad_parameter", f"{name}={typed[:40]} bukan angka bulat dari {least} sampai {most}.")


def _years() -> range | None:
    typed = request.args.get("year")
    given = None if typed is None else years.read(typed)
    if typed is not None and given is None:
        raise RujukanError("bad_parameter", f"year={typed[:40]} bukan tahun; isi {years.FORMS}.")
    return given


def _chosen() -> Chosen:
    typed: dict[str, Any] = {name: request.args[name] for name in _CHOICES if name in request.args}
    checks: dict[str, Callable[[str], object]] = {
        "kind": lambda word: check_word("kind", word),
        "validity": lambda word: check_word("validity", word),
        "unit": lambda code: check_unit(catalog(), code),
        "community": lambda name: check_community(catalog(), name),
        "maturity": lambda level: _check_value("maturity", level, LEVELS),
        "reused": lambda value: _check_value("reused", value, (REUSED,)),
    }
    for name, value in typed.items():
        if name in checks:
            checks[name](value[:LONGEST])
    return Chosen(**typed | {"year": _years()})


def _preferring() -> bool:
    order = request.args.get("order", ORDERS[0])
    _check_value("order", order, ORDERS)
    return order == ORDERS[0]


def _check_value(name: str, value: str, known: Sequence[str]) -> None:
    if value not in known:
        raise RujukanError("bad_value", f"Nilai {name} “{value[:40]}” tidak dikenal; pilih: {', '.join(known)}.")

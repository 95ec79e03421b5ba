"""The language of the pages: Bahasa Indonesia, which the texts are written in, or English from the catalog.

What documents say is never translated; English pages mark it as Indonesian (`source_lang` in templates).
"""

from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode

import flask_babel
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from flask import Flask, Response, request, url_for
from flask_babel.speaklater import LazyString

LANGUAGES: Mapping[str, str] = {"id": "Bahasa Indonesia", "en": "English"}
"""The languages by their code, the one of the texts first."""

PARAMETER = "bahasa"
"""What chooses the language in the URL; the choice is kept in a cookie of the same name."""

CATALOG = Path(__file__).parent / "translations" / "en" / "LC_MESSAGES" / "messages.po"
BORROWED = "said by a lower room"
"""The mark in the catalog of what the pages only pass on (`webapp.borrowed`)."""

_KEPT = 365 * 24 * 3600  # seconds that a choice is remembered
_LONGEST = 8_000  # bytes of a query that a link to the same page repeats
_MALAY = frozenset({"id", "in", "ms"})  # “in” is Indonesian in old browsers


def gettext(text: str, **values: object) -> str:
    """Return an Indonesian text in the language of the page, with its `%(name)s` filled in."""
    said = _said(text)
    return said % values if values else said


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """Return the same of a text that depends on a number."""
    return _counted(one, many, num) % ({"num": num} | values)


def lazy_gettext(text: str) -> str:
    """Return a text that takes the language of the page each time that it is shown."""
    return cast(str, LazyString(gettext, text))


def language() -> str:
    """Return the code of the page's language; outside of a page that of the texts."""
    locale = flask_babel.get_locale()
    return str(locale.language) if locale is not None else "id"


def for_programs() -> bool:
    """Return whether a program asked: it is always told in Indonesian, in the contract's words."""
    return request.path.startswith("/api/")


def install(app: Flask) -> None:
    """Give the app its languages: chosen in the URL, else as kept, else as the browser asks."""
    babel = flask_babel.Babel(app, default_locale="id", locale_selector=_chosen)
    with app.app_context():
        # The catalog is compiled here: no build step, and no compiled file that could be older than its source.
        babel.domain_instance.cache["en", "messages"] = _english()
    # Looked up here: a page has 120 texts, and Flask-Babel asks thrice for each whose request it is.
    environment: Any = app.jinja_env  # the method comes with Flask-Babel's extension
    environment.install_gettext_callables(_said, _counted, newstyle=True)
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.context_processor(_told)
    app.after_request(_kept)


def _said(text: str) -> str:
    return str(_english().gettext(text)) if language() == "en" else text


def _counted(one: str, many: str, num: int) -> str:
    if language() == "en":
        return str(_english().ngettext(one, many, num))
    return one if num == 1 else many


@cache
def english_messages() -> Catalog:
    """Return the English catalog as it is written, with its marks."""
    with CATALOG.open("rb") as source:
        return read_po(source, locale="en")


@cache
def _english() -> Translations:
    compiled = BytesIO()
    write_mo(compiled, english_messages())
    compiled.seek(0)
    return Translations(compiled)


def _chosen() -> str:
    if for_programs():
        return "id"
    for choice in (request.args.get(PARAMETER), request.cookies.get(PARAMETER)):
        if choice is not None and choice in LANGUAGES:
            return choice
    return _preferred()


def _preferred() -> str:
    """Return English for a browser that asks for it first and knows no Indonesian nor Malay."""
    asked = [tag.partition("-")[0].lower() for tag, quality in request.accept_languages if quality > 0]
    return "en" if asked[:1] == ["en"] and _MALAY.isdisjoint(asked) else "id"


def _told() -> dict[str, object]:
    code = language()
    return {"language": code, "other_languages": others(_here), "source_lang": "" if code == "id" else " lang=id"}


def others(address: Callable[[str], str]) -> list[tuple[str, str, str]]:
    """Return the other languages: code, name, and what `address` gives as the way to read on in it."""
    return [(code, name, address(code)) for code, name in LANGUAGES.items() if code != language()]


def first_page(code: str) -> str:
    """Return the address of the first page in a language: where a page must not tell what was asked for."""
    return f"{url_for('pages.ask')}?{urlencode({PARAMETER: code})}"


def _here(code: str) -> str:
    if request.endpoint is None or request.method != "GET" or len(request.query_string) > _LONGEST:
        return first_page(code)
    typed = [(name, value) for name, value in request.args.items(multi=True) if name != PARAMETER]
    # What visitors typed is never a keyword of url_for: some of them (`_scheme`) change where a link leads.
    return f"{url_for(request.endpoint, **(request.view_args or {}))}?{urlencode([*typed, (PARAMETER, code)])}"


def _kept(response: Response) -> Response:
    if request.endpoint == "static" or for_programs():
        return response
    response.vary.update(["Accept-Language", "Cookie"])
    choice = request.args.get(PARAMETER)
    if choice is not None and choice in LANGUAGES:
        path = request.root_path or "/"
        response.set_cookie(
            PARAMETER, choice, max_age=_KEPT, path=path, secure=request.is_secure, httponly=True, samesite="Lax"
        )
    return response

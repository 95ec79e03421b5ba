"""What the views work with: the collaborators that the app was made with, and a catalog for each request."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import cast

from flask import Flask, current_app, g, request

from catalog import assets
from catalog.assets import Card
from catalog.database import Catalog
from catalog.errors import NotFoundError, RujukanError
from catalog.folder import DataFolder
from catalog.idle import IdleCatalogs
from catalog.scope import Scope
from catalog.titles import Titles
from indexer.previews.pages import Previews
from search.rephrasing.rephraser import Rephraser
from search.searcher import Searcher
from search.similar_questions import AskedBefore
from webapp.place import whole
from webapp.visitor import Visitor, visitor

_NAME = "rujukan"


@dataclass(frozen=True)
class Service:
    """The data folder, where to get the searcher of a catalog's snapshot, and everybody's scope without accounts.

    `turn` is held while a question is worked on: the model spreads one question over all cores, so two at a time
    would only use more threads than there are cores, each for longer. A language model is waited for outside of it.
    """

    folder: DataFolder
    searcher_of: Callable[[Catalog], Searcher]
    without_accounts: Scope
    previews: Previews
    rephraser: Rephraser | None = None
    turn: Lock = field(default_factory=Lock)
    titles: Titles = field(default_factory=Titles)
    asked_before: AskedBefore = field(default_factory=AskedBefore)
    catalogs: IdleCatalogs = field(default_factory=IdleCatalogs)

    @property
    def scope(self) -> Scope:
        """Return the scope of whoever this request comes from."""
        return asking().scope


def install(app: Flask, service: Service) -> None:
    """Give the app its service, and take each request's catalog back when the request ends."""
    app.extensions[_NAME] = service
    app.teardown_appcontext(_give_back)
    app.jinja_env.globals["looking"] = looking


def service() -> Service:
    """Return the service of the app that handles this request."""
    return cast(Service, current_app.extensions[_NAME])


def catalog() -> Catalog:
    """Return this request's catalog, taken on first use."""
    if "catalog" not in g:
        g.catalog = service().catalogs.take(service().folder.root)
    return cast(Catalog, g.catalog)


def asking() -> Visitor:
    """Return whoever this request comes from."""
    return visitor(catalog(), service().without_accounts)


def looking() -> Visitor | None:
    """Return for every page's head and foot whom it is shown to; None where the catalog cannot tell."""
    try:
        return asking()
    except (RujukanError, sqlite3.Error):
        return None


def card_asked(key: str) -> Card:
    """Return the version asked for; absent, forbidden and malformed end in the same NotFoundError."""
    return card_of(key, request.args.get("versi"))


def card_of(key: str, wanted: str | None) -> Card:
    """Return the version of that number as typed, None for the one that answers; NotFoundError as `card_asked`."""
    version = whole(wanted)
    if wanted is not None and version is None:
        raise NotFoundError
    return assets.card(catalog(), key, service().scope, version)


def _give_back(_: BaseException | None) -> None:
    if taken := g.pop("catalog", None):
        service().catalogs.give(taken)

"""The Flask app, made with its collaborators: no state of the module, no settings read from anywhere else."""

import hashlib
import secrets
from collections.abc import Callable
from pathlib import Path

from flask import Flask

from catalog.database import Catalog
from catalog.folder import DataFolder
from catalog.scope import Scope
from catalog.words import RECOGNISED_STATES
from indexer.previews.pages import Previews
from search.rephrasing.rephraser import LABEL, Rephraser
from search.results import PERSONAL_DATA
from search.searcher import Searcher
from webapp import (
    desk,
    feedback,
    forgery,
    gaps,
    guard,
    labels,
    language,
    navigation,
    receipts,
    receiving,
    service,
    sessions,
)
from webapp.api import api
from webapp.borrowed import translated
from webapp.counted import counted_tables
from webapp.excerpts import excerpts
from webapp.flow import quote_cells, quote_marked
from webapp.operating import operating
from webapp.pages import file_name, pages
from webapp.people import people
from webapp.place import of_passage, of_quote, of_row
from webapp.programme import as_opened, comparing, notices, reuse, validity
from webapp.programme.appraisals import appraisals
from webapp.programme.communities import communities
from webapp.programme.community_inputs import community_inputs
from webapp.programme.community_meetings import community_meetings
from webapp.programme.community_plans import community_plans
from webapp.programme.community_records import community_records
from webapp.programme.exporting import exports
from webapp.programme.gap_themes import gap_themes
from webapp.programme.importing import imports
from webapp.programme.indicators import indicators
from webapp.programme.maturity import maturity
from webapp.programme.mentor_modules import mentor_modules
from webapp.programme.quarterly import quarterly
from webapp.programme.staff import staff
from webapp.purges import purges
from webapp.reports import queue
from webapp.segments import snippet
from webapp.sources import sources
from webapp.uploading import uploading
from webapp.writing import writing

_OF_THE_PROGRAMME = (
    *(communities, community_records, community_plans, community_meetings, mentor_modules),
    *(maturity, appraisals),
    *(indicators, community_inputs),
    *(imports, exports, gap_themes, quarterly, staff),
)
_HOSTS = ["localhost", "127.0.0.1"]
_BODY = 64 * 1024  # bytes: what takes files asks for more (webapp/receiving.py)
_ROWS_SHOWN = 100  # of the rows that a figure was taken from
_STYLE = Path(__file__).parent / "static" / "style.css"
_SCRIPT, _COPYING = _STYLE.with_name("suggest.js"), _STYLE.with_name("copy.js")


def create_app(
    *,
    folder: DataFolder,
    searcher_of: Callable[[Catalog], Searcher],
    scope: Scope,
    rephraser: Rephraser | None = None,
    previews: Previews | None = None,
    key: str | None = None,
) -> Flask:
    """Return the app that shows the catalog in `folder`, to everybody in this scope while there are no accounts.

    Sessions are signed with `key`; without one they end with the app. A rephraser need not be.

    Pages are drawn within the limits that hold unless told, if no other `previews` are given.
    """
    app = Flask(__name__)
    # The stylesheet's address changes with its content, so browsers may keep it for long.
    app.config.update(
        TRUSTED_HOSTS=list(_HOSTS), MAX_CONTENT_LENGTH=_BODY, MAX_FORM_PARTS=50, SEND_FILE_MAX_AGE_DEFAULT=86_400
    )
    style = hashlib.sha256(_STYLE.read_bytes()).hexdigest()[:12]
    app.jinja_env.globals.update(
        labels=labels,
        recognised=RECOGNISED_STATES,
        style_version=style,
        copy_version=hashlib.sha256(_COPYING.read_bytes()).hexdigest()[:12],
        script_version=hashlib.sha256(_SCRIPT.read_bytes()).hexdigest()[:12],
        upload_script_version=hashlib.sha256(_SCRIPT.with_name("upload.js").read_bytes()).hexdigest()[:12],
        of_quote=of_quote,
        of_passage=of_passage,
        of_row=of_row,
        rows_shown=_ROWS_SHOWN,
        rephrased_label=LABEL,
        about_personal_data=PERSONAL_DATA,
        counted_tables=counted_tables,
        quote_cells=quote_cells,
        quote_marked=quote_marked,
        snippet=snippet,
        file_name=file_name,
    )
    app.jinja_env.globals["translated"] = app.jinja_env.filters["translated"] = translated
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    service.install(app, service.Service(folder, searcher_of, scope, previews or Previews(folder), rephraser))
    app.secret_key = key or secrets.token_hex(32)
    guard.install(app)
    language.install(app)
    navigation.install(app)
    receiving.install(app)  # before a form is read for its token
    forgery.install(app)
    sessions.install(app)
    app.register_blueprint(pages)
    app.register_blueprint(sources)
    app.register_blueprint(api)
    app.register_blueprint(excerpts)
    app.register_blueprint(people)
    app.register_blueprint(operating)
    app.register_blueprint(uploading)
    app.register_blueprint(writing)
    feedback.install(app)
    gaps.install(app)
    app.register_blueprint(queue)
    app.register_blueprint(receipts.page)
    for more in (desk, as_opened, reuse, validity, comparing, notices):
        more.install(app)
    app.register_blueprint(purges)
    for room in _OF_THE_PROGRAMME:
        app.register_blueprint(room)
    return app

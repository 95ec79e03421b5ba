"""What to do where nothing answers: note that something is missing, and whom to ask."""

import hashlib
import json

from flask import Blueprint, Flask, redirect, request
from flask.typing import ResponseReturnValue

from catalog import grants, questions
from catalog.errors import NotFoundError
from search.understanding.masking import masked
from search.understanding.personal import asks_for_personal_data
from search.understanding.understand import LONGEST
from search.whom import Whom, nearest
from webapp.feedback import known_session, own_session
from webapp.service import asking, catalog, service
from webapp.sessions import own_path

gaps = Blueprint("gaps", __name__)


def install(app: Flask) -> None:
    """Let the empty page offer both."""
    app.register_blueprint(gaps)
    app.jinja_env.globals.update(whom_to_ask=whom_to_ask, gap_noted=gap_noted)


@gaps.post("/kebutuhan")
def note() -> ResponseReturnValue:
    """Note that nothing answers a question, and go back to it. What asks for personal data is no gap."""
    text = request.form.get("q", "").strip()
    if not asking().accounts_exist or not text or len(text) > LONGEST or asks_for_personal_data(text):
        raise NotFoundError
    questions.note_gap(catalog(), masked(text), _unit(), _asker(own_session(), text))
    return redirect(f"{own_path(request.form.get('kembali', ''))}#kebutuhan", 303)


def gap_noted(text: str) -> bool:
    """Tell whether this session noted that nothing answers a question."""
    kept = known_session()
    return kept is not None and questions.is_noted(catalog(), _asker(kept, text))


def whom_to_ask(text: str) -> Whom | None:
    """Return who is nearest to a question among what whoever asks may see."""
    return nearest(catalog(), text, service().scope)


def _unit() -> str | None:
    """Return the first unit at which whoever asks has a role today."""
    account = asking().account
    held = grants.of(catalog(), account.id) if account else []
    return next((grant.unit for grant in held if grant.unit and grant.role in asking().roles), None)


def _asker(session: str, text: str) -> str:
    return hashlib.sha256(json.dumps([session, "kebutuhan", text]).encode("utf8", "surrogatepass")).hexdigest()

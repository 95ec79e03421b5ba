"""What pages and API tell the question log: what was asked, masked, how it came out, and by what kind of viewer."""

from datetime import date
from typing import cast

from flask import Flask, current_app, request

from catalog.questions import ANSWER, SEARCH, Question
from catalog.scope import Scope
from search.understanding.masking import masked
from search.understanding.understand import Understood
from webapp.day_key import DayKey
from webapp.question_log import QuestionLog
from webapp.service import asking

_NAME = "asked_questions"


def install(app: Flask, log: QuestionLog) -> None:
    """Keep questions in this log; without it none is kept."""
    app.extensions[_NAME] = (log, DayKey(log.folder.root))


def note(text: str, asked: Understood, reason: str, hits: int) -> None:
    """Take a question down that was answered or refused for this reason; a search alone has none."""
    if _NAME not in current_app.extensions:
        return
    log, key = cast(tuple[QuestionLog, DayKey], current_app.extensions[_NAME])
    if not log.days:
        return
    here, day = asking(), date.today().isoformat()
    whose = f"akun {here.account.id}" if here.account else f"alamat {request.remote_addr}"
    log.put(
        Question(
            day=day,
            text=None if asked.personal else masked(text),
            way=ANSWER if reason else SEARCH,
            outcome=reason or ("hits" if hits else "no_hits"),
            hits=hits,
            viewer=viewer_class(here.scope),
            asker=key.pseudonym(whose, day),
        )
    )


def viewer_class(scope: Scope) -> str:
    """Return which kind of viewer has a scope: no unit is named, for that would tell who asked."""
    if scope.everything:
        return "pengelola"
    if any(access == "terbatas" for access, _ in scope.pairs):
        return "unit"
    return "internal" if any(access == "internal" for access, _ in scope.pairs) else "publik"

"""The command `theme-questions`: asks what communities should be able to answer, as any civil servant would."""

from datetime import date

import click

from catalog import assets
from catalog.database import Catalog
from catalog.scope import scope_of
from operations import printing
from operations.session import Session
from programme.inputs import theme_questions
from programme.inputs.theme_questions import ThemeQuestion
from search.answer import ask
from search.results import Answer
from search.searcher import Searcher
from search.understanding.understand import QuestionError

_ASN = scope_of("internal")


@click.group("theme-questions")
def theme_questions_command() -> None:
    """Work with the theme questions of communities."""


@theme_questions_command.command("check")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def check_command(session: Session, *, as_json: bool) -> None:
    """Ask every theme question that holds, and keep of each whether it was answered today, and from what."""
    catalog = session.open()
    wanted = theme_questions.holding(catalog)
    searcher = session.searcher(catalog) if wanted else None
    answered = sum(_check(catalog, searcher, question) for question in wanted if searcher)
    document = {"schema": 1, "day": date.today().isoformat(), "asked": len(wanted), "answered": answered}
    printing.either(
        document, lambda told: f"{told['answered']} dari {told['asked']} pertanyaan tema terjawab.", as_json=as_json
    )


def _check(catalog: Catalog, searcher: Searcher, question: ThemeQuestion) -> bool:
    asset = asked(catalog, searcher, question)
    theme_questions.keep_answer(catalog, question.id, asset, date.today())
    return asset is not None


def asked(catalog: Catalog, searcher: Searcher, question: ThemeQuestion) -> int | None:
    """Return the asset from which a question is answered now, None if it is not."""
    with catalog.reading():
        try:
            return _cited(catalog, ask(searcher, catalog, question.text, _ASN))
        except QuestionError:
            return None  # there is no word in it


def _cited(catalog: Catalog, answer: Answer) -> int | None:
    """Return the asset of the first quote, or of the first row that was counted; None for no answer."""
    if not answer.answered:
        return None
    if answer.quotes:
        return answer.quotes[0].passage.asset_id
    counted = [cell for reading in (answer.rows.readings if answer.rows else ()) for cell in reading.cells]
    return assets.card(catalog, counted[0].sheet.asset, _ASN).id if counted else None

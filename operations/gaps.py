"""The commands `gaps`: questions that nothing answers, grouped by what they mean and asked again, for a timer."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta

import click

from catalog import questions, service_settings
from catalog.database import Catalog
from catalog.scope import scope_of
from embedding.embedder import Embedder
from engine.analysis import stems
from operations import printing
from operations.session import Session
from programme.community import communities
from programme.steering import gaps
from programme.steering.gap_grouping import Asks, Measured, denies, wordings
from search.answer import ask
from search.kinds.answer_kinds import wanted
from search.searcher import Searcher
from search.understanding.glossary import Glossary
from search.understanding.understand import QuestionError, understand

_JSON = click.option("--json", "as_json", is_flag=True)
_BATCH = 64  # questions that the model takes at once


@click.group("gaps")
def gaps_command() -> None:
    """Look after gaps: what was asked and nothing answers."""


@gaps_command.command("group")
@_JSON
@click.pass_obj
def group_command(session: Session, *, as_json: bool) -> None:
    """Group what was asked in vain, and ask each group's question again: answered ones close, others open again."""
    catalog, today = session.open(), date.today()
    days = service_settings.read(session.folder).question_days
    questions.forget(catalog, days=days, today=today)
    searcher = session.searcher(catalog)
    count = group(catalog, searcher, (today - timedelta(days=days - 1)).isoformat(), today.isoformat())
    closed, opened = ask_again(catalog, searcher, today.isoformat())
    told = {"schema": 1, "groups": count, "closed": closed, "reopened": opened}
    printing.either(told, _sentence, as_json=as_json)


@gaps_command.command("list")
@_JSON
@click.pass_obj
def list_command(session: Session, *, as_json: bool) -> None:
    """List all groups, those of few askers too; of fewer than five no count is given."""
    found = gaps.listing(session.open(), fewest=1)
    if as_json:
        told = [asdict(gap) | {"askers": communities.told(gap.askers)} for gap in found]
        printing.document({"schema": 1, "gaps": told})
        return
    for gap in found:
        where = " · ".join(filter(None, (gap.theme, gap.community_name, gap.unit, gap.owner)))
        askers = communities.told(gap.askers) or f"kurang dari {communities.FEWEST}"
        click.echo(f"{gap.state}  {gap.times} kali, {askers} penanya  {gap.question}  {where}")


def group(catalog: Catalog, searcher: Searcher, first: str, today: str) -> int:
    """Group what was asked in vain from a day on; return how many groups there are."""
    asked = wordings(gaps.rows(catalog, first))
    themes = gaps.themes(catalog)
    measured = measured_by(searcher.embedder, searcher.glossary, [one.text for one in asked])
    of_themes = measured_by(searcher.embedder, searcher.glossary, [theme.name for theme in themes])
    return gaps.regroup(catalog, asked, measured, (themes, of_themes), today)


def ask_again(catalog: Catalog, searcher: Searcher, today: str) -> tuple[int, int]:
    """Ask the question of each group as an ASN of no named unit would; return how many closed, and how many opened."""
    changes = []
    for gap in gaps.listing(catalog, fewest=1):
        try:
            answer = ask(searcher, catalog, gap.question, scope_of("internal"))
        except QuestionError:
            continue  # it is too long, or holds no word
        asset = answer.quotes[0].passage.asset_id if answer.quotes else None
        changes.append(gaps.asked_again(catalog, gap, today, asset, answered=answer.answered))
    return changes.count(gaps.CLOSED), changes.count(gaps.OPEN)


def measured_by(model: Embedder, glossary: Glossary, texts: Sequence[str]) -> Measured:
    """Return what texts mean, in standard words: their vectors, their key words, and what they ask for."""
    said = [_standard(text, glossary) for text in texts]
    made = [model.embed_queries(said[at : at + _BATCH]) for at in range(0, len(said), _BATCH)]
    words = [frozenset(stems(text)) - glossary.stop for text in said]
    return Measured.of(made, words, [_asks(text) for text in said])


def _standard(text: str, glossary: Glossary) -> str:
    try:
        return understand(text, glossary).text
    except QuestionError:
        return text  # there is no word in it


def _asks(text: str) -> Asks:
    kind = wanted(text)
    return Asks(denies(text), kind.name if kind else None)


def _sentence(told: dict[str, int]) -> str:
    return f"{told['groups']} kelompok celah; {told['closed']} tertutup, {told['reopened']} terbuka lagi."

"""Which passage of a paper is shown first: the one that names what its neighbours do not, or tells what is asked.

A word that all passages of a paper hold, as they hold its subject and often its title, tells one paper from another,
not one page from the next. So within a paper what the question names is weighed by its rarity there. Of 593 questions
to laws the right article of the first hit comes first for 528 (518 without): `benchmarks/within_papers.py`. What tells
the very thing that is counted or explained ("10 soal" for "berapa soal") goes before what does not.
"""

from collections.abc import Callable, Sequence

from engine.analysis import stems
from engine.query import Scored
from search.kinds.answer_kinds import AnswerKind, fits_exactly
from search.kinds.articles import is_in
from search.kinds.holders import tells_holder
from search.ranking.found import Found, meant
from search.ranking.needs import shares_named
from search.understanding.asked_article import asked_article
from search.understanding.understand import Understood

WEIGHT = 0.2
"""What naming all that the question names adds to a score (0 to 1); 0.15 to 0.5 give next to the same pages."""
_TOLD = 0.2
"""What telling the very thing that is counted or explained adds; 0.1 to 0.3 give next to the same pages."""
_LOOKED_AT = 5  # passages of a paper
_ASKED = 40  # passages of a paper of which those that tell the very thing are looked at too


def within(found: Found, own: Sequence[Scored]) -> list[Scored]:
    """Give one paper's passages, best first, in the order in which they are shown; first an article asked for."""
    asked = asked_article(found.question.text)
    title = frozenset(stems(found.passages[own[0].passage].title))
    ordered = by_weight(found.question, found.kind, own, lambda key: found.passages[key].text, title=title)
    if asked is None:
        return ordered
    return sorted(ordered, key=lambda hit: not is_in(asked, found.passages[hit.passage].text))


def by_weight(
    question: Understood,
    kind: AnswerKind | None,
    own: Sequence[Scored],
    text: Callable[[int], str],
    weight: float = WEIGHT,
    title: frozenset[str] = frozenset(),
) -> list[Scored]:
    """Give passages of one paper by score and what they name and tell among themselves; only the first few move."""
    telling = {hit.passage for hit in own[:_ASKED] if _tells(question, kind, text(hit.passage))}
    first = [hit for at, hit in enumerate(own) if at < _LOOKED_AT or hit.passage in telling]
    if len(first) < 2:
        return list(own)
    named = shares_named(question, {hit.passage: meant(text(hit.passage)) for hit in first}, title)

    def worth(hit: Scored) -> float:
        return hit.score + weight * named.get(hit.passage, 0.0) + _TOLD * (hit.passage in telling)

    moved = {hit.passage for hit in first}
    return [*sorted(first, key=worth, reverse=True), *(hit for hit in own if hit.passage not in moved)]


def _tells(question: Understood, kind: AnswerKind | None, text: str) -> bool:
    return fits_exactly(kind, text) or tells_holder(question.text, text)

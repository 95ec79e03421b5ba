"""Which passage of a paper is shown first: the one that tells what is asked, not the one that names the paper.

Words that name the paper tell it from others, not one of its pages from the next, so what a passage tells beside them
(`search.ranking.own_words`) stands beside its score. What tells the very thing that is counted or explained ("10 soal"
for "berapa soal") goes before what does not.
"""

from collections.abc import Callable, Sequence

from catalog.database import Catalog
from catalog.passages import Passage
from catalog.whole_texts import opening
from engine.query import Scored
from search.kinds.answer_kinds import AnswerKind, fits_exactly
from search.kinds.articles import is_in
from search.kinds.holders import tells_holder
from search.ranking.found import Found, meant
from search.ranking.own_words import shares_told
from search.understanding.asked_article import asked_article
from search.understanding.understand import Understood

WEIGHT = 0.3
"""What telling all that is asked beside the paper's name adds to a score (0 to 1). Questions to laws are best served by
0.1 to 0.3 (`benchmarks/within_papers.py`), others to papers as offices have them by 0.5."""
_TOLD = 0.3
"""What telling the very thing that is counted or explained adds; 0.2 to 0.4 give next to the same pages."""
OPENING = 800  # characters of a paper that its cover has, or its letterhead and subject
_LOOKED_AT = 20  # passages of a paper
_ASKED = 40  # passages of a paper of which those that tell the very thing are looked at too


def within(catalog: Catalog, found: Found, own: Sequence[Scored]) -> list[Scored]:
    """Give one paper's passages, best first, in the order in which they are shown; first an article asked for."""
    if len(own) < 2:
        return list(own)
    asked = asked_article(found.question.text)
    naming = names_of(catalog, found.passages[own[0].passage])
    ordered = by_weight(found.question, found.kind, own, lambda key: found.passages[key].text, naming=naming)
    if asked is None:
        return ordered
    return sorted(ordered, key=lambda hit: not is_in(asked, found.passages[hit.passage].text))


def names_of(catalog: Catalog, shown: Passage) -> frozenset[str]:
    """Give the stems of the words by which a paper is named: of its title and of what it begins with."""
    return frozenset(meant(shown.title)).union(meant(opening(catalog, shown, OPENING)))


def by_weight(
    question: Understood,
    kind: AnswerKind | None,
    own: Sequence[Scored],
    text: Callable[[int], str],
    weight: float = WEIGHT,
    naming: frozenset[str] = frozenset(),
) -> list[Scored]:
    """Give passages of one paper by score and what they tell among themselves; only the first few move."""
    telling = {hit.passage for hit in own[:_ASKED] if _tells(question, kind, text(hit.passage))}
    first = [hit for at, hit in enumerate(own) if at < _LOOKED_AT or hit.passage in telling]
    if len(first) < 2:
        return list(own)
    told = shares_told(question, {hit.passage: meant(text(hit.passage)) for hit in first}, naming)

    def worth(hit: Scored) -> float:
        return hit.score + weight * told[hit.passage] + _TOLD * (hit.passage in telling)

    moved = {hit.passage for hit in first}
    return [*sorted(first, key=worth, reverse=True), *(hit for hit in own if hit.passage not in moved)]


def _tells(question: Understood, kind: AnswerKind | None, text: str) -> bool:
    return fits_exactly(kind, text) or tells_holder(question.text, text)


def in_order_of_papers(catalog: Catalog, found: Found, count: int) -> list[Scored]:
    """Give the first `count` passages of a ranking, each place filled by the best left of the paper that stands there.

    So papers keep their places, and of each those passages come that tell most of what is asked.
    """
    places = found.ranking[:count]
    paper_of = {hit.passage: found.passages[hit.passage].asset for hit in found.ranking}
    papers: dict[str, list[Scored]] = {paper_of[hit.passage]: [] for hit in places}
    for hit in found.ranking:
        if (own := papers.get(paper_of[hit.passage])) is not None:
            own.append(hit)
    left = {paper: iter(within(catalog, found, own)) for paper, own in papers.items()}
    return [next(left[paper_of[hit.passage]]) for hit in places]

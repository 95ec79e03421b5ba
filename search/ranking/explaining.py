"""Why a hit stands where it does: what its score is made of, its place in both lists, the words that matched.

For the operator alone: document frequencies, and so raw scores, know of all files.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.passages import Passage
from engine.analysis import identifiers, terms
from engine.misreadings import put_right
from engine.query import Scored
from search.ranking.found import Found
from search.ranking.fusion import Parts
from search.understanding.understand import Understood


@dataclass(frozen=True)
class Why:
    """The parts of a passage's score, with what they come from.

    None is a passage that the words, or the meaning, did not find. A row has no vector of its own, and no place in that
    list: its cosine is that of the nearest passage of its sheet. `stems` and `identifiers` are those of the question
    that stand in the passage, its title or its headings.
    """

    parts: Parts
    bm25: float | None
    lexical_rank: int | None
    cosine: float | None
    dense_rank: int | None
    stems: tuple[str, ...]
    identifiers: tuple[str, ...]


def why(found: Found, passage: Passage) -> Why:
    """Tell what the score of a passage that was found is made of."""
    candidates = found.candidates
    return Why(
        found.fusion.parts(passage.id),
        _score(candidates.lexical, passage.id),
        _rank(candidates.lexical, passage.id),
        _score(found.fusion.dense, passage.id),
        _rank(candidates.dense, passage.id),
        *_matched(found.question, passage),
    )


def _score(hits: Sequence[Scored], passage: int) -> float | None:
    return next((hit.score for hit in hits if hit.passage == passage), None)


def _rank(hits: Sequence[Scored], passage: int) -> int | None:
    return next((rank for rank, hit in enumerate(hits, 1) if hit.passage == passage), None)


def _matched(question: Understood, passage: Passage) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the stems and identifiers that matched, an alternative wording only where all its words stand there."""
    text = " \n".join((passage.title, *passage.heading, passage.text, put_right(passage.text)))
    held = {term.text for term in terms(text)}
    clauses = [clause for group in question.groups for clause in group if held.issuperset(clause.terms)]
    exact = {term.text for term in identifiers(text)}
    return (
        tuple(dict.fromkeys(stem for clause in clauses for stem in clause.terms)),
        tuple(identifier for identifier in question.exact if identifier in exact),
    )

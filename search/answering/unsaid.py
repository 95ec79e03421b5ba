"""What key words name that the paper which seems to answer nowhere says: it is about another matter.

A whole question has words that no paper repeats ("berhak dapat apa"); of a few words typed into a search box each names
something. Of the papers of the sample, the ones that answer lack next to none of them (benchmarks/short_questions.py).
"""

from collections.abc import Sequence

from catalog.database import Catalog
from catalog.passages import Passage
from search.answering.whole_paper import said_of, stands
from search.ranking.needs import Need
from search.understanding.glossary import load

_MOST = 8
"""Words of a question that is taken for key words."""


def share_unsaid(catalog: Catalog, question: str, needs: Sequence[Need], passage: Passage) -> float:
    """Give the share, weighed by rarity, of what key words name that the passage's paper and its card nowhere say.

    0 for a whole question, and where a page of the paper could not be read.
    """
    total = sum(need.rarity for need in needs)
    if not total or not in_key_words(question):
        return 0.0
    said = said_of(catalog, passage)
    if said is None:
        return 0.0
    missing = (need for need in needs if not any(stands(wording, said) for wording, _ in need.wordings))
    return sum(need.rarity for need in missing) / total


def in_key_words(question: str) -> bool:
    """Tell few words that only name something from a question that asks in a sentence."""
    return len(question.split()) <= _MOST and not question.endswith("?") and not load().asks(question)

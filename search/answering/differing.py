"""Quotes from several sources: what is in force stands first, and what the reader must heed is told. Pure."""

from collections.abc import Sequence
from itertools import combinations

from catalog.words import OUT_OF_FORCE
from engine.analysis import stems
from search.results import FIGURES_DIFFER, OUT_OF_FORCE_FIRST, Quote

_UNLIKE = 0.3  # of what two quotes name of a question, as much may be named by one of them alone


def in_force_first(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Give the quotes in their order, but those known to be out of force behind the others that answer as well.

    A quote in which the reader sees no answer passes none: it may only stand beside the answer.
    """
    if any(quote.answer is None for quote in quotes):
        return tuple(quotes)
    return tuple(sorted(quotes, key=lambda quote: quote.passage.validity in OUT_OF_FORCE))


def cautions(quotes: Sequence[Quote]) -> tuple[str, ...]:
    """Give a sentence for each thing to heed: the first source is out of force; the sources give other figures."""
    first = [OUT_OF_FORCE_FIRST] if quotes and quotes[0].passage.validity in OUT_OF_FORCE else []
    return tuple([*first, FIGURES_DIFFER] if figures_differ(quotes) else first)


def figures_differ(quotes: Sequence[Quote]) -> bool:
    """Tell whether two assets answer with figures of one thing ("5 hari", "7 hari kerja") and have none in common."""
    pairs = combinations((quote for quote in quotes if quote.answer), 2)
    return any(
        one.passage.asset_id != other.passage.asset_id
        and _are_of_one_thing(one, other)
        and _differ(_said(one), _said(other))
        for one, other in pairs
    )


def _are_of_one_thing(one: Quote, other: Quote) -> bool:
    """Tell whether two quotes name about the same of the question: how warm an archive is, and how warm a pump."""
    return len(one.named ^ other.named) <= _UNLIKE * len(one.named | other.named)


def _said(quote: Quote) -> frozenset[str]:
    start, end = quote.answer or (quote.start, quote.start)
    return frozenset(stems(quote.text[start - quote.start : end - quote.start].replace("%", " persen ")))


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    figures = [{word for word in said if any(map(str.isdigit, word))} for said in (one, other)]
    words = [said - own for said, own in zip((one, other), figures, strict=True)]
    of_one_thing = bool(words[0] & words[1]) or not (words[0] or words[1])
    return all(figures) and of_one_thing and not figures[0] & figures[1]

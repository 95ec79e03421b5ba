"""From the passages found to hits: an asset's passages together, and copies of one paper under the one that counts."""

from collections.abc import Sequence

from catalog.communities import maturities
from catalog.database import Catalog
from catalog.passages import Passage
from catalog.reuse_counts import reusers
from catalog.words import OUT_OF_FORCE
from engine.query import Scored
from search.ranking.folding import Own, folded
from search.ranking.found import Found, sheet_of
from search.ranking.highlights import highlights
from search.ranking.preference import Reputation, in_order
from search.ranking.within import within
from search.results import Hit, HitPassage

SHOWN = 3  # passages a hit
_NEAR = 0.5  # a hit's further passages score at least this share of its best


def group(catalog: Catalog, found: Found, limit: int, *, preferring: bool = True) -> tuple[Hit, ...]:
    """Make one hit of an asset's passages, and of its copies; hits stand in the order of their best passage's score.

    Of nearly equal ones those stand first that `search.ranking.preference` prefers, unless it is switched off.
    """
    chosen = folded(catalog, found, limit)
    cards = [found.passages[own[0].passage] for own, *_ in chosen]
    reputations = _reputations(catalog, cards)
    places: Sequence[int] = range(len(chosen))
    if preferring:
        in_force = [card.validity not in OUT_OF_FORCE for card in cards]
        places = in_order([_score(one) for one in chosen], in_force, [known.merit for known in reputations])
    return tuple(_hit(catalog, rank, chosen[at], found, reputations[at]) for rank, at in enumerate(places, start=1))


def _hit(catalog: Catalog, rank: int, assets: list[Own], found: Found, reputation: Reputation) -> Hit:
    own, *copies = assets
    return Hit(
        rank,
        _score(assets),
        tuple(_shown(hit, found) for hit in _apart(within(catalog, found, own), found.passages)),
        reputation.maturity,
        tuple(found.passages[copy[0].passage] for copy in copies),
        reused_by=reputation.reused_by,
    )


def _score(assets: list[Own]) -> float:
    return max(scored[0].score for scored in assets)


def _reputations(catalog: Catalog, cards: list[Passage]) -> list[Reputation]:
    """Give what is known of each card's community and reuse: one look-up of either for all."""
    assessed = maturities(catalog, (card.community for card in cards))
    reused = reusers(catalog, (card.asset_id for card in cards))
    return [Reputation(assessed.get(card.community or ""), reused.get(card.asset_id, ())) for card in cards]


def _apart(scored: list[Scored], passages: dict[int, Passage]) -> list[Scored]:
    """Give up to SHOWN passages in their order that are near the best in score and do not repeat one another."""
    taken: list[Scored] = []
    least = _NEAR * max(hit.score for hit in scored)
    for hit in scored:
        repeated = any(_overlap(passages[hit.passage], passages[other.passage]) for other in taken)
        if len(taken) < SHOWN and hit.score >= least and not repeated:
            taken.append(hit)
    return taken


def _overlap(one: Passage, other: Passage) -> bool:
    """Tell whether two passages share more than half of the shorter one."""
    if sheet_of(one) != sheet_of(other):
        return False
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > min(one.end - one.start, other.end - other.start)


def _shown(hit: Scored, found: Found) -> HitPassage:
    passage = found.passages[hit.passage]
    return HitPassage(passage, hit.score, highlights(passage.text, found.question))

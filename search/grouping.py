"""From the passages found to hits: an asset's passages together, and copies of one paper under the one that counts."""

from collections.abc import Iterable

from catalog.communities import Maturity, maturity
from catalog.database import Catalog
from catalog.passages import Passage
from engine.query import Scored
from search.folding import Own, folded
from search.found import Found, sheet_of
from search.highlights import highlights
from search.results import Hit, HitPassage

SHOWN = 3  # passages a hit
_NEAR = 0.5  # a hit's further passages score at least this share of its best


def group(catalog: Catalog, found: Found, limit: int) -> tuple[Hit, ...]:
    """Make one hit of an asset's passages, and of its copies; hits stand in the order of their best passage's score."""
    chosen = folded(catalog, found, limit)
    assessed = _maturities(catalog, (found.passages[own[0].passage] for own, *_ in chosen))
    return tuple(_hit(rank, assets, found, assessed) for rank, assets in enumerate(chosen, start=1))


def _hit(rank: int, assets: list[Own], found: Found, assessed: dict[str, Maturity | None]) -> Hit:
    own, *copies = assets
    card = found.passages[own[0].passage]
    return Hit(
        rank,
        max(scored[0].score for scored in assets),
        tuple(_shown(hit, found) for hit in _apart(own, found.passages)),
        assessed.get(card.community or ""),
        tuple(found.passages[copy[0].passage] for copy in copies),
    )


def _maturities(catalog: Catalog, cards: Iterable[Passage]) -> dict[str, Maturity | None]:
    names = {card.community for card in cards if card.community}
    return {name: maturity(catalog, name) for name in names}


def _apart(scored: list[Scored], passages: dict[int, Passage]) -> list[Scored]:
    """Give up to SHOWN passages, best first, that are near the best in score and do not repeat one another."""
    taken: list[Scored] = []
    for hit in scored:
        repeated = any(_overlap(passages[hit.passage], passages[other.passage]) for other in taken)
        if len(taken) < SHOWN and hit.score >= _NEAR * scored[0].score and not repeated:
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

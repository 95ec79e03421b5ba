"""Assets that speak of the same things as one asset, by the vectors that are there: nothing is embedded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from catalog import assets
from catalog.assets import Card
from catalog.copies import Text, are_copies
from catalog.database import Catalog
from catalog.passages import Passage, read
from catalog.scope import Scope
from catalog.whole_texts import Extent, embedded_passages, extent, extent_of_card, whole_text
from engine.dense import DenseIndex
from engine.likeness import directions, middle
from engine.query import Request

MOST = 5
"""Similar assets at a time."""
FLOOR = 0.34
"""The least likeness shown. In the sample corpus 48 of 59 files have others that reach it, nearly all on one subject,
such as a guide and the list that is filled by it; pairs that share no more than a template lie below."""
_PASSAGES = 120  # nearest passages of other assets that are looked at
_ASSETS = 24  # assets that are compared whole


@dataclass(frozen=True)
class Similar:
    """An asset by one of its passages, and its likeness: a cosine from FLOOR to 1."""

    card: Passage
    score: float


def similar(index: DenseIndex, catalog: Catalog, key: str, scope: Scope, limit: int = MOST) -> tuple[Similar, ...]:
    """Give what a scope sees that is most like an asset, best first, at most MOST; NotFoundError where it sees none.

    Not among them: the asset, the other parts of its file, and copies of it; of copies of one another, and of the parts
    of one file, one is given.
    """
    with catalog.reading():
        shown = assets.card(catalog, key, scope)
        return tuple(_apart(catalog, shown, _nearest(index, catalog, shown, scope), min(limit, MOST)))


def beside(index: DenseIndex, catalog: Catalog, shown: Card, scope: Scope) -> tuple[tuple[Similar, bool], ...]:
    """Give what a scope sees that is most like a draft, which it need not see, and whether each is a copy of it.

    The caller has asked who may open the draft.
    """
    with catalog.reading():
        paper = _Paper(catalog, extent_of_card(catalog, shown))
        found = _nearest(index, catalog, shown, scope)[:MOST]
        return tuple((one, paper.is_copy_of(_Paper(catalog, extent(catalog, one.card)))) for one in found)


def _nearest(index: DenseIndex, catalog: Catalog, shown: Card, scope: Scope) -> list[Similar]:
    """Give the assets of other files whose likeness reaches the floor, best first."""
    splitting = index.of.splitting
    own = embedded_passages(catalog, extent_of_card(catalog, shown), splitting)
    if not own:
        return []
    centre = middle(catalog, index, scope, own)
    direction = directions(catalog, index, [own], centre)[0]
    found = index.search(catalog, Request((), (), direction, scope, limit=_PASSAGES + len(own)))
    others = list(dict.fromkeys(hit.passage for hit in found if hit.passage not in set(own)))[:_PASSAGES]
    cards = _cards(read(catalog, others, scope), others, shown)
    texts = [embedded_passages(catalog, extent(catalog, card), splitting) for card in cards]
    scores = (directions(catalog, index, texts, centre) @ direction).tolist() if cards else []
    alike = [Similar(card, score) for card, score in zip(cards, scores, strict=True) if score >= FLOOR]
    return sorted(alike, key=lambda one: (-one.score, one.card.asset))


def _cards(found: Mapping[int, Passage], order: Sequence[int], shown: Card) -> list[Passage]:
    """Give the first passage of each asset of other files, in the order given."""
    cards: dict[str, Passage] = {}
    for passage in (found[number] for number in order if number in found):
        if passage.asset_id != shown.id:
            cards.setdefault(passage.asset, passage)
    return list(cards.values())[:_ASSETS]


def _apart(catalog: Catalog, shown: Card, alike: Sequence[Similar], limit: int) -> Iterator[Similar]:
    """Yield the first of each file that are no copies of the asset or of one another."""
    papers, files = [_Paper(catalog, extent_of_card(catalog, shown))], {shown.id}
    for one in alike:
        if len(papers) > limit:
            return
        paper = _Paper(catalog, extent(catalog, one.card))
        if one.card.asset_id not in files and not any(paper.is_copy_of(other) for other in papers):
            papers.append(paper)
            files.add(one.card.asset_id)
            yield one


@dataclass(frozen=True)
class _Paper:
    """A whole asset, whose text is read when it is first compared."""

    catalog: Catalog
    extent: Extent

    def is_copy_of(self, other: "_Paper") -> bool:
        """Tell whether both are the same pages of the same bytes, or texts that are copies."""
        if self.extent.bytes_and_pages == other.extent.bytes_and_pages:
            return True
        return self.text is not None and other.text is not None and are_copies(self.text, other.text)

    @cached_property
    def text(self) -> Text | None:
        """Give the whole text, None where a page of it could not be read."""
        text = whole_text(self.catalog, self.extent)
        return None if text is None else Text(text)

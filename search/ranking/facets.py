"""Facets: how many of the assets found are of which kind, unit, community, theme, year, validity, maturity, and reused.

Counted are the assets of what a retrieval found, read through its viewer's Scope, and nothing else: each asset once,
copies of one paper each for itself. A facet counts what the choice in the others lets through, so that its own can be
changed. Kind, unit, year and community of a further choice go down into the engine, which may then find more than was
counted.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from catalog.communities import LEVEL_NAMES, UNASSESSED, maturities, themes
from catalog.database import Catalog
from catalog.passages import Passage
from catalog.reuse_counts import reusers
from catalog.units import names
from catalog.words import OUT_OF_FORCE, VALIDITY
from engine.query import Filters
from search.ranking.choice import Chosen
from search.ranking.found import Found

NAMES = ("kind", "unit", "community", "theme", "year", "validity", "maturity", "reused")
LEVELS = (*map(str, LEVEL_NAMES), UNASSESSED)
REUSED = "ya"
"""The one value of reuse: an agency other than its own uses the asset, and its head confirmed it."""
_IN_ENGINE = ("kind", "unit", "year", "community")
_NARROWING = ("theme", "validity", "maturity", "reused")

_NOTHING: Mapping[str, str | None] = {"maturity": UNASSESSED, "reused": None}
"""What alone makes no facet: where all assets found are like this, there is nothing to choose."""

_TOLD: Mapping[str, Callable[[Passage], str | None]] = {
    "kind": attrgetter("kind"),
    "unit": attrgetter("unit"),
    "community": attrgetter("community"),
    "theme": attrgetter("community"),
    "year": attrgetter("date"),
    "validity": attrgetter("validity"),
    "maturity": attrgetter("community"),
}
"""What of a card tells a facet; of reuse, the rows of other agencies do."""


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet, as the option of that name takes it, with the number of assets that have it.

    None counts those that have no value, and cannot be chosen. `label` says what a code stands for.
    """

    value: str | None
    count: int
    label: str | None = None


Facets = Mapping[str, tuple[FacetValue, ...]]
"""By name, in the order of NAMES; `maturity` is empty where no asset found has an assessment, `reused` where none is.

An asset has one value of each facet, only of themes all those of its community: it counts under each.
"""


class Traits:
    """What each asset found counts as; communities and reuse are looked up once for all that are looked at."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._themes: dict[str, tuple[str, ...]] = {}
        self._levels: dict[str, str] = {}
        self._reused: set[int] = set()
        self._not_reused: set[int] = set()

    def counts(self, cards: Collection[Passage], name: str) -> Counter[str | None]:
        """Give how many assets have each value of a facet; None is no value."""
        self._look_up(cards, [name])
        counts: Counter[str | None] = Counter()
        for told, assets in Counter(map(self._told(name), cards)).items():
            for value in self._values(name, told):
                counts[value] += assets
        return counts

    def fitting(self, cards: Collection[Passage], chosen: Chosen) -> Collection[Passage]:
        """Give those that have the theme, validity, maturity and reuse that are chosen."""
        wanted = [(name, value) for name in _NARROWING if (value := getattr(chosen, name)) is not None]
        if not wanted and chosen.in_force is None:
            return cards
        self._look_up(cards, [name for name, _ in wanted])
        return [
            card
            for card in cards
            if all(value in self._values(name, self._told(name)(card)) for name, value in wanted)
            and chosen.in_force in (None, card.validity not in OUT_OF_FORCE)
        ]

    def _look_up(self, cards: Collection[Passage], facets: Collection[str]) -> None:
        if "maturity" in facets and (names := {card.community or "" for card in cards} - self._levels.keys()):
            assessed = maturities(self._catalog, names)
            self._levels |= {name: str(assessed[name].level) if name in assessed else UNASSESSED for name in names}
        if "reused" in facets:
            assets = {card.asset_id for card in cards} - self._reused - self._not_reused
            found = reusers(self._catalog, assets).keys()
            self._reused |= found
            self._not_reused |= assets - found

    def _told(self, name: str) -> Callable[[Passage], str | None]:
        if name == "reused":
            return lambda card: REUSED if card.asset_id in self._reused else None
        return _TOLD[name]

    def _values(self, name: str, told: str | None) -> tuple[str | None, ...]:
        """Give the values of a facet that follow from what a card tells."""
        if name == "theme":
            return self._themes_of(told) or (None,)
        if name == "maturity":
            return (self._levels[told or ""],)
        return (told and told[:4],) if name == "year" else (told,)

    def _themes_of(self, community: str | None) -> tuple[str, ...]:
        if community is None:
            return ()
        if community not in self._themes:
            self._themes[community] = themes(self._catalog, community)
        return self._themes[community]


def narrowed(catalog: Catalog, found: Found, chosen: Chosen) -> Found:
    """Leave in the ranking what has the theme, validity, maturity and reuse that are chosen; the passages all stay."""
    fitting = Traits(catalog).fitting(found.passages.values(), chosen)
    if len(fitting) == len(found.passages):
        return replace(found, chosen=chosen)
    kept = {card.id for card in fitting}
    return replace(found, ranking=tuple(hit for hit in found.ranking if hit.passage in kept), chosen=chosen)


def counted(catalog: Catalog, found: Found, retrieve: Callable[[Filters], Collection[Passage]]) -> Facets:
    """Count what was found; `retrieve` gives what would be with other filters, for the facets that are filtered by."""
    traits, facets = Traits(catalog), {}
    assets = _by_asset(found.passages.values())
    for name in NAMES:
        others = found.chosen.apart_from(name)
        refound = name in _IN_ENGINE and others.filters != found.chosen.filters
        among = _by_asset(retrieve(others.filters)) if refound else assets
        facets[name] = _ordered(name, traits.counts(traits.fitting(among, others), name))
    units = names(catalog)
    facets["unit"] = tuple(replace(one, label=units.get(one.value or "")) for one in facets["unit"])
    return facets


def _by_asset(passages: Iterable[Passage]) -> Collection[Passage]:
    return {passage.asset: passage for passage in passages}.values()


def _ordered(name: str, counts: Counter[str | None]) -> tuple[FacetValue, ...]:
    """Give the values in their own order where there is one (newest year, highest level), else by count; None last."""
    if name in _NOTHING and not counts.keys() - {_NOTHING[name]}:
        return ()
    values = sorted((value for value in counts if value is not None), key=lambda value: _order(name, value, counts))
    labels = {str(level): said for level, said in LEVEL_NAMES.items()} if name == "maturity" else {}
    ends: Iterable[None] = [None] * (None in counts)
    return tuple(FacetValue(value, counts[value], labels.get(value or "")) for value in (*values, *ends))


def _order(name: str, value: str, counts: Counter[str | None]) -> tuple[int, str]:
    if name == "validity":
        return VALIDITY.index(value), value
    if name == "year":
        return -int(value), value
    if name == "maturity":
        return (-int(value), value) if value != UNASSESSED else (1, value)
    return -counts[value], value

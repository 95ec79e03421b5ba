"""Which of the assets found are copies of one another, and which of them stands for the others."""

import re
from collections.abc import Sequence
from itertools import combinations

from catalog.copies import Text, are_copies
from catalog.database import Catalog
from catalog.passages import Passage
from catalog.whole_texts import Extent, extent, whole_text
from catalog.words import APPROVED, OUT_OF_FORCE
from engine.query import Scored
from search.ranking.found import Found

_WINDOW = 2  # times as many assets as there are to be hits are looked at
_SHARED = 0.9  # of the words of an asset's best passage, and all of its figures, stand in what was found of its copy

_OF_OLD_PROGRAMS = (".doc", ".xls", ".ppt")
_WORD = re.compile(r"[^\W_]+")
Own = list[Scored]
"""The passages that were found of one asset, best first."""


def folded(catalog: Catalog, found: Found, limit: int) -> list[list[Own]]:
    """Give the `limit` best assets in the order of their scores, each with those that are copies of it behind it.

    Of copies, what is approved, in force and newer stands first, then what every program of today opens. Only what was
    found is looked at, so within the scope, and only assets that hold nearly all words of one another's best passages
    are compared whole.
    """
    assets: dict[str, Own] = {}
    for scored in found.ranking:
        asset = found.passages[scored.passage].asset
        if asset in assets:
            assets[asset].append(scored)
        elif len(assets) < _WINDOW * limit:
            assets[asset] = [scored]
    own = list(assets.values())
    copies = _Copies(catalog, found, own)
    groups = copies.groups()[:limit]
    return [[own[place] for place in sorted(group, key=copies.standing, reverse=True)] for group in groups]


class _Copies:
    """Assets by their place in the ranking, whose texts are read when they are first compared."""

    def __init__(self, catalog: Catalog, found: Found, own: Sequence[Own]) -> None:
        self._catalog = catalog
        self._cards = [found.passages[scored[0].passage] for scored in own]
        words = [[_words(found.passages[scored.passage]) for scored in passages] for passages in own]
        self._best = [best for best, *_ in words]
        self._figures = [frozenset(word for word in best if word[0].isdigit()) for best in self._best]
        self._held = [best.union(*others) for best, *others in words]
        self._extents: dict[int, Extent] = {}
        self._texts: dict[int, Text | None] = {}

    def groups(self) -> list[list[int]]:
        """Give the places in groups, each place in one; whatever is linked by copies, however many, is together."""
        group_of = [[place] for place in range(len(self._cards))]
        for one, other in combinations(range(len(self._cards)), 2):
            if group_of[one] is not group_of[other] and self._alike(one, other) and self._same(one, other):
                group_of[one].extend(group_of[other])
                for place in group_of[other]:
                    group_of[place] = group_of[one]
        return [group for place, group in enumerate(group_of) if place == min(group)]

    def standing(self, place: int) -> tuple[bool, bool, bool, bool, str, bool, int]:
        """Give what is greatest for the copy that stands first; the ranking decides where nothing else does."""
        card = self._cards[place]
        approved, in_force = card.status in APPROVED, card.validity not in OUT_OF_FORCE
        known = card.validity == "berlaku"
        current = not card.path.casefold().endswith(_OF_OLD_PROGRAMS)
        return approved, in_force, known, card.status == "disahkan", card.date or "", current, -place

    def _alike(self, one: int, other: int) -> bool:
        """Tell at little cost whether two assets may be copies: each holds nearly all that the other's best says."""
        return self._holds(one, other) and self._holds(other, one)

    def _holds(self, one: int, other: int) -> bool:
        best, held = self._best[one], self._held[other]
        return self._figures[one] <= held and len(best & held) >= max(1, _SHARED * len(best))

    def _same(self, one: int, other: int) -> bool:
        if self._extent(one).bytes_and_pages == self._extent(other).bytes_and_pages:
            return True
        text, beside = self._text(one), self._text(other)
        return text is not None and beside is not None and are_copies(text, beside)

    def _extent(self, place: int) -> Extent:
        if place not in self._extents:
            self._extents[place] = extent(self._catalog, self._cards[place])
        return self._extents[place]

    def _text(self, place: int) -> Text | None:
        if place not in self._texts:
            text = whole_text(self._catalog, self._extent(place))
            self._texts[place] = None if text is None else Text(text)
        return self._texts[place]


def _words(passage: Passage) -> frozenset[str]:
    """Give the words and figures of a passage as they are written: stems would cost ten times as much."""
    return frozenset(_WORD.findall(passage.text.casefold()))

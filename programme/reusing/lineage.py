"""What an asset came of, and what came of it: by reuse that was confirmed, and by what took its place.

Rows name assets by their numbers, so a new title, file or version changes nothing. Every node goes through the scope
of who looks: one that they may not see is a node without name, and the way goes on behind it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from catalog import assets
from catalog.assets import Card
from catalog.database import Catalog
from catalog.errors import NotFoundError
from catalog.scope import Scope

DEEPEST = 8
"""Steps from an asset that are shown."""
MOST = 80
"""Nodes to one side that are shown."""
SUCCESSIONS = ("diganti", "digabung")

_LATER = """
WITH RECURSIVE later(id) AS (
    SELECT ?1
    UNION SELECT r.made FROM later JOIN reuse r ON r.asset = later.id WHERE r.made IS NOT NULL AND r.state <> 'ditolak'
    UNION SELECT s.successor FROM later JOIN succession s ON s.asset = later.id
)
SELECT 1 FROM later WHERE id = ?2
"""
_AFTER = """
SELECT r.made AS other, r.kind, r.unit, r.version, r.day FROM reuse r WHERE r.asset = ?1 AND r.state = 'dikonfirmasi'
UNION ALL SELECT s.successor, s.kind, NULL, NULL, s.day FROM succession s WHERE s.asset = ?1 ORDER BY 5, 1, 2, 3
"""
_BEFORE = """
SELECT r.asset AS other, r.kind, r.unit, r.version, r.day FROM reuse r WHERE r.made = ?1 AND r.state = 'dikonfirmasi'
UNION ALL SELECT s.asset, s.kind, NULL, NULL, s.day FROM succession s WHERE s.successor = ?1 ORDER BY 5, 1, 2, 3
"""


@dataclass(frozen=True)
class Node:
    """An asset on the way, and how it is tied to the one before it on the page.

    `kind` is that of the reuse or the succession, `unit` who reused it, `version` which one was reused. `state` is
    `terlihat`, `ditarik` (its title was for who looks), `tersembunyi`, `dihapus`, or `tanpa_aset` for a reuse of which
    no asset came; only the first has a card. `again` tells that it stands, with what follows, elsewhere on the page.
    `number` is the same for one asset wherever it stands on its side, counted from the asset in the middle, which is 0.
    """

    number: int
    kind: str
    unit: str | None
    version: int | None
    day: str
    state: str
    card: Card | None
    again: bool
    nodes: tuple["Node", ...]


@dataclass(frozen=True)
class Lineage:
    """What an asset came of and what came of it, the nearest first; `is_cut` tells that there is more than is shown."""

    before: tuple[Node, ...]
    after: tuple[Node, ...]
    is_cut: bool


def reaches(catalog: Catalog, old: int, new: int) -> bool:
    """Tell whether an asset came of another, over however many steps, or is it: a tie back would make a circle."""
    return bool(catalog.db.execute(_LATER, [old, new]).fetchall())


def of(catalog: Catalog, asset: int, scope: Scope) -> Lineage:
    """Return the lineage of an asset as whoever has this scope may see it."""
    before, after = _Walk(catalog, scope, _BEFORE, "dihapus"), _Walk(catalog, scope, _AFTER, "tanpa_aset")
    found = tuple(before.nodes(asset, 1)), tuple(after.nodes(asset, 1))
    return Lineage(*found, is_cut=before.is_cut or after.is_cut)


class _Walk:
    """One way through the ties: each asset is opened once, so that even a circle ends.

    `absent` is the state of a node whose asset is not there.
    """

    def __init__(self, catalog: Catalog, scope: Scope, ties: str, absent: str) -> None:
        self._catalog, self._scope, self._ties, self._absent = catalog, scope, ties, absent
        self._numbers: dict[int, int] = {}
        self._free = count()
        self._left = MOST
        self.is_cut = False

    def nodes(self, asset: int, depth: int) -> Iterator[Node]:
        self._numbers[asset] = next(self._free)
        for row in list(self._catalog.db.query(self._ties, [asset])):
            if depth > DEEPEST or self._left == 0:
                self.is_cut = True
                return
            self._left -= 1
            other = row.pop("other")
            state, card = self._seen(other)
            again = other in self._numbers
            further = () if again or other is None else tuple(self.nodes(other, depth + 1))
            number = next(self._free) if other is None else self._numbers[other]
            yield Node(number, **row, state=state, card=card, again=again, nodes=further)

    def _seen(self, asset: int | None) -> tuple[str, Card | None]:
        if asset is None:
            return self._absent, None
        key = self._catalog.db.execute("SELECT key FROM asset WHERE id = ?", [asset]).fetchone()[0]
        if card := _card(self._catalog, key, self._scope):
            return "terlihat", card
        withdrawn = replace(self._scope, statuses=frozenset(("ditarik", "diarsipkan")))
        return ("ditarik" if _card(self._catalog, key, withdrawn) else "tersembunyi"), None


def _card(catalog: Catalog, key: str, scope: Scope) -> Card | None:
    try:
        return assets.card(catalog, key, scope)
    except NotFoundError:
        return None

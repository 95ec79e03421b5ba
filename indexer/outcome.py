"""What became of each file in a run, and of the run as a whole."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any

from catalog.assets import Counts

SCHEMA = 1
MOST_RECORDED = 1000
"""Items that a job's row keeps: enough to see what went wrong; the counts tell of all."""


@dataclass(frozen=True, slots=True)
class Item:
    """One file found: an outcome of the contract, a stable code, a reason in Indonesian where it was not indexed."""

    path: str
    source: str
    outcome: str
    code: str
    reason: str
    asset: str | None = None
    version: int | None = None
    pages: int = 0
    pages_unsearchable: int = 0
    passages: int = 0
    rows: int = 0
    read_seconds: float = 0.0
    embed_seconds: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """Return the item as it stands in the run's document."""
        return {name: getattr(self, name) for name in _NAMES}


_NAMES = tuple(field.name for field in fields(Item))


@dataclass
class Run:
    """The items of a run as they come in, the paths that are gone, and the time it took.

    `foreseen` is what a dry run tells besides; empty for one that was done.
    """

    sources: list[str]
    items: list[Item] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    seconds: float = 0.0
    foreseen: dict[str, Any] = field(default_factory=dict)

    def count(self, outcome: str) -> int:
        """Return how many items ended so."""
        return sum(item.outcome == outcome for item in self.items)

    def to_json(self) -> dict[str, Any]:
        """Return the run as the contract's JSON document."""
        return self.summary() | {"items": [item.to_json() for item in self.in_order()]}

    def summary(self) -> dict[str, Any]:
        """Return the document without its items."""
        return {
            "schema": SCHEMA,
            "source": self.sources[0] if len(self.sources) == 1 else None,
            **{outcome: self.count(outcome) for outcome in ("indexed", "unchanged", "failed", "skipped")},
            "removed": sorted(self.removed),
            "seconds": round(self.seconds, 3),
            **self.foreseen,
        }

    def in_order(self) -> list[Item]:
        """Return the items by source and path."""
        return sorted(self.items, key=lambda item: (item.source, item.path))

    def to_record(self) -> dict[str, Any]:
        """Return what a job's row keeps: all but the unchanged items, of many the first 1,000, with how many more."""
        told = [item for item in self.in_order() if item.outcome != "unchanged"]
        more = len(told) - MOST_RECORDED
        if more > 0:
            told = sorted(told, key=lambda item: item.outcome == "indexed")[:MOST_RECORDED]  # what went wrong first
        document = self.summary() | {"items": [item.to_json() for item in told]}
        return document | {"items_left_out": more} if more > 0 else document

    def json_pieces(self) -> Iterator[str]:
        """Yield the document's text, a line, piece by piece: one whole text of 100,000 items would take 100 MB."""
        yield json.dumps(self.summary() | {"items": []}, ensure_ascii=False)[:-2]
        for number, item in enumerate(self.in_order()):
            yield (", " if number else "") + json.dumps(item.to_json(), ensure_ascii=False)
        yield "]}\n"


def counted(item: Item, counts: Counts | None) -> Item:
    """Return the item with what its asset's newest version holds."""
    if counts is None:
        return item
    return replace(
        item,
        asset=counts.key,
        version=counts.version,
        pages=counts.pages,
        pages_unsearchable=counts.pages_unsearchable,
        passages=counts.passages,
        rows=counts.rows,
    )

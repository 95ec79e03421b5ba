"""What became of each file in a run, and of the run as a whole."""

from dataclasses import asdict, dataclass, field
from typing import Any

from catalog.assets import Counts

SCHEMA = 1


@dataclass(frozen=True)
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


@dataclass
class Run:
    """The items of a run as they come in, the paths that are gone, and the time it took."""

    sources: list[str]
    items: list[Item] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def count(self, outcome: str) -> int:
        """Return how many items ended so."""
        return sum(item.outcome == outcome for item in self.items)

    def to_json(self) -> dict[str, Any]:
        """Return the run as the contract's JSON document."""
        return {
            "schema": SCHEMA,
            "source": self.sources[0] if len(self.sources) == 1 else None,
            **{outcome: self.count(outcome) for outcome in ("indexed", "unchanged", "failed", "skipped")},
            "removed": sorted(self.removed),
            "seconds": round(self.seconds, 3),
            "items": [asdict(item) for item in sorted(self.items, key=lambda i: (i.source, i.path))],
        }


def counted(item: Item, counts: Counts | None) -> Item:
    """Return the item with what its asset's newest version holds."""
    if counts is None:
        return item
    return Item(
        **asdict(item)
        | {
            "asset": counts.key,
            "version": counts.version,
            "pages": counts.pages,
            "pages_unsearchable": counts.pages_unsearchable,
            "passages": counts.passages,
            "rows": counts.rows,
        }
    )

"""What a viewer chose of the hits before they are looked for: filters, and the values of facets."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from engine.query import Filters
from search.spoken_filters import SpokenFilter


@dataclass(frozen=True)
class Chosen:
    """What the hits must be; None means any.

    Kind, unit, year and community go down into the engine, which then finds more of them. Theme, validity, maturity
    and reuse (as `search.facets` has them) narrow what it found. `in_force` leaves out what is known to be out of
    force.
    """

    kind: str | None = None
    unit: str | None = None
    year: int | None = None
    theme: str | None = None
    validity: str | None = None
    maturity: str | None = None
    in_force: bool = False
    reused: str | None = None
    community: str | None = None

    @property
    def filters(self) -> Filters:
        """Give what goes down into the engine."""
        return Filters(self.kind, self.unit, self.year, self.community)

    def apart_from(self, name: str) -> "Chosen":
        """Give the same choice without that of one facet."""
        let_go: dict[str, Any] = {name: None} | ({"in_force": False} if name == "validity" else {})
        return replace(self, **let_go)

    def and_spoken(self, spoken: Iterable[SpokenFilter]) -> "Chosen":
        """Give this choice and what a question says beside it."""
        said = {named.name: named.value for named in spoken}
        year = said.get("year")
        return replace(
            self,
            kind=self.kind or said.get("kind"),
            unit=self.unit or said.get("unit"),
            year=int(year) if year else self.year,
            community=self.community or said.get("community"),
            in_force=self.in_force or "validity" in said,
        )


ANY = Chosen()


@dataclass(frozen=True)
class Options:
    """How many assets a search gives and which; `ignored` as in `search.understand.understand`.

    `explained` asks why each stands where it does. `preferring` lets maturity and reuse decide between nearly equal
    ones, see `search.preference`.
    """

    chosen: Chosen = ANY
    limit: int = 10
    ignored: Collection[str] = ()
    explained: bool = False
    preferring: bool = True


USUAL = Options()

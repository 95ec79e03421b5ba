"""What a viewer chose of the hits before they are looked for: filters, and the values of facets."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from engine.query import Filters
from search.understanding import years
from search.understanding.spoken_filters import IN_FORCE, OUT_OF_FORCE, SpokenFilter


@dataclass(frozen=True)
class Chosen:
    """What the hits must be; None means any.

    Kind, unit, years and community go down into the engine, which then finds more of them. Theme, validity, maturity
    and reuse (as `search.ranking.facets` has them) narrow what it found. `in_force` leaves out what is known to be out
    of force, or, where it is False, all else.
    """

    kind: str | None = None
    unit: str | None = None
    year: range | None = None
    theme: str | None = None
    validity: str | None = None
    maturity: str | None = None
    in_force: bool | None = None
    reused: str | None = None
    community: str | None = None

    @property
    def filters(self) -> Filters:
        """Give what goes down into the engine."""
        return Filters(self.kind, self.unit, self.year, self.community)

    def apart_from(self, name: str) -> "Chosen":
        """Give the same choice without that of one facet."""
        let_go: dict[str, Any] = {name: None} | ({"in_force": None} if name == "validity" else {})
        return replace(self, **let_go)

    def and_spoken(self, spoken: Iterable[SpokenFilter]) -> "Chosen":
        """Give this choice and what a question says beside it."""
        said = {named.name: named.value for named in spoken}
        force = {IN_FORCE: True, OUT_OF_FORCE: False}.get(said.get("validity", ""))
        return replace(
            self,
            kind=self.kind or said.get("kind"),
            unit=self.unit or said.get("unit"),
            year=self.year or years.read(said.get("year", "")),
            community=self.community or said.get("community"),
            in_force=force if self.in_force is None else self.in_force,
        )


ANY = Chosen()


@dataclass(frozen=True)
class Options:
    """How many assets a search gives and which; `ignored` as in `search.understanding.understand.understand`.

    `explained` asks why each stands where it does. `preferring` lets maturity and reuse decide between nearly equal
    ones, see `search.ranking.preference`.
    """

    chosen: Chosen = ANY
    limit: int = 10
    ignored: Collection[str] = ()
    explained: bool = False
    preferring: bool = True


USUAL = Options()

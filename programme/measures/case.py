"""One community over one period, with the rows that several indicators look at, each read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from catalog.database import Catalog
from programme.community.communities import Community
from programme.maturity.instrument import Instrument
from programme.measures import holdings
from programme.measures.holdings import Change, Holding
from programme.quarters import Quarter

WINDOW = 4
"""Quarters of the period: the last 12 months, the asked quarter included."""


@dataclass(frozen=True)
class Case:
    """What is measured: a community in the quarters up to one, as far as they have passed by `today`.

    What happens is counted within the period; how things are is looked at on its last day.
    """

    catalog: Catalog
    community: Community
    quarter: Quarter
    today: date
    instrument: Instrument
    agencies: Mapping[str, str]

    @cached_property
    def quarters(self) -> tuple[Quarter, ...]:
        """Return the quarters of the period, the oldest first."""
        return self.quarter.up_to(WINDOW)

    @property
    def first(self) -> date:
        """Return the first day of the period."""
        return self.quarters[0].first

    @property
    def last(self) -> date:
        """Return the last day of the period: of a quarter that is not over, today."""
        return min(self.quarter.last, self.today)

    @cached_property
    def days(self) -> tuple[str, str]:
        """Return the first and the last day as they stand in rows."""
        return self.first.isoformat(), self.last.isoformat()

    @cached_property
    def moments(self) -> tuple[int, int]:
        """Return the Unix times of its first moment, and of the first after it, by this machine's clock."""
        return _midnight(self.first), _midnight(self.last + timedelta(days=1))

    def since(self, quarters: int) -> int:
        """Return the Unix time at which the last so many quarters of the period begin."""
        return _midnight(self.quarters[-quarters].first)

    @property
    def agency(self) -> str | None:
        """Return the code of the agency that the community belongs to."""
        return self.agency_of(self.community.unit)

    def agency_of(self, unit: str | None) -> str | None:
        """Return the agency that a unit is or belongs to."""
        return None if unit is None else self.agencies.get(unit, unit)

    @cached_property
    def changes(self) -> Sequence[Change]:
        """Return every step that versions of the community's assets took, the oldest first."""
        return holdings.changes(self.catalog, self.community.id)

    @cached_property
    def held(self) -> Sequence[Holding]:
        """Return the community's assets that were approved at the end of the period."""
        return holdings.of_community(self.catalog, self.community.id, self.moments[1])

    @cached_property
    def distinct(self) -> Sequence[Holding]:
        """Return them with copies once: of equal bytes or texts, and of what was merged, one stands for all."""
        return holdings.without_copies(self.catalog, self.held, self.days[1])


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time()).timestamp())

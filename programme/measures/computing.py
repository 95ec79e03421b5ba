"""All computed indicators of a community in a quarter, as its rows say now."""

from collections.abc import Mapping
from datetime import date

from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.units import agencies
from programme.community import communities
from programme.maturity import instrument
from programme.maturity.instrument import Instrument
from programme.measures import assets, curation, governance, participation, relevance, sustaining, use
from programme.measures.case import Case
from programme.measures.measure import Computed, Measure, measured
from programme.quarters import Quarter

COMPUTED: Mapping[str, Computed] = {
    **governance.COMPUTED,
    **relevance.COMPUTED,
    **participation.COMPUTED,
    **assets.COMPUTED,
    **use.COMPUTED,
    **curation.COMPUTED,
    **sustaining.COMPUTED,
}
"""The indicators that are computed, or proposed, by their codes."""


def all_measures(
    catalog: Catalog,
    community: int,
    quarter: Quarter | None = None,
    by: Instrument | None = None,
    today: date | None = None,
) -> Mapping[str, Measure]:
    """Return the computed indicators of a community by their codes, in the order of the instrument.

    Those of the running quarter unless told, by the instrument in force unless told. NotFoundError for a community
    that there is none of.
    """
    now = today or date.today()
    asked = quarter or Quarter.of(now)
    if asked.first > now:
        raise RujukanError("bad_value", f"Triwulan {asked} belum mulai.")
    chosen = by or instrument.in_force(catalog)
    with catalog.reading():
        known = communities.with_id(catalog, community)
        case = Case(catalog, known, asked, now, chosen, agencies(catalog))
        wanted = chosen.indicators
        return {code: measured(case, wanted[code], COMPUTED[code]) for code in wanted if code in COMPUTED}

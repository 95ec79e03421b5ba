"""What the system itself says of a community at an appraisal: the computed indicators of the quarter that counts."""

from datetime import date

from catalog.database import Catalog
from programme.assessment.appraisal_values import Entry
from programme.assessment.appraisals import Appraisal, instrument_of
from programme.measures.computing import all_measures
from programme.quarters import Quarter

_FROZEN = """
SELECT indicator, value, coalesce(json_extract(measured, '$.note'), '') FROM snapshot
WHERE community = ? AND quarter = ? AND instrument = ?
"""


def quarter_of(appraisal: Appraisal) -> Quarter:
    """Return the quarter by which an appraisal is computed today: its own, the running one before that has begun."""
    return min(appraisal.quarter, Quarter.of(date.today()))


def computed(catalog: Catalog, appraisal: Appraisal) -> dict[str, Entry]:
    """Return a value, or N/A with why, for each indicator that is computed or proposed.

    They are those that were frozen for the quarter; while it is not frozen, what its rows say now, and before it has
    begun those of the running quarter.
    """
    instrument = instrument_of(catalog, appraisal)
    quarter = quarter_of(appraisal)
    frozen = catalog.db.execute(_FROZEN, [appraisal.community, str(quarter), appraisal.instrument]).fetchall()
    if frozen:
        said = f"Dibekukan untuk triwulan {quarter}."
        found = {
            code: Entry(value, _joined(said, "" if value else "Belum cukup data.", note))
            for code, value, note in frozen
        }
    else:
        measures = all_measures(catalog, appraisal.community, quarter, instrument)
        said = f"Dihitung untuk triwulan {quarter}."
        found = {code: Entry(one.value, _joined(said, one.reason, one.note)) for code, one in measures.items()}
    missing = Entry(None, "Belum dihitung.")
    return {code: found.get(code, missing) for code, one in instrument.indicators.items() if one.source != "H"}


def _joined(*said: str) -> str:
    return " ".join(filter(None, said))

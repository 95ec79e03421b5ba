"""How mature a community was found to be, assessment by assessment: what was recorded then, never computed again.

Beside it, quarter by quarter, what its computed indicators amount to by themselves: a trend, and no assessment.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from catalog.communities import LEVEL_NAMES
from catalog.database import Catalog
from programme.maturity import instrument as instruments
from programme.maturity.instrument import Instrument
from programme.maturity.scoring import Score, Values, score, total

_FINAL = """
SELECT indicator, value FROM appraisal_value
WHERE appraisal = ? AND (stage = 'keberatan' OR (stage = 'panel' AND rater IS NULL)) ORDER BY stage = 'keberatan'
"""
_FROZEN = """
SELECT community, quarter, instrument, indicator, value FROM snapshot
WHERE ?1 IS NULL OR community = ?1 ORDER BY community, quarter, frozen, instrument
"""


@dataclass(frozen=True)
class Assessed:
    """One assessment; `total` is what it came to under its own version of the instrument, None where that was not kept.

    `appraisal` is the one that it is the outcome of, by its id and its `key`; None where it came from elsewhere.
    """

    id: int
    community: int
    level: int
    assessed_on: str
    assessor: str
    evidence: str
    instrument: str
    total: Fraction | None
    appraisal: int | None
    key: str | None

    @property
    def name(self) -> str:
        """Return the name of its level."""
        return LEVEL_NAMES[self.level]


@dataclass(frozen=True)
class Profile:
    """The values of an assessment, or of the computed indicators of a frozen quarter alone.

    `at` is the day of the one or the name of the other (2026Q3), and `instrument` what they were made with.
    """

    at: str
    instrument: Instrument
    values: Values

    @property
    def score(self) -> Score:
        """Return what the values amount to."""
        return score(self.instrument, self.values)


@dataclass(frozen=True)
class Quarterly:
    """What the computed indicators of a frozen quarter amount to, by themselves."""

    profile: Profile
    total: Fraction

    @property
    def quarter(self) -> str:
        """Return the quarter, like 2026Q3."""
        return self.profile.at

    @property
    def indicators(self) -> int:
        """Return how many indicators there was enough data for."""
        return sum(value is not None for value in self.profile.values.values())


def assessments(catalog: Catalog, community: int | None = None) -> dict[int, list[Assessed]]:
    """Return the assessments of each community by its id, the newest first; of one alone if it is named."""
    rows = catalog.db.query(
        "SELECT id, community, level, assessed_on, assessor, evidence, instrument, total, appraisal,"
        " (SELECT key FROM appraisal WHERE id = a.appraisal) AS key FROM assessment a"
        " WHERE ?1 IS NULL OR community = ?1 ORDER BY assessed_on DESC, id DESC",
        [community],
    )
    found: dict[int, list[Assessed]] = {}
    for row in rows:
        made = Assessed(**row | {"total": None if row["total"] is None else Fraction(row["total"])})
        found.setdefault(made.community, []).append(made)
    return found


def profiles(catalog: Catalog, assessed: Iterable[Assessed]) -> list[Profile]:
    """Return the profiles of those assessments whose values and instrument are in the catalog, in their order."""
    found = []
    for one in assessed:
        values = final_values(catalog, one.appraisal)
        instrument = instruments.of_version(catalog, one.instrument) if values else None
        if instrument is not None:
            found.append(Profile(one.assessed_on, instrument, values))
    return found


def final_values(catalog: Catalog, appraisal: int | None) -> dict[str, int | None]:
    """Return what counts in the end of an appraisal: what the panel decided, or changed after an objection."""
    return dict(catalog.db.execute(_FINAL, [appraisal]).fetchall())


def trends(catalog: Catalog, community: int | None = None) -> dict[int, list[Quarterly]]:
    """Return the frozen quarters of each community by its id, the oldest first; of one alone if it is named.

    A quarter that was frozen under several versions counts as it was last. One without any value is left out.
    """
    frozen: dict[tuple[int, str], dict[str, dict[str, int | None]]] = {}
    for owner, quarter, version, indicator, value in catalog.db.execute(_FROZEN, [community]):
        frozen.setdefault((owner, quarter), {}).setdefault(version, {})[indicator] = value
    known: dict[str, Instrument | None] = {}
    found: dict[int, list[Quarterly]] = {}
    for (owner, quarter), versions in frozen.items():
        version, values = versions.popitem()
        if version not in known:
            known[version] = instruments.of_version(catalog, version)
        if (made := _quarterly(known[version], quarter, values)) is not None:
            found.setdefault(owner, []).append(made)
    return found


def _quarterly(instrument: Instrument | None, quarter: str, values: Values) -> Quarterly | None:
    whole = total(instrument, values) if instrument is not None else None
    if instrument is None or whole is None:
        return None
    return Quarterly(Profile(quarter, instrument, values), whole)

"""Who has read an asset: one row of each asset, quarter and reader, and no name.

A reader is a pseudonym (webapp/reader_key.py) that stays the same from quarter to quarter, or nobody could be counted
once; whose it is, only who holds the key can tell.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from catalog.database import Catalog
from programme.quarters import Quarter

# By the index over units and quarters: one look for each unit, however many reads there are.
_FIRST = """
SELECT min(quarter) FROM (
    SELECT (SELECT min(quarter) FROM reading WHERE unit = unit.code) AS quarter FROM unit
    UNION ALL SELECT min(quarter) FROM reading WHERE unit IS NULL
)
"""


@dataclass(frozen=True)
class Reading:
    """That someone read an asset in a quarter; `unit` is where their role was then, None for none."""

    asset: int
    quarter: str
    reader: str
    unit: str | None


def begun(catalog: Catalog) -> Quarter | None:
    """Return the quarter of the first read that is kept of anybody; None where none is."""
    first = catalog.db.execute(_FIRST).fetchone()[0]
    return Quarter.parse(first) if first else None


def keep(catalog: Catalog, readings: Iterable[Reading]) -> None:
    """Keep some readings: those that are known add nothing, and of an asset that is gone there are none."""
    with catalog.writing():
        for one in readings:
            catalog.db.execute(
                "INSERT INTO reading (asset, quarter, reader, unit) SELECT :asset, :quarter, :reader, :unit"
                " WHERE EXISTS (SELECT 1 FROM asset WHERE id = :asset) ON CONFLICT DO NOTHING",
                asdict(one),
            )

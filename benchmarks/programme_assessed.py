"""Assessments for a made-up programme: what a panel might have decided, laid into the tables as a closed cycle is.

The same seed makes the same values. Nobody is named, and nothing of it is a judgement of a real community.
"""

import time
from datetime import date
from random import Random

from catalog.database import Catalog
from programme.maturity import instrument as instruments
from programme.maturity.scoring import Values, score
from programme.measures import snapshots
from programme.quarters import Quarter

_OPENED = """
INSERT INTO appraisal (key, community, year, light, instrument, cutoff, state, opened)
SELECT ?1, ?2, ?3, EXISTS (SELECT 1 FROM appraisal WHERE community = ?2 AND year = ?3), ?4, ?5, 'panel', ?6
"""
"""A light one where the year has one already."""
ASSESSOR = "Panel contoh (3 anggota, 1 juri tamu)"


def record(catalog: Catalog, community: int, day: str, values: Values) -> int:
    """Record an assessment of these values on a day, with the cycle behind it, and return its id."""
    used = instruments.use(catalog)
    reached, now = score(used, values), int(time.time())
    with catalog.writing():
        appraisal = catalog.db.execute(
            _OPENED, [f"n{community}t{day}", community, int(day[:4]), used.version, day, now]
        )
        number = int(appraisal.lastrowid or 0)
        for code, value in values.items():
            catalog.db.execute(
                "INSERT INTO appraisal_value (appraisal, indicator, stage, value, at) VALUES (?, ?, 'panel', ?, ?)",
                [number, code, value, now],
            )
        catalog.db.execute(
            "UPDATE appraisal SET state = 'final', decided = ?, closed = ? WHERE id = ?", [day, now, number]
        )
        made = catalog.db.execute(
            "INSERT INTO assessment (community, level, assessed_on, assessor, evidence, instrument, total, appraisal)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *(community, reached.level, day, ASSESSOR, f"{len(values)} indikator bernilai, 12 berkas bukti"),
                *(used.version, str(reached.total), number),
            ],
        ).lastrowid
    return int(made or 0)


def assess(catalog: Catalog, quarters: list[str], seed: int = 2026, today: date | None = None) -> None:
    """Freeze these quarters, and assess the communities that were there in October of each year that they end in.

    Computed indicators are as they were frozen in the third quarter, what people judge is made up beside them.
    """
    dice = Random(seed)
    for quarter in quarters:
        snapshots.freeze(catalog, Quarter.parse(quarter), by="contoh", today=today)
    judged = [code for code, one in instruments.use(catalog).indicators.items() if one.source == "H"]
    for quarter in (name for name in quarters if name.endswith("Q3")):
        for community, frozen in snapshots.values(catalog, Quarter.parse(quarter)).items():
            known = [value for value in frozen.values() if value is not None]
            if len(known) > len(frozen) / 2 and dice.random() < 0.9:
                usual = round(sum(known) / len(known))
                made = {code: min(5, max(1, usual + dice.choice((-1, 0, 0, 1)))) for code in judged}
                record(catalog, community, f"{quarter[:4]}-10-31", {**frozen, **made})

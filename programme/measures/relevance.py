"""Dimension 2: whether the community's questions are answered, and how much critical knowledge is covered."""

from collections.abc import Mapping

from programme.measures import holdings
from programme.measures.case import Case
from programme.measures.measure import Computed, Found, Line

_ASKED = """
SELECT q.text, a.day, a.answered, a.asset FROM theme_question q
LEFT JOIN theme_answer a ON a.question = q.id AND a.day =
    (SELECT max(day) FROM theme_answer WHERE question = q.id AND day BETWEEN ?2 AND ?3)
WHERE q.community = ?1 AND q.added <= ?3 AND coalesce(q.retired, '9999') > ?3 ORDER BY q.id
"""
_CRITICAL = """
SELECT t.id, t.topic, c.asset FROM critical_topic t LEFT JOIN critical_cover c ON c.topic = t.id
WHERE t.community = ?1 AND t.added <= ?2 AND coalesce(t.retired, '9999') > ?2 ORDER BY t.id, c.asset
"""


def questions_answered(case: Case) -> Found:
    """Count for 2.2 the theme questions that were asked in the period, and those last answered from an asset."""
    rows = list(case.catalog.db.query(_ASKED, [case.community.id, *case.days]))
    lines = tuple(
        Line(
            asset=row["asset"],
            text=row["text"],
            day=row["day"],
            counted=bool(row["answered"]) and row["asset"] is not None,
        )
        for row in rows
        if row["day"] is not None
    )
    missing = "" if lines else "Pertanyaan tema belum ada, atau belum pernah diperiksa dalam periode ini."
    return Found(sum(line.counted for line in lines), len(lines), lines, missing=missing)


def critical_knowledge(case: Case) -> Found:
    """Count for 2.3 the critical topics, and those that an approved asset covers; without a list it is level 1."""
    rows = list(case.catalog.db.query(_CRITICAL, [case.community.id, case.days[1]]))
    named = {row["asset"] for row in rows if row["asset"] is not None}
    approved = {one.asset for one in holdings.of_assets(case.catalog, named, case.moments[1])}
    topics: dict[int, tuple[str, list[int]]] = {}
    for row in rows:
        covers = topics.setdefault(row["id"], (row["topic"], []))[1]
        covers += [row["asset"]] if row["asset"] in approved else []
    lines = tuple(
        Line(asset=next(iter(covers), None), text=text, counted=bool(covers)) for text, covers in topics.values()
    )
    return Found(sum(line.counted for line in lines), len(lines), lines, level=None if lines else 1)


COMPUTED: Mapping[str, Computed] = {
    "2.2": Computed(
        questions_answered,
        "Pertanyaan tema yang berlaku pada akhir periode; terjawab bila pemeriksaan terakhir dalam periode menemukan"
        " jawaban dengan kutipan dari aset yang masih ada. Yang belum pernah diperiksa tidak dihitung.",
    ),
    "2.3": Computed(
        critical_knowledge,
        "Topik pengetahuan kritis yang berlaku pada akhir periode; tercakup bila ada aset cakupannya yang saat itu"
        " disahkan.",
    ),
}

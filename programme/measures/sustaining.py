"""Dimension 7: whether the community's knowledge hangs on one person, and what came of the last advice."""

from collections import Counter
from collections.abc import Mapping

from programme.measures.case import Case
from programme.measures.measure import Computed, Found, Line

_CURATORS = """
SELECT account, CASE WHEN account IS NULL THEN name END FROM community_member
    WHERE community = ?1 AND role = 'kurator' AND valid_from <= ?2 AND coalesce(valid_until, ?2) >= ?2
UNION SELECT account, NULL FROM role_grant
    WHERE role = 'kurator' AND coalesce(valid_from, ?2) <= ?2 AND coalesce(valid_until, ?2) >= ?2
    AND (community = ?1 OR (community IS NULL AND unit = ?3))
"""
_LAST_FINAL = """
SELECT id FROM appraisal WHERE community = ? AND state = 'final' AND light = 0 AND closed < ?
    ORDER BY closed DESC, id DESC LIMIT 1
"""
_FEWEST_CURATORS = 2


def top_author(case: Case) -> Found:
    """Take for 7.2 the share of the approved assets that whoever owns most of them owns; level 5 wants two curators."""
    owners = Counter(one.owner for one in case.distinct if one.owner is not None)
    if not owners:
        return Found(0, 0, missing="Belum ada aset yang disahkan dengan pemilik yang tercatat.")
    query = [case.community.id, case.days[1], case.community.unit]
    curators = len(case.catalog.db.execute(_CURATORS, query).fetchall())
    most = 5 if curators >= _FEWEST_CURATORS else 4
    lines = tuple(
        Line(detail=f"{count} aset", counted=place == 0)
        for place, count in enumerate(sorted(owners.values(), reverse=True))
    )
    return Found(max(owners.values()), owners.total(), lines, most=most)


def advice_closed(case: Case) -> Found:
    """Count for 7.3 what the last assessment that became final advised, and what of it was closed."""
    final = case.catalog.db.execute(_LAST_FINAL, [case.community.id, case.moments[1]]).fetchall()
    rows = case.catalog.db.query(
        "SELECT text, closed_on FROM advice WHERE appraisal = ? ORDER BY id", [*final[0]] if final else [None]
    )
    lines = tuple(
        Line(
            text=row["text"],
            day=row["closed_on"],
            counted=row["closed_on"] is not None and row["closed_on"] <= case.days[1],
        )
        for row in rows
    )
    missing = "" if lines else "Belum ada saran dari penilaian sebelumnya."
    return Found(sum(line.counted for line in lines), len(lines), lines, missing=missing)


COMPUTED: Mapping[str, Computed] = {
    "7.2": Computed(
        top_author,
        "Aset yang disahkan pada akhir periode dengan pemilik yang tercatat, salinan satu kali; bagian pemilik"
        " terbanyak. Level 5 juga menuntut dua kurator.",
    ),
    "7.3": Computed(
        advice_closed,
        "Saran dari penilaian terakhir yang sudah final; yang ditutup sampai akhir periode.",
    ),
}

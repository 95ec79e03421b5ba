"""Dimension 5: how many of the staff opened an asset, who else reused it, whether it helped."""

import json
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from programme.inputs import readings, staff_counts
from programme.measures.case import Case
from programme.measures.measure import Computed, Found, Line

_READS = """
FROM asset a CROSS JOIN reading r ON r.asset = a.id
WHERE a.community = ? AND r.quarter BETWEEN ? AND ? AND r.unit IN (SELECT value FROM json_each(?))
"""
_REUSES = """
SELECT r.asset, r.unit, r.kind, r.day, a.unit AS owner,
    (SELECT json_group_array(unit) FROM asset_unit WHERE asset = a.id) AS writers
FROM reuse r JOIN asset a ON a.id = r.asset
WHERE a.community = ?1 AND r.state = 'dikonfirmasi' AND r.day BETWEEN ?2 AND ?3 AND r.decided <= ?3
ORDER BY r.day, r.id
"""
_VOTES = """
SELECT v.asset, count(*) AS votes, sum(v.verdict = 'membantu') AS helpful FROM vote v JOIN asset a ON a.id = v.asset
WHERE a.community = ? AND v.day BETWEEN ? AND ? GROUP BY v.asset ORDER BY v.asset
"""


def staff_reached(case: Case) -> Found:
    """Count for 5.1 the people of the agency who opened one of the community's assets; each once, of all its staff.

    Where reads were not kept from the first day of the period on, it is a lower bound: more days find more people,
    never fewer, so the value is not too high, and what was covered stands beside it.
    """
    staff = staff_counts.staff(case.catalog, case.community.unit, case.quarter)
    if staff is None:
        return Found(0, 0, missing="Jumlah pegawai perangkat daerah ini belum dicatat, atau lebih lama dari setahun.")
    if not _are_kept(case):
        return Found(0, 0, missing="Belum ada pembacaan yang dicatat layanan ini dalam periode ini.")
    own = json.dumps([unit for unit, agency in case.agencies.items() if agency == case.agency])
    asked = [case.community.id, str(case.quarters[0]), str(case.quarters[-1]), own]
    query = f"SELECT a.id, count(DISTINCT r.reader) {_READS} GROUP BY a.id ORDER BY a.id"
    lines = tuple(
        Line(asset=asset, detail=str(readers)) for asset, readers in case.catalog.db.execute(query, asked).fetchall()
    )
    readers = case.catalog.db.execute(f"SELECT count(DISTINCT r.reader) {_READS}", asked).fetchone()[0]
    begun = readings.begun(case.catalog)
    if begun is None or begun <= case.quarters[0]:
        return Found(readers, staff.people, lines, people=True)
    note = f"Pembacaan baru dicatat sejak triwulan {begun}: pegawai yang membaca sebelumnya belum terhitung."
    return Found(readers, staff.people, lines, people=True, since=begun.first, note=note)


def _are_kept(case: Case) -> bool:
    """Tell whether reads of any community were kept in the period: a service that kept none knows of none."""
    asked = [str(case.quarters[0]), str(case.quarters[-1])]
    return bool(
        case.catalog.db.execute("SELECT 1 FROM reading WHERE quarter BETWEEN ? AND ? LIMIT 1", asked).fetchall()
    )


def reused_elsewhere(case: Case) -> Found:
    """Count for 5.2 the confirmed reuses by other agencies than those that own or wrote the asset."""
    rows = [row for row in case.catalog.db.query(_REUSES, [case.community.id, *case.days]) if _is_elsewhere(case, row)]
    users = {case.agency_of(row["unit"]) for row in rows}
    kinds = Counter(row["kind"] for row in rows)
    lines = tuple(Line(asset=row["asset"], day=row["day"], detail=f"{row['unit']}, {row['kind']}") for row in rows)
    return Found(len(rows), len(users), lines, figure=Fraction(len(rows)), level=_reuse_level(kinds, len(users)))


def _reuse_level(kinds: Mapping[str, int], users: int) -> int:
    """Return the level of so many reuses by so many agencies; to adopt is more than to adapt."""
    count = sum(kinds.values())
    reached = (
        count >= 1,
        count >= 2 and kinds.get("adaptasi", 0) + kinds.get("adopsi", 0) >= 1,
        count >= 5 and users >= 3,
        count >= 10 and users >= 5 and kinds.get("adopsi", 0) >= 3,
    )
    return 1 + (reached.index(False) if False in reached else len(reached))


def _is_elsewhere(case: Case, row: Mapping[str, Any]) -> bool:
    own = {case.agency, case.agency_of(row["owner"]), *map(case.agency_of, json.loads(row["writers"]))}
    return case.agency_of(row["unit"]) not in own


def helpful_votes(case: Case) -> Found:
    """Count for 5.3 the votes that readers gave on the community's assets, and those that say it helped."""
    rows = list(case.catalog.db.query(_VOTES, [case.community.id, *case.days]))
    lines = tuple(Line(asset=row["asset"], detail=f"{row['helpful']}/{row['votes']}") for row in rows)
    return Found(sum(row["helpful"] for row in rows), sum(row["votes"] for row in rows), lines, people=True)


COMPUTED: Mapping[str, Computed] = {
    "5.1": Computed(
        staff_reached,
        "Orang dari perangkat daerah komunitas yang dalam periode membuka aset komunitas, masing-masing satu kali;"
        " dibagi jumlah pegawai triwulan terakhir yang tercatat, paling lama empat triwulan sebelumnya.",
    ),
    "5.2": Computed(
        reused_elsewhere,
        "Pemakaian ulang dalam periode yang sudah dikonfirmasi, oleh perangkat daerah selain pemilik dan penyusun"
        " asetnya. Adopsi dihitung juga sebagai adaptasi. Penyebutnya jumlah perangkat daerah pemakai.",
    ),
    "5.3": Computed(
        helpful_votes,
        "Penilaian pembaca dalam periode pada aset komunitas; yang menyatakan membantu.",
    ),
}

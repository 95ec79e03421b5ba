"""Dimension 3: meetings that left minutes, members who take part, assets that several units wrote."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

from programme.measures.case import Case
from programme.measures.measure import Computed, Found, Line
from programme.quarters import Quarter

_SEMESTER = 2  # quarters; also those in which members must have done something
_MEETINGS = """
SELECT m.topic, substr(m.starts, 1, 10) AS day, m.minutes,
    (SELECT json_group_array(DISTINCT unit) FROM attendance WHERE meeting = m.id AND unit IS NOT NULL) AS units
FROM meeting m WHERE m.community = ? AND m.cancelled = 0 AND substr(m.starts, 1, 10) BETWEEN ? AND ?
ORDER BY m.starts, m.id
"""
_MEMBERS = """
SELECT DISTINCT account, CASE WHEN account IS NULL THEN name END AS name FROM community_member
WHERE community = ?1 AND valid_from <= ?2 AND coalesce(valid_until, ?2) >= ?2
"""
_ACTIVE = """
SELECT u.account FROM upload u JOIN asset a ON a.id = u.asset
    WHERE a.community = ?1 AND u.received >= ?2 AND u.received < ?3
UNION SELECT r.reporter FROM report r JOIN asset a ON a.id = r.asset
    WHERE a.community = ?1 AND r.created >= ?2 AND r.created < ?3
UNION SELECT r.owner FROM report r JOIN asset a ON a.id = r.asset
    WHERE a.community = ?1 AND r.closed >= ?2 AND r.closed < ?3
"""


def meetings_with_minutes(case: Case) -> Found:
    """Count for 3.1 the meetings that were held, and those whose minutes are an asset; the level goes by quarters."""
    rows = list(case.catalog.db.query(_MEETINGS, [case.community.id, *case.days]))
    noted = [row for row in rows if row["minutes"] is not None]
    lines = tuple(
        Line(asset=row["minutes"], text=row["topic"], day=row["day"], counted=row["minutes"] is not None)
        for row in rows
    )
    days = [date.fromisoformat(row["day"]) for row in noted]
    crossing = [date.fromisoformat(row["day"]) for row in noted if _crosses(case, row["units"])]
    return Found(len(noted), len(rows), lines, level=_meeting_level(case, days, crossing))


def _meeting_level(case: Case, days: Sequence[date], crossing: Sequence[date]) -> int:
    counts = _by_quarter(case.quarters, days)
    crossed = _by_quarter(case.quarters, crossing)
    if not sum(counts[-_SEMESTER:]):
        return 1
    if min(counts) < 1:
        return 2
    if min(counts) < 2:
        return 3
    return 5 if sum(crossed[:_SEMESTER]) and sum(crossed[_SEMESTER:]) else 4


def _by_quarter(quarters: Sequence[Quarter], days: Sequence[date]) -> list[int]:
    held = [Quarter.of(day) for day in days]
    return [held.count(quarter) for quarter in quarters]


def _crosses(case: Case, units: str) -> bool:
    """Tell whether people of several agencies came, that of the community included."""
    came = {case.agency_of(unit) for unit in json.loads(units)} | {case.agency}
    return len(came - {None}) > 1


def active_members(case: Case) -> Found:
    """Count for 3.2 the members, and those who did something with the community's assets in the last two quarters."""
    members = case.catalog.db.execute(_MEMBERS, [case.community.id, case.days[1]]).fetchall()
    if not members:
        return Found(0, 0, missing="Belum ada anggota yang tercatat pada akhir periode ini.", people=True)
    if not any(account for account, _ in members):
        return Found(0, 0, missing="Belum ada anggota yang dicatat dengan akunnya.", people=True)
    since, until = case.since(_SEMESTER), case.moments[1]
    did = {row[0] for row in case.catalog.db.execute(_ACTIVE, [case.community.id, since, until]).fetchall()}
    did |= {change.account for change in case.changes if since <= change.at < until}
    begun = case.quarters[-_SEMESTER].first
    return Found(len({account for account, _ in members if account} & did), len(members), people=True, since=begun)


def written_across_units(case: Case) -> Found:
    """Count for 3.4 the approved assets, and those that two units or more wrote."""
    rows = case.catalog.db.execute(
        "SELECT u.asset, u.unit FROM asset_unit u JOIN asset a ON a.id = u.asset WHERE a.community = ?",
        [case.community.id],
    ).fetchall()
    units: dict[int, set[str]] = {one.asset: {one.unit} if one.unit else set() for one in case.distinct}
    for asset, unit in rows:
        units.get(asset, set()).add(unit)
    lines = tuple(
        Line(asset=asset, detail=", ".join(sorted(wrote)), counted=len(wrote) > 1) for asset, wrote in units.items()
    )
    count = sum(line.counted for line in lines)
    return Found(count, len(lines), lines, level=None if count else 1)


COMPUTED: Mapping[str, Computed] = {
    "3.1": Computed(
        meetings_with_minutes,
        "Pertemuan yang tidak dibatalkan dalam periode; bernotulen bila notulennya menjadi aset. Level 2: satu dalam"
        " dua triwulan terakhir; level 3 dan 4: satu dan dua dalam setiap triwulan; level 5: juga satu dalam setiap"
        " paruh periode yang dihadiri lebih dari satu perangkat daerah.",
    ),
    "3.2": Computed(
        active_members,
        "Anggota pada akhir periode; aktif bila dalam dua triwulan terakhir mengunggah, menelaah atau mengambil langkah"
        " lain, melapor, atau menangani laporan pada aset komunitas.",
    ),
    "3.4": Computed(
        written_across_units,
        "Aset yang disahkan pada akhir periode, salinan satu kali; lintas unit bila unit pemilik dan unit penyusunnya"
        " dua atau lebih.",
    ),
}

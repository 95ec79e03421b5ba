"""Dimension 1: the decree and its roles (a proposal), and how much of the plan was carried out."""

from collections.abc import Mapping

from programme.measures.case import Case
from programme.measures.measure import Computed, Found, Line

_OFFICES = ("moderator", "kurator", "pencatat")


def decree_and_roles(case: Case) -> Found:
    """Propose for 1.1: a decree in force with head and members, the other roles and a mentor, a signed plan.

    What level 5 wants besides stands in no row: people may find it.
    """
    held = {
        "SK yang berlaku": _decree_holds(case),
        **{role: _has_member(case, role) for role in ("ketua", "anggota", *_OFFICES)},
        "pendamping": _exists(case, "SELECT 1 FROM mentor WHERE community = ?1 AND " + _HOLDS),
        f"rencana tahunan {case.last.year} yang ditandatangani": _exists(case, _SIGNED),
    }
    level = 1
    for needed in (("SK yang berlaku", "ketua", "anggota"), (*_OFFICES, "pendamping"), tuple(held)):
        if not all(held[name] for name in needed):
            break
        level += 1
    lines = tuple(Line(text=name, counted=there) for name, there in held.items())
    return Found(sum(held.values()), len(held), lines, level=level)


def plan_carried_out(case: Case) -> Found:
    """Count for 1.3 the planned activities of the period, and those that were done by its end."""
    lines = tuple(_planned(case))
    if not lines:
        return Found(0, 0, missing="Belum ada kegiatan yang direncanakan untuk periode ini.")
    return Found(sum(line.counted for line in lines), len(lines), lines)


def _planned(case: Case) -> list[Line]:
    first, last = case.quarters[0], case.quarters[-1]
    rows = case.catalog.db.query(
        "SELECT year, quarter, activity, done_on FROM plan_item WHERE community = ?"
        " AND 4 * year + quarter BETWEEN ? AND ? ORDER BY year, quarter, id",
        [case.community.id, 4 * first.year + first.number, 4 * last.year + last.number],
    )
    return [
        Line(
            text=row["activity"],
            day=row["done_on"],
            detail=f"{row['year']}Q{row['quarter']}",
            counted=row["done_on"] is not None and row["done_on"] <= case.days[1],
        )
        for row in rows
    ]


_HOLDS = "valid_from <= ?2 AND coalesce(valid_until, ?2) >= ?2"
_SIGNED = (
    "SELECT 1 FROM plan WHERE community = ?1 AND year = CAST(substr(?2, 1, 4) AS INTEGER)"
    " AND signed_by IS NOT NULL AND signed_on <= ?2"
)


def _decree_holds(case: Case) -> bool:
    known, day = case.community, case.days[1]
    return bool(known.decree) and (known.decree_date or day) <= day <= (known.decree_valid_to or day)


def _has_member(case: Case, role: str) -> bool:
    return _exists(case, f"SELECT 1 FROM community_member WHERE community = ?1 AND role = '{role}' AND {_HOLDS}")


def _exists(case: Case, query: str) -> bool:
    return bool(case.catalog.db.execute(f"{query} LIMIT 1", [case.community.id, case.days[1]]).fetchall())


COMPUTED: Mapping[str, Computed] = {
    "1.1": Computed(
        decree_and_roles,
        "SK komunitas, daftar anggota dan perannya, pendamping, dan rencana tahunan, seperti berlaku pada akhir"
        " periode. Usulan paling tinggi 4: SKP dan DPA tidak tercatat di sini.",
    ),
    "1.3": Computed(
        plan_carried_out,
        "Butir rencana tahunan yang dijadwalkan dalam periode; terlaksana bila tanggal pelaksanaannya tercatat sampai"
        " akhir periode.",
    ),
}

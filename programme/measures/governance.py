"""Dimension 1: the decree and its roles (a proposal), and how much of the plan was carried out."""

from collections.abc import Mapping

from programme.measures.case import Case
from programme.measures.measure import Computed, Found, Line

_OFFICES = ("moderator", "kurator", "pencatat")
_PLAN = "rencana tahunan yang ditandatangani"
_COMMITMENTS = {"skp": "tercantum dalam SKP anggota", "dpa": "mata anggaran DPA"}
_DECREE = "SK yang berlaku"
RECORDS = (_DECREE, "ketua", "anggota", *_OFFICES, "pendamping", _PLAN, *_COMMITMENTS.values())
"""What the rows of 1.1 are called, some of them with a year behind it."""


def decree_and_roles(case: Case) -> Found:
    """Propose for 1.1: a decree in force with head and members, the other roles and a mentor, a plan, SKP and DPA.

    Plan, SKP and DPA are those of the year in which the period ends.
    """
    year = case.last.year
    papers = {name: _papers(case, kind) for kind, name in _COMMITMENTS.items()}
    held = {
        _DECREE: _decree_holds(case),
        **{role: _has_member(case, role) for role in ("ketua", "anggota", *_OFFICES)},
        "pendamping": _exists(case, "SELECT 1 FROM mentor WHERE community = ?1 AND " + _HOLDS),
        _PLAN: _exists(case, _SIGNED),
        **{name: bool(numbers) for name, numbers in papers.items()},
    }
    level = 1
    for needed in ((_DECREE, "ketua", "anggota"), (*_OFFICES, "pendamping"), (_PLAN,), tuple(papers)):
        if not all(held[name] for name in needed):
            break
        level += 1
    lines = tuple(
        Line(text=f"{name} {year}" if name in (_PLAN, *papers) else name, detail=papers.get(name, ""), counted=there)
        for name, there in held.items()
    )
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
_COMMITTED = """
SELECT number FROM commitment WHERE community = ?1 AND kind = ?3 AND year = CAST(substr(?2, 1, 4) AS INTEGER)
    AND day <= ?2 AND coalesce(retired > ?2, 1) ORDER BY day, id
"""
_SIGNED = (
    "SELECT 1 FROM plan WHERE community = ?1 AND year = CAST(substr(?2, 1, 4) AS INTEGER)"
    " AND signed_by IS NOT NULL AND signed_on <= ?2"
)


def _papers(case: Case, kind: str) -> str:
    """Return the numbers of the papers of a kind in which the community stands, "" where it stands in none."""
    rows = case.catalog.db.execute(_COMMITTED, [case.community.id, case.days[1], kind]).fetchall()
    return ", ".join(number for (number,) in rows)


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
        "SK komunitas, daftar anggota dan perannya, pendamping, rencana tahunan, SKP, dan DPA, seperti berlaku pada"
        " akhir periode. Level 5: pada tahun itu komunitas tercantum dalam SKP anggota dan punya mata anggaran DPA.",
    ),
    "1.3": Computed(
        plan_carried_out,
        "Butir rencana tahunan yang dijadwalkan dalam periode; terlaksana bila tanggal pelaksanaannya tercatat sampai"
        " akhir periode.",
    ),
}

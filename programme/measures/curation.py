"""Dimension 6: what is not past its day of review, how long reviews take, what is classified and clean."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from statistics import median

from catalog.words import ACCESS
from programme import working_days
from programme.measures.assets import NOTHING_APPROVED, day_of
from programme.measures.case import Case
from programme.measures.holdings import Change
from programme.measures.measure import Computed, Found, Line

_FLAGGED = """
SELECT DISTINCT r.asset FROM report r JOIN asset a ON a.id = r.asset
WHERE a.community = ?1 AND r.kind = 'data_pribadi' AND r.created < ?2 AND (r.closed IS NULL OR r.closed >= ?2)
"""


def up_to_date(case: Case) -> Found:
    """Count for 6.1 the approved assets that have a day of review or are marked, and those that are not past it."""
    known = [one for one in case.held if one.review_on or one.status == "perlu_diperbarui"]
    if not known:
        return Found(0, 0, missing="Belum ada aset yang disahkan dengan tanggal tinjau ulang.")
    lines = tuple(
        Line(
            asset=one.asset,
            day=one.review_on,
            counted=one.status != "perlu_diperbarui" and (one.review_on or "") >= case.days[1],
        )
        for one in known
    )
    return Found(sum(line.counted for line in lines), len(lines), lines)


def review_time(case: Case) -> Found:
    """Take for 6.2 the median of the working days from submission to approval, of approvals in the period."""
    took = _reviews(case)
    if not took:
        return Found(0, 0, missing="Belum ada pengajuan yang disahkan dalam periode ini.")
    spans = [(date.fromisoformat(first), date.fromisoformat(last)) for _, first, last in took]
    if years := sorted({year for span in spans for year in working_days.unlisted(*span)}):
        listed = ", ".join(map(str, years))
        return Found(0, 0, missing=f"Hari libur tahun {listed} belum terdaftar, sehingga hari kerja tidak terhitung.")
    days = [Fraction(working_days.between(*span)) for span in spans]
    lines = tuple(
        Line(asset=asset, day=last, detail=str(count)) for (asset, _, last), count in zip(took, days, strict=True)
    )
    return Found(sum(days), len(days), lines, figure=median(days))


def _reviews(case: Case) -> list[tuple[int, str, str]]:
    """Return asset, day of submission and day of approval of each approval: from when it was submitted last."""
    since, until = case.moments
    sent: dict[int, Change] = {}
    found = []
    for change in case.changes:
        if change.step == "ajukan":
            sent[change.version] = change
        elif change.step == "sahkan" and since <= change.at < until and change.version in sent:
            found.append((change.asset, day_of(sent[change.version].at), day_of(change.at)))
    return found


def classified_and_clean(case: Case) -> Found:
    """Count for 6.3 the approved assets, and those with an access class and a unit and no open personal-data report."""
    if not case.held:
        return Found(0, 0, missing=NOTHING_APPROVED)
    rows = case.catalog.db.execute(_FLAGGED, [case.community.id, case.moments[1]]).fetchall()
    flagged = {row[0] for row in rows}
    lines = tuple(
        Line(
            asset=one.asset,
            detail=one.access,
            counted=one.access in ACCESS and one.unit is not None and one.asset not in flagged,
        )
        for one in case.held
    )
    return Found(sum(line.counted for line in lines), len(lines), lines)


COMPUTED: Mapping[str, Computed] = {
    "6.1": Computed(
        up_to_date,
        "Aset yang disahkan pada akhir periode dan punya tanggal tinjau ulang; mutakhir bila tanggal itu belum lewat"
        " dan asetnya tidak ditandai perlu diperbarui. Yang tanpa tanggal tidak dihitung.",
    ),
    "6.2": Computed(
        review_time,
        "Pengesahan dalam periode; hari kerja (Senin–Jumat tanpa hari libur dan cuti bersama yang tercatat) dari"
        " pengajuan terakhir sampai pengesahan; mediannya.",
    ),
    "6.3": Computed(
        classified_and_clean,
        "Aset yang disahkan pada akhir periode; yang kelas akses dan unitnya ditetapkan dan tanpa laporan data pribadi"
        " yang saat itu terbuka.",
    ),
}

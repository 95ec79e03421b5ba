"""Dimension 4: what was approved, how completely it is described, how much of it is experience."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from catalog import template
from programme.measures.case import Case
from programme.measures.measure import Computed, Found, Line

_SHARE = Fraction(40, 100)
"""At most so much of what is counted is by one author; one asset of each always counts."""


def approved_assets(case: Case) -> Found:
    """Count for 4.1 the assets that were approved in the period and still are: copies once, one author's held down."""
    since, until = case.moments
    dated = {change.asset: change for change in case.changes if change.approves and change.at < until}
    found = [one for one in case.distinct if one.asset in dated and dated[one.asset].at >= since]
    if not found and any(one.asset not in dated for one in case.distinct):
        return Found(0, 0, missing="Tanggal pengesahan asetnya tidak tercatat: disahkan oleh pengindeksan.")
    number = counted(Counter(one.owner for one in found))
    lines = tuple(Line(asset=one.asset, day=day_of(dated[one.asset].at)) for one in found)
    return Found(number, len(found), lines, figure=Fraction(number))


def counted(authors: Mapping[int | None, int]) -> int:
    """Return the most assets of which no author has more than the share; assets of nobody are as one author's."""
    for count in range(sum(authors.values()), 0, -1):
        most = max(1, int(count * _SHARE))
        if sum(min(one, most) for one in authors.values()) >= count:
            return count
    return 0


def completeness(case: Case) -> Found:
    """Take for 4.2 the mean of how complete the approved assets are described."""
    if not case.distinct:
        return Found(0, 0, missing=NOTHING_APPROVED)
    total, lines = Fraction(0), []
    for one in case.distinct:
        found = template.completeness(case.catalog, one.version)
        filled = found.wanted - len(found.missing)
        total += Fraction(filled, found.wanted)
        lines.append(Line(asset=one.asset, detail=f"{filled}/{found.wanted}"))
    return Found(total, len(lines), tuple(lines))


def lessons(case: Case) -> Found:
    """Count for 4.4 the approved assets, and the lessons and good practices among them."""
    lines = tuple(Line(asset=one.asset, detail=one.kind, counted=one.kind == "lesson") for one in case.distinct)
    count = sum(line.counted for line in lines)
    return Found(count, len(lines), lines, level=None if count else 1)


def day_of(at: int) -> str:
    """Return the day of a moment by this machine's clock."""
    return date.fromtimestamp(at).isoformat()


NOTHING_APPROVED = "Belum ada aset komunitas ini yang disahkan."

COMPUTED: Mapping[str, Computed] = {
    "4.1": Computed(
        approved_assets,
        "Aset yang disahkan dalam periode dan masih disahkan pada akhirnya. Salinan (berkas yang sama, naskah yang"
        " hampir sama, atau yang digabung) satu kali; paling banyak 40% dari satu pemilik, tetapi satu dari setiap"
        " pemilik selalu dihitung; yang tanpa pemilik dihitung sebagai satu pemilik.",
    ),
    "4.2": Computed(
        completeness,
        "Bagian isian wajib templat yang terisi dari setiap aset yang disahkan pada akhir periode, salinan satu kali;"
        " rata-ratanya. Isiannya dilihat sebagaimana adanya sekarang.",
    ),
    "4.4": Computed(
        lessons,
        "Aset yang disahkan pada akhir periode, salinan satu kali; yang jenisnya pembelajaran atau praktik baik.",
    ),
}

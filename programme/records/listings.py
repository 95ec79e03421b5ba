"""What is exported and never imported: it is made on the pages, or by assessing and measuring."""

from collections.abc import Mapping
from dataclasses import dataclass

from programme.community.communities import FEWEST


@dataclass(frozen=True)
class Listing:
    """Records that are only exported: a title, the headings, and the query that gives the cells."""

    title: str
    heads: tuple[str, ...]
    sql: str


_OF = "(SELECT name FROM community WHERE id = t.community)"
_KEY = "(SELECT key FROM asset WHERE id = t.{})"

_MEASURED = f"""
CASE WHEN t.measured ->> '$.people' AND t.measured ->> '$.denominator' < {FEWEST} THEN json_set(
        t.measured, '$.figure', NULL, '$.numerator', NULL, '$.denominator', NULL,
        '$.reason', iif(
            t.measured ->> '$.reason' LIKE 'Baru %', 'Baru kurang dari {FEWEST}.', t.measured ->> '$.reason'))
    WHEN t.measured ->> '$.people' AND CAST(t.measured ->> '$.numerator' AS INTEGER) < {FEWEST}
    THEN json_set(t.measured, '$.figure', NULL, '$.numerator', NULL) ELSE t.measured END
"""
"""What was measured, without counts of fewer than five people (programme/measures/few.py)."""

LISTINGS: Mapping[str, Listing] = {
    "goals": Listing(
        "Tema dan IKU",
        ("komunitas", "tema", "iku"),
        f"SELECT {_OF}, t.theme, t.goal FROM theme_goal t ORDER BY 1, 2, 3",
    ),
    "plans": Listing(
        "Rencana yang ditandatangani",
        ("komunitas", "tahun", "oleh", "tanggal"),
        f"SELECT {_OF}, t.year, t.signed_by, t.signed_on FROM plan t ORDER BY 1, 2",
    ),
    "meetings": Listing(
        "Pertemuan",
        (
            *("kunci", "komunitas", "mulai", "selesai", "cara", "tempat", "topik", "narasumber", "agenda"),
            *("notulen", "dibatalkan", "hadir"),
        ),
        "SELECT t.key, {}, t.starts, t.ends, t.mode, t.place, t.topic, t.speaker, t.agenda, {}, t.cancelled,"
        " (SELECT count(*) FROM attendance WHERE meeting = t.id) FROM meeting t ORDER BY 2, t.starts, t.id".format(
            _OF, _KEY.format("minutes")
        ),
    ),
    "attendance": Listing(
        "Daftar hadir",
        ("pertemuan", "nama", "unit", "anggota"),
        "SELECT m.key, t.name, t.unit, t.member IS NOT NULL FROM attendance t JOIN meeting m ON m.id = t.meeting"
        " ORDER BY m.starts, m.id, t.id",
    ),
    "mentors": Listing(
        "Pendamping",
        ("komunitas", "nama", "mulai", "sampai"),
        f"SELECT {_OF}, t.name, t.valid_from, t.valid_until FROM mentor t ORDER BY 1, t.valid_from, t.id",
    ),
    "mentoring": Listing(
        "Jadwal pendampingan",
        ("komunitas", "pendamping", "tanggal", "topik", "modul", "terlaksana"),
        "SELECT c.name, p.name, t.day, t.topic, t.module, t.held FROM mentoring t JOIN mentor p ON p.id = t.mentor"
        " JOIN community c ON c.id = p.community ORDER BY 1, t.day, t.id",
    ),
    "staff_past": Listing(
        "Jumlah pegawai sebelum diperbaiki",
        ("unit", "triwulan", "pegawai", "sumber", "diganti"),
        "SELECT t.unit, t.quarter, t.people, t.source, date(t.replaced, 'unixepoch', 'localtime')"
        " FROM staff_count_past t ORDER BY t.unit, t.quarter, t.id",
    ),
    "covers": Listing(
        "Cakupan pengetahuan kritis",
        ("komunitas", "topik", "aset"),
        "SELECT c.name, p.topic, {} FROM critical_cover t JOIN critical_topic p ON p.id = t.topic"
        " JOIN community c ON c.id = p.community ORDER BY 1, p.id, t.asset".format(_KEY.format("asset")),
    ),
    "successions": Listing(
        "Pengganti aset",
        ("aset", "pengganti", "cara", "tanggal"),
        "SELECT {}, {}, t.kind, t.day FROM succession t ORDER BY t.day, t.asset, t.successor".format(
            _KEY.format("asset"), _KEY.format("successor")
        ),
    ),
    "validity": Listing(
        "Keberlakuan aset",
        ("aset", "dari", "menjadi", "tanggal", "alasan"),
        "SELECT {}, t.old, t.new, t.day, t.note FROM validity_change t ORDER BY t.id".format(_KEY.format("asset")),
    ),
    "appraisals": Listing(
        "Jalannya penilaian",
        ("kunci", "komunitas", "tahun", "ringan", "instrumen", "batas", "keadaan", "diputuskan"),
        f"SELECT t.key, {_OF}, t.year, t.light, t.instrument, t.cutoff, t.state, t.decided"
        " FROM appraisal t ORDER BY t.year, t.light, 2",
    ),
    "returns": Listing(
        "Penilaian yang dikembalikan",
        ("penilaian", "komunitas", "tanggal", "alasan"),
        "SELECT p.key, c.name, date(t.at, 'unixepoch', 'localtime'), t.reason FROM appraisal_return t"
        " JOIN appraisal p ON p.id = t.appraisal JOIN community c ON c.id = p.community ORDER BY t.id",
    ),
    "advice": Listing(
        "Saran penilaian",
        ("penilaian", "komunitas", "indikator", "saran", "ditutup", "catatan"),
        "SELECT p.key, c.name, t.indicator, t.text, t.closed_on, t.note FROM advice t"
        " JOIN appraisal p ON p.id = t.appraisal JOIN community c ON c.id = p.community ORDER BY p.id, t.id",
    ),
    "assessments": Listing(
        "Penilaian maturitas",
        ("komunitas", "level", "nilai", "tanggal", "penilai", "bukti", "instrumen"),
        f"SELECT {_OF}, t.level, t.total, t.assessed_on, t.assessor, t.evidence, t.instrument"
        " FROM assessment t ORDER BY 1, t.assessed_on, t.id",
    ),
    "snapshots": Listing(
        "Nilai indikator yang dibekukan",
        ("komunitas", "triwulan", "instrumen", "indikator", "nilai", "ukuran"),
        f"SELECT {_OF}, t.quarter, t.instrument, t.indicator, t.value, {_MEASURED}"
        " FROM snapshot t ORDER BY 1, t.quarter, t.instrument, t.indicator",
    ),
    "gaps": Listing(
        "Celah pengetahuan",
        ("pertanyaan", "kali", "penanya", "pertama", "terakhir", "komunitas", "tema", "unit", "keadaan", "sejak"),
        f"SELECT t.question, t.times, t.askers, t.first, t.last, {_OF}, t.theme, t.unit, t.state, t.since"
        f" FROM gap_group t WHERE t.askers >= {FEWEST} ORDER BY t.question, t.key",
    ),
}
"""By name, in the order in which pages list them. Reads and votes are no records: they only leave as figures."""

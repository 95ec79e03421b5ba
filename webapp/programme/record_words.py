"""What the kinds of records that come in and go out are called."""

from collections.abc import Mapping

from webapp.language import lazy_gettext as _

TITLES: Mapping[str, str] = {
    "communities": _("Komunitas"),
    "members": _("Anggota komunitas"),
    "assets": _("Metadata aset"),
    "reuse": _("Pemakaian ulang"),
    "staff": _("Jumlah pegawai"),
    "questions": _("Pertanyaan tema"),
    "plan": _("Rencana kegiatan"),
    "commitments": _("SKP dan DPA"),
    "topics": _("Pengetahuan kritis"),
    "coauthors": _("Unit penyusun bersama"),
    "goals": _("Tema dan IKU"),
    "plans": _("Rencana yang ditandatangani"),
    "meetings": _("Pertemuan"),
    "attendance": _("Daftar hadir"),
    "mentors": _("Pendamping"),
    "mentoring": _("Jadwal pendampingan"),
    "staff_past": _("Jumlah pegawai sebelum diperbaiki"),
    "covers": _("Cakupan pengetahuan kritis"),
    "successions": _("Pengganti aset"),
    "validity": _("Keberlakuan aset"),
    "appraisals": _("Jalannya penilaian"),
    "returns": _("Penilaian yang dikembalikan"),
    "advice": _("Saran penilaian"),
    "assessments": _("Penilaian maturitas"),
    "snapshots": _("Nilai indikator yang dibekukan"),
    "gaps": _("Celah pengetahuan"),
}

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
    "topics": _("Pengetahuan kritis"),
    "coauthors": _("Unit penyusun bersama"),
    "assessments": _("Penilaian maturitas"),
    "snapshots": _("Nilai indikator yang dibekukan"),
    "gaps": _("Celah pengetahuan"),
}

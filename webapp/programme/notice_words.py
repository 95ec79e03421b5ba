"""Notices as the inbox says them: what a kind means, and where it leads."""

from collections.abc import Mapping

from webapp.language import lazy_gettext as _

SENTENCES: Mapping[str, str] = {
    "pemakaian_menunggu": _("%(unit)s mencatat pemakaian sebuah aset (%(use)s). Konfirmasikan atau tolak."),
    "pemakaian_dikonfirmasi": _("Pemakaian yang Anda catat dikonfirmasi kepala unit (%(use)s)."),
    "pemakaian_ditolak": _("Pemakaian yang Anda catat ditolak kepala unit (%(use)s). Baca catatannya."),
    "aset_dipakai": _("%(unit)s memakai aset yang Anda urus (%(use)s)."),
    "aset_digantikan": _("Aset yang Anda urus atau pakai digantikan."),
    "aset_ditarik": _("Aset yang Anda urus atau pakai ditarik dari layanan."),
    "versi_disahkan": _("Versi %(version)s dari aset yang Anda urus disahkan."),
    "versi_baru": _("Aset yang Anda pakai mempunyai versi baru: versi %(version)s."),
    "perlu_diperbarui": _("Aset yang Anda urus perlu diperbarui. Alasannya tercantum di naskahnya."),
    "tinjau_segera": _("Aset yang Anda urus tiba pada hari tinjau ulangnya: %(day)s."),
    "tinjau_hari_ini": _("Hari tinjau ulang aset yang Anda urus tiba: %(day)s."),
    "celah_ditugaskan": _("Sebuah celah pengetahuan diserahkan kepada Anda. Bacalah pada halaman Celah pengetahuan."),
    "celah_tertutup": _("Pertanyaan sebuah celah yang Anda urus kini terjawab."),
    "celah_terbuka_lagi": _("Pertanyaan sebuah celah yang Anda urus tidak terjawab lagi."),
    "penilaian_giliran": _("Penilaian %(community)s %(year)s menunggu langkah Anda."),
    "penilaian_dikembalikan": _("Penilaian %(community)s %(year)s dikembalikan untuk diperbaiki. Baca alasannya."),
    "penilaian_final": _("Penilaian %(community)s %(year)s sudah final."),
}
"""What happened, by the kind of the notice (programme/messages/notices.py)."""

_OF_REUSE = ("pemakaian_menunggu", "pemakaian_dikonfirmasi", "pemakaian_ditolak", "aset_dipakai")
_OF_ASSETS = ("versi_baru", "versi_disahkan", "aset_digantikan", "tinjau_segera", "tinjau_hari_ini")
ADDRESSES: Mapping[str, str] = {
    **dict.fromkeys(_OF_REUSE, "reuse.one"),
    **dict.fromkeys(_OF_ASSETS, "pages.asset"),
    "perlu_diperbarui": "desk.draft",
    **dict.fromkeys(("penilaian_giliran", "penilaian_dikembalikan", "penilaian_final"), "appraisals.one"),
}
"""Which page shows what a notice is about; its subject is that page's key."""
PLACES: Mapping[str, str] = dict.fromkeys(
    ("celah_ditugaskan", "celah_tertutup", "celah_terbuka_lagi"), "gap_themes.listing"
)
"""Which list holds what a notice is about; its subject is the name of its place there."""

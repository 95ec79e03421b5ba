"""Notices as the inbox says them: what a kind means, and where it leads."""

from collections.abc import Mapping

from webapp.language import lazy_gettext as _

SENTENCES: Mapping[str, str] = {
    "pemakaian_menunggu": _("%(unit)s mencatat pemakaian sebuah aset (%(use)s). Konfirmasikan atau tolak."),
    "pemakaian_dikonfirmasi": _("Pemakaian yang Anda catat dikonfirmasi kepala unit (%(use)s)."),
    "pemakaian_ditolak": _("Pemakaian yang Anda catat ditolak kepala unit (%(use)s). Baca catatannya."),
    "aset_dipakai": _("%(unit)s memakai aset yang Anda urus (%(use)s)."),
}
"""What happened, by the kind of the notice; others are said by their kind alone."""

ADDRESSES: Mapping[str, str] = dict.fromkeys(
    ("pemakaian_menunggu", "pemakaian_dikonfirmasi", "pemakaian_ditolak", "aset_dipakai"), "reuse.one"
)
"""Which page shows what a notice is about; its subject is that page's key."""

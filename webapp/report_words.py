"""Reports as the pages say them."""

from collections.abc import Mapping

from webapp.labels import Badge
from webapp.language import lazy_gettext as _

KINDS: Mapping[str, str] = {
    "tidak_berlaku": _("Sudah tidak berlaku"),
    "angka_keliru": _("Angka atau isinya keliru"),
    "salinan": _("Salinan ganda dari aset lain"),
    "data_pribadi": _("Memuat data pribadi"),
    "tidak_terbuka": _("Tidak dapat dibuka atau dibaca"),
    "lainnya": _("Lainnya"),
}

STATES: Mapping[str, Badge] = {
    "baru": Badge(_("Baru"), "plain"),
    "ditangani": Badge(_("Sedang ditangani"), "care"),
    "selesai": Badge(_("Selesai"), "good"),
    "ditolak": Badge(_("Tidak ditindaklanjuti"), "plain"),
}

RESULTS: Mapping[str, str] = {
    "perlu_diperbarui": _("Aset perlu diperbarui"),
    "diperbaiki": _("Sudah diperbaiki"),
    "tidak_terbukti": _("Tidak terbukti keliru"),
}

HANDLERS = frozenset({"operator", "kurator", "penelaah", "pengesah", "ppid"})
"""Roles that may have reports to look after."""

FORGOTTEN = _("Aset ini sudah dihapus.")

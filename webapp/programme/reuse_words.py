"""Kinds and states of reuse, and of what stands in a lineage, as the pages say them."""

from collections.abc import Mapping

from webapp.labels import Badge
from webapp.language import lazy_gettext as _

KINDS: Mapping[str, str] = {
    "rujukan": _("Rujukan: dibaca atau dikutip untuk pekerjaan"),
    "adaptasi": _("Adaptasi: diubah untuk dipakai sendiri"),
    "adopsi": _("Adopsi: diambil apa adanya, misalnya SOP dengan nomor sendiri"),
}
"""The kinds, as one chooses among them."""

SHORT: Mapping[str, str] = {"rujukan": _("rujukan"), "adaptasi": _("adaptasi"), "adopsi": _("adopsi")}

STATES: Mapping[str, Badge] = {
    "diajukan": Badge(_("Menunggu konfirmasi"), "plain"),
    "dikonfirmasi": Badge(_("Dikonfirmasi"), "good"),
    "ditolak": Badge(_("Ditolak"), "bad"),
}

SECTIONS: Mapping[str, str] = {
    "menunggu": _("Menunggu konfirmasi Anda"),
    "saya": _("Yang Anda catat"),
    "aset": _("Pemakaian aset yang Anda urus"),
}
"""The sections of the list."""

TIES: Mapping[str, str] = {
    **SHORT,
    "diganti": _("digantikan oleh"),
    "digabung": _("digabung ke"),
}
"""What ties an asset to one that came of it."""

TIES_BACK: Mapping[str, str] = {**SHORT, "diganti": _("menggantikan"), "digabung": _("gabungan dari")}
"""What ties an asset to one that it came of."""

NAMELESS: Mapping[str, str] = {
    "ditarik": _("Aset yang sudah ditarik"),
    "tersembunyi": _("Aset yang tidak dapat Anda lihat"),
    "dihapus": _("Aset yang sudah tidak ada"),
    "tanpa_aset": _("Dipakai tanpa aset baru"),
}
"""What stands for an asset without its title."""

UNSEEN = _("Aset yang tidak dapat Anda lihat")

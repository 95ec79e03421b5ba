"""The steps of the life cycle as the pages say them."""

from collections.abc import Mapping

from catalog.status_changes import BY_A_RUN
from webapp.language import lazy_gettext as _

STEPS: Mapping[str, str] = {
    "ajukan": _("Ajukan untuk ditelaah"),
    "telaah": _("Mulai telaah"),
    "setujui": _("Nyatakan layak disahkan"),
    "kembalikan": _("Kembalikan kepada penyusun"),
    "sahkan": _("Sahkan"),
    "tandai": _("Tandai perlu diperbarui"),
    "tegaskan": _("Nyatakan masih berlaku"),
    "arsipkan": _("Arsipkan"),
    "tarik": _("Tarik dari layanan"),
}
"""What one may do, as on the button that does it."""

DONE: Mapping[str, str] = {
    "ajukan": _("Diajukan"),
    "telaah": _("Telaah dimulai"),
    "setujui": _("Dinyatakan layak disahkan"),
    "kembalikan": _("Dikembalikan"),
    "sahkan": _("Disahkan"),
    "tandai": _("Ditandai perlu diperbarui"),
    "tegaskan": _("Dinyatakan masih berlaku"),
    "arsipkan": _("Diarsipkan"),
    "tarik": _("Ditarik"),
    BY_A_RUN: _("Status menurut pengindeksan"),
}
"""What was done, as the history tells it."""

NEXT: Mapping[str, str] = {
    "draf": _("Menunggu penyusun mengajukannya."),
    "diajukan": _("Menunggu telaah."),
    "ditelaah": _("Sedang ditelaah; sesudah dinyatakan layak, pengesah yang memutuskan."),
    "dikembalikan": _("Menunggu perbaikan dari penyusun."),
    "disahkan": _("Sudah disahkan dan menjawab pertanyaan."),
    "perlu_diperbarui": _("Masih menjawab, dengan peringatan, sampai ada versi baru."),
    "diarsipkan": _("Tidak menjawab lagi; tersimpan sebagai arsip."),
    "ditarik": _("Ditarik: tidak tampil dan tidak menjawab lagi."),
}
"""What a status means for what comes next."""

SECTIONS: Mapping[str, str] = {
    "telaah": _("Untuk ditelaah"),
    "sahkan": _("Untuk disahkan"),
    "dikembalikan": _("Dikembalikan kepada Anda"),
    "tinjau": _("Perlu ditinjau ulang atau diperbarui"),
    "tanpa_pemilik": _("Pemiliknya tidak aktif lagi"),
    "draf": _("Draf Anda"),
}
"""The sections of the inbox."""

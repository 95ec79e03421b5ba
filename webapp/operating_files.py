"""The operator's page of what no search finds: why, and what to do about it."""

from collections.abc import Mapping

from flask import Blueprint, request

from catalog import unsearchable
from catalog.units import all_units
from webapp.language import lazy_gettext as _
from webapp.operator_view import PER_PAGE, first_of_page, last_page, page
from webapp.service import catalog

files = Blueprint("files", __name__, url_prefix="/tak-tercari")

NOBODY = "-"
"""How the URL says that files without a unit are meant."""

ADVICE: Mapping[str, str] = {
    "needs_ocr": _("Pasang Tesseract pada server, lalu indeks ulang berkas yang berubah."),
    "poor": _("Minta naskah asli (bukan pindaian) atau pindaian yang lebih jelas, lalu ganti berkasnya."),
    "encrypted": _("Minta berkas tanpa kata sandi, lalu ganti berkasnya."),
    "corrupt": _("Buka berkas aslinya; bila rusak, minta salinan lain, lalu ganti berkasnya."),
    "unreadable": _("Buka berkas aslinya; bila rusak, minta salinan lain, lalu ganti berkasnya."),
    "empty": _("Berkas ini kosong. Hapus dari foldernya, atau ganti dengan yang berisi."),
    "unsupported": _("Simpan sebagai PDF, DOCX, XLSX, atau PPTX, atau pasang LibreOffice pada server."),
    "too_large": _("Bagi berkasnya, atau naikkan batas di `batas.toml`, lalu indeks ulang yang gagal."),
    "timeout": _("Coba lagi saat server lengang, atau naikkan batas waktu di `batas.toml`."),
    "name_clash": _("Ganti nama salah satu dari dua berkas yang namanya sama."),
    "still_written": _("Tunggu sampai berkas selesai disalin; indeks berikutnya membacanya."),
}
OTHERWISE = _("Perbaiki atau ganti berkasnya, lalu indeks ulang yang gagal.")


@files.get("")
def listing() -> str:
    """List files that failed, and pages that cannot be searched, of one unit if told."""
    asked = request.args.get("unit") or None
    number, before = first_of_page()
    with catalog().reading():
        unit = "" if asked == NOBODY else asked
        found, count = unsearchable.files(catalog(), unit, before, PER_PAGE)
        counts = unsearchable.units(catalog())
        return page(
            "operator_files.html",
            found=found,
            count=count,
            counts=counts,
            asked=asked if unit in counts else None,
            names={one.code: one.short or one.name for one in all_units(catalog())},
            advice=ADVICE,
            otherwise=OTHERWISE,
            nobody=NOBODY,
            number=number,
            last=last_page(count),
        )

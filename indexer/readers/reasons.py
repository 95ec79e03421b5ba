"""Why a file was not read: one stable code, one Indonesian sentence that tells a clerk what to do."""

from indexer.document import ReadError

REASONS = {
    "encrypted": "Berkas terkunci kata sandi; buka kuncinya, simpan tanpa sandi, lalu indeks kembali.",
    "corrupt": "Berkas rusak atau terpotong sehingga tidak dapat dibuka; mintalah salinan yang utuh.",
    "empty": "Berkas tidak berisi teks; periksa apakah berkas yang diunggah sudah benar.",
    "unsupported": "Jenis berkas ini belum didukung; simpan sebagai PDF, DOCX, XLSX, PPTX, HTML, gambar, atau teks.",
    "too_large": "Isi berkas melampaui batas ukuran; pecah menjadi beberapa berkas yang lebih kecil.",
    "timeout": "Berkas terlalu lama dibaca sehingga dihentikan; pecah atau simpan ulang berkas tersebut.",
    "needs_ocr": "Berkas berupa gambar tanpa teks; jalankan pengenalan huruf (OCR) agar dapat dicari.",
    "unreadable": "Berkas tidak dapat dibaca; simpan ulang dari aplikasi asalnya, lalu indeks kembali.",
}

SAVE_AGAIN = {
    "application/vnd.ms-excel.sheet.binary": "Berkas Excel biner (.xlsb) belum didukung; simpan sebagai XLSX.",
    "application/vnd.oasis.opendocument": "Jenis berkas OpenDocument ini belum didukung; simpan sebagai PDF.",
    "image": "Gambar jenis ini belum didukung; simpan sebagai PNG, JPEG, TIFF, atau PDF.",
    "application/zip": "Berkas arsip belum didukung; ekstrak isinya, lalu indeks berkas di dalamnya.",
}

OFFICE = {  # what the file is, and the package of the program that reads it
    "application/msword": ("Berkas Word lama (.doc)", "libreoffice-writer-nogui"),
    "application/rtf": ("Berkas RTF", "libreoffice-writer-nogui"),
    "application/vnd.oasis.opendocument.text": ("Berkas OpenDocument (.odt)", "libreoffice-writer-nogui"),
    "application/vnd.ms-powerpoint": ("Berkas PowerPoint lama (.ppt)", "libreoffice-impress-nogui"),
    "application/vnd.oasis.opendocument.presentation": ("Berkas OpenDocument (.odp)", "libreoffice-impress-nogui"),
    "application/vnd.oasis.opendocument.spreadsheet": ("Berkas OpenDocument (.ods)", "libreoffice-calc-nogui"),
}


def refusal(code: str, media_type: str = "") -> ReadError:
    """Return the error of this code, with the sentence that fits the media type."""
    if code == "unsupported":
        return ReadError(code, SAVE_AGAIN.get(media_type, REASONS[code]))
    if code == "needs_office":
        return ReadError(code, _install(*OFFICE[media_type]), media_type)
    return ReadError(code, REASONS[code])


def _install(label: str, package: str) -> str:
    return (
        f"{label} dibaca dengan LibreOffice, yang belum terpasang; pasang"
        f" (sudo apt-get install --no-install-recommends {package}), lalu jalankan `rujukan index` lagi."
    )

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
    "application/msword": "Berkas Word lama (.doc) belum didukung; simpan sebagai DOCX atau PDF.",
    "application/vnd.ms-powerpoint": "Berkas PowerPoint lama (.ppt) belum didukung; simpan sebagai PPTX atau PDF.",
    "application/rtf": "Berkas RTF belum didukung; simpan sebagai DOCX atau PDF.",
    "application/vnd.ms-excel.sheet.binary": "Berkas Excel biner (.xlsb) belum didukung; simpan sebagai XLSX.",
    "application/vnd.oasis.opendocument": "Berkas OpenDocument belum didukung; simpan sebagai DOCX, XLSX, atau PPTX.",
    "image": "Gambar jenis ini belum didukung; simpan sebagai PNG, JPEG, TIFF, atau PDF.",
    "application/zip": "Berkas arsip belum didukung; ekstrak isinya, lalu indeks berkas di dalamnya.",
}


def refusal(code: str, media_type: str = "") -> ReadError:
    """Return the error of this code, with the sentence that fits the media type."""
    if code == "unsupported":
        return ReadError(code, SAVE_AGAIN.get(media_type, REASONS[code]))
    return ReadError(code, REASONS[code])

"""The one error that leaves the rooms: what happened, the value seen, what to do."""

import errno
import sqlite3


class RujukanError(Exception):
    """An error for the user: a stable English `code` and one sentence in Indonesian."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class NotFoundError(RujukanError):
    """An asset that is absent, forbidden or malformed: the three answer alike, so that no one learns which."""

    def __init__(self) -> None:
        super().__init__("not_found", "Aset tidak ditemukan. Periksa kembali tautan atau nomor asetnya.")


class DiskFullError(RujukanError):
    """No byte more fits: what was finished before is safe."""

    def __init__(self) -> None:
        super().__init__(
            "disk_full",
            "Ruang penyimpanan penuh; berkas yang sudah selesai tetap aman. Kosongkan ruang, lalu jalankan lagi.",
        )


def disk_is_full(error: Exception) -> bool:
    """Return whether an error says that the disk, or the quota, is full: the system's, SQLite's, or Tantivy's."""
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    return full or "disk is full" in str(error) or "No space left" in str(error)


def told(error: OSError | sqlite3.OperationalError) -> RujukanError | None:
    """Return what a full disk, or a place that cannot be read or written, means for people; None for another error."""
    if disk_is_full(error):
        return DiskFullError()
    if isinstance(error, OSError):
        unwritable = error.errno in (errno.EROFS, errno.EACCES, errno.EPERM)
        place, why = error.filename or "Folder data", error.strerror or str(error)
    else:
        unwritable = "readonly" in str(error)
        place, why = "Katalog", "hanya dapat dibaca"
    if not unwritable:
        return None
    return RujukanError(
        "unwritable",
        f"{place} tidak dapat dibaca atau ditulis ({why}). Yang sudah selesai tetap aman; periksa izin dan tempatnya,"
        " lalu jalankan lagi.",
    )


def in_words(error: OSError | sqlite3.OperationalError) -> Exception:
    """Return what an error means for people, or the error itself where that cannot be said."""
    return told(error) or error

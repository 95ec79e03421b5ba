"""Sentences for the tests, put together from parts written for them."""

import random

WHO = ("Bendahara", "Pengurus barang", "Camat", "Wajib pajak", "The planning team", "Kepala seksi", "A volunteer")
DOES = ("memeriksa", "mengajukan", "menyimpan", "archives", "membatalkan", "mencetak", "has signed")
WHAT = (
    "berita acara serah terima",
    "the quarterly report",
    "daftar hadir rapat",
    "kartu inventaris ruangan",
    "permohonan keringanan pajak",
    "dokumen KAK tahun 2031",
    "37 kursi lipat (rusak berat)",
)
WHEN = ("setiap Senin.", "before noon!", "pada triwulan II?", "sebelum tanggal 5;", "— tanpa kecuali.", "")


def sentences(count: int, seed: int = 7) -> list[str]:
    """Return texts of one to six clauses, so of very unequal length, the same for the same seed."""
    pick = random.Random(seed)
    return [
        " ".join(part for _ in range(pick.randint(1, 6)) for part in map(pick.choice, (WHO, DOES, WHAT, WHEN)))
        for _ in range(count)
    ]

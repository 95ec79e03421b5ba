"""The closed words, dates, numbers and places in Indonesian, as the pages say them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from catalog.communities import LEVEL_NAMES
from catalog.scope import Scope
from search.facets import UNASSESSED

_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)

KINDS: Mapping[str, str] = {
    "sop": "SOP",
    "kak": "KAK (kerangka acuan kerja)",
    "kib": "KIB (kartu inventaris barang)",
    "kir": "KIR (kartu inventaris ruangan)",
    "rkbmd": "RKBMD (rencana kebutuhan barang)",
    "bast": "BAST (berita acara serah terima)",
    "bmd": "Barang milik daerah",
    "pbb": "PBB-P2",
    "sk": "Surat keputusan",
    "regulasi": "Regulasi",
    "notulen": "Notulen",
    "lesson": "Pelajaran dan praktik baik",
    "juknis": "Petunjuk teknis",
    "faq": "Tanya jawab",
    "paparan": "Paparan",
    "template": "Templat",
    "laporan": "Laporan",
    "formulir": "Formulir",
    "lain": "Lainnya",
}

ACCESS: Mapping[str, str] = {"terbuka": "Terbuka", "internal": "Internal Pemprov", "terbatas": "Terbatas SKPD"}


@dataclass(frozen=True)
class Badge:
    """A state in words; `tone` (good, care, bad, plain) only repeats in colour and sign what the words say."""

    words: str
    tone: str


STATUS: Mapping[str, Badge] = {
    "draf": Badge("Draf", "plain"),
    "diajukan": Badge("Diajukan", "plain"),
    "ditelaah": Badge("Ditelaah", "plain"),
    "dikembalikan": Badge("Dikembalikan", "care"),
    "disahkan": Badge("Disahkan", "good"),
    "perlu_diperbarui": Badge("Perlu diperbarui", "care"),
    "diarsipkan": Badge("Diarsipkan", "plain"),
    "ditarik": Badge("Ditarik", "bad"),
}

VALIDITY: Mapping[str, Badge] = {
    "berlaku": Badge("Berlaku", "good"),
    "perlu_diperbarui": Badge("Isi perlu diperbarui", "care"),
    "digantikan": Badge("Sudah digantikan", "bad"),
    "kedaluwarsa": Badge("Kedaluwarsa", "bad"),
    "belum_dikonfirmasi": Badge("Keberlakuan belum dikonfirmasi", "plain"),
}

HIDDEN = "Memuat baris atau kolom yang disembunyikan di berkas aslinya."

PAGE_STATES: Mapping[str, str] = {
    "text": "",
    "ocr": "Teks halaman ini dibaca dari gambar; cocokkan dengan berkas asli.",
    "mixed": "Sebagian teks halaman ini dibaca dari gambar; cocokkan dengan berkas asli.",
    "poor": "Teks halaman ini tidak terbaca dengan baik, sehingga belum dapat dicari.",
    "empty": "Halaman ini tidak berisi teks.",
    "needs_ocr": "Halaman ini hasil pindai, belum dapat dicari. Isinya dapat dilihat pada berkas asli.",
}


def long_date(iso: str | None) -> str:
    """Return an ISO date as “5 Maret 2026”; text that is no date as it is, "" for None."""
    if iso is None:
        return ""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def number(value: float, decimals: int = 0) -> str:
    """Return a number as “1.234,56”: dots between thousands, a comma before decimals."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def file_size(size: int) -> str:
    """Return a size in bytes as “812 B”, “14 KB” or “1,3 MB” (powers of 1000)."""
    if size < 1000:
        return f"{size} B"
    if size < 999_500:
        return f"{number(size / 1000)} KB"
    return f"{number(size / 1_000_000, 1)} MB"


def place(page: int | None, sheet: str | None, row: int | None) -> str:
    """Return a place as “Halaman 3” or “Lembar KIB A, baris 47”; "" for a file without places."""
    if sheet is not None:
        return f"Lembar {sheet}" + (f", baris {row}" if row is not None else "")
    return f"Halaman {page}" if page is not None else ""


def level(maturity: str) -> str:
    """Return a value of the facet of maturity in words: never assessed is no level."""
    if maturity == UNASSESSED:
        return "Belum dinilai"
    return f"Level {maturity} ({LEVEL_NAMES[int(maturity)]})"


def community(name: str) -> str:
    """Return a community's name so that it says that it is one."""
    return name if name.casefold().startswith(("komunitas", "cop")) else f"Komunitas {name}"


def viewer(scope: Scope) -> str:
    """Return in words what the viewer of these pages may see."""
    if scope.everything:
        return "pengelola: semua aset, termasuk draf"
    if units := sorted({unit for access, unit in scope.pairs if access == "terbatas"}):
        return f"pegawai {', '.join(units)}: aset terbuka, internal, dan terbatas unit itu"
    if any(access == "internal" for access, _ in scope.pairs):
        return "pegawai Pemprov: aset terbuka dan internal"
    return "publik: aset terbuka yang telah disahkan"


def rules(citations: Sequence[str]) -> str:
    """Return rules as people write them: `permendagri-7-2024` is "Permendagri 7/2024"."""
    return ", ".join(
        f"{_rule_kind(kind)} {number}/{year}" for kind, number, year in (c.rsplit("-", 2) for c in citations)
    )


def legal_state(status: str, by: Sequence[str], since: str | None) -> Badge:
    """Return in words whether a rule is in force, as far as that is known."""
    day = "" if since is None else f" ({since if len(since) == 4 else long_date(since)})"
    if status == "berlaku":
        return Badge("Berlaku", "good")
    if status == "diubah":
        return Badge(f"Diubah dengan {rules(by)}{day}", "care")
    return (
        Badge(f"Dicabut oleh {rules(by)}{day}", "bad")
        if status == "dicabut"
        else Badge("Status tidak diketahui", "plain")
    )


def _rule_kind(kind: str) -> str:
    if kind == "permenpanrb":
        return "PermenPAN-RB"
    first, *rest = kind.split("-")  # an agency's short name or a region follows
    words = [first.upper() if len(first) <= 3 else first.capitalize()]
    return " ".join(
        words + [word.upper() if len(word) <= 4 and first == "peraturan" else word.title() for word in rest]
    )

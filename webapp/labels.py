"""The closed words, dates, numbers and places as the pages say them, in the language of the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from babel.dates import format_date

from catalog.communities import LEVEL_NAMES, UNASSESSED
from catalog.scope import Scope
from programme.maturity.scoring import exact, shown
from search.rows import told
from search.rows.paper_question import LABELS
from search.rows.results import RowReading, Told
from webapp.borrowed import translated
from webapp.language import gettext, language, ngettext
from webapp.language import lazy_gettext as _

KINDS: Mapping[str, str] = {
    "sop": _("SOP"),
    "kak": _("KAK (kerangka acuan kerja)"),
    "kib": _("KIB (kartu inventaris barang)"),
    "kir": _("KIR (kartu inventaris ruangan)"),
    "rkbmd": _("RKBMD (rencana kebutuhan barang)"),
    "bast": _("BAST (berita acara serah terima)"),
    "bmd": _("Barang milik daerah"),
    "pbb": _("PBB-P2"),
    "sk": _("Surat keputusan"),
    "regulasi": _("Regulasi"),
    "notulen": _("Notulen"),
    "lesson": _("Pelajaran dan praktik baik"),
    "juknis": _("Petunjuk teknis"),
    "faq": _("Tanya jawab"),
    "paparan": _("Paparan"),
    "template": _("Templat"),
    "laporan": _("Laporan"),
    "formulir": _("Formulir"),
    "lain": _("Lainnya"),
}

_OF_READINGS = told.WORDS | frozenset(LABELS.values())
_OR = " atau "
_SIGNS = str.maketrans(",.", ".,")

ACCESS: Mapping[str, str] = {"terbuka": _("Terbuka"), "internal": _("Internal Pemprov"), "terbatas": _("Terbatas SKPD")}


@dataclass(frozen=True)
class Badge:
    """A state in words; `tone` (good, care, bad, plain) only repeats in colour and sign what the words say."""

    words: str
    tone: str


STATUS: Mapping[str, Badge] = {
    "draf": Badge(_("Draf"), "plain"),
    "diajukan": Badge(_("Diajukan"), "plain"),
    "ditelaah": Badge(_("Ditelaah"), "plain"),
    "dikembalikan": Badge(_("Dikembalikan"), "care"),
    "disahkan": Badge(_("Disahkan"), "good"),
    "perlu_diperbarui": Badge(_("Perlu diperbarui"), "care"),
    "diarsipkan": Badge(_("Diarsipkan"), "plain"),
    "ditarik": Badge(_("Ditarik"), "bad"),
}

VALIDITY: Mapping[str, Badge] = {
    "berlaku": Badge(_("Berlaku"), "good"),
    "perlu_diperbarui": Badge(_("Isi perlu diperbarui"), "care"),
    "digantikan": Badge(_("Sudah digantikan"), "bad"),
    "kedaluwarsa": Badge(_("Kedaluwarsa"), "bad"),
    "belum_dikonfirmasi": Badge(_("Keberlakuan belum dikonfirmasi"), "plain"),
}

HIDDEN = _("Memuat baris atau kolom yang disembunyikan di berkas aslinya.")

PAGE_STATES: Mapping[str, str] = {
    "text": "",
    "ocr": _("Teks halaman ini dibaca dari gambar; cocokkan dengan berkas asli."),
    "mixed": _("Sebagian teks halaman ini dibaca dari gambar; cocokkan dengan berkas asli."),
    "poor": _("Teks halaman ini tidak terbaca dengan baik, sehingga belum dapat dicari."),
    "empty": _("Halaman ini tidak berisi teks."),
    "needs_ocr": _("Halaman ini hasil pindai, belum dapat dicari. Isinya dapat dilihat pada berkas asli."),
}


def long_date(iso: str | None) -> str:
    """Return an ISO date as “5 Maret 2026” or “5 March 2026”; text that is no date as it is, "" for None."""
    if iso is None:
        return ""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return format_date(day, "d MMMM y", locale=language())


def day(at: int) -> str:
    """Return the day of a Unix time here, as `long_date`."""
    return long_date(date.fromtimestamp(at).isoformat())


def number(value: float, decimals: int = 0) -> str:
    """Return a number as “1.234,56”: dots between thousands, a comma before decimals; in English “1,234.56”."""
    return f"{value:,.{decimals}f}" if language() == "en" else f"{value:,.{decimals}f}".translate(_SIGNS)


def decimals(value: Fraction) -> str:
    """Return an exact number with the two decimals, rounded half up, that people are shown: “2,84”."""
    said = shown(value)
    return said if language() == "en" else said.translate(_SIGNS)


def exactly(value: Fraction) -> str:
    """Return an exact number with as many decimals as it has, at most six: “0,1625”."""
    said = exact(value)
    return said if language() == "en" else said.translate(_SIGNS)


def file_size(size: int) -> str:
    """Return a size in bytes as “812 B”, “14 KB”, “1,3 MB” or “66,1 GB” (powers of 1000)."""
    if size < 1000:
        return f"{size} B"
    if size < 999_500:
        return f"{number(size / 1000)} KB"
    if size < 999_950_000:
        return f"{number(size / 1_000_000, 1)} MB"
    return f"{number(size / 1_000_000_000, 1)} GB"


def place(page: int | None, sheet: str | None, row: int | None) -> str:
    """Return a place as “Halaman 3”, “Lembar KIB A, baris 47” or “Baris 47”; "" for a file without places."""
    if sheet is not None:
        whole = gettext("Lembar %(sheet)s", sheet=sheet)
        return whole if row is None else gettext("Lembar %(sheet)s, baris %(row)s", sheet=sheet, row=row)
    if page is not None:
        return gettext("Halaman %(page)s", page=page)
    return "" if row is None else gettext("Baris %(row)s", row=row)


def figure(reading: RowReading) -> str:
    """Return the figure of a reading of rows with its unit: 3 unit, 4 baris; Rp1.693.900.000; 8 unit."""
    return "; ".join(_one_figure(said) for said in told.figures_in_words(reading))


@dataclass(frozen=True)
class PartSaid:
    """A part of a figure: what it is called, whether that is a file's word, and its figures with their units."""

    value: str
    of_file: bool
    figures: tuple[str, ...]


def parts(reading: RowReading) -> list[PartSaid]:
    """Return the parts of a figure in the language of the page, but for what files call them."""
    nothing = gettext("(kosong)")
    return [
        PartSaid(
            _of_reading(value) or nothing, bool(value) and value not in _OF_READINGS, tuple(map(_one_figure, said))
        )
        for value, said in told.parts_in_words(reading)
    ]


def _one_figure(said: str) -> str:
    if language() != "en":
        return said
    beginnings = {"rata-rata ": gettext("rata-rata"), "total ": gettext("total"), "selisih ": gettext("selisih")}
    for beginning, in_english in beginnings.items():
        if said.startswith(beginning):
            return f"{in_english} {_one_figure(said.removeprefix(beginning))}"
    for joining, in_english in ((" dari ", gettext("dari")), (" dikurangi ", gettext("dikurangi"))):
        part, joined, whole = said.partition(joining)
        if joined:
            return f"{part.translate(_SIGNS)} {in_english} {_one_figure(whole)}"
    digits, blank, unit = said.partition(" ")
    many = 1 if digits == "1" else 2
    return f"{digits.translate(_SIGNS)} {ngettext(unit, unit, many)}" if blank else digits.translate(_SIGNS)


def condition(one: Told) -> str:
    """Return a condition of a reading; only words that readings say by themselves are translated, none of a file's."""
    columns = one.column.split(_OR)
    joined_by_reading = one.column not in _OF_READINGS and not _OF_READINGS.isdisjoint(columns)
    column = _joined(columns) if joined_by_reading else _of_reading(one.column)
    return f"{column} {_of_reading(one.operator)} {_joined(one.value.split(_OR))}".rstrip()


def _joined(parts: Sequence[str]) -> str:
    return gettext(" atau ").join(_of_reading(part) for part in parts)


def _of_reading(part: str) -> str:
    return gettext(part) if part in _OF_READINGS else part


def reading(one: RowReading) -> str:
    """Return what a reading of rows counted or added up, and under which conditions."""
    if language() == "id":
        return one.text
    conditions = "; ".join(condition(each) for each in one.conditions)
    return translated(one.text.replace(told.in_words(one.conditions), conditions, 1))


def level(maturity: str) -> str:
    """Return a value of the facet of maturity in words: never assessed is no level."""
    if maturity == UNASSESSED:
        return gettext("Belum dinilai")
    return gettext("Level %(level)s (%(name)s)", level=maturity, name=gettext(LEVEL_NAMES[int(maturity)]))


def suggestion_kinds() -> dict[str, str]:
    """Return what a suggestion may be, in the language of the page."""
    return {
        "judul": gettext("judul"),
        "istilah": gettext("istilah"),
        "perangkat daerah": gettext("perangkat daerah"),
        "bagian": gettext("bagian"),
    }


def community(name: str) -> str:
    """Return a community's name so that it says that it is one."""
    return name if name.casefold().startswith(("komunitas", "cop")) else gettext("Komunitas %(name)s", name=name)


def viewer(scope: Scope) -> str:
    """Return in words what the viewer of these pages may see."""
    if scope.everything:
        return gettext("pengelola: semua aset, termasuk draf")
    if units := sorted({unit for access, unit in scope.pairs if access == "terbatas"}):
        return gettext("pegawai %(units)s: aset terbuka, internal, dan terbatas unit itu", units=", ".join(units))
    if any(access == "internal" for access, _ in scope.pairs):
        return gettext("pegawai Pemprov: aset terbuka dan internal")
    return gettext("publik: aset terbuka yang telah disahkan")


def rules(citations: Sequence[str]) -> str:
    """Return rules as people write them: `permendagri-7-2024` is "Permendagri 7/2024"."""
    return ", ".join(
        f"{_rule_kind(kind)} {number}/{year}" for kind, number, year in (c.rsplit("-", 2) for c in citations)
    )


def legal_state(status: str, by: Sequence[str], since: str | None) -> Badge:
    """Return in words whether a rule is in force, as far as that is known."""
    day = "" if since is None else f" ({since if len(since) == 4 else long_date(since)})"
    said = {"rules": rules(by), "day": day}
    if status == "berlaku":
        return Badge(gettext("Berlaku"), "good")
    if status == "diubah":
        return Badge(gettext("Diubah dengan %(rules)s%(day)s", **said), "care")
    if status == "dicabut":
        return Badge(gettext("Dicabut oleh %(rules)s%(day)s", **said), "bad")
    return Badge(gettext("Status tidak diketahui"), "plain")


def _rule_kind(kind: str) -> str:
    if kind == "permenpanrb":
        return "PermenPAN-RB"
    first, *rest = kind.split("-")  # an agency's short name or a region follows
    words = [first.upper() if len(first) <= 3 else first.capitalize()]
    return " ".join(
        words + [word.upper() if len(word) <= 4 and first == "peraturan" else word.title() for word in rest]
    )

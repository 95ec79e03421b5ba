"""What a paper says of itself, as its page lists it: why it has its kind, and its main fields with their places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalog.assets import Card
from catalog.fields import FieldValue, Place
from catalog.legal_bases import LegalBasis
from webapp import labels
from webapp.language import gettext
from webapp.language import lazy_gettext as _

FIELDS: Mapping[str, str] = {
    "nomor": _("Nomor"),
    "tahun": _("Tahun"),
    "nama": _("Nama"),
    "tentang": _("Tentang"),
    "menetapkan": _("Menetapkan"),
    "tanggal": _("Tanggal"),
    "tgl_pembuatan": _("Tanggal pembuatan"),
    "tgl_revisi": _("Tanggal revisi"),
    "tgl_efektif": _("Tanggal efektif"),
    "pengesah_jabatan": _("Disahkan oleh"),
    "dasar_hukum": _("Dasar hukum"),
    "kualifikasi": _("Kualifikasi pelaksana"),
    "keterkaitan": _("Keterkaitan"),
    "peralatan": _("Peralatan"),
    "peringatan": _("Peringatan"),
    "langkah": _("Langkah"),
    "total_waktu": _("Jumlah waktu"),
    "total_waktu_tertulis": _("Jumlah waktu menurut dokumen"),
    "paket": _("Paket"),
    "program": _("Program"),
    "kegiatan": _("Kegiatan"),
    "sub_kegiatan": _("Subkegiatan"),
    "pagu": _("Pagu"),
    "hps": _("HPS"),
    "sumber_dana": _("Sumber dana"),
    "kode_rekening": _("Kode rekening"),
    "tahun_anggaran": _("Tahun anggaran"),
    "jenis_pengadaan": _("Jenis pengadaan"),
    "metode": _("Metode pemilihan"),
    "jenis_kontrak": _("Jenis kontrak"),
    "jangka_waktu": _("Jangka waktu"),
    "lokasi": _("Lokasi"),
    "ppk": _("PPK"),
    "personel": _("Personel"),
    "keluaran": _("Keluaran"),
    "pihak_pertama": _("Pihak pertama"),
    "pihak_kedua": _("Pihak kedua"),
    "daftar": _("Daftar barang"),
    "unit": _("Unit menurut dokumen"),
}
ROW_HEADS = ("no", "uraian", "posisi", "nama")
ROW_CELLS: Mapping[str, str] = {
    "pelaksana": _("pelaksana"),
    "kelengkapan": _("kelengkapan"),
    "waktu": _("waktu"),
    "output": _("output"),
    "ket": _("keterangan"),
    "jabatan": _("jabatan"),
    "kualifikasi": _("kualifikasi"),
    "jumlah": _("jumlah"),
}
_MONEY = frozenset({"pagu", "hps"})
MAX_SIGNS = 6
MAX_GOODS = 5


@dataclass(frozen=True)
class Fact:
    """A field as it is listed: its label, its lines, and the URL parameters of its place, empty where unknown."""

    label: str
    lines: tuple[str, ...]
    place: Mapping[str, str | int]


@dataclass(frozen=True)
class Basis:
    """A legal basis as it is listed: its words, its state, and the URL parameters of its place."""

    words: str
    chain: str
    state: labels.Badge
    place: Mapping[str, str | int]


def bases(card: Card, found: Iterable[LegalBasis]) -> list[Basis]:
    """Return the legal bases of a version as its page lists them."""
    return [
        Basis(b.text, labels.rules(b.chain), labels.legal_state(b.status, b.by, b.since), _parameters(card, _spot(b)))
        for b in found
    ]


def signs(card: Card) -> list[str]:
    """Return in words why the asset has its kind, without repeating a word."""
    return list(dict.fromkeys(_sign(sign) for sign in card.kind_evidence))[:MAX_SIGNS]


def facts(card: Card, bases_listed: int = 0) -> list[Fact]:
    """Return the main fields in the order of their labels; not the legal bases, where all are listed by themselves."""
    told = [name for name in FIELDS if name in card.fields]
    if "dasar_hukum" in told and bases_listed >= len(card.fields["dasar_hukum"]):
        told.remove("dasar_hukum")
    return [Fact(FIELDS[name], tuple(_lines(name, card.fields[name])), _place(card, name)) for name in told]


def _sign(sign: Mapping[str, str | int | None]) -> str:
    if sign["where"] == "orang":
        return gettext("Ditetapkan oleh orang.")
    where = labels.place(_whole(sign["page"]), _text(sign["sheet"]), None)
    words = " ".join(str(sign["text"]).split())
    return (
        f"{gettext(str(sign['where']).capitalize())}: {sign['rule']} (“{words}”{f', {where.lower()}' if where else ''})"
    )


def _lines(name: str, value: FieldValue) -> Iterator[str]:
    if isinstance(value, str):
        yield f"Rp{labels.number(int(value))}" if name in _MONEY and value.isdigit() else value
        return
    shown = value[:MAX_GOODS] if name == "daftar" else value
    for item in shown:
        yield item if isinstance(item, str) else _row(item)
    if len(shown) < len(value):
        yield gettext("… dan %(number)s baris lagi.", number=labels.number(len(value) - len(shown)))


def _row(cells: Mapping[str, str]) -> str:
    """Return a row of a table in the order of its columns: the step or the post, then what is said of it."""
    head = ". ".join(cells[name] for name in ROW_HEADS if name in cells)
    rest = [f"{label}: {cells[name]}" for name, label in ROW_CELLS.items() if name in cells]
    return "; ".join(filter(None, [head, *rest]))


def _place(card: Card, name: str) -> dict[str, str | int]:
    """Return the URL parameters that lead to a field's words, or to the first of a list."""
    found = card.fields_at.get(name)
    place = found[0] if isinstance(found, Sequence) and found else found
    if not isinstance(place, dict):
        return {}
    return _parameters(card, place)


def _parameters(card: Card, place: Place) -> dict[str, str | int]:
    spot = {"hal": place["page"], "lembar": place["sheet"], "mulai": place["start"], "akhir": place["end"]}
    known = {name: value for name, value in spot.items() if value is not None}
    return {"key": card.key, "versi": card.version, **known, "_anchor": "kutipan"}


def _spot(basis: LegalBasis) -> Place:
    return {"page": basis.page, "sheet": basis.sheet, "start": basis.start, "end": basis.end}


def _whole(value: str | int | None) -> int | None:
    return value if isinstance(value, int) else None


def _text(value: str | int | None) -> str | None:
    return value if isinstance(value, str) else None

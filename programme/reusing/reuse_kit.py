"""What who reuses an asset takes along, as one archive: the original, whom to name, and what to localise."""

import csv
import io
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from catalog import originals
from catalog.assets import Card
from catalog.database import Catalog
from catalog.errors import RujukanError
from programme.reusing import localising
from programme.reusing.localising import Found, Localised

_IN_MEMORY = 8 << 20  # bytes of an archive; a longer one lies in a temporary file until it is sent
_PIECE = 1 << 20
WORDS: Mapping[str, str] = {
    "dasar_hukum": "Dasar hukum",
    "satuan_kerja": "Nama satuan kerja",
    "uang": "Nilai uang",
    "tanggal": "Tanggal",
    "kontak": "Kontak",
    "tempat": "Tempat",
    "nama": "Nama orang",
}
COLUMNS = ("jenis", "teks", "kali", "halaman", "sebelum", "sesudah", "ganti_dengan")
_STYLE = (
    "body{font:16px/1.5 sans-serif;margin:2rem}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #888;padding:.4rem;text-align:left;vertical-align:top}.own{min-width:8rem}"
)


@dataclass(frozen=True)
class Origin:
    """Where an asset comes from, as its attribution says: the name of its unit, its address, its file's name."""

    unit: str
    address: str
    file: str


@dataclass(frozen=True)
class Kit:
    """An archive to be: where the original lies, its name, and the texts beside it by their names."""

    original: Path
    file: str
    texts: Mapping[str, str]

    def pieces(self) -> Iterator[bytes]:
        """Yield the archive piece by piece; the same version gives the same bytes."""
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as archive:
            with zipfile.ZipFile(archive, "w") as kit:
                _put_file(kit, f"asli/{self.file}", self.original)
                for name, text in self.texts.items():
                    kit.writestr(zipfile.ZipInfo(name), text.encode("utf8"), zipfile.ZIP_DEFLATED)
            archive.seek(0)
            while piece := archive.read(_PIECE):
                yield piece


def kit_of(catalog: Catalog, card: Card, origin: Origin) -> Kit:
    """Return the kit of a version; RujukanError `original_missing` where the original is not there."""
    original = originals.place_of(catalog.folder, card.sha256)
    if not original.is_file():
        raise RujukanError(
            "original_missing", f"Berkas asli {original} tidak ada. Jalankan `rujukan verify`, lalu pulihkan cadangan."
        )
    found = localising.found(catalog, card)
    texts = {
        "atribusi.txt": attribution(card, origin),
        "lokalisasi.csv": as_csv(found.rows),
        "lokalisasi.html": as_html(card, found),
    }
    return Kit(original, origin.file, texts)


def attribution(card: Card, origin: Origin) -> str:
    """Return whom to name: one line to put into one's own paper, and what it stands on."""
    day = f", {card.date}" if card.date else ""
    whose = f" {origin.unit}" if origin.unit else ""
    lines = [
        f"Diolah dari “{card.title}”,{whose}{day}, versi {card.version}. {origin.address}",
        "",
        f"Judul: {card.title}",
        f"Satuan kerja: {origin.unit or '-'}",
        f"Tanggal dokumen: {card.date or '-'}",
        f"Versi: {card.version}",
        f"Keberlakuan: {card.validity}",
        f"Alamat: {origin.address}",
        f"SHA-256 berkas asli: {card.sha256}",
    ]
    return "\n".join(lines) + "\n"


def as_csv(rows: Sequence[Found]) -> str:
    """Return the list for a spreadsheet, with an empty column to fill in; no cell is a formula."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for one in rows:
        cells = (WORDS[one.kind], one.text, str(one.times), "; ".join(one.places), one.before, one.after, "")
        table.writerow([_plain(cell) for cell in cells])
    return "\ufeff" + written.getvalue()


def as_html(card: Card, found: Localised) -> str:
    """Return the list to read and to print; texts of the paper are text in it."""
    heads = ("Yang disesuaikan", "Kali", "Halaman", "Di mana", "Ganti dengan")
    parts = [
        f'<!doctype html><html lang="id"><meta charset="utf-8"><title>Lokalisasi: {escape(card.title)}</title>',
        f"<style>{_STYLE}</style><h1>Yang perlu disesuaikan</h1><p>{escape(card.title)}, versi {card.version}.</p>",
        "<p>Daftar ini dibaca dari teks dokumen dan mungkin belum lengkap. Periksa dokumennya sebelum dipakai.</p>",
    ]
    if found.is_cut:
        parts.append("<p><b>Dokumen ini terlalu panjang: hanya bagian awalnya yang didaftar.</b></p>")
    for kind in localising.KINDS:
        if mine := [one for one in found.rows if one.kind == kind]:
            parts.append(f"<h2>{WORDS[kind]} ({len(mine)})</h2><table><tr>")
            parts += [f"<th>{head}</th>" for head in heads]
            parts += [_row(one) for one in mine]
            parts.append("</table>")
    return "\n".join(parts) + "\n</html>\n"


def _row(one: Found) -> str:
    context = f"… {escape(one.before)} <b>{escape(one.text)}</b> {escape(one.after)} …"
    cells = (escape(one.text), str(one.times), escape("; ".join(one.places)), context)
    return f'</tr><tr>{"".join(f"<td>{cell}</td>" for cell in cells)}<td class="own"></td>'


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _put_file(kit: zipfile.ZipFile, name: str, place: Path) -> None:
    """Copy a file piece by piece: originals may be large."""
    entry = zipfile.ZipInfo(name)
    entry.file_size = place.stat().st_size
    with kit.open(entry, "w") as target, place.open("rb") as source:
        while piece := source.read(_PIECE):
            target.write(piece)

"""What papers on property say of themselves: the parties and the list of a handover, the unit and year of a list."""

import re
from collections.abc import Sequence

from catalog.fields import Place
from indexer.dates import DATE
from indexer.document import PageRead, SheetRow
from indexer.fields.found import Found, Line, first, lines_of, place_of, put_first
from indexer.fields.tables import Ruled

MOST_GOODS = 300
_OF_THINGS = frozenset(["kode_barang", "register", "nibar", "jumlah", "luas", "kondisi"])
TITLE_LINES = 15  # title rows stand above the table
_FLAGS = re.IGNORECASE | re.MULTILINE
_NUMBER = re.compile(r"^nomor\s*:?\s*([\w.\-/]*\d[\w.\-/]*)", _FLAGS)
_DAY = re.compile(rf"\bpada hari ini[^\n]{{0,160}}?\(?({DATE})\)?|^tanggal\s*:\s*({DATE})", _FLAGS)
_PARTY = {
    "pihak_pertama": re.compile(r"pihak (?:pertama|kesatu)", re.IGNORECASE),
    "pihak_kedua": re.compile(r"pihak kedua", re.IGNORECASE),
}
_NAME = re.compile(r"(?:\d\.?\s*)?nama\s*[:|]\s*(.+)", re.IGNORECASE)
_POST = re.compile(r"jabatan\s*[:|]\s*(.+)", re.IGNORECASE)
_CALLED = re.compile(r"(?:selanjutnya )?(?:disebut|sebagai)[^.\n]{0,40}pihak (pertama|kesatu|kedua)", re.IGNORECASE)
_PRIVATE = re.compile(r"[,;]\s*(?:jalan|jl\.?|npwp|nik|nip|telepon|beralamat|alamat)\b", re.IGNORECASE)
_UNIT = re.compile(
    r"^(?:satuan kerja(?: perangkat daerah)?|skpd|opd|unit(?: kerja| organisasi| pengguna barang)?|"
    r"u\s?p\s?b|(?:kuasa )?pengguna barang|nama opd|instansi)\s*(?:\||:)[\s|:]*([^|\n]{3,120})",
    _FLAGS,
)
_YEAR = re.compile(r"\btahun(?: anggaran| pajak)?\s*(?:\||:)?[\s|:]*((?:19|20)\d\d)\b", _FLAGS)


def read_bast(pages: Sequence[PageRead], _tables: Sequence[Ruled], found: Found) -> None:
    """Put number and day of a handover, and its two parties with name and post."""
    put_first(found, "nomor", pages[:1], _NUMBER)
    hit = first(pages[:1], _DAY)
    if hit:
        group = 1 if hit[0][1] else 2
        found.put("tanggal", hit[0][group], place_of(hit[1], *hit[0].span(group)))
    found.put_day("tanggal")
    lines = lines_of(pages[:2])
    _parties_in_a_table(lines, found)
    _parties_in_prose(lines, found)
    put_goods(pages, found)


def put_goods(pages: Sequence[PageRead], found: Found) -> None:
    """Put `daftar`: the rows of the tables of things handed over or written off, as they stand.

    The rows of a physical page are left out, as some of a drawn table's may be missing: a list that lacks a thing is
    worse than none. So is one that is cut: longer lists are found by their rows alone.
    """
    rows = [(page, row) for page in pages if page.page is None for row in page.rows if _is_thing(row)]
    if len(rows) <= MOST_GOODS:
        places = ((page, page.text[row.start : row.end], row) for page, row in rows)
        found.put_list("daftar", [(text, place_of(page, row.start, row.end, row.row)) for page, text, row in places])


def _is_thing(row: SheetRow) -> bool:
    """Tell a thing by a known column that speaks of things: a code, a count, a size, a condition or money."""
    return any(name in _OF_THINGS or value.type == "money" for name, value in row.values.items())


def _parties_in_a_table(lines: Sequence[Line], found: Found) -> None:
    for line in lines:
        cells = [cell.strip() for cell in line.text.split(" | ")]
        for name, party in _PARTY.items():
            if len(cells) == 3 and party.fullmatch(cells[0]):
                _put_party(found, name, cells[1], cells[2], place_of(line.page, line.start, line.end))


def _parties_in_prose(lines: Sequence[Line], found: Found) -> None:
    """Put the parties of "Nama: ... Jabatan: ... selanjutnya disebut PIHAK PERTAMA"."""
    name = post = None
    for line in lines:
        if hit := _NAME.fullmatch(line.text):
            name, post = (hit[1], line), None
        elif hit := _POST.fullmatch(line.text):
            post = hit[1]
        elif (called := _CALLED.search(line.text)) and name:
            party = "pihak_kedua" if called[1].lower() == "kedua" else "pihak_pertama"
            place = place_of(name[1].page, name[1].start, name[1].end)
            _put_party(found, party, name[0], post or "", place)
            name = post = None


def _put_party(found: Found, party: str, name: str, post: str, place: Place) -> None:
    found.put_rows(party, [({"nama": name, "jabatan": _PRIVATE.split(post)[0]}, place)])


def read_list(pages: Sequence[PageRead], _tables: Sequence[Ruled], found: Found) -> None:
    """Put the unit and the year that the title rows of a list name; several sheets must name the same."""
    heads = [(page, "\n".join(page.text.split("\n")[:TITLE_LINES])) for page in pages if page.text]
    for name, pattern in (("unit", _UNIT), ("tahun", _YEAR)):
        hits = [(page, m) for page, head in heads for m in pattern.finditer(head)]
        if len({m[1].strip().lower() for _, m in hits}) == 1:
            page, match = hits[0]
            found.put(name, match[1], place_of(page, *match.span(1)))
    hit = first(pages[:1], _NUMBER)
    if hit:
        found.put("nomor", hit[0][1], place_of(hit[1], *hit[0].span(1)))

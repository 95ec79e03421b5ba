"""What things the rows of a table are, as the columns of their names, a column of kinds, titles and the sheet say."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from search.rows.wording import fold, padded

_NAMING = frozenset(["nama", "judul", "uraian", "daftar"])
_OF_GOODS = frozenset(["", " barang ", " jenis ", " aset ", " barang jenis ", " jenis barang "])
"""What goods are called in the head of their column; which goods is told by classes."""
_OWNERS = "kabupaten|kota|kecamatan|kelurahan|dinas|badan|upt|uptd|puskesmas|rsud"
_BEHIND = f"dengan|untuk|dari|oleh|yang|di|pada|per|tahun|milik|ta|keadaan|posisi|{_OWNERS}"
_LISTS = "daftar|data|rekap|rekapitulasi|inventarisasi|inventaris|register|kartu persediaan|kartu stok|stok|persediaan"
_TITLE = re.compile(rf" (?:laporan |buku )?(?:{_LISTS}) (.+?)(?= (?:{_BEHIND}) | \d| $)")
"""What a title says that its table lists: "DAFTAR ARSIP INAKTIF DI RECORD CENTER"."""
_LIBRARY = re.compile(r" buku (?:induk|inventaris) perpus(?:takaan)? ")
_OF_LIBRARY = (" buku ", " koleksi ")
"""What the register of a library lists, as schools call it."""
_BRACKETED = re.compile(r"\(([^()]*)\)")
OF_AMOUNTS = frozenset(
    [
        *("anggaran", "belanja", "capaian", "dana", "harga", "hasil", "jadwal", "jumlah", "kebutuhan", "nilai", "pagu"),
        *("pajak", "pelaksanaan", "penerimaan", "penggunaan", "penyelenggaraan", "perhitungan", "piutang", "potensi"),
        *("realisasi", "rencana", "retribusi", "sisa", "target", "tunggakan", "usul", "usulan"),
    ]
)
"""What a title begins with that tells what of things is listed, and not which things."""
_DEEDS = (["kontrak"], ["paket"])
_JOINS = re.compile(r"[,/&]|\b(?:dan|atau|serta|maupun)\b", re.IGNORECASE)
_TIME = re.compile(r"\btahun\b|\d", re.IGNORECASE)
"""Behind it a title tells a time, and no further things: "REKAP IZIN TAHUN 2023 DAN 2024"."""
_KINDS = re.compile(r"\b(?:jenis|jenjang|kategori|golongan|kelompok)\b", re.IGNORECASE)
_SHORTEST = 3  # letters and the spaces around


def listed(headers: Iterable[str], titles: Iterable[str], of_file: Iterable[str] = ()) -> frozenset[str]:
    """Return what a table lists, folded, by the heads of its columns of names and kinds and by its titles.

    What a file is called, `of_file`, says so wholly or not at all.
    """
    heads = [fold(header).split() for header in headers]
    named = {padded(word for word in words if word not in _NAMING) for words in heads if words[:1] != ["jenis"]}
    named |= {padded(words[1:size]) for words in heads if words[:1] == ["nama"] for size in range(2, len(words))}
    named |= {padded(words[1:]) for words in heads if words[:1] == ["jenis"] and _NAMING.isdisjoint(words)}
    titled = {one for line in titles for one in _titled(line)} | {one for line in of_file for one in _wholly(line)}
    return frozenset(named | titled) - _OF_GOODS


def _titled(line: str) -> Iterator[str]:
    """Yield what a title lists, and what that is in fewer words: "arsip" of "arsip inaktif"."""
    for told in _wholly(line):
        yield told
        words = told.split()
        if words[0] in OF_AMOUNTS and words[1:2] in _DEEDS:  # "realisasi kontrak" lists contracts
            yield padded(words[1:])
        if words[0] not in OF_AMOUNTS and not _JOINS.search(_TIME.split(line, maxsplit=1)[0]):
            yield from (padded(words[:size]) for size in range(1, len(words)))


def _wholly(line: str) -> Iterator[str]:
    """Yield what a title lists, and its short name in brackets: "PENERANGAN JALAN UMUM (PJU)"."""
    if found := _TITLE.match(fold(_BRACKETED.sub(" ", line))):
        yield padded(found[1].split())
    if _LIBRARY.match(fold(line)):
        yield from _OF_LIBRARY
    if (found := _TITLE.match(fold(line))) and _BRACKETED.search(line):
        yield from (short for one in _BRACKETED.findall(line) if found[1].endswith((short := fold(one)).strip()))


def called(sheet: str) -> frozenset[str]:
    """Return the folded name of a sheet, wholly and without its figures, where it says more than a number."""
    name = fold(sheet)
    plain = padded(word for word in name.split() if not word.isdecimal())
    return frozenset(one for one in (name, plain) if len(one) > _SHORTEST)


@lru_cache(maxsize=1 << 12)
def tells_kinds(header: str) -> bool:
    """Tell whether a column is called as one that says of what kind a row is."""
    return _KINDS.search(header) is not None

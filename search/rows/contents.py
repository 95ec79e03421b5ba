"""What things the rows of a table are, as the columns of their names, a column of kinds, titles and the sheet say."""

import re
from collections.abc import Iterable, Mapping, Set

from search.rows.wording import fold, padded

_NAMING = frozenset(["nama", "judul", "uraian", "daftar"])
_OF_GOODS = frozenset(["", " barang ", " jenis ", " aset ", " barang jenis ", " jenis barang "])
"""What goods are called in the head of their column; which goods is told by classes."""
_BEHIND = "di|pada|per|tahun|milik|ta|kabupaten|kota|dinas|badan|keadaan"
_TITLE = re.compile(rf" (?:daftar|data|rekap|rekapitulasi|inventarisasi|register) (.+?)(?= (?:{_BEHIND}) | \d| $)")
"""What a title says that its table lists: "DAFTAR ARSIP INAKTIF DI RECORD CENTER"."""
_KINDS = re.compile(r"\b(?:jenis|kategori|golongan|kelompok)\b", re.IGNORECASE)
_SHORTEST = 3  # letters and the spaces around


def listed(headers: Iterable[str], titles: Iterable[str]) -> frozenset[str]:
    """Return what a table lists, folded, by the heads of its columns of names ("Nama Diklat") and by its titles."""
    named = {padded(word for word in fold(header).split() if word not in _NAMING) for header in headers}
    titled = {padded(found[1].split()) for line in map(fold, titles) if (found := _TITLE.match(line))}
    return frozenset(named | titled) - _OF_GOODS


def called(sheet: str) -> frozenset[str]:
    """Return the folded name of a sheet, wholly and without its figures, where it says more than a number."""
    name = fold(sheet)
    plain = padded(word for word in name.split() if not word.isdecimal())
    return frozenset(one for one in (name, plain) if len(one) > _SHORTEST)


def is_of_kind(wording: str, parts: Mapping[str, Set[str]], names: Set[str]) -> bool:
    """Tell whether a column of kinds, none of `names`, calls a row so, or begins so: a pillar hydrant is a hydrant.

    `parts` are the row's folded cells and their parts by column.
    """
    kinds = (told for column, told in parts.items() if _KINDS.search(column) and column not in names)
    return any(kind.startswith(wording) for told in kinds for kind in told)

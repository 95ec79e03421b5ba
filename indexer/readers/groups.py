"""What a table tells once for several rows without merging cells: "Kelurahan Lor" beside the first of its parks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.document import SheetRow
from indexer.readers.columns import Columns

_LEFTMOST = 3  # columns in which groups stand: farther right an empty cell is a remark that nobody made
_MOST_FILLED = 0.5  # of the rows: a group has two on the average
_GROUPS = re.compile(
    r"\b(?:unit|opd|skpd|ukpd|upt\w*|dinas|instansi|bidang|seksi|bagian|sub ?bag\w*|kecamatan|kelurahan|desa|kota"
    r"|wilayah|lokasi|gedung|lantai|ruang\w*|blok|pasar|sekolah|puskesmas|program|kegiatan|jenis|kategori|kelompok|golongan)\b",
    re.IGNORECASE,
)
"""What columns are called that tell groups: an empty make or remark is that nobody knows it."""


def in_groups(rows: Sequence[SheetRow], names: Sequence[str], columns: Columns) -> list[SheetRow]:
    """Return the rows of one table, each with the words that its group has beside its first row.

    `names` are the columns in their order. One tells groups where it is called so, begins with the first row, says each
    thing once, and nothing beside most rows.
    """
    found = list(rows)
    for name in names[:_LEFTMOST]:
        if _GROUPS.search(name) and _tells_groups([row.cells.get(name, "") for row in rows]):
            found = _told_down(found, name, names, columns)
    return found


def _tells_groups(cells: Sequence[str]) -> bool:
    told = [cell for cell in cells if cell]
    worded = all(any(map(str.isalpha, cell)) for cell in told)
    return len(told) > 1 and cells[0] != "" and worded and len({*told}) == len(told) <= _MOST_FILLED * len(cells)


def _told_down(rows: Sequence[SheetRow], name: str, names: Sequence[str], columns: Columns) -> list[SheetRow]:
    """Give the rows with what their group is called; of goods that have one name, with its code, too."""
    code = _code_beside(name, columns)
    told: dict[str, str] = {}
    found = []
    for row in rows:
        if row.cells.get(name):
            told = {column: cell for column in (name, code) if column and (cell := row.cells.get(column))}
        cells = told | {column: cell for column, cell in row.cells.items() if cell}
        in_order = {
            column: cells.get(column, row.cells.get(column, "")) for column in names if column in cells | row.cells
        }
        found.append(replace(row, cells=in_order, values=columns.values(told) | dict(row.values)))
    return found


def _code_beside(name: str, columns: Columns) -> str | None:
    """Return the column of the goods' codes where a column is that of their names."""
    known = {one.canonical: column for column, one in columns.known.items()}
    return known.get("kode_barang") if known.get("nama") == name else None

"""A sheet's cells become text, one line a row, and typed rows under the names of their columns.

Government sheets have title rows above, headers of up to four merged rows, a row of column numbers under them,
several tables on a sheet, subtotals between and signatures below.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.document import PageRead, SheetRow
from indexer.readers.columns import Columns, of_table
from indexer.readers.groups import in_groups
from indexer.readers.page import PageText
from indexer.rupiah import stated

MAX_HEADER_ROWS = 4
MAX_LABEL = 100  # a longer cell is no column name
MIN_COLUMNS = 2
FEW_CELLS = 3  # a row of no more cells may be a title or a note
MAX_SPREAD = 60  # columns under one merged label; a title merged over 16,384 columns names none of them
_NUMERIC = re.compile(r"[-+(]?(?:Rp\.? ?)?\d[\d.,%/:\-– ]*\)?$")
_ROW_NUMBER = frozenset({"no", "no.", "nomor", "no urut", "no. urut", "nomor urut"})
_COLUMN_NUMBER = re.compile(r"[(\[]?(\d{1,2})(?: ?= ?[\d() +\-*/x]+)?[)\]]?$")
_TOTAL = re.compile(r"(sub ?)?(total|jumlah|grand total|jml)\b", re.IGNORECASE)
_SPACED = re.compile(r"[A-Z](?: [A-Z]){3,}$")
_CUT_WORD = re.compile(r"(?<=[a-z])\s?-\s?/\s?(?=[a-z])|(?<=[a-z])- (?=[a-z])")
_HEADER_TEXT = (
    "no no. nomor dokumen kode nama uraian jenis jumlah jml harga tahun ket ket. keterangan kondisi merk merek "
    "register reg satuan volume vol alamat luas tanggal tgl letak lokasi ukuran bahan asal nilai status "
    "penggunaan sertifikat hak type tipe konstruksi panjang lebar program kegiatan anggaran realisasi "
    "persentase pagu sasaran indikator target waktu pelaksana output kelengkapan nip jabatan unit bidang "
    "spesifikasi nibar rekening nik nop id tanggal/nomor pelaksanaan aktivitas sumber judul hari jam mutu "
    "aksi pekerjaan rincian biaya kolom isi kd"
)
HEADER_WORDS = frozenset(_HEADER_TEXT.split())


@dataclass(frozen=True)
class Merge:
    """A merged range; rows and columns count from 1, both ends inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """The cells with text of one sheet: (sheet row number, {column: one-line text}), from the top.

    A table that is a file of its own is a sheet whose name is None, and its rows have the numbers of their lines.
    `stored` are the (row, column) of numbers whose decimal point could be taken for one of thousands: 1.255. Hidden is
    what the spreadsheet does not show.
    """

    name: str | None
    rows: Sequence[tuple[int, dict[int, str]]]
    merges: Sequence[Merge]
    shapes: Sequence[str] = ()
    stored: frozenset[tuple[int, int]] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False


@dataclass(frozen=True)
class Tables:
    """The data rows of a grid by row number, their ranges still to come, and the form that one table is, if any."""

    rows: Mapping[int, SheetRow]
    form: str | None


@dataclass(frozen=True)
class _Header:
    names: dict[int, str]
    width: int  # columns with a label of their own
    end: int  # index of the first row after it


def read_grid(grid: Grid) -> PageRead:
    """Return the page of a sheet: every row a line of text, data rows under a header also as named cells.

    The row of column numbers is left out, but not where the sheet is the whole file, which is shown whole.
    """
    page, tables = PageText(), read_tables(grid, grouped=True)
    for number, cells in grid.rows:
        line = " | ".join(cells[c] for c in sorted(cells))
        if number in tables.rows:
            page.add_row(line, tables.rows[number])
        elif grid.name is None or not _is_numbering(cells):
            page.add_plain(line)
    for shape in grid.shapes:
        page.add(shape)
    return replace(page.build(None, grid.name, guess_headings=False), form=tables.form)


def read_tables(grid: Grid, around: Iterable[str] = (), *, grouped: bool = False) -> Tables:
    """Return what of a grid is data; `around` are lines outside it that may state the unit of its money.

    `grouped`: what is told once for a group of rows is in each of them, see `in_groups`.
    """
    corners: dict[int, list[Merge]] = defaultdict(list)
    for merge in grid.merges:
        corners[merge.top].append(merge)
    factors = stated([*around, *(t for _, cells in grid.rows if len(cells) <= FEW_CELLS for t in cells.values())])
    merged = _merged_down(grid)
    rows: list[list[SheetRow]] = []
    found: list[tuple[_Header, Columns]] = []
    at = 0
    while at < len(grid.rows):
        header = _header_at(grid.rows, at, corners, found[-1][0] if found else None)
        if header and not _is_of_another_table(grid, header, found):
            found.append((header, of_table(header.names.values(), factors)))
            rows.append([])
            at = header.end
            continue
        if found:
            row = _data_row(grid, at, merged.get(grid.rows[at][0], {}), *found[-1])
            if row:
                rows[-1].append(row)
        at += 1
    if grouped:
        rows = [in_groups(own, _in_order(header), of) for own, (header, of) in zip(rows, found, strict=True)]
    form = next((columns.form for _, columns in found if columns.form), None)
    return Tables({row.row: row for own in rows for row in own}, form)


def _in_order(header: _Header) -> list[str]:
    return [name for _, name in sorted(header.names.items())]


def _is_of_another_table(grid: Grid, header: _Header, found: Sequence[tuple[_Header, Columns]]) -> bool:
    """Tell whether a file that is one table would have another: what reads like a second header is a row of it."""
    return grid.name is None and bool(found) and header.names != found[0][0].names


def _data_row(grid: Grid, at: int, beside: Mapping[int, str], header: _Header, columns: Columns) -> SheetRow | None:
    """Return a row of data; `beside` are the words of cells that reach into it from above."""
    number, cells = grid.rows[at]
    named = _named(cells, header)
    if not named:
        return None
    named = {name: text for c, name in sorted(header.names.items()) if (text := cells.get(c) or beside.get(c))}
    stored = {header.names[c] for c in cells if (number, c) in grid.stored and c in header.names}
    unseen = grid.hidden_columns & header.names.keys() & cells.keys()
    return SheetRow(
        row=number,
        cells=named,
        start=0,
        end=0,
        values=columns.values(named, stored) | columns.figures(named, stored),
        hidden=grid.hidden or number in grid.hidden_rows,
        hidden_columns=tuple(header.names[c] for c in sorted(unseen)),
    )


def _merged_down(grid: Grid) -> dict[int, dict[int, str]]:
    """Return by row the words that cells merged from rows above have in it: "Ruang Aula" beside four rows.

    Figures stand for all their rows together, and are none of each.
    """
    texts, found = dict(grid.rows), defaultdict[int, dict[int, str]](dict)
    for merge in grid.merges:
        text = texts.get(merge.top, {}).get(merge.left, "")
        if text and merge.bottom - merge.top <= MAX_SPREAD and not _NUMERIC.match(text):
            for row in range(merge.top + 1, merge.bottom + 1):
                found[row][merge.left] = text
    return found


def _named(cells: dict[int, str], header: _Header) -> dict[str, str]:
    """Return a data row's cells by column name; empty for a subtotal, a signature, a line of text."""
    named = {header.names[c]: cells[c] for c in sorted(cells) if c in header.names}
    first = min(cells)
    numbering = _is_numbering(cells) and len(cells) * 2 > header.width
    if len(named) < MIN_COLUMNS or numbering or _TOTAL.match(_joined_letters(cells[first])):
        return {}
    numbered = first == min(header.names) and _NUMERIC.match(cells[first])
    return named if numbered or len(named) * 4 >= header.width else {}


def _joined_letters(text: str) -> str:
    """Return a letter-spaced word without its spaces: "J U M L A H"."""
    return text.replace(" ", "") if _SPACED.match(text) else text


def _header_at(
    rows: Sequence[tuple[int, dict[int, str]]], at: int, corners: dict[int, list[Merge]], known: _Header | None
) -> _Header | None:
    """Return the header that starts at this row, or None."""
    cells = rows[at][1]
    if len(cells) < MIN_COLUMNS or not all(_is_label(t) for t in cells.values()):
        return None
    numbering = _numbering_below(rows, at)
    end = numbering or _end(rows, at, corners)
    tall = any(m.bottom > m.top for m in corners.get(rows[at][0], []))
    over_values = _stands_over_values(rows, at, end)
    named = numbering or (_is_named(cells, tall=tall, known=known is not None) and (len(cells) > 2 or over_values))
    if not named and (known or not over_values or len(cells) < 3 or not _is_first_of_its_width(rows, at)):
        return None
    names = _names(rows[at:end], [m for r, _ in rows[at:end] for m in corners.get(r, [])])
    skip = end < len(rows) and _is_numbering(rows[end][1])
    return _Header(names, len(_columns(rows[at:end])), end + skip) if len(names) >= MIN_COLUMNS else None


def _is_first_of_its_width(rows: Sequence[tuple[int, dict[int, str]]], at: int) -> bool:
    """Tell whether only titles stand above: a row with as many cells as this one would be the header."""
    return all(len(cells) < len(rows[at][1]) for _, cells in rows[:at])


def _is_named(cells: dict[int, str], *, tall: bool, known: bool) -> bool:
    """Tell labels by their words: the first numbers the rows, or enough of them are words of headers."""
    words = sum(_first_word(t) in HEADER_WORDS for t in cells.values())
    share = words / len(cells)
    first = cells[min(cells)].casefold() in _ROW_NUMBER and len(cells) >= 3
    return first or (tall and words >= 1) or (words >= 2 and share >= (0.5 if known else 0.3))


def _first_word(label: str) -> str:
    return label.casefold().replace("_", " ").split()[0].rstrip(":") if label.strip("_ ") else ""


def _is_label(text: str) -> bool:
    return (
        len(text) <= MAX_LABEL
        and text[0] != ":"
        and ";" not in text
        and (not _NUMERIC.match(text) or re.match(r"(19|20)\d\d$", text) is not None)
    )


def _is_numbering(cells: dict[int, str]) -> bool:
    """Tell the row of column numbers: 1 2 3, (1) (2) (3), 7 = 5 x 6."""
    found = [_COLUMN_NUMBER.match(cells[c]) for c in sorted(cells)]
    numbers = [int(f[1]) for f in found if f]
    return len(numbers) >= 3 and len(numbers) == len(found) and all(_counts(run) for run in _runs(numbers))


def _runs(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield the numbers of each table where several stand side by side: each begins with 1 again."""
    starts = [0, *(at for at in range(3, len(numbers)) if numbers[at] == 1 < numbers[at - 1]), len(numbers)]
    yield from (numbers[start:end] for start, end in pairwise(starts))


def _counts(numbers: Sequence[int]) -> bool:
    return numbers[0] <= 2 and all(0 <= b - a <= 2 for a, b in pairwise(numbers)) and numbers[-1] > numbers[0] + 1


def _numbering_below(rows: Sequence[tuple[int, dict[int, str]]], at: int) -> int:
    """Return the index of the row of column numbers under a header that starts here, 0 for none."""
    for end in range(at + 1, min(at + MAX_HEADER_ROWS + 1, len(rows))):
        if rows[end][0] - rows[at][0] > MAX_HEADER_ROWS + 1:
            return 0
        if _is_numbering(rows[end][1]):
            columns = len(_columns(rows[at:end]))
            return end if len(rows[end][1]) <= 2 * columns and columns <= 3 * len(rows[at][1]) else 0
        if not all(_is_label(t) for t in rows[end][1].values()):
            return 0
    return 0


def _columns(rows: Sequence[tuple[int, dict[int, str]]]) -> set[int]:
    return {c for _, cells in rows for c in cells}


def _end(rows: Sequence[tuple[int, dict[int, str]]], at: int, corners: dict[int, list[Merge]]) -> int:
    """Return the index after the header's last row: what its merged cells cover, then rows of names under names."""
    bottom = max([rows[at][0], *(m.bottom for m in corners.get(rows[at][0], []))])
    bottom = min(bottom, rows[at][0] + MAX_HEADER_ROWS - 1)
    end = at + 1
    while end < len(rows) and rows[end][0] <= bottom:
        end += 1
    while end < len(rows) and end - at < MAX_HEADER_ROWS and _is_second_row(rows, at, end):
        end += 1
    return end


def _is_second_row(rows: Sequence[tuple[int, dict[int, str]]], at: int, end: int) -> bool:
    """Tell a row of sub-names: right under, its first column empty, only short labels, at least two."""
    number, cells = rows[end]
    above = rows[at][1]
    free = sum(c not in above for c in cells)
    return (
        number == rows[end - 1][0] + 1
        and len(cells) >= MIN_COLUMNS
        and min(cells) > min(above)
        and all(_is_label(t) and len(t) <= 40 for t in cells.values())
        and free >= 1
        and len(cells) < len(above) + 4
    )


def _stands_over_values(rows: Sequence[tuple[int, dict[int, str]]], at: int, end: int) -> bool:
    """Tell whether the next rows hold numbers in the columns that these labels name."""
    labels = rows[at][1]
    below = [cells for _, cells in rows[end : end + 3]]
    alike = [cells for cells in below if len(cells.keys() & labels.keys()) * 2 > len(labels)]
    return any(_NUMERIC.match(t) for cells in alike for t in cells.values())


def _names(rows: Sequence[tuple[int, dict[int, str]]], merges: Sequence[Merge]) -> dict[int, str]:
    """Return one name for each column: its labels from the top, merged ones shared, each name once."""
    names: dict[int, str] = {}
    taken: dict[str, int] = {}
    spread = {c for m in merges for c in range(m.left, min(m.right, m.left + MAX_SPREAD) + 1)}
    for column in sorted(_columns(rows) | spread):
        parts = [label for label in dict.fromkeys(_labels(rows, merges, column)) if label]
        name = _CUT_WORD.sub("", " ".join(parts)).strip()
        taken[name] = taken.get(name, 0) + 1
        names[column] = name if taken[name] == 1 else f"{name} ({taken[name]})"
    return names


def _labels(rows: Sequence[tuple[int, dict[int, str]]], merges: Sequence[Merge], column: int) -> Iterator[str]:
    for index, (number, cells) in enumerate(rows):
        if column in cells:
            yield cells[column]
            continue
        over = [m for m in merges if m.top == number and m.left <= column <= m.right]
        if over:
            yield cells.get(over[0].left, "")
        elif index + 1 < len(rows) and column in rows[index + 1][1]:
            free = {c: t for c, t in cells.items() if not any(m.top == number and m.left == c for m in merges)}
            yield _label_left(free, rows[index + 1][1], column)


def _label_left(cells: dict[int, str], below: dict[int, str], column: int) -> str:
    """Return the nearest unmerged label to the left, where it stands over sub-names that reach this column."""
    left = max((c for c in cells if c < column), default=None)
    reaches = left is not None and all(c in below for c in range(left, column))
    return cells[left] if left is not None and reaches else ""

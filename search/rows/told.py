"""A reading in words: what was counted or added up, under which conditions, in which file."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice
from typing import TYPE_CHECKING

from catalog.typed_cells import column_of, is_other
from search.rows import days
from search.rows.asked import MONEY, Asked, Condition, Peak
from search.rows.conditions import CONDITIONS, names_of, units, units_in
from search.rows.figure_units import headers, unit_of
from search.rows.figures import Figure, Group
from search.rows.peaks import AtPeak
from search.rows.repeated import repeated
from search.rows.results import Counted, Part, RowReading, Told

if TYPE_CHECKING:
    from search.rows.how import How
    from search.rows.selecting import Selection
    from search.rows.table_row import Row

_COLUMNS = {
    "kondisi": "kondisi", "sertifikat": "sertifikat", "tahun": "tahun perolehan", "register": "keadaan daftar",
    "kode_barang": "kode barang", "bertingkat": "bertingkat", "beton": "beton",
}  # fmt: skip
_OPERATORS = {">": "di atas", "<": "di bawah", ">=": "paling sedikit", "<=": "paling banyak", "=": "="}
_OF_DAYS = {">": "sesudah", "<": "sebelum", ">=": "sejak", "<=": "sampai dengan", "=": "="}
_ENDS_OF_DAYS = {"tertinggi": "terbaru", "terendah": "terlama"}
_OF_PURCHASE = re.compile(r"perolehan|pengadaan|beli|^(?:tahun|thn|th)\.?$", re.IGNORECASE)
_GONE = re.compile(
    r"(?<!usul )(?<!usulan )(?<!diusulkan )(?<!akan )(?<!belum )(?<!untuk )(?<!siap )"
    r"\b(?:dihapus(?:kan)?|hilang|dimusnahkan|dilelang|terjual|dihibahkan|(?:telah|sudah) (?:di)?mutasi)\b"
)
"""A remark, folded, that a thing is there no more; that it is to go is another matter."""
_MOST_REPEATED = 3  # things that seem to be written down twice are told of a figure
_HUNDREDTH = Decimal("0.01")
WORDS = frozenset(
    [
        *(*CONDITIONS.values(), *_COLUMNS.values(), *_OPERATORS.values(), *_OF_DAYS.values(), *_ENDS_OF_DAYS.values()),
        *("nama barang", "nama barang atau bagian", "golongan barang", "bagian", "kepala tabel", "isi tabel", "lembar"),
        *("jenis", "perangkat daerah"),
        *("memuat", "diawali", "terisi", "kosong", "tertinggi", "terendah", "selain"),
    ]
)
"""The words that readings of rows and papers say in conditions by themselves: others are a file's or the asker's."""


def reading(
    selection: "Selection", figure: Figure, asked: Asked, copies: Sequence[str], editions: Sequence[str]
) -> RowReading:
    """Give one reading with its figure and the rows that it was taken from.

    `copies` are files with the same rows, `editions` other sheets of its register that give the same figure.
    """
    conditions = (
        *(_named(how, selection) for how in selection.how),
        *(_told(condition, selection) for condition in selection.conditions),
        *([_peak(figure.peak, asked.peak)] if figure.peak and asked.peak else []),
    )
    operation = _operation(figure, asked)
    unit = "baris" if operation == "daftar" else figure.counted
    count = Decimal(len(selection.rows)) if operation == "daftar" else figure.units
    return RowReading(
        text=_sentence(selection, conditions, figure, operation, unit),
        operation=operation,
        conditions=conditions,
        count=written(count),
        unit_of_count=unit,
        sum=None if figure.sum is None else written(figure.sum),
        unit_of_sum=figure.unit_of_sum,
        column=figure.column,
        cells=tuple(_counted(row) for row in selection.rows),
        notes=(
            *_of_each(selection, figure),
            *figure.notes,
            *_notes(selection),
            *(f"angka yang sama diberikan juga oleh lembar {name}" for name in editions),
            *(f"baris yang sama ada juga di {path}" for path in copies),
        ),
        mean=_rounded(figure.mean),
        of_rows=figure.of_rows if figure.mean is not None else None,
        share=_share(figure) if not selection.unsure else None,
        whole=written(figure.whole) if figure.whole else None,
        by=figure.by or None,
        parts=tuple(map(_part, figure.groups)),
    )


def _share(figure: Figure) -> str | None:
    part = figure.units if figure.sum is None else figure.sum
    return _rounded(100 * part / figure.whole) if figure.whole else None


def _operation(figure: Figure, asked: Asked) -> str:
    if figure.mean is not None:
        return "rata-rata"
    if figure.whole is not None:
        return "bagian"
    return "jumlah" if figure.sum is not None else "hitung" if asked.operation == "hitung" else "daftar"


def _part(group: Group) -> Part:
    figure = group.figure
    value = CONDITIONS.get(group.value, group.value)
    added = None if figure.sum is None else written(figure.sum)
    rows = None if figure.mean is None else figure.of_rows
    return Part(value, written(figure.units), added, _rounded(figure.mean), rows)


def _rounded(value: Decimal | None) -> str | None:
    return None if value is None else written(value.quantize(_HUNDREDTH, ROUND_HALF_UP))


def _of_each(selection: "Selection", figure: Figure) -> Iterator[str]:
    """Tell of a count of several things how many of each there are."""
    condition = next((one for one in selection.conditions if one.column == "kondisi"), None)
    for how in selection.how:
        if how.parts and figure.sum is None and figure.counted == "unit":
            rows = [[row for row in selection.rows if row.place in places] for _, places in how.parts]
            counts = [
                sum(((units_in(row, condition) if condition else units(row)) or 0) for row in own) for own in rows
            ]
            told = (
                f"{words} {grouped(written(Decimal(count)))}"
                for (words, _), count in zip(how.parts, counts, strict=True)
            )
            each = ", ".join(told)
            yield f"banyaknya masing-masing barang: {each}"


def _counted(row: "Row") -> Counted:
    stored = row.stored
    return Counted(row.table.sheet, stored.row, stored.cells, stored.start, stored.end, stored.hidden)


def written(value: Decimal) -> str:
    """Return exact digits, without exponent and without zeros after the decimals."""
    shown = f"{value:f}"
    return (shown.rstrip("0").rstrip(".") or "0") if "." in shown else shown


def grouped(digits: str) -> str:
    """Return digits as Indonesian writes them: dots between thousands, a comma before decimals."""
    whole, _, decimals = digits.partition(".")
    return f"{int(whole):,}".replace(",", ".") + (f",{decimals}" if decimals else "")


def figure_in_words(reading_: RowReading) -> str:
    """Return the figure with its unit: 3 unit, 4 baris; a sum with what it is of: Rp1.693.900.000; 8 unit."""
    return "; ".join(figures_in_words(reading_))


def figures_in_words(reading_: RowReading) -> tuple[str, ...]:
    """Return the mean or share where it is asked for, the sum where there is one, and the count, with their units."""
    count = f"{grouped(reading_.count)} {reading_.unit_of_count}"
    if reading_.whole is not None:
        part = f"{grouped(reading_.count)} dari {grouped(reading_.whole)} {reading_.unit_of_count}"
        if reading_.sum is not None:
            unit = reading_.unit_of_sum
            part = f"{in_unit(reading_.sum, unit)} dari {in_unit(reading_.whole, unit)}"
        return (part,) if reading_.share is None else (f"{grouped(reading_.share)} persen", part)
    if reading_.sum is None:
        return (count,)
    added = in_unit(reading_.sum, reading_.unit_of_sum)
    if reading_.difference_of:
        first, second = (in_unit(each, reading_.unit_of_sum) for each in reading_.difference_of)
        return f"selisih {added}", f"{first} dikurangi {second}"
    if reading_.mean is None:
        return added, count
    return f"rata-rata {in_unit(reading_.mean, reading_.unit_of_sum)}", f"total {added}", f"{reading_.of_rows} baris"


def parts_in_words(reading_: RowReading) -> list[tuple[str, tuple[str, ...]]]:
    """Return what each part of a figure is called, "" for cells that say nothing, and its figures with their units."""
    each = (
        (part.value, replace(reading_, count=part.count, sum=part.sum, mean=part.mean, of_rows=part.rows))
        for part in reading_.parts
    )
    return [(value, figures_in_words(one)) for value, one in each]


def in_unit(digits: str, unit: str | None) -> str:
    """Return a figure with its unit, where that is known: Rp1.693.900.000; 3.120 m2; -Rp500."""
    if digits.startswith("-"):
        return f"-{in_unit(digits[1:], unit)}"
    return f"Rp{grouped(digits)}" if unit == "rupiah" else f"{grouped(digits)} {unit or ''}".rstrip()


def _named(how: "How", selection: "Selection") -> Told:
    places = dict.fromkeys(how.in_table[row.table.id] for row in selection.rows if how.in_table)
    column = how.column or ", ".join(places) or ", ".join(dict.fromkeys(how.in_table.values()))
    return Told(column, how.operator, how.value, how.words)


def _told(condition: Condition, selection: "Selection") -> Told:
    if header := days.header_of(condition.column):
        compared = days.in_words(days.of_value(condition.values[0]))
        return Told(header, _OF_DAYS[condition.operator], compared, condition.words)
    column = (
        _year_called(condition, selection) or _COLUMNS.get(condition.column) or _column_of_figure(condition, selection)
    )
    value = condition.values[0]
    if condition.column == "kondisi":
        value = " atau ".join(CONDITIONS[word] for word in value.split(","))
    elif is_other(condition.column):
        rows = selection.rows or selection.looked_at
        value = in_unit(value, unit_of(rows, condition.column))
    elif condition.column not in _COLUMNS:
        # In rupiah, whatever the column's head says it holds: "Harga (ribuan Rp) di atas Rp100.000.000".
        value = f"Rp{grouped(value)}" if MONEY.search(condition.column) else grouped(value)
        value += " m2" if condition.column.startswith("luas") else ""
    return Told(column, _OPERATORS.get(condition.operator, condition.operator), value, condition.words)


def _peak(found: AtPeak, peak: Peak) -> Told:
    digits, end = "" if found.figure is None else written(found.figure), peak.end
    value = digits if found.name == "tahun" or not digits else in_unit(digits, found.unit)
    if days.header_of(found.name) and found.figure is not None:
        day = date.fromordinal(int(found.figure))
        value, end = days.in_words(days.Days(day, day)), _ENDS_OF_DAYS[peak.end]
    value = value if peak.most == 1 else f"({peak.most} baris)"
    return Told(found.column, end, value if peak.rank == 1 else f"ke-{peak.rank}: {value}", peak.words)


def _year_called(condition: Condition, selection: "Selection") -> str:
    """Return how files call a year that is not of purchase, "Tahun Pasang"; "" for any other condition."""
    rows = selection.rows or selection.looked_at
    names = headers(rows, "tahun") if condition.column == "tahun" else []
    return ", ".join(names) if not any(map(_OF_PURCHASE.search, names)) else ""


def _column_of_figure(condition: Condition, selection: "Selection") -> str:
    """Return the names that the compared column has in the files: the first known one of each table."""
    tables = {row.table.id: row.table for row in selection.rows}.values()
    known = names_of(condition)
    names = [next((t.columns[name] for name in known if name in t.columns), "") for t in tables]
    return ", ".join(dict.fromkeys(names)) or column_of(known[0]).replace("_", " ")


def _sentence(selection: "Selection", conditions: Sequence[Told], figure: Figure, operation: str, unit: str) -> str:
    under = in_words(conditions)
    what = _by_part(figure, under, operation, unit) if figure.by else _of_all(figure, under, operation, unit)
    return " ".join([what, *_places(selection)])


def _of_all(figure: Figure, under: str, operation: str, unit: str) -> str:
    counted = {
        "unit": f"Banyaknya unit: {under}.",
        "baris": f"Banyaknya baris: {under}.",
        "macam": f"Banyaknya macam: {under}.",
    }
    column, whole = figure.column, grouped(written(figure.whole or Decimal(0)))
    parted = {
        "jumlah": f"Bagian dari jumlah kolom {column}: {under}.",
        "unit": f"Bagian dari {whole} unit: {under}.",
        "baris": f"Bagian dari {whole} baris: {under}.",
    }
    return {
        "hitung": counted[unit],
        "daftar": f"Daftar baris: {under}.",
        "jumlah": f"Jumlah kolom {column}: {under}.",
        "rata-rata": f"Rata-rata kolom {column}: {under}.",
        "bagian": parted.get("jumlah" if figure.sum is not None else unit, ""),
    }[operation]


def _by_part(figure: Figure, under: str, operation: str, unit: str) -> str:
    by, column = figure.by, figure.column
    counted = {
        "unit": f"Banyaknya unit per {by}: {under}.",
        "baris": f"Banyaknya baris per {by}: {under}.",
        "macam": f"Banyaknya macam per {by}: {under}.",
    }
    return {
        "hitung": counted[unit],
        "jumlah": f"Jumlah kolom {column} per {by}: {under}.",
        "rata-rata": f"Rata-rata kolom {column} per {by}: {under}.",
    }[operation]


def in_words(conditions: Sequence[Told]) -> str:
    """Return conditions as a reading says them."""
    return "; ".join(f"{c.column} {c.operator} {c.value}".rstrip() for c in conditions)


def _places(selection: "Selection") -> Iterator[str]:
    if not selection.rows:
        yield from _looked_at(selection)
        return
    sheets = {row.table.sheet.id: row.table.sheet for row in selection.rows}
    titles = "; ".join(dict.fromkeys(sheet.title for sheet in sheets.values()))
    named = ", ".join(dict.fromkeys(sheet.sheet for sheet in sheets.values() if sheet.sheet))
    pages = ", ".join(dict.fromkeys(str(sheet.page) for sheet in sheets.values() if sheet.page))
    if pages:
        yield f"Sumber: {titles}, halaman {pages} ({len(selection.rows)} baris)."
    elif named:
        yield f"Sumber: {titles}, lembar {named} ({len(selection.rows)} baris)."
    else:
        yield f"Sumber: {titles} ({len(selection.rows)} baris)."


def _looked_at(selection: "Selection") -> Iterator[str]:
    """Tell each sheet in which no row was right, with the number of rows looked at."""
    counts = Counter(row.table.sheet.id for row in selection.looked_at)
    for sheet in {row.table.sheet.id: row.table.sheet for row in selection.looked_at}.values():
        if sheet.sheet:
            yield f"Tidak ada yang cocok di {sheet.title}, lembar {sheet.sheet} ({counts[sheet.id]} baris)."
        else:
            yield f"Tidak ada yang cocok di {sheet.title} ({counts[sheet.id]} baris)."


def _notes(selection: "Selection") -> Iterator[str]:
    hidden = [row.stored.row for row in selection.rows if row.stored.hidden]
    if hidden:
        yield f"{len(hidden)} baris disembunyikan, seluruhnya atau sebagian, di berkas aslinya"
    if gone := [row.stored.row for row in selection.rows if _GONE.search(row.says("keterangan"))]:
        rows = ", ".join(map(str, gone[:10]))
        yield f"menurut keterangan, {len(gone)} baris terhitung sudah dihapus, hilang, atau pindah (baris {rows})"
    for number, at in islice(repeated(selection.rows), _MOST_REPEATED):
        rows = ", ".join(map(str, at))
        yield f"baris {rows} bernomor {number} dan berisi sama, mungkin tercatat lebih dari sekali"
    if selection.unsure:
        rows = ", ".join(str(row.stored.row) for row in selection.unsure[:10])
        yield f"{len(selection.unsure)} baris tidak dapat dinilai karena selnya kosong atau berisi lain (baris {rows})"
    if selection.silent:
        # Beside rows they are sheets of the same file; beside none they may be of any.
        named = [table.sheet.sheet if selection.rows else table.sheet.title for table in selection.silent]
        sheets = ", ".join(name or table.sheet.title for name, table in zip(named, selection.silent, strict=True))
        yield f"tidak termasuk {sheets}, yang tidak memuat kolom yang ditanyakan"
    if len({row.table.sheet.validity for row in selection.rows} | {"berlaku"}) > 1:
        yield "keberlakuan berkas sumbernya belum dikonfirmasi atau perlu diperbarui"

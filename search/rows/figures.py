"""Counts and sums over rows, exact; where a table can be added up in two ways, both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from catalog.typed_cells import is_other
from search.rows.asked import Asked, Condition
from search.rows.conditions import counted_surely, shares, units, units_in
from search.rows.figure_units import counted_in, headers, is_rate, unit_of
from search.rows.peaks import AtPeak
from search.rows.table_row import Row

_CONTAINERS = frozenset(
    [
        *("ampul", "berkas", "boks", "botol", "box", "bundel", "dus", "galon", "kaleng", "kapsul", "karung", "lusin"),
        *("pack", "pak", "rim", "rol", "roll", "sachet", "strip", "tablet", "tube", "vial"),
    ]
)
"""Units that hold more or less than others: things in them are not added up with things in others."""
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True)
class Figure:
    """A figure over rows: units, the sum with its unit and column (None for a count), and what must be told of it.

    `counted` is what `units` are of: unit, baris or macam. `peak` is what the rows have that are listed for it. `mean`
    is the sum over the `of_rows` rows that have a figure under the column known as `summed`. `whole` is what `units`
    are a part of, where a share is asked for. `groups` are the parts of the figure, by what the column `by` says.
    """

    units: Decimal
    sum: Decimal | None
    unit_of_sum: str | None
    column: str | None
    notes: tuple[str, ...] = ()
    counted: str = "unit"
    peak: AtPeak | None = None
    mean: Decimal | None = None
    summed: str = ""
    of_rows: int = 0
    whole: Decimal | None = None
    groups: tuple["Group", ...] = ()
    by: str = ""


@dataclass(frozen=True)
class Group:
    """What a column says, as the file writes it first ("" for nothing), and the figure of the rows that say so."""

    value: str
    figure: Figure


def figures(rows: Sequence[Row], asked: Asked, conditions: Sequence[Condition]) -> list[Figure]:
    """Give the figure of rows of one register; several where it can be meant in several ways, none if none is sure."""
    condition = next((c for c in conditions if c.column == "kondisi"), None)
    if asked.mean and asked.operation != "jumlah":
        return []
    if asked.operation == "hitung" and asked.counted:
        return _entries(rows, asked.counted)
    count, by_rows, notes = _count(rows, condition)
    if asked.operation in {"hitung", "daftar"}:
        return [Figure(count, None, None, None, notes, "baris" if by_rows else "unit")]
    if condition is not None and any(_in_part(row, condition) for row in rows):
        return []
    found = _sums(rows, asked, count)
    return [one for figure in found for one in _mean(rows, figure)] if asked.mean else found


def _mean(rows: Sequence[Row], figure: Figure) -> list[Figure]:
    """Give a sum with its mean; none where a row stands for several things, whose prices or areas it tells at once.

    A price or an area of 0 may be one that nobody measured: it counts, and is told.
    """
    of_things = not is_other(figure.summed) and figure.summed != "jumlah"
    if figure.sum is None or figure.of_rows == 0 or (of_things and any(units(row) != 1 for row in rows)):
        return []
    zeros = [row.stored.row for row in rows if of_things and _is_zero(row, figure.summed)]
    told = (f"{len(zeros)} baris berangka 0 ikut dirata-ratakan: {_listed(zeros)}",) if zeros else ()
    return [replace(figure, mean=figure.sum / figure.of_rows, notes=(*figure.notes, *told))]


def _is_zero(row: Row, column: str) -> bool:
    value = row.stored.values.get(column)
    return value is not None and _is_figure(value) and not Decimal(value.value)


def shared(figure: Figure, among: Sequence[Row], sums: Sequence[Figure] = ()) -> list[Figure]:
    """Give a figure as the part that it is of all the things among which it was taken; none where that is not sure.

    `sums` are those of all of them, where the figure is a sum.
    """
    whole, by_rows, _ = _count(among, None)
    if figure.sum is not None:
        alike = [one.sum for one in sums if one.column == figure.column and one.unit_of_sum == figure.unit_of_sum]
        whole = alike[0] or Decimal(0) if len(alike) == 1 else Decimal(0)
    elif figure.counted == "baris":
        whole = Decimal(len(among))
    elif by_rows or figure.counted != "unit":
        return []
    return [replace(figure, whole=whole)] if whole > 0 else []


def _entries(rows: Sequence[Row], counted: str) -> list[Figure]:
    """Count rows, by `macam` the different names of their things; both where few names stand in several rows.

    Where most do, each row is a thing and no kind.
    """
    in_rows = Figure(Decimal(len(rows)), None, None, None, counted="baris")
    if counted != "macam":
        return [in_rows]
    names = {tuple(cell for _, cell in row.names()) or row.stored.row for row in rows}
    kinds = Figure(Decimal(len(names)), None, None, None, counted="macam")
    told_apart = len(names) == len(rows) or 2 * len(names) <= len(rows)
    return [kinds] if told_apart else [kinds, in_rows]


def at_peak(peak: AtPeak, selected: Sequence[Row]) -> Figure:
    """Give the rows at a peak as a figure, with how many rows were compared and which could not be."""
    compared, without = len(selected) - len(peak.without), len(peak.without)
    notes = [f"sebanyak {compared} baris dibandingkan"]
    if without:
        numbers = _listed([row.stored.row for row in peak.without])
        if is_other(peak.name):
            notes.append(f"{without} baris tanpa angka tidak ikut dibandingkan: {numbers}")
        else:
            notes.append(f"{without} baris tanpa angka atau berangka 0 tidak ikut dibandingkan: {numbers}")
    return Figure(Decimal(len(peak.rows)), None, None, None, tuple(notes), "baris", peak)


def _count(rows: Sequence[Row], condition: Condition | None) -> tuple[Decimal, bool, tuple[str, ...]]:
    unsure = [row for row in rows if not counted_surely(row)]
    if unsure:
        told = f"kolom jumlah tidak berisi angka pada {len(unsure)} baris, sehingga yang dihitung adalah baris"
        return Decimal(len(rows)), True, (told,)
    if several := _containers(rows):
        told = f"satuannya berbeda-beda ({', '.join(several)}), sehingga yang dihitung adalah baris"
        return Decimal(len(rows)), True, (told,)
    if condition is None:
        return sum((units(row) for row in rows), Decimal(0)), False, ()
    return sum((units_in(row, condition) or Decimal(0) for row in rows), Decimal(0)), False, ()


def _containers(rows: Sequence[Row]) -> list[str]:
    """Return the units in which rows count where these cannot be added up: 5 berkas and 6 bundel."""
    units_said = {unit for row in rows if (unit := counted_in(row))}
    return sorted(units_said) if len(units_said) > 1 and not units_said.isdisjoint(_CONTAINERS) else []


def _in_part(row: Row, condition: Condition) -> bool:
    """Tell whether only some units of a row are in the wanted condition: its price is not theirs."""
    wanted = condition.values[0].split(",")
    return any(number > 0 for word, number in (shares(row) or {}).items() if word not in wanted)


def _sums(rows: Sequence[Row], asked: Asked, count: Decimal) -> list[Figure]:
    """Sum one column: tables that would be added up over different ones are not added up together."""
    chosen = {next((name for name in asked.measure if name in row.table.columns), None) for row in rows}
    if asked.measure[0] == "luas":
        names = {name for name in asked.measure for row in rows if name in row.table.columns}
        return [figure for name in sorted(names) for figure in _sum(rows, name, count)]
    if len(chosen) != 1:
        return []
    name = chosen.pop()
    if name is None:
        return _priced_by_unit(rows, count) if "harga" in asked.measure else []
    return _sum(rows, name, count)


def _sum(rows: Sequence[Row], name: str, count: Decimal) -> list[Figure]:
    told = [row.stored.values.get(name) for row in rows]
    read = [Decimal(value.value) for value in told if value and value.type in {"money", "number"}]
    if not read:
        return []
    without = [row.stored.row for row, value in zip(rows, told, strict=True) if not _is_figure(value)]
    if len(without) > len(read):  # what most rows leave out is no figure of theirs
        return []
    notes = (f"{len(without)} baris tanpa angka tidak ikut dijumlahkan: {_listed(without)}",) if without else ()
    columns, unit = headers(rows, name), unit_of(rows, name)
    if unit is None or (is_other(name) and len(rows) > 1 and any(map(is_rate, columns))):
        return []
    whole = Figure(count, sum(read, Decimal(0)), unit, ", ".join(columns), notes, summed=name, of_rows=len(read))
    if name == "harga" and any(units(row) > 1 for row in rows):
        return _price_of_one_or_all(rows, whole)
    return [whole]


def _price_of_one_or_all(rows: Sequence[Row], whole: Figure) -> list[Figure]:
    """Tell by the sheet's own total whether a price beside a count above one is that of all or of one, or give both."""
    times = sum((_price(row) * units(row) for row in rows), Decimal(0))
    each = Figure(whole.units, times, whole.unit_of_sum, f"{whole.column} × jumlah", whole.notes)
    tables = {row.table.id: row.table for row in rows}.values()
    printed = [{figure for line in table.printed for figure in _figures_of(line)} for table in tables]
    sums = [_totals(table.rows) for table in tables]
    if all(one in figures for (one, _), figures in zip(sums, printed, strict=True)):
        return [whole]
    if all(many in figures for (_, many), figures in zip(sums, printed, strict=True)):
        return [each]
    return [whole, each]


def _totals(rows: Sequence[Row]) -> tuple[Decimal, Decimal]:
    """Return the sum of the price cells as they stand, plain and times the count."""
    cells = [(_plain(row), units(row)) for row in rows]
    return sum((price for price, _ in cells), Decimal(0)), sum((price * many for price, many in cells), Decimal(0))


def _plain(row: Row) -> Decimal:
    value = row.stored.values.get("harga")
    written = _figures_of(row.stored.cells.get(value.column, "")) if value else []
    return written[0] if len(written) == 1 else Decimal(-1)


def _figures_of(text: str) -> list[Decimal]:
    """Return the whole numbers of a line, dots read as thousands."""
    found = [number.rstrip(".,").split(",")[0].replace(".", "") for number in _NUMBER.findall(text)]
    return [Decimal(number) for number in found if number.isdecimal()]


def _priced_by_unit(rows: Sequence[Row], count: Decimal) -> list[Figure]:
    values = [row.stored.values.get("harga_satuan") for row in rows]
    if not all(_is_figure(value) for value in values) or not all(counted_surely(row) for row in rows):
        return []
    if not any("jumlah" in row.table.columns for row in rows):
        return []
    total = sum((Decimal(v.value) * units(row) for v, row in zip(values, rows, strict=True) if v), Decimal(0))
    return [Figure(count, total, "rupiah", "harga satuan × jumlah")]


def _price(row: Row) -> Decimal:
    value = row.stored.values.get("harga")
    return Decimal(value.value) if value and value.type == "money" else Decimal(0)


def _is_figure(value: object) -> bool:
    return getattr(value, "type", "") in {"money", "number"}


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:10]))
    return f"baris {shown}{', …' if len(numbers) > 10 else ''}"

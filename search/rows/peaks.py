"""The rows whose figure is the greatest or the least of those that a question names: the dearest, oldest, largest."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import ge, le

from catalog.typed_cells import is_other
from search.rows import days
from search.rows.asked import Peak
from search.rows.conditions import figure_of, units, year_of
from search.rows.figure_units import headers, unit_of
from search.rows.table_row import Row

_OF_ONE_OR_ALL = frozenset(["harga", "nilai_perolehan", "nilai"])
"""Columns that beside a count above one hold the price of one or of all."""
_BOUGHT = ("tahun", "tanggal_perolehan")
_BY_COUNT = {-1: " ÷ jumlah", 0: "", 1: " × jumlah"}


@dataclass(frozen=True)
class AtPeak:
    """Rows of one register that have the peak, and those of it without a figure; what was compared, and the peak.

    `name` is the column as it is known, `column` as the file names it. `figure` is None where it has no exact decimals,
    `unit` where the file does not tell it.
    """

    rows: tuple[Row, ...]
    without: tuple[Row, ...]
    name: str
    column: str
    figure: Decimal | None
    unit: str | None


def peaks(rows: Sequence[Row], peak: Peak) -> Iterator[AtPeak]:
    """Yield the rows at the peak, once for each way to read the compared column that gives other rows.

    Nothing where tables would be compared by different columns or units, where most rows have no figure, or where all
    have the same. An area, a price or a year of 0 is none: it stands where nobody measured. In a table's own columns,
    which count, 0 is a figure as any other.
    """
    names = {_name(row, peak.columns) for row in rows}
    if len(names) != 1 or (name := names.pop()) is None:
        return
    unit = unit_of(rows, name)
    if name != "tahun" and unit is None and len(headers(rows, name)) > 1:
        return
    told: set[tuple[tuple[int, int], ...]] = set()
    for power in _powers(name, rows, of_one="harga_satuan" in peak.columns):
        compared = {row.place: figure for row in rows if (figure := _figure(row, name, power)) is not None}
        if 2 * len(compared) < len(rows) or (len(rows) > 1 and len(set(compared.values())) == 1):
            continue
        if len(compared) < peak.rank:
            continue
        at, best = _nearest_end(rows, compared, peak)
        if not at:
            continue
        places = tuple(row.place for row in at)
        if places not in told:
            told.add(places)
            without = tuple(row for row in rows if row.place not in compared)
            yield AtPeak(at, without, name, _column(at, name) + _BY_COUNT[power], _decimal(best), unit)


def _nearest_end(
    rows: Sequence[Row], compared: Mapping[tuple[int, int], Fraction], peak: Peak
) -> tuple[tuple[Row, ...], Fraction]:
    """Give the rows nearest the end, as many as are asked for and all that are like the last, and that one's figure."""
    ordered = sorted(
        (row for row in rows if row.place in compared),
        key=lambda row: compared[row.place],
        reverse=peak.end == "tertinggi",
    )
    if peak.rank > 1:
        return _ranked(ordered, compared, peak.rank)
    last = compared[ordered[: peak.most][-1].place]
    is_beyond = ge if peak.end == "tertinggi" else le
    return tuple(row for row in ordered if is_beyond(compared[row.place], last)), last


def _ranked(
    ordered: Sequence[Row], compared: Mapping[tuple[int, int], Fraction], rank: int
) -> tuple[tuple[Row, ...], Fraction]:
    """Give the row of a rank from the end; none where those before it are not told apart, and with it all like it."""
    figures = [compared[row.place] for row in ordered]
    asked = figures[rank - 1]
    told = len({*figures[:rank]}) == rank
    return tuple(row for row in ordered if told and compared[row.place] == asked), asked


def _name(row: Row, columns: Sequence[str]) -> str | None:
    """Return the first of the columns that a row's table has; the year of purchase may be told by a date."""
    if header := days.header_of(columns[0]):
        return columns[0] if header in row.table.headers else None
    if columns == ("tahun",):
        return "tahun" if any(name in row.table.columns for name in _BOUGHT) else None
    return next((name for name in columns if name in row.table.columns), None)


def _powers(name: str, rows: Sequence[Row], *, of_one: bool) -> tuple[int, ...]:
    """Return to which powers of the count a figure is multiplied: the price of one is wanted, or that of all."""
    if all(units(row) == 1 for row in rows):
        return (0,)
    if name == "jumlah_harga":
        return (-1,) if of_one else (0,)
    if name in _OF_ONE_OR_ALL:
        return (0, -1) if of_one else (0, 1)
    return (0,)


def _figure(row: Row, name: str, power: int) -> Fraction | None:
    if header := days.header_of(name):
        told = days.told(row.stored.cells.get(header, ""))
        return Fraction(told.first.toordinal()) if told and told.first == told.last else None
    figure = year_of(row) if name == "tahun" else figure_of(row, [name])
    count = units(row)
    if figure is None or (power and not count) or not (figure or is_other(name)):
        return None
    return Fraction(figure) * Fraction(count) ** power


def _column(rows: Sequence[Row], name: str) -> str:
    """Return the names that the compared column has in the files of the rows."""
    if header := days.header_of(name):
        return header
    known = _BOUGHT if name == "tahun" else (name,)
    heads = (next(row.table.columns[one] for one in known if one in row.table.columns) for row in rows)
    return ", ".join(dict.fromkeys(heads))


def _decimal(figure: Fraction) -> Decimal | None:
    """Return a figure in exact decimals, None where it has none."""
    rest = figure.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return Decimal(figure.numerator) / Decimal(figure.denominator) if rest == 1 else None

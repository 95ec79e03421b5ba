"""A figure for each of what a column says: "per kecamatan", "masing-masing kondisi"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from search.rows.asked import Asked, Condition
from search.rows.conditions import CONDITIONS, shares, year_of
from search.rows.figures import Figure, Group
from search.rows.grouping import JOINED
from search.rows.table_row import Row
from search.rows.tables import Table
from search.rows.wording import fold, padded

_SECTION = "bagian tabel"
"""What is known of a column that is none: the titles of sections."""
Figures = Callable[[Sequence[Row], Asked, Sequence[Condition]], list[Figure]]


@dataclass(frozen=True)
class _Column:
    """A column of one table, by its name in the file; `known` is what it is known as, "" for one of its own."""

    name: str
    known: str


def broken_down(figures: Figures, rows: Sequence[Row], asked: Asked, conditions: Sequence[Condition]) -> list[Figure]:
    """Give the figure of rows with those of its parts, none where a table lacks the column or a part is not sure."""
    whole, parts = figures(rows, asked, conditions), _parts(rows, asked)
    if len(whole) != 1 or parts is None:
        return []
    columns, values = parts
    groups = []
    for value, own in values.items():
        figure = figures(own, asked, _in_part(conditions, columns, value))
        if len(figure) != 1:
            return []
        groups.append(Group(value, figure[0]))
    if sum((group.figure.units for group in groups), Decimal(0)) != whole[0].units:
        return []
    if whole[0].sum is not None and sum((group.figure.sum or 0 for group in groups), Decimal(0)) != whole[0].sum:
        return []
    ordered = tuple(sorted(groups, key=_by_value if _is_of_years(columns) else _by_figure))
    return [replace(whole[0], groups=ordered, by=", ".join(dict.fromkeys(one.name for one in columns)))]


def _parts(rows: Sequence[Row], asked: Asked) -> tuple[list[_Column], dict[str, list[Row]]] | None:
    """Part rows by what their column says, the first writing of a value for all; None where one has no such column."""
    tables = {row.table.id: row.table for row in rows}
    columns = {key: _column(one, asked.by.columns) for key, one in tables.items()} if asked.by else {}
    if not columns or None in columns.values():
        return None
    written: dict[str, str] = {}
    parts: dict[str, list[Row]] = {}
    for row in rows:
        column = columns[row.table.id]
        for value in _values(row, column) if column else ():
            parts.setdefault(written.setdefault(fold(value), value), []).append(row)
    return [one for one in columns.values() if one], parts


def _column(one: Table, columns: Sequence[str]) -> _Column | None:
    for name in columns:
        if name == "kondisi" and any(shares(row) for row in one.rows):
            return _Column(one.columns.get("kondisi", "kondisi"), "kondisi")
        if name in one.columns:
            return _Column(one.columns[name], name)
        if header := one.header_called(padded(name.split(JOINED))):
            return _Column(header, "")
    begun = (one.header_of(padded(name.split(JOINED))) for name in columns)
    if header := next(filter(None, begun), None):
        return _Column(header, "")
    titled = (name for name in columns if one.has_sections_of(padded(name.split(JOINED))))
    return next((_Column("bagian", _SECTION) for _ in titled), None)


def _values(row: Row, column: _Column) -> list[str]:
    if column.known == "kondisi":
        told = shares(row)
        return [word for word, units in told.items() if units] if told else [_written(row, column)]
    if column.known == "tahun":
        year = year_of(row)
        return [f"{year:f}" if year else ""]
    if column.known == _SECTION:
        return [row.section.strip()]
    return [_written(row, column)]


def _written(row: Row, column: _Column) -> str:
    return " ".join(row.stored.cells.get(column.name, "").split()).strip(" -")


def _in_part(conditions: Sequence[Condition], columns: Sequence[_Column], value: str) -> Sequence[Condition]:
    """Give the conditions of a part: of a row of several units, only those in the condition of the part count."""
    if value in CONDITIONS and columns[0].known == "kondisi":
        others = [one for one in conditions if one.column != "kondisi"]
        return [*others, Condition("kondisi", "=", (value,), value)]
    return conditions


def _is_of_years(columns: Sequence[_Column]) -> bool:
    return columns[0].known == "tahun"


def _by_value(group: Group) -> tuple[bool, str]:
    return not group.value, group.value


def _by_figure(group: Group) -> tuple[Decimal, str]:
    figure = group.figure
    return -(figure.sum if figure.sum is not None else figure.units), group.value

"""The typed values of a row as they are stored: beside its cells, and without the text that a cell has already."""

import json
from collections.abc import Mapping
from typing import NamedTuple


class CellValue(NamedTuple):
    """What a cell says under a known meaning of its column; `column` is the name that the column has in the file.

    `type` is code, text, money, number, date, year, condition or mark. Money and numbers are exact decimal digits,
    money in rupiah; a date is ISO. Where the cell does not fit its column's type, `type` is text and `value` the cell.
    """

    column: str
    value: str
    type: str


_OTHER = "lain:"


def other(column: str) -> str:
    """Return the name under which the figures of a column without a known meaning are kept."""
    return f"{_OTHER}{column}"


def is_other(name: str) -> bool:
    """Tell whether a name is none of a known meaning, see `other`."""
    return name.startswith(_OTHER)


def column_of(name: str) -> str:
    """Return the column's own name of one without a known meaning; any other name as it is."""
    return name.removeprefix(_OTHER)


def dump(values: Mapping[str, CellValue], cells: Mapping[str, str]) -> str | None:
    """Return what is stored of a row's values, None where it has none."""
    if not values:
        return None
    told = {
        name: [v.column, v.type] if cells.get(v.column) == v.value else [v.column, v.type, v.value]
        for name, v in values.items()
    }
    return json.dumps(told, ensure_ascii=False)


def load(stored: str | None, cells: Mapping[str, str]) -> dict[str, CellValue]:
    """Return the values of a row, by canonical name; none where the row was read before there were any."""
    told = {} if stored is None else json.loads(stored)
    return {
        name: CellValue(column, other[0] if other else cells[column], kind)
        for name, (column, kind, *other) in told.items()
    }

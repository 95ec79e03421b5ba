"""In what the figures of a column are told: rupiah, square metres, a length; the same for sums and for peaks."""

import re
from collections.abc import Sequence

from search.rows.tables import Row

_UNITS = {"luas": "m2", "luas_tanah": "m2", "luas_lantai": "m2"}
_LENGTH = re.compile(r"\((km|m)\)|\b(km)\b", re.IGNORECASE)


def headers(rows: Sequence[Row], name: str) -> list[str]:
    """Return the names that a known column has in the files of the rows, each once, in order."""
    return sorted({row.table.columns[name] for row in rows if name in row.table.columns})


def unit_of(rows: Sequence[Row], name: str) -> str | None:
    """Return the unit of a column's figures, None where it is not known or not one.

    What registers of goods call a value is an amount of money; elsewhere it may be a score.
    """
    values = [row.stored.values.get(name) for row in rows]
    of_goods = name == "nilai" and all(row.table.is_of_goods for row in rows)
    if of_goods or any(value and value.type == "money" for value in values):
        return "rupiah"
    if name in _UNITS:
        return _UNITS[name]
    units = {(found[1] or found[2]).casefold() for head in headers(rows, name) if (found := _LENGTH.search(head))}
    return units.pop() if len(units) == 1 else None

"""In what the figures of a column are told: rupiah, square metres, a length; the same for sums and for peaks."""

import re
from collections.abc import Sequence

from catalog.typed_cells import is_other
from search.rows.table_row import Row
from search.rows.wording import fold

_UNITS = {"luas": "m2", "luas_tanah": "m2", "luas_lantai": "m2"}
_BRACKETED = re.compile(r"\(([a-z][a-z0-9²]{0,12})\)", re.IGNORECASE)
_COUNTED = re.compile(r"(?:jumlah|jml\.?|total|banyaknya)\s+([a-z]{2,20})(?:\s+l\s?\+\s?p)?$", re.IGNORECASE)
_RATE = re.compile(r"%|\b(?:satuan|persen|persentase|rata|tarif|indeks|rasio|skor)\b", re.IGNORECASE)
_FIGURES = re.compile(r"[\d.,]+")
_RUPIAH = re.compile(r"\s*rp\b", re.IGNORECASE)
"""Begins a cell of money, whatever its column is called: "Rp 247.346.000,-"."""
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
    told = [row.stored.cells.get(value.column, "") for row, value in zip(rows, values, strict=True) if value]
    if of_goods or any(value and value.type == "money" for value in values) or any(map(_RUPIAH.match, told)):
        return "rupiah"
    if name in _UNITS:
        return _UNITS[name]
    if is_other(name) or name == "jumlah":
        return _told_unit(rows, name)
    units = {(found[1] or found[2]).casefold() for head in headers(rows, name) if (found := _LENGTH.search(head))}
    return units.pop() if len(units) == 1 else None


def counted_in(row: Row) -> str:
    """Return the folded unit in which a row counts things, as a column or its count says it; "" where neither does."""
    if said := row.says("satuan").strip():
        return said
    count = row.stored.values.get("jumlah")
    return fold(_FIGURES.sub(" ", row.stored.cells.get(count.column, ""))).strip() if count else ""


def is_rate(column: str) -> bool:
    """Tell by its name whether the figures of a column are of one thing each, and no sum: a price of one, a share."""
    return _RATE.search(column) is not None


def _told_unit(rows: Sequence[Row], name: str) -> str | None:
    """Return the unit that a column beside the figures tells, or their own column's name; "" where neither does.

    None where it is not the same in all rows.
    """
    units = {row.says("satuan").strip() for row in rows}
    if any("satuan" in row.table.columns for row in rows):
        return units.pop() if len(units) == 1 else None
    found = {_unit_in(column) for column in headers(rows, name)}
    return found.pop() if len(found) == 1 else None


def _unit_in(column: str) -> str:
    if "%" in column:
        return "%"
    found = _BRACKETED.search(column) or _COUNTED.match(column)
    return found[1].casefold() if found else ""

"""Conditions on figures that only a table's own columns name: "yang serapannya di bawah 80 persen"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from search.rows.asked import MONEY, PERCENT, RANGES, Asked, Compared, Condition
from search.rows.own_columns import RUPIAH, Named, column_named, is_in_unit, without
from search.rows.tables import Table


def compared(tables: Sequence[Table], asked: Asked) -> list[tuple[Asked, Sequence[Table]]]:
    """Give the question with the column as a condition, and the tables that have it; several where these differ.

    Nothing where words name no column of such figures, or do not say which.
    """
    asked = asked if asked.compared else _of_own_amounts(tables, asked)
    if asked.compared is None:
        return [(asked, tables)]
    unit = PERCENT if asked.compared.unit == PERCENT else ""
    sought = replace(asked, unit=unit, operation="hitung", measure=(), peak=None)
    found: dict[Named, list[Table]] = {}
    for one in tables:
        named, _ = column_named(one, sought)
        if named and named.places and _is_in(one, named.column, asked.compared.unit):
            found.setdefault(named, []).append(one)
    return [(_with(asked, named, asked.compared), own) for named, own in found.items()]


def _of_own_amounts(tables: Sequence[Table], asked: Asked) -> Asked:
    """Give a question whose amount of money no table has among its prices as one for a column of its own."""
    amounts = [one for one in asked.conditions if one.operator in RANGES and MONEY.search(one.column)]
    if len({one.words for one in amounts}) != 1 or any(
        name in one.columns for name in amounts[0].column.split() for one in tables
    ):
        return asked
    first, *last = amounts
    most = last[0].values[0] if last else ""
    figure = Compared(first.operator, first.values[0], RUPIAH, first.words, most)
    return replace(asked, conditions=tuple(one for one in asked.conditions if one not in amounts), compared=figure)


def _with(asked: Asked, named: Named, figure: Compared) -> Asked:
    ends = [(figure.operator, figure.value), *([("<=", figure.most)] if figure.most else [])]
    told = (Condition(named.column, operator, (value,), figure.words) for operator, value in ends)
    return replace(without(asked, named), conditions=(*asked.conditions, *told), compared=None)


def _is_in(one: Table, column: str, unit: str) -> bool:
    """Tell whether a column's figures are in a unit; shares that are told as parts of one are not in percent."""
    if unit == PERCENT:
        told = (row.stored.values.get(column) for row in one.rows)
        return any(abs(Decimal(value.value)) > 1 for value in told if value and value.type == "number")
    return is_in_unit(one, column, unit)

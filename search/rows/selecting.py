"""Which rows a question is about: of each register, for each way to read its words and conditions, editions apart."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from catalog.typed_cells import is_other
from search.rows.asked import RANGES, Asked, Condition, with_values
from search.rows.conditions import has_column, meets, speaks_of
from search.rows.how import How
from search.rows.naming import named
from search.rows.states import State
from search.rows.table_row import NAMES, Row, TableId
from search.rows.tables import Table

_REGISTER = re.compile(r"kib(?: [a-f])?|kir|rkbmd|rup|buku inventaris")
"""What registers are called, folded."""
_OF_CONTRACTS = frozenset(["nilai_kontrak", "pagu"])


@dataclass(frozen=True)
class Selection:
    """Rows of one register that one way of reading selects, and how.

    `unsure` rows do not say whether they belong; `silent` tables hold things of that name, but not the asked column.
    `looked_at` are the rows of the others. Where no row is selected they may be of several registers.
    """

    rows: tuple[Row, ...]
    unsure: tuple[Row, ...]
    silent: tuple[Table, ...]
    how: tuple[How, ...]
    conditions: tuple[Condition, ...]
    looked_at: tuple[Row, ...] = ()


def selections(tables: Sequence[Table], asked: Asked) -> list[Selection]:
    """Give what each way of reading selects; of a way that selects nothing, once that it does.

    Without those that leave out a row which may go on with one that they have.
    """
    found: list[Selection] = []
    for way in _ways(asked):
        every = list(_selected(tables, asked, way))
        found.extend([one for one in every if one.rows] or _none_of(every, way))
    sure = [one for one in _of_editions(found, asked) if not (_is_by_name(one) and _goes_on(one.rows))]
    return sorted(sure, key=_state, reverse=True)


def _state(selection: Selection) -> State:
    """Return the day of the newest edition among the rows: newer readings come first."""
    return max((state for row in selection.rows for state in row.table.states), default=State(0))


def _of_editions(found: list[Selection], asked: Asked) -> list[Selection]:
    """Leave out what was bought in a bare year where that is an edition's, or where all editions are of other years."""
    if asked.year is None:
        return found
    bought = [
        one
        for one in found
        if any(each.column == "tahun" and each.words == asked.year.words for each in one.conditions)
    ]
    named = {row.table.sheet.asset for one in found if one not in bought for row in one.rows if row.table.states}
    return [one for one in found if one not in bought or not _is_of_edition(one, named)]


def _is_of_edition(one: Selection, named: set[str]) -> bool:
    if one.rows:
        return any(row.table.sheet.asset in named for row in one.rows)
    return any(row.table.states for row in one.looked_at)


def _none_of(every: Sequence[Selection], way: tuple[Condition, ...]) -> list[Selection]:
    """Give the one answer that there is none, over all registers that can tell; nothing where one of them is unsure.

    But no register of the asked year is no answer: then only the year of purchase can be meant.
    """
    first = next((one for one in every if one.looked_at), None)
    if first is None or any(one.unsure for one in every) or any(condition.column == "register" for condition in way):
        return []
    alike = [one for one in every if one.how == first.how]
    looked_at = tuple(row for one in alike for row in one.looked_at)
    return [replace(first, looked_at=looked_at, silent=tuple(table for one in alike for table in one.silent))]


def _ways(asked: Asked) -> Iterator[tuple[Condition, ...]]:
    """Yield the conditions in each of their meanings: a bare year is that of purchase or that of the register."""
    open_year: list[tuple[Condition, ...]] = [()]
    if asked.year is not None:
        year, words = asked.year.value, asked.year.words
        open_year = [(Condition(column, "=", (year,), words),) for column in ("tahun", "register")]
    for conditions in (asked.conditions, *_of_registers_years(asked.conditions)):
        meanings = [[with_values(condition, value) for value in condition.values] for condition in conditions]
        for chosen in product(*meanings):
            for year_meant in open_year:
                yield (*chosen, *year_meant)


def _of_registers_years(conditions: Sequence[Condition]) -> Iterator[tuple[Condition, ...]]:
    """Yield conditions in which two years and those between are a register's: "selama 2023-2024"."""
    ends = [one for one in conditions if one.column == "tahun" and one.operator in RANGES]
    if len(ends) == 2 and ends[0].words == ends[1].words:
        years = Condition("register", "=", (" ".join(one.values[0] for one in ends),), ends[0].words)
        yield (*(one for one in conditions if one not in ends), years)


def _selected(tables: Sequence[Table], asked: Asked, way: tuple[Condition, ...]) -> Iterator[Selection]:
    for one in named(tables, asked.phrases, of_any=_names_column(asked)):
        if one.how and _REGISTER.fullmatch(one.how[0].value) and _is_bought_in(asked, way):
            continue  # "KIB B tahun 2021" is the register of that year, not what was bought in it
        registers: dict[tuple[str, str], list[Row]] = {}
        for row in one.rows.values():
            registers.setdefault(row.table.register, []).append(row)
        for rows in (*_of_one_file(registers.values()), *registers.values()):
            yield from _apart(_judged(*_speaking(rows, way), one.how, way))


def _is_bought_in(asked: Asked, way: tuple[Condition, ...]) -> bool:
    """Tell whether a way takes the bare year of a question for that of purchase."""
    return asked.year is not None and any(one.column == "tahun" and one.words == asked.year.words for one in way)


def _of_one_file(registers: Collection[list[Row]]) -> Iterator[list[Row]]:
    """Yield the rows of each file whose sheets are alike and of no time: whoever asks may mean all of them."""
    by_file: dict[str, list[list[Row]]] = {}
    for rows in registers:
        by_file.setdefault(rows[0].table.sheet.asset, []).append(rows)
    for own in by_file.values():
        heads = {rows[0].table.headers for rows in own}
        if len(own) > 1 and len(heads) == 1 and not any(row.table.is_of_a_time for rows in own for row in rows):
            yield [row for rows in own for row in rows]


def _speaking(rows: list[Row], way: tuple[Condition, ...]) -> tuple[list[Row], tuple[Table, ...]]:
    """Part the rows of the tables that can tell of every condition from the tables that cannot."""
    by_table: dict[TableId, list[Row]] = {}
    for row in rows:
        by_table.setdefault(row.table.id, []).append(row)
    if not all(speaks_of(rows, condition) for condition in way):
        return [], tuple(own[0].table for own in by_table.values())
    silent = [own[0].table for own in by_table.values() if not all(has_column(own, condition) for condition in way)]
    return [row for row in rows if row.table not in silent], tuple(silent)


def _judged(rows: list[Row], silent: tuple[Table, ...], how: tuple[How, ...], way: tuple[Condition, ...]) -> Selection:
    verdicts = [[meets(row, condition) for condition in way] for row in rows]
    chosen = tuple(row for row, verdict in zip(rows, verdicts, strict=True) if all(verdict))
    unsure = tuple(row for row, verdict in zip(rows, verdicts, strict=True) if None in verdict and False not in verdict)
    return Selection(chosen, unsure, silent, how, way, tuple(rows))


def _apart(selection: Selection) -> Iterator[Selection]:
    """Yield one selection, or one a sheet where sheets repeat one another: a copy is not added to its original.

    Nor are editions of one register, whose sheets are called by other years.
    """
    by_sheet: dict[int, list[Row]] = {}
    for row in selection.rows:
        by_sheet.setdefault(row.table.begun_on, []).append(row)
    said = [{content_of(row) for row in own} for own in by_sheet.values()]
    copied = any(2 * len(a & b) >= min(len(a), len(b)) for i, a in enumerate(said) for b in said[:i])
    if not copied and len({row.table.states for row in selection.rows}) < 2:
        yield selection
        return
    for own in by_sheet.values():
        yield replace(selection, rows=tuple(own))


def content_of(row: Row) -> tuple[str, ...]:
    """Return what a row says, without the running number that stands before it."""
    return tuple(sorted(f"{value.column}={value.value}" for value in row.stored.values.values()))


def _names_column(asked: Asked) -> bool:
    """Tell whether a figure is asked for that says of what it is: a table's own column, or what contracts are worth.

    Then rows need not be named by what they are.
    """
    columns = asked.peak.columns if asked.peak else asked.measure
    return len(columns) == 1 and (is_other(columns[0]) or columns[0] in _OF_CONTRACTS)


def _is_by_name(selection: Selection) -> bool:
    """Tell whether rows were chosen by what their names say."""
    names = {row.table.columns[name] for row in selection.rows for name in NAMES if name in row.table.columns}
    by_name = (
        one.column.startswith("nama barang") or not names.isdisjoint(one.in_table.values()) for one in selection.how
    )
    return any(by_name)


def _goes_on(rows: Sequence[Row]) -> bool:
    places = {row.place for row in rows}
    return any(one.goes_on_without(places) for one in {row.table.id: row.table for row in rows}.values())

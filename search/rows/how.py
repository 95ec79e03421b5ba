"""Rows that words of a question name, and how each wording was understood."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from search.rows.asked import Phrase
from search.rows.table_row import Row, TableId

EACH_ROW = "terisi"
"""The operator of rows that are one thing each, whatever else they count."""
Rows = dict[tuple[int, int], Row]


@dataclass(frozen=True)
class Named:
    """Rows that words name, and how: a sentence's parts for each of the wordings."""

    rows: Rows
    how: tuple["How", ...]


@dataclass(frozen=True)
class How:
    """How a wording was understood: where it was found, in which manner, and the words themselves.

    `in_table` is the place by sheet, where tables hold it in different ones. `parts` are the words of a list, each with
    the places of its rows.
    """

    column: str
    operator: str
    value: str
    words: str
    in_table: Mapping[TableId, str] = field(default_factory=dict)
    parts: tuple[tuple[str, frozenset[tuple[int, int]]], ...] = ()


def where(rows: Iterable[Row], holds: Callable[[Row], bool]) -> Rows:
    """Return the rows of which a test holds, by place."""
    return {row.place: row for row in rows if holds(row)}


def several(parts: Sequence[Phrase], find: Callable[[Phrase], Sequence[Named]]) -> list[Named]:
    """Give the rows of all parts of a list, in the registers that have each; nothing where one is not read surely."""
    found = [find(part) for part in parts]
    if not parts or any(len(ways) != 1 for ways in found):
        return []
    every = [ways[0] for ways in found]
    of_all = set.intersection(*({row.table.register for row in one.rows.values()} for one in every))
    rows = {place: row for one in every for place, row in one.rows.items() if row.table.register in of_all}
    hows = [one.how[0] for one in every]
    column = " atau ".join(dict.fromkeys(how.column for how in hows))
    operator = hows[0].operator if len({how.operator for how in hows}) == 1 else "="
    places = {table: place for one in every for table, place in one.how[0].in_table.items()}
    value = " atau ".join(how.value for how in hows)
    words = " dan ".join(how.words for how in hows)
    each = tuple((one.how[0].words, frozenset(one.rows)) for one in every)
    return [Named(rows, (How(column, operator, value, words, places, each),))] if rows else []

"""What a question for rows asks: what is counted, added up or listed, and under which conditions."""

import re
from dataclasses import dataclass, replace

from search.rows.spoken import Spoken
from search.rows.spoken_days import Dated, End

RANGES = frozenset([">", "<", ">=", "<="])
"""Operators of conditions on one side of a figure: two of them may hold of one column."""
MONEY = re.compile("harga|nilai|biaya|pagu|penyusutan")
PERCENT = "persen"
"""In the known names of columns of amounts."""


@dataclass(frozen=True)
class Condition:
    """A typed condition: the known column, operator and value, and the words of the question it was read from.

    `value` of a condition that can be meant in several ways has them in a tuple of its own each.
    """

    column: str
    operator: str
    values: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Phrase:
    """Words that name a thing, an owner or a place; `place` says that a word of place stood before them.

    `of_thing` says that they stand right behind the thing itself, `of_which` that "yang" stands before them,
    `owned` that "milik" does, `of_office` that they are an office's and no part of a thing's name. `without` that what
    they name is left out.
    """

    words: tuple[str, ...]
    place: bool
    typed: str
    of_thing: bool = False
    of_which: bool = False
    owned: bool = False
    of_office: bool = False
    without: bool = False


@dataclass(frozen=True)
class Peak:
    """What is asked for is `tertinggi` or `terendah` in the first of these columns that a table has.

    Without columns it is asked for of a figure that only the tables' own columns can tell (`search.rows.own_columns`).
    `most` is how many rows nearest the end are asked for, "tiga laptop termahal", `rank` which one: "termahal kedua".
    """

    end: str
    columns: tuple[str, ...]
    words: str
    most: int = 1
    rank: int = 1


@dataclass(frozen=True)
class Compared:
    """A figure that a column is compared with which only the tables' own names tell, in its unit ("" where unsaid).

    Of two ends, "antara 200 dan 500 juta", `most` is the upper one.
    """

    operator: str
    value: str
    unit: str
    words: str
    most: str = ""


@dataclass(frozen=True)
class Grouping:
    """What is asked for each of: known columns, or names of tables' own, the first that a table has; and its words."""

    columns: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Asked:
    """A question for rows. `operation` is hitung, jumlah, nilai or daftar; `measure` the columns that may be summed.

    `nilai` asks for a figure without a word of summing: it is sure only where one row is meant. With a `peak`, the rows
    at it are listed. `summed` says that a word of summing was said, `unit` in what it is asked for where not all things
    are counted in it: boks, orang. `counted` says what is counted if not things: `macam` (names), `entri` or `kali`
    (rows). `compared`, `dated` and `end` are a figure, days and an end of days that only tables' own columns tell.
    `mean` asks for the sum over the number of rows, `share` which part of all things the conditions leave, `by` for a
    figure for each of what a column says. `every` are kinds of offices of which all are asked for, "semua kecamatan".
    """

    operation: str
    measure: tuple[str, ...]
    measure_words: str
    conditions: tuple[Condition, ...]
    year: Spoken | None
    phrases: tuple[Phrase, ...]
    peak: Peak | None = None
    summed: bool = False
    unit: str = ""
    counted: str = ""
    compared: Compared | None = None
    dated: tuple[Dated, ...] = ()
    end: End | None = None
    mean: bool = False
    share: bool = False
    every: tuple[str, ...] = ()
    by: Grouping | None = None


def with_values(condition: Condition, values: str) -> Condition:
    """Give the condition meant in one way."""
    return replace(condition, values=(values,))

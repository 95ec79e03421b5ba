"""What a made-up programme is made of: its size, its rows on their way into the tables, its people and dice."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import count
from random import Random

from catalog.database import Catalog
from programme.quarters import Quarter

Cell = str | int | None


@dataclass(frozen=True)
class Size:
    """How much is made; `reads` are those of one asset over all quarters, on average."""

    communities: int = 51
    quarters: int = 8
    assets: int = 30
    staff: int = 120
    reads: int = 12
    last: str = "2026Q3"


@dataclass
class Rows:
    """Rows on their way into the tables, by table and by the columns that they name; ids are given here."""

    made: dict[tuple[str, tuple[str, ...]], list[tuple[Cell, ...]]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[str, "count[int]"] = field(default_factory=lambda: defaultdict(lambda: count(1)))

    def add(self, table: str, **cells: Cell) -> None:
        """Take a row whose key is among its cells."""
        self.made[table, tuple(cells)].append(tuple(cells.values()))

    def new(self, table: str, **cells: Cell) -> int:
        """Take a row, and return the id that it gets."""
        number = next(self.numbers[table])
        self.add(table, id=number, **cells)
        return number

    def write(self, catalog: Catalog) -> None:
        """Lay all rows into the tables."""
        with catalog.writing():
            catalog.db.execute("PRAGMA defer_foreign_keys = ON")
            for (table, columns), rows in self.made.items():
                marks = ", ".join("?" * len(columns))
                catalog.db.conn.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


@dataclass
class World:
    """What is made so far, and the dice.

    `people` are accounts by community, `assets` those of all communities.
    `bytes_of` are the hashes of the newest bytes of each, `texts` the newest text of those that have a longer one.
    """

    size: Size
    rows: Rows
    dice: Random
    codes: Sequence[str]
    people: dict[int, list[int]] = field(default_factory=dict)
    assets: list[int] = field(default_factory=list)
    bytes_of: dict[int, str] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)

    @cached_property
    def quarters(self) -> tuple[Quarter, ...]:
        """Return the quarters in which things happen."""
        return Quarter.parse(self.size.last).up_to(self.size.quarters)

    def chance(self, share: float) -> bool:
        """Tell whether something happens that does in such a share of cases."""
        return self.dice.random() < share

    def day(self, first: date | None = None, last: date | None = None) -> date:
        """Return a day between two, of all quarters unless told."""
        begin, end = first or self.quarters[0].first, last or self.quarters[-1].last
        return begin + timedelta(days=self.dice.randint(0, max(0, (end - begin).days)))

    def other(self, code: str) -> str:
        """Return another agency."""
        return self.dice.choice([one for one in self.codes if one != code])


def at(day: date, hour: int) -> int:
    """Return the Unix time of an hour of a day, by this machine's clock."""
    return int(datetime.combine(day, time(hour)).timestamp())

"""Rows of a table that seem to be the same thing written down twice: one number of its own, and the same figures."""

import re
from collections.abc import Iterator, Sequence

from search.rows.table_row import Row
from search.rows.wording import fold

_OWN_NUMBER = re.compile(
    r"\b(?:register|reg|nibar|batch|rup|(?:no(?:mor)?\.?\s*)?(?:seri|rangka|mesin|polisi|induk|sertifikat|kontrak|sk))\b",
    re.IGNORECASE,
)
"""In the names of columns whose numbers tell a thing from others of its kind."""
_SHORTEST = 3  # letters and figures of such a number
_REMARKS = frozenset(["keterangan", "kondisi", "hak"])
"""Columns that two people may fill otherwise for one thing."""


def repeated(rows: Sequence[Row]) -> Iterator[tuple[str, list[int]]]:
    """Yield each number that several rows of one sheet have with the same figures, and the numbers of these rows."""
    alike: dict[tuple[int, tuple[str, ...], tuple[tuple[str, str], ...]], list[int]] = {}
    for row in rows:
        if numbers := _own_numbers(row):
            alike.setdefault((row.table.sheet.id, numbers, _said(row)), []).append(row.stored.row)
    for (_, own, _), at in alike.items():
        if len(at) > 1:
            yield own[0], at


def _own_numbers(row: Row) -> tuple[str, ...]:
    cells = ((name, " ".join(cell.split())) for name, cell in row.stored.cells.items() if _OWN_NUMBER.search(name))
    return tuple(cell for _, cell in cells if len(re.sub(r"\W", "", cell)) >= _SHORTEST)


def _said(row: Row) -> tuple[tuple[str, str], ...]:
    """Give what the typed cells say, in one spelling."""
    values = row.stored.values.items()
    return tuple(sorted((name, fold(value.value)) for name, value in values if name not in _REMARKS))

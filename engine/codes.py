"""What stands beside each vector: its passage, and the small numbers that viewers and filters go by."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from catalog.errors import RujukanError
from catalog.scope import Codes, Scope
from catalog.vectors import Entry
from catalog.words import ACCESS, KINDS, STATUS, code_of
from engine.query import Filters

CODES = np.dtype(
    [
        ("passage", "<i8"),
        ("unit", "<i4"),
        ("year", "<i2"),
        ("access", "i1"),
        ("status", "i1"),
        ("kind", "i1"),
        ("newest", "?"),
    ]
)
"""One record a vector, part of the format of a generation's files; 0 is a missing unit, year or access."""

Table: TypeAlias = NDArray[Any]
"""An array of CODES records, in ascending order of passage."""


def table_of(entries: Sequence[Entry]) -> Table:
    """Return the record of each entry, in the same order."""
    return np.array([_record(entry) for entry in entries], dtype=CODES)


def _record(entry: Entry) -> tuple[int, int, int, int, int, int, bool]:
    return (
        entry.passage,
        entry.unit,
        year_of(entry.date) or 0,
        code_of(ACCESS, entry.access),
        code_of(STATUS, entry.status),
        code_of(KINDS, entry.kind),
        bool(entry.newest),
    )


def vectors_of(entries: Sequence[Entry], width: int) -> NDArray[np.float32]:
    """Return the vectors of the entries (n, width); raise RujukanError `bad_vector` if one has another width."""
    for entry in entries:
        if len(entry.vector) != 2 * width:
            raise RujukanError(
                "bad_vector",
                f"Vektor bagian {entry.passage} berukuran {len(entry.vector)} byte, seharusnya {2 * width}."
                " Jalankan `rujukan verify --repair`.",
            )
    data = b"".join(entry.vector for entry in entries)
    return np.frombuffer(data, dtype=np.float16).reshape(len(entries), width).astype(np.float32)


def year_of(day: str | None) -> int | None:
    """Return the year of a date such as 2025-02-17."""
    return int(day[:4]) if day else None


def among(table: Table, passages: Collection[int]) -> NDArray[np.bool_]:
    """Return for each record whether its passage is one of these."""
    found: NDArray[np.bool_] = np.zeros(len(table), dtype=bool)
    if len(table):
        # A few looked up in many that are sorted: beside a million far faster than `isin`.
        held, wanted = table["passage"], np.fromiter(passages, dtype=np.int64, count=len(passages))
        at = np.minimum(np.searchsorted(held, wanted), len(held) - 1)
        found[at[held[at] == wanted]] = True
    return found


def visible(table: Table, scope: Scope, filters: Filters, unit_numbers: Mapping[str, int]) -> NDArray[np.bool_]:
    """Return for each record whether the scope sees it and the filters allow it; an unknown unit or kind is none's.

    Communities stand in no record: `DenseIndex` asks the catalog for their passages.
    """
    codes = Codes(table["access"], table["unit"], table["status"], table["newest"])
    mask = scope.to_mask(codes, unit_numbers)
    if filters.unit is not None:
        mask &= table["unit"] == unit_numbers.get(filters.unit, -1)
    if filters.years is not None:
        mask &= (table["year"] >= filters.years[0]) & (table["year"] <= filters.years[-1])
    if filters.kind is not None:
        mask &= table["kind"] == (code_of(KINDS, filters.kind) if filters.kind in KINDS else -1)
    return mask

"""Who may see which vectors of a table, as bits: worked out once for each viewer and filter, then kept."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from catalog.scope import Scope
from engine.codes import Table, visible
from engine.query import Filters

KEPT = 64
"""Masks kept of one table, the last used; of a million vectors each takes 125 kB, and 10 ms to work out."""

Bits: TypeAlias = NDArray[np.uint8]
"""A bit a record, the first one lowest in its byte; those after the last record are 0."""


def packed(mask: NDArray[np.bool_]) -> Bits:
    """Return a mask as bits."""
    return np.packbits(mask, bitorder="little")


def count(bits: Bits) -> int:
    """Return how many records are let through."""
    return int(np.bitwise_count(bits).sum(dtype=np.int64))


def let_through(bits: Bits, places: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return for each place of a record whether it is let through."""
    through: NDArray[np.bool_] = (bits[places >> 3] >> (places & 7).astype(np.uint8) & 1).astype(bool)
    return through


def at_places(places: NDArray[np.int64], size: int) -> Bits:
    """Return bits for so many records that let through those at some places."""
    mask: NDArray[np.bool_] = np.zeros(size, dtype=bool)
    mask[places] = True
    return packed(mask)


@dataclass
class Masks:
    """The masks of one table, which never changes. Serves any number of threads."""

    table: Table
    _kept: OrderedDict[tuple[Scope, Filters, int | None], Bits] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def visible(self, scope: Scope, filters: Filters, unit_numbers: Mapping[str, int]) -> Bits:
        """Return which records the scope sees and the filters allow; see `engine.codes.visible`."""
        key = scope, filters, unit_numbers.get(filters.unit or "")
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        bits = packed(visible(self.table, scope, filters, unit_numbers))
        with self._lock:
            self._kept[key] = bits
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return bits

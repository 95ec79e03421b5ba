"""Rights as data: a viewer becomes one frozen Scope, and the Scope three translations that must agree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalog.words import ACCESS, APPROVED, STATUS, code_of

ANY_UNIT = "*"


@dataclass(frozen=True)
class Codes:
    """What stands beside each vector: access, unit number, status (0 = missing), and if its version is the newest."""

    access: NDArray[np.int8]
    unit: NDArray[np.int32]
    status: NDArray[np.int8]
    newest: NDArray[np.bool_]


@dataclass(frozen=True)
class Scope:
    """The allowed pairs of access class and unit, and the allowed statuses.

    `everything` is the operator: all access classes, missing ones too, and all statuses, of newest versions only.
    Other scopes see the one approved version of an asset that is live.
    """

    everything: bool
    pairs: frozenset[tuple[str, str]]
    statuses: frozenset[str]

    def to_sql(self) -> tuple[str, list[str]]:
        """Return a condition over `asset` and `version` and its parameters."""
        if self.everything:
            return "version.newest = 1", []
        any_unit = sorted(a for a, unit in self.pairs if unit == ANY_UNIT)
        named = sorted((a, unit) for a, unit in self.pairs if unit != ANY_UNIT)
        ways = [f"asset.access IN ({_marks(any_unit)})"] + ["(asset.access = ? AND asset.unit = ?)"] * len(named)
        statuses = sorted(self.statuses)
        sql = (
            f"version.live = 1 AND asset.unit IS NOT NULL AND ({' OR '.join(ways)})"
            f" AND version.status IN ({_marks(statuses)})"
        )
        return sql, [*any_unit, *(x for pair in named for x in pair), *statuses]

    def to_terms(self) -> tuple[list[str], list[str]]:
        """Return the allowed reach terms and status terms; see `reach_terms` and `status_terms`."""
        if self.everything:
            return ["newest"], [f"status:{s}" for s in STATUS]
        reach = [a if unit == ANY_UNIT else f"{a}:{unit}" for a, unit in sorted(self.pairs)]
        return reach, [f"status:{s}" for s in sorted(self.statuses)]

    def to_mask(self, codes: Codes, unit_numbers: Mapping[str, int]) -> NDArray[np.bool_]:
        """Return for each vector whether this scope sees it."""
        if self.everything:
            return codes.newest.copy()
        seen = np.zeros(len(codes.access), dtype=bool)
        for access, unit in self.pairs:
            right_unit = codes.unit > 0 if unit == ANY_UNIT else codes.unit == unit_numbers[unit]
            seen |= (codes.access == code_of(ACCESS, access)) & right_unit
        allowed = [code_of(STATUS, s) for s in self.statuses]
        return seen & np.isin(codes.status, allowed)


def reach_terms(access: str | None, unit: str | None, *, newest: bool) -> list[str]:
    """Return the terms that a passage carries in the lexical index, for `Scope.to_terms` to match any of."""
    terms = ["newest"] if newest else []
    if access and unit:
        terms += [access, f"{access}:{unit}"]
    return terms


def status_terms(status: str) -> list[str]:
    """Return the status term that a passage carries in the lexical index."""
    return [f"status:{status}"]


OPERATOR = Scope(everything=True, pairs=frozenset(), statuses=frozenset(STATUS))
_PUBLIC = frozenset({("terbuka", ANY_UNIT)})
_INTERNAL = _PUBLIC | {("internal", ANY_UNIT)}


def scope_of(viewer: str | None) -> Scope:
    """Return the scope of a viewer: None is the operator, `public`, `internal`, or the code of a known unit."""
    if viewer is None:
        return OPERATOR
    if viewer == "public":
        return Scope(everything=False, pairs=_PUBLIC, statuses=frozenset(APPROVED))
    return scope_of_units([] if viewer == "internal" else [viewer])


def scope_of_units(units: Iterable[str]) -> Scope:
    """Return the scope of an ASN who also sees what is restricted to these units, which must be known."""
    pairs = _INTERNAL | {("terbatas", unit) for unit in units}
    return Scope(everything=False, pairs=pairs, statuses=frozenset(APPROVED))


def _marks(values: list[str]) -> str:
    return ", ".join("?" * len(values))

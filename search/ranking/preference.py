"""Which of nearly equal hits stands first: in force, of a more mature community, or used again by more agencies. Pure.

What was never assessed, and nobody uses again, keeps its place whatever is preferred around it: unknown is not low.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.communities import LEVEL_NAMES, Maturity

BOUND = 0.02
"""The most that merit adds, as a share of the score: a hit never passes one whose score is more than this better.

Measured by benchmarks/preference.py: on the sample's 58 questions it changes one order in fifteen, and with merits
drawn at random one in three, but never the first hit. That begins at 0.1.
"""
OUT_OF_FORCE_COSTS = 0.15
"""The share of its score that a hit loses which is known to be replaced or expired: one in force passes it, unless it
is worse by more. On the sample's 58 questions it changes one order in three, never the first hit; that begins at 0.5.
"""
ENOUGH = 5
"""Agencies whose reuse counts in full; more add nothing."""


@dataclass(frozen=True)
class Reputation:
    """What is known of a hit beside what it says: the latest assessment of its community, and who uses it again."""

    maturity: Maturity | None
    reused_by: tuple[str, ...]

    @property
    def merit(self) -> float | None:
        """Return from 0 to 1 what speaks for a hit: the mean of what is known; None where nothing is."""
        reuse = min(len(self.reused_by), ENOUGH) / ENOUGH
        if self.maturity is None:
            return reuse or None
        return ((self.maturity.level - 1) / (len(LEVEL_NAMES) - 1) + reuse) / 2


def in_order(
    scores: Sequence[float],
    in_force: Sequence[bool],
    merits: Sequence[float | None],
    costs: float = OUT_OF_FORCE_COSTS,
) -> list[int]:
    """Give the places of hits in the order in which they are to stand: by score, less out of force, and merit."""
    left = [score * (1.0 if holds else 1.0 - costs) for score, holds in zip(scores, in_force, strict=True)]
    first = sorted(range(len(left)), key=lambda place: -left[place])
    return [first[at] for at in order([left[place] for place in first], [merits[place] for place in first])]


def order(scores: Sequence[float], merits: Sequence[float | None], bound: float = BOUND) -> Sequence[int]:
    """Give the places of hits, which come best first, in the order in which they are to stand.

    Those without merit known keep their places; the others share theirs by score, raised by at most the bound.
    """
    movable = [place for place, merit in enumerate(merits) if merit is not None]
    raised = {place: scores[place] * (1 + bound * (merits[place] or 0.0)) for place in movable}
    ordered = list(range(len(scores)))
    for at, place in zip(movable, sorted(movable, key=lambda place: (-raised[place], place)), strict=True):
        ordered[at] = place
    return ordered

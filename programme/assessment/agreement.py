"""Agreement between raters: quadratically weighted kappa, in exact fractions.

J. Cohen, "Weighted kappa: nominal scale agreement provision for scaled disagreement or partial credit", Psychological
Bulletin 70 (1968) 213-220; for more than two raters the mean over pairs: R. J. Light, "Measures of response agreement
for qualitative data", Psychological Bulletin 76 (1971) 365-377.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from programme.maturity import scoring

Ratings = Mapping[str, int | None]
"""What one rater gave: a level by indicator, None for N/A."""

FEWEST = 2
"""Things rated by both: of a single one, kappa says nothing but 0 or undefined."""


def weighted_kappa(one: Ratings, other: Ratings) -> Fraction | None:
    """Return the kappa of two raters over what both gave a level; None where it is undefined.

    It is 1 minus the mean squared distance of their levels over the one to expect of raters who give the same levels
    at random; undefined where that is 0, because both gave one and the same level throughout.
    """
    pairs = [(a, b) for code, a in one.items() if a is not None and (b := other.get(code)) is not None]
    if len(pairs) < FEWEST:
        return None
    observed = sum((a - b) ** 2 for a, b in pairs)
    expected = Fraction(sum((a - b) ** 2 for a, _ in pairs for _, b in pairs), len(pairs))
    return None if expected == 0 else 1 - observed / expected


def agreement(raters: Sequence[Ratings]) -> Fraction | None:
    """Return the mean kappa over all pairs of raters for which it is defined; None if it is for none."""
    found = [kappa for pair in combinations(raters, 2) if (kappa := weighted_kappa(*pair)) is not None]
    return sum(found, Fraction(0)) / len(found) if found else None


def median(values: Sequence[int | None]) -> int | None:
    """Return the middle level, of two the lower; None where more raters saw no data than gave a level."""
    levels = sorted(value for value in values if value is not None)
    return levels[(len(levels) - 1) // 2] if levels and len(levels) * 2 >= len(values) else None


def shown(kappa: Fraction) -> str:
    """Return a kappa with the two decimals that people are shown, rounded half away from zero."""
    return f"-{scoring.shown(-kappa)}" if kappa < 0 else scoring.shown(kappa)

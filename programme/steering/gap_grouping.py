"""Questions that nothing answers, put together by meaning: the same groups whatever the order they came in."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NEAR = 0.85
"""Cosine from which two questions that share half of their key words mean the same."""
ALIKE = 0.92
"""Cosine from which one shared key word is enough.

Both were set with the bundled model on 97 questions: of 4,623 pairs that ask for something else 6 come that near, most
of them for the same paper; of 33 pairs that ask for the same, 19.
"""
THEME, THEME_ALONE = 0.72, 0.88
"""Cosines from which a question belongs to a theme that shares a key word with it, and to one that shares none."""


@dataclass(frozen=True)
class Row:
    """One time that something was asked in vain, or noted as missing by somebody of a unit; days are ISO."""

    day: str
    text: str
    asker: str
    noted: bool
    unit: str | None


@dataclass(frozen=True)
class Asked:
    """A question in one wording, as it was typed most often, with everything that is known of how it was asked.

    `times` counts rows. `askers` are pseudonyms of one day each, `noters` those of gaps that were noted: the same
    person may stand behind several, and behind one of each.
    """

    folded: str
    text: str
    times: int
    askers: frozenset[str]
    noters: frozenset[str]
    units: tuple[str, ...]
    first: str
    last: str


@dataclass(frozen=True)
class Measured:
    """What wordings mean, in their order: unit vectors, and the key words of each."""

    vectors: NDArray[np.float32]
    words: Sequence[frozenset[str]]

    @classmethod
    def of(cls, vectors: Sequence[NDArray[np.float32]], words: Sequence[frozenset[str]]) -> "Measured":
        """Return vectors that were made some at a time as one array."""
        return cls(np.concatenate(vectors) if vectors else np.zeros((0, 0), dtype=np.float32), words)


def folded(text: str) -> str:
    """Return a question without what two ways of typing it differ in: capitals, blanks and signs."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())


def wordings(rows: Iterable[Row]) -> list[Asked]:
    """Return each wording once, that which was asked most often first."""
    by_wording: dict[str, list[Row]] = {}
    for row in rows:
        if wording := folded(row.text):
            by_wording.setdefault(wording, []).append(row)
    found = [_asked(wording, same) for wording, same in by_wording.items()]
    return sorted(found, key=lambda one: (-one.times, one.folded))


def groups(asked: Sequence[Asked], measured: Measured) -> list[tuple[int, ...]]:
    """Return groups of wordings, each led by the one that was asked most often.

    `asked` is in the order of `wordings`, in which no two are equal: so nothing depends on the order of the rows.
    """
    left, found = np.arange(len(asked)), list[tuple[int, ...]]()
    while len(left):
        leader = int(left[0])
        near = measured.vectors[left] @ measured.vectors[leader]
        its = [
            int(n)
            for n, cosine in zip(left[near >= NEAR], near[near >= NEAR], strict=True)
            if n != leader and _same(measured, leader, int(n), float(cosine))
        ]
        found.append((leader, *its))
        left = np.setdiff1d(left, found[-1], assume_unique=True)
    return found


def joined(asked: Sequence[Asked]) -> Asked:
    """Return the wordings of a group as one, in the words of its leader, which is the first."""
    return Asked(
        folded=asked[0].folded,
        text=asked[0].text,
        times=sum(one.times for one in asked),
        askers=frozenset().union(*(one.askers for one in asked)),
        noters=frozenset().union(*(one.noters for one in asked)),
        units=tuple(sorted(unit for one in asked for unit in one.units)),
        first=min(one.first for one in asked),
        last=max(one.last for one in asked),
    )


def people(asked: Asked) -> int:
    """Return by how many pseudonyms something was asked: who asks in vain and then notes it is not counted twice."""
    return max(len(asked.askers), len(asked.noters))


def unit_of(asked: Asked, fewest: int) -> str | None:
    """Return the unit of those who noted a gap, where so many of it did that it tells of no single one."""
    known = Counter(asked.units)
    most = max(known.values(), default=0)
    return min((unit for unit, count in known.items() if count == most), default=None) if most >= fewest else None


def nearest(vector: NDArray[np.float32], words: frozenset[str], themes: Measured) -> int | None:
    """Return the theme that is nearest to a question, the first of equals; None where none is near enough."""
    best, most = None, 0.0
    if not themes.words:
        return None
    for number, cosine in enumerate(themes.vectors @ vector):
        shares = bool(words & themes.words[number])
        if cosine >= (THEME if shares else THEME_ALONE) and cosine + shares > most:
            best, most = number, float(cosine + shares)
    return best


def _asked(wording: str, rows: Sequence[Row]) -> Asked:
    typed: Mapping[str, int] = Counter(row.text for row in rows)
    return Asked(
        folded=wording,
        text=min(typed, key=lambda text: (-typed[text], text)),
        times=len(rows),
        askers=frozenset(row.asker for row in rows if not row.noted),
        noters=frozenset(row.asker for row in rows if row.noted),
        units=tuple(sorted(row.unit for row in rows if row.unit)),
        first=min(row.day for row in rows),
        last=max(row.day for row in rows),
    )


def _same(measured: Measured, one: int, other: int, cosine: float) -> bool:
    shared = len(measured.words[one] & measured.words[other])
    least = min(len(measured.words[one]), len(measured.words[other]))
    return shared > 0 and (cosine >= ALIKE or (cosine >= NEAR and 2 * shared >= least))

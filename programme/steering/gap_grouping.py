"""Questions that nothing answers, put together by meaning: the same groups whatever the order they came in."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

NEAR = 0.8
"""Cosine from which two questions may mean the same; another model needs another."""
SHARED = Fraction(2, 5)
"""Of the key words of both questions, the share that they must have in common.

Of one of them alone a share says little: short questions hide in long ones. Measured by `benchmarks.gap_grouping`.
"""
_DENYING = frozenset(["tidak", "bukan", "tanpa", "belum", "jangan", "kecuali", "non"])
THEME, THEME_ALONE = 0.64, 0.74
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
class Asks:
    """What a question asks for beside its topic: whether it denies, and the kind of answer (None: an open one)."""

    denies: bool
    kind: str | None


@dataclass(frozen=True)
class Measured:
    """What wordings mean, in their order: unit vectors, the key words of each, and what it asks for where known."""

    vectors: NDArray[np.float32]
    words: Sequence[frozenset[str]]
    asks: Sequence[Asks] = ()

    @classmethod
    def of(
        cls, vectors: Sequence[NDArray[np.float32]], words: Sequence[frozenset[str]], asks: Sequence[Asks] = ()
    ) -> "Measured":
        """Return vectors that were made some at a time as one array."""
        return cls(np.concatenate(vectors) if vectors else np.zeros((0, 0), dtype=np.float32), words, asks)


def folded(text: str) -> str:
    """Return a question without what two ways of typing it differ in: capitals, blanks and signs."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())


def denies(text: str) -> bool:
    """Tell whether a question asks for what is not: a denying word at its end only asks for yes or no."""
    return any(word in _DENYING for word in folded(text).split()[:-1])


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
            if n != leader and means_the_same(measured, leader, int(n), float(cosine))
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


def means_the_same(measured: Measured, one: int, other: int, cosine: float) -> bool:
    """Tell whether two questions ask for the same.

    Different numbers (years, articles, amounts), a denial, or another kind of answer make another question of one
    that is worded alike: the vectors hardly tell them.
    """
    first, second = measured.words[one], measured.words[other]
    shared, either = len(first & second), len(first | second)
    if cosine < NEAR or not shared or shared < SHARED * either:
        return False
    numbers, others = _numbers(first), _numbers(second)
    return (numbers <= others or others <= numbers) and (not measured.asks or _agree(measured.asks, one, other))


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if any(sign.isdigit() for sign in word))


def _agree(asks: Sequence[Asks], one: int, other: int) -> bool:
    kinds = {asks[one].kind, asks[other].kind} - {None}
    return asks[one].denies == asks[other].denies and len(kinds) <= 1

"""What the engine is asked and what it gives back."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from catalog.scope import Scope


@dataclass(frozen=True)
class Clause:
    """Terms that must all stand in a passage (a word, or the words of an expansion), and how much they weigh."""

    terms: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Filters:
    """What the hits must be; None means any. Of the years each counts, first to last."""

    kind: str | None = None
    unit: str | None = None
    years: range | None = None
    community: str | None = None


@dataclass(frozen=True)
class Request:
    """One retrieval: groups of alternatives (each group counts its best clause), a unit vector, and who asks.

    `exact` are identifiers matched whole (item codes, document numbers); a passage that holds one gains from it.
    """

    groups: tuple[tuple[Clause, ...], ...]
    exact: tuple[str, ...]
    vector: NDArray[np.float32]
    scope: Scope
    filters: Filters = Filters()
    limit: int = 100


class Scored(NamedTuple):
    """A passage id and its raw score: BM25 or cosine."""

    passage: int
    score: float


@dataclass(frozen=True)
class ByWords:
    """The list that the words of a request gave; `damage` tells why none, where their index cannot be used."""

    hits: tuple[Scored, ...]
    damage: str = ""


@dataclass(frozen=True)
class Candidates:
    """The two lists of one retrieval, best first; only passages that the scope and the filters allow."""

    lexical: tuple[Scored, ...]
    dense: tuple[Scored, ...]

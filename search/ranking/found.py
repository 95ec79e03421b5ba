"""What a retrieval found for a question, before it is grouped into hits."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from catalog.passages import Passage
from engine.analysis import stems
from engine.misreadings import put_right
from engine.query import Candidates, Scored
from search.kinds.answer_kinds import AnswerKind
from search.ranking.choice import ANY, Chosen
from search.ranking.fusion import Fusion
from search.understanding.understand import Understood

KEPT = 1 << 12
"""Texts whose stems are remembered, about 2 KB each: of the passages that questions find, a third is found again soon.

What is remembered follows from a text alone, so it tells nobody more than the text does.
"""


class Stems(Mapping[int, Sequence[str]]):
    """The stems of texts by the ids of their passages, each worked out when asked for.

    Of a misread word, the stems are of what it probably was.
    """

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._texts = texts

    def __getitem__(self, passage: int) -> Sequence[str]:
        return meant(self._texts[passage])

    def __iter__(self) -> Iterator[int]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


@lru_cache(maxsize=KEPT)
def meant(text: str) -> tuple[str, ...]:
    """Give the stems of a text as it was probably meant."""
    return tuple(stems(put_right(text)))


@dataclass(frozen=True)
class Found:
    """Passages found for a question: fused scores best first, the passages by id, the stems of the best by id.

    `kind` is the kind of answer that the question wants.

    `chosen` is what the ranking was narrowed by, what the question says included; the passages are those of the engine,
    before its theme, validity and maturity narrowed them.
    """

    question: Understood
    kind: AnswerKind | None
    vector: NDArray[np.float32]
    ranking: tuple[Scored, ...]
    passages: dict[int, Passage]
    stems: Mapping[int, Sequence[str]]
    candidates: Candidates
    fusion: Fusion
    chosen: Chosen = ANY


def sheet_of(passage: Passage) -> tuple[object, ...]:
    """Give what the passages of one page or sheet of one version of a file have in common."""
    return passage.asset_id, passage.version, passage.page, passage.sheet

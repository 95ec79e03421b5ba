"""What a retrieval found for a question, before it is grouped into hits."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalog.passages import Passage
from engine.query import Candidates, Scored
from search.choice import ANY, Chosen
from search.fusion import Fusion
from search.understand import Understood


@dataclass(frozen=True)
class Found:
    """Passages found for a question: fused scores best first, the passages by id, the stems of the best by id.

    Of a misread word, the stems are of what it probably was. `chosen` is what the ranking was narrowed by, what the
    question says included; the passages are those of the engine, before its theme, validity and maturity narrowed them.
    """

    question: Understood
    vector: NDArray[np.float32]
    ranking: tuple[Scored, ...]
    passages: dict[int, Passage]
    stems: dict[int, list[str]]
    candidates: Candidates
    fusion: Fusion
    chosen: Chosen = ANY


def sheet_of(passage: Passage) -> tuple[object, ...]:
    """Give what the passages of one page or sheet of one version of a file have in common."""
    return passage.asset_id, passage.version, passage.page, passage.sheet

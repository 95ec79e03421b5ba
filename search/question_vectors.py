"""The vectors of questions: made on another core while the asking thread goes on, the last ones remembered."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from embedding.cores import available_cores

KEPT = 1 << 9
"""Questions whose vectors are remembered: people ask alike, turn a page, set a filter. 1.5 KB each."""
Vector = NDArray[np.float32]


class QuestionVectors:
    """Serves any number of threads. What fails is not remembered: who asks again has it tried again."""

    def __init__(self, embed: Callable[[str], Vector]) -> None:
        self._embed = embed
        self._others = ThreadPoolExecutor(available_cores(), thread_name_prefix="pertanyaan")
        self._kept: dict[str, Future[Vector]] = {}
        self._lock = Lock()

    def of(self, text: str) -> Future[Vector]:
        """Give the vector of a question, which may still be in the making; asked for the first time, it is begun."""
        with self._lock:
            held = self._kept.pop(text, None)
            if held is None or (held.done() and held.exception()):
                held = self._others.submit(self._embed, text)
            self._kept[text] = held
            if len(self._kept) > KEPT:
                del self._kept[next(iter(self._kept))]
        return held

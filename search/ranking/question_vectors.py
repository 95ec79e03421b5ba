"""The vectors of questions, and what follows from them: made on another core while the asking thread goes on."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Lock
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from embedding.cores import available_cores

KEPT = 1 << 9
"""Questions whose vectors are remembered: people ask alike, turn a page, set a filter. 1.5 KB each."""
Vector = NDArray[np.float32]
Made = TypeVar("Made")


class QuestionVectors:
    """The last ones are remembered; what fails is not: who asks again has it tried again.

    Serves any number of threads.
    """

    def __init__(self, embed: Callable[[str], Vector]) -> None:
        self._embed = embed
        self._others = ThreadPoolExecutor(available_cores(), thread_name_prefix="pertanyaan")
        # Apart, so that what follows a remembered vector does not wait for questions that are still to be embedded.
        self._following = ThreadPoolExecutor(available_cores(), thread_name_prefix="terdekat")
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

    def then(self, text: str, work: Callable[[Vector], Made]) -> Future[Made]:
        """Do something with the vector of a question, beside the asking thread, as soon as the vector is there."""
        vector, promised = self.of(text), Future[Made]()
        do = partial(_kept, promised, work)
        if vector.done():
            self._following.submit(do, vector)
        else:  # in the thread that makes it, which another would have to wait for
            vector.add_done_callback(do)
        return promised


def _kept(promised: Future[Made], work: Callable[[Vector], Made], vector: Future[Vector]) -> None:
    """Keep a promise, with a result or with what went wrong."""
    try:
        promised.set_result(work(vector.result()))
    except BaseException as error:  # noqa: BLE001 (whoever waits for the promise is told)
        promised.set_exception(error)

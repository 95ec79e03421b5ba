"""A rephrasing beside an answer: which quotes are sent, what is kept of the reply, and why there is none."""

import time
from dataclasses import replace
from threading import BoundedSemaphore

from catalog.folder import DataFolder
from search.rephrasing.endpoint import EndpointError, complete
from search.rephrasing.prompt import messages
from search.rephrasing.reply import sentences
from search.rephrasing.settings import LanguageModel, read
from search.results import Answer, RephrasedSentence, Rephrasing
from search.understanding.understand import LONGEST

LABEL = "Disusun ulang oleh model bahasa dari kutipan di bawah"
"""What stands above every rephrasing that people see."""

_AT_ONCE = 2  # calls of one process; the others answer without a rephrasing, at once


class Rephraser:
    """Asks one language model, for a few answers at a time."""

    def __init__(self, model: LanguageModel) -> None:
        self.model = model
        self._free = BoundedSemaphore(_AT_ONCE)

    def beside(self, answer: Answer) -> Answer:
        """Return the answer as it is, with a rephrasing of its quotes beside it or the code of why there is none.

        Nothing is sent of a refused question, or of assets of another access class than those that are set.
        """
        start = time.perf_counter()
        try:
            made = Rephrasing(self.model.model, self._sentences(answer), None)
        except EndpointError as error:
            made = Rephrasing(self.model.model, (), error.code)
        took = round((time.perf_counter() - start) * 1000)
        return replace(answer, rephrasing=made, took_ms=answer.took_ms + took)

    def _sentences(self, answer: Answer) -> tuple[RephrasedSentence, ...]:
        quotes = self._sendable(answer)
        question = answer.question[:LONGEST]
        if not self._free.acquire(blocking=False):
            raise EndpointError("busy")
        try:
            reply = complete(self.model, messages(question, quotes))
        finally:
            self._free.release()
        standing = sentences(reply, quotes, question)
        if not standing:
            raise EndpointError("nothing_stands")
        return standing

    def _sendable(self, answer: Answer) -> dict[int, str]:
        """Return by number the quotes that may be sent; figures that were counted from rows need no other words."""
        if answer.reason != "answered" or not answer.quotes:
            raise EndpointError("not_answered")
        numbered = enumerate(answer.quotes, start=1)
        quotes = {number: quote.text for number, quote in numbered if quote.passage.access in self.model.access}
        if not quotes:
            raise EndpointError("not_allowed")
        return quotes


def open_rephraser(folder: DataFolder) -> Rephraser | None:
    """Return the rephraser that a data folder sets, None where it sets none; RujukanError for settings not usable."""
    model = read(folder)
    return Rephraser(model) if model else None

"""The one way to the reader: `load` opens the bundled one."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from embedding.cores import available_cores
from embedding.reader.description import check

BUNDLED = Path(__file__).parent / "model"
LONGEST_SPAN = 120
"""Tokens of an answer: a list of 400 characters, the most that is quoted, has about as many."""


@dataclass(frozen=True)
class Span:
    """The likeliest answer in a range of a passage: `start:end` in characters, and how much it beats "nothing here".

    `score` is a difference of logits: above 0 the reader holds it likelier that this answers than that nothing does.
    """

    start: int
    end: int
    score: float


@dataclass(frozen=True)
class Reading:
    """What the reader makes of one passage: for each token its characters and its scores as first and last.

    `places` has shape (n, 2), `first` and `last` shape (n,); `nothing` is the score of "not answered here".
    """

    places: NDArray[np.int64]
    first: NDArray[np.float32]
    last: NDArray[np.float32]
    nothing: float

    def best(self, start: int, end: int) -> Span | None:
        """Return the likeliest answer within `start:end` of the passage; None when no token lies wholly there."""
        inside = np.flatnonzero((self.places[:, 0] >= start) & (self.places[:, 1] <= end))
        if not len(inside):
            return None
        sums = self.first[inside][:, None] + self.last[inside][None, :]
        steps = inside[None, :] - inside[:, None]
        sums[(steps < 0) | (steps >= LONGEST_SPAN)] = -np.inf
        one, other = np.unravel_index(int(sums.argmax()), sums.shape)
        begin, stop = self.places[inside[one], 0], self.places[inside[other], 1]
        return Span(int(begin), int(stop), float(sums[one, other]) - self.nothing)


class Reader(Protocol):
    """Reads passages for a question."""

    def read(self, question: str, passages: Sequence[str]) -> list[Reading]:
        """Return what each passage says to the question, in the order given."""


def load(folder: Path = BUNDLED, *, threads: int | None = None) -> Reader:
    """Return the reader of a folder; `threads` is the most that are used at once, all cores unless told.

    Raises ModelError when its files are not whole.
    """
    tokenizer = check(folder)
    # By its dotted name: a command without answers does not pay for importing onnxruntime.
    runtime = import_module("embedding.reader.onnx_reader")
    reader: Reader = runtime.OnnxReader(folder, tokenizer, threads or available_cores())
    return reader

"""The reader at work: onnxruntime and tokenizers, no torch."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Encoding, Tokenizer

from embedding.description import PREFIXES
from embedding.onnx_embedder import open_session
from embedding.reader.description import WEIGHTS
from embedding.reader.reader import Reading

MOST_TOKENS = 320
"""Question and passage together; a passage of 110 words has about 170 tokens."""
MOST_OF_QUESTION = 140
"""Of a longer question the beginning is read, so that a passage has its room."""


class OnnxReader:
    """Reads each passage in a run of its own; the passages share the cores. Opened for the first question."""

    def __init__(self, folder: Path, tokenizer: Path, threads: int) -> None:
        self._folder = folder
        self._tokenizer = tokenizer
        self._threads = threads

    def read(self, question: str, passages: Sequence[str]) -> list[Reading]:
        """Return what each passage says to the question, in the order given; MOST_TOKENS of both are read."""
        tokenizer, session = self._opened
        asked = _cut(tokenizer, PREFIXES["query"] + question, MOST_OF_QUESTION)

        def one(passage: str) -> Reading:
            return _read(tokenizer, session, asked, passage)

        workers = min(self._threads, len(passages))
        if workers < 2:
            return [one(passage) for passage in passages]
        with ThreadPoolExecutor(workers) as pool:
            return list(pool.map(one, passages))

    @cached_property
    def _opened(self) -> tuple[Tokenizer, onnxruntime.InferenceSession]:
        return Tokenizer.from_file(str(self._tokenizer)), open_session(self._folder / WEIGHTS)


def _cut(tokenizer: Tokenizer, text: str, most: int) -> Encoding:
    encoded = tokenizer.encode(text, add_special_tokens=False)
    encoded.truncate(most)
    return encoded


def _read(tokenizer: Tokenizer, session: onnxruntime.InferenceSession, question: Encoding, passage: str) -> Reading:
    left = MOST_TOKENS - len(question) - tokenizer.num_special_tokens_to_add(is_pair=True)
    encoded = tokenizer.post_process(question, _cut(tokenizer, passage, left))
    ids = np.array([encoded.ids], dtype=np.int64)
    (scores,) = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
    kept = [place for place, owner in enumerate(encoded.sequence_ids) if owner == 1]
    places = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)[kept]
    return Reading(places, scores[0, kept, 0], scores[0, kept, 1], float(scores[0, 0].sum()))

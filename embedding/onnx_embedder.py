"""The bundled model at work: onnxruntime and tokenizers, no torch."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from embedding.cores import CORES
from embedding.description import TOKENIZER, WEIGHTS, Description

Vectors = NDArray[np.float32]


class OnnxEmbedder:
    """Unit vectors of a model folder that carries its own description.

    Every text is a run of its own, without padding: batches of 2 to 16 were no faster, as one text fills the matrix
    product. The texts share the cores instead, and passages share them with what reads and indexes beside them;
    a question waits for none of that. Tokenizer and weights are opened for the first text: a run over
    unchanged files has none, and saves a quarter of a second and 100 MB.
    """

    def __init__(self, folder: Path, description: Description, threads: int) -> None:
        self.model_id = description.model_id
        self.width = description.width
        self._folder = folder
        self._description = description
        self._threads = threads

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row for each question, shape (n, width), in the order given."""
        return self._embed(self._description.query_prompt, texts, nullcontext)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row for each passage, shape (n, width), in the order given; 512 tokens are read."""
        return self._embed(self._description.passage_prompt, texts, CORES.taken)

    def _embed(self, prompt: str, texts: Sequence[str], core: Callable[[], AbstractContextManager[None]]) -> Vectors:
        rows: Vectors = np.empty((len(texts), self.width), dtype=np.float32)
        tokenizer, session = self._opened

        def fill(number: int) -> None:
            with core():
                rows[number] = _embed_one(tokenizer, session, prompt + texts[number])

        # Longest first: no thread is left with a long text while the others have nothing to do.
        order = sorted(range(len(texts)), key=lambda number: -len(texts[number]))
        workers = min(self._threads, len(texts))
        if workers < 2:
            for number in order:
                fill(number)
        else:
            with ThreadPoolExecutor(workers) as pool:
                list(pool.map(fill, order))
        return rows

    @cached_property
    def _opened(self) -> tuple[Tokenizer, onnxruntime.InferenceSession]:
        tokenizer = Tokenizer.from_file(str(self._folder / TOKENIZER))
        tokenizer.enable_truncation(self._description.max_length)
        return tokenizer, open_session(self._folder / WEIGHTS)


def _embed_one(tokenizer: Tokenizer, session: onnxruntime.InferenceSession, text: str) -> Vectors:
    ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
    (states,) = session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
    mean: Vectors = states[0].mean(axis=0)
    unit: Vectors = mean / np.linalg.norm(mean)
    return unit


def open_session(weights: Path) -> onnxruntime.InferenceSession:
    """Open a graph for runs of one text each."""
    options = onnxruntime.SessionOptions()
    # One thread a run: the texts are what runs in parallel. No pool, so nothing spins while it waits.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])

"""An embedding model whose arithmetic a human can check, for tests that need no real one."""

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.analysis import terms

WIDTH = 256


class WordCounts:
    """Embeds a text as the counts of its stems, each at its checksum modulo the width, made a unit vector."""

    model_id = "word-counts"
    width = WIDTH

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.embed_passages(texts)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for number, text in enumerate(texts):
            for term in terms(text):
                rows[number, zlib.crc32(term.text.encode()) % WIDTH] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1)

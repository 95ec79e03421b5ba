"""A searcher over the small shelf of the engine's tests: its model counts four words."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from catalog.database import Catalog
from search.glossary import load
from search.searcher import Searcher
from tests.engine.shelf import MODEL, WORDS, engine_of, vector


class CountingEmbedder:
    """Vectors that count four words, for questions and passages alike."""

    model_id = MODEL
    width = len(WORDS)

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([vector(text) for text in texts], dtype=np.float32)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.embed_queries(texts)


def searcher_of(catalog: Catalog) -> Searcher:
    """Publish what the catalog holds and open a searcher over it."""
    engine = engine_of(catalog)
    engine.publish(catalog)
    return Searcher(engine, CountingEmbedder(), load())

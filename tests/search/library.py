"""Searchers over small shelves: one with the model of the engine's tests, which counts four words, one with ours."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from catalog import metadata, storing, vectors
from catalog.database import Catalog
from catalog.metadata import Metadata
from catalog.vectors import VectorSet
from embedding.embedder import Embedder
from embedding.reader import reader
from engine.engine import Engine
from search.glossary import load
from search.searcher import Searcher
from tests.engine.shelf import MODEL, OPEN, WORDS, engine_of, key, vector
from tests.shared_words import SharedWords

HIDDEN = Metadata(access="terbatas", unit="BPPBJ", status="disahkan")


class CountingEmbedder:
    """Vectors that count four words, for questions and passages alike."""

    model_id = MODEL
    width = len(WORDS)

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([vector(text) for text in texts], dtype=np.float32)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.embed_queries(texts)


def searcher_of(catalog: Catalog) -> Searcher:
    """Publish what the catalog holds and open a searcher over it that counts words."""
    engine = engine_of(catalog)
    engine.publish(catalog)
    return Searcher(engine, CountingEmbedder(), load(), SharedWords())


def read_in(catalog: Catalog, model: Embedder, path: str, text: str, card: Metadata = OPEN) -> None:
    """Store a new asset of one page that is one passage, embedded by the model."""
    page = storing.NewPage(1, None, "text", 1.0, text)
    passage = storing.NewPassage(0, "text", None, (), 0, len(text), text, key(text))
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "rak"), path)
        new = storing.NewVersion(key(path).hex(), 1, "text/plain", path, "sop", {}, (page,), (passage,))
        storing.add_version(catalog, asset, new)
        vectors.put(catalog, model.model_id, [key(text)], model.embed_passages([text]))
        metadata.apply(catalog, asset, card)


def reader_of(catalog: Catalog, model: Embedder) -> Searcher:
    """Publish what the catalog holds and open a searcher over it with the model and the bundled reader."""
    engine = Engine.open(catalog.folder, VectorSet(model.model_id), model.width, threads=1)
    engine.publish(catalog)
    return Searcher(engine, model, load(), reader.load(threads=1))

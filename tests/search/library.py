"""Searchers over small shelves: one with the model of the engine's tests, which counts four words, one with ours."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from catalog import metadata, storing, vectors
from catalog.database import Catalog
from catalog.fields import Places
from catalog.metadata import Metadata
from catalog.vectors import VectorSet
from embedding.embedder import Embedder
from embedding.reader import reader
from engine.engine import Engine
from search.searcher import Searcher
from search.understanding.glossary import load
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
    _store(catalog, model, path, [storing.NewPage(1, None, "text", 1.0, text)], card)


def read_in_sheet(catalog: Catalog, model: Embedder, path: str, lines: Sequence[str], *, below: str = "") -> None:
    """Store a new asset of one sheet that is one passage: its first line names the columns, the others are rows."""
    text = "\n".join([*lines, below])
    names, *rows = ([cell.strip() for cell in line.split("|")] for line in lines)
    starts = [text.index(line) for line in lines[1:]]
    stored = tuple(
        storing.NewRow(number, dict(zip(names, cells, strict=True)), start, start + len(lines[number]), {})
        for number, (cells, start) in enumerate(zip(rows, starts, strict=True), 1)
    )
    _store(catalog, model, path, [storing.NewPage(None, "Lembar", "text", 1.0, text, stored)], OPEN)


def read_in_pages(
    catalog: Catalog, model: Embedder, path: str, texts: Sequence[str], fields_at: Places, card: Metadata = OPEN
) -> None:
    """Store a new asset of pages, each of one passage, and where it tells of itself."""
    pages = [storing.NewPage(number, None, "text", 1.0, text) for number, text in enumerate(texts, 1)]
    _store(catalog, model, path, pages, card, fields_at)


def _store(
    catalog: Catalog,
    model: Embedder,
    path: str,
    pages: Sequence[storing.NewPage],
    card: Metadata,
    fields_at: Places | None = None,
) -> None:
    texts = [page.text for page in pages]
    passages = tuple(
        storing.NewPassage(place, "text", None, (), 0, len(text), text, key(text)) for place, text in enumerate(texts)
    )
    with catalog.writing():
        asset = storing.add_asset(catalog, storing.source_id(catalog, "rak"), path)
        new = storing.NewVersion(
            key(path).hex(), 1, "text/plain", path, "sop", {}, tuple(pages), passages, fields_at=fields_at or {}
        )
        storing.add_version(catalog, asset, new)
        vectors.put(catalog, model.model_id, [key(text) for text in texts], model.embed_passages(texts))
        metadata.apply(catalog, asset, card)


def reader_of(catalog: Catalog, model: Embedder) -> Searcher:
    """Publish what the catalog holds and open a searcher over it with the model and the bundled reader."""
    engine = Engine.open(catalog.folder, VectorSet(model.model_id), model.width, threads=1)
    engine.publish(catalog)
    return Searcher(engine, model, load(), reader.load(threads=1))

"""A searcher over a catalog, with the model that made its vectors."""

from catalog import settings
from catalog.database import Catalog
from catalog.errors import RujukanError
from embedding import embedder
from embedding.embedder import Embedder, ModelError
from engine.engine import Engine
from search import glossary
from search.searcher import Searcher

BUNDLED = "bawaan"
"""How the bundled model is called in the catalog and in messages."""


def open_searcher(catalog: Catalog, model: str | None, *, threads: int) -> Searcher:
    """Give a searcher with the named model, else the catalog's own, else the bundled one.

    Raises RujukanError `bad_model` when it cannot be loaded, `other_model` when another made the catalog's vectors.
    """
    loaded = open_embedder(catalog, model, threads=threads)
    engine = Engine.open(catalog.folder, loaded.model_id, loaded.width, threads=threads)
    return Searcher(engine, loaded, glossary.load())


def open_embedder(catalog: Catalog, model: str | None, *, threads: int) -> Embedder:
    """Give the model alone, chosen and checked in the same way."""
    has = settings.model(catalog)
    name = model or (has.name if has is not None and has.name != BUNDLED else None)
    try:
        loaded = embedder.load(name, threads=threads)
    except ModelError as error:
        raise RujukanError("bad_model", str(error)) from error
    settings.check_model(catalog, settings.Model(loaded.model_id, loaded.width, name or BUNDLED))
    return loaded

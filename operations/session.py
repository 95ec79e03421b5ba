"""What one call of the command works on: data folder, model, and the parts opened from them."""

import os
from dataclasses import dataclass
from pathlib import Path

from catalog import settings
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.folder import DataFolder
from catalog.opening import open_existing
from catalog.scope import Scope, scope_of
from catalog.units import check_unit
from embedding import embedder
from embedding.embedder import Embedder, ModelError
from engine.engine import Engine
from search.glossary import load as load_glossary
from search.searcher import Searcher

BUNDLED = "bawaan"
"""How the bundled model is called in the catalog and in messages."""


def cores() -> int:
    """Return how many cores this process may use; readers and models together never take more."""
    return len(os.sched_getaffinity(0))


@dataclass(frozen=True)
class Session:
    """The data folder and the model that the call names; None is the catalog's own, else the bundled one."""

    data: Path
    model: str | None

    @property
    def folder(self) -> DataFolder:
        """Return the places of the data folder."""
        return DataFolder(self.data)

    def open(self) -> Catalog:
        """Return the catalog; RujukanError if there is none."""
        return open_existing(self.data)

    def embedder(self, catalog: Catalog, threads: int) -> Embedder:
        """Return the model that made the catalog's vectors; RujukanError if it is not the named one or is missing."""
        has = settings.model(catalog)
        name = self.model or (has.name if has is not None and has.name != BUNDLED else None)
        try:
            loaded = embedder.load(name, threads=threads)
        except ModelError as error:
            raise RujukanError("bad_model", str(error)) from error
        settings.check_model(catalog, settings.Model(loaded.model_id, loaded.width, name or BUNDLED))
        return loaded

    def engine(self, catalog: Catalog, model: Embedder, threads: int) -> Engine:
        """Return the derived indexes of the catalog's folder."""
        return Engine.open(catalog.folder, model.model_id, model.width, threads=threads)

    def searcher(self, catalog: Catalog) -> Searcher:
        """Return the searcher over the catalog."""
        model = self.embedder(catalog, cores())
        return Searcher(self.engine(catalog, model, cores()), model, load_glossary())


def viewer_scope(catalog: Catalog, viewer: str | None) -> Scope:
    """Return the scope of `--as`; RujukanError `unknown_unit` for a unit that is none."""
    if viewer not in (None, "public", "internal"):
        check_unit(catalog, viewer)
    return scope_of(viewer)

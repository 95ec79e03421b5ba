"""What one call of the command works on: data folder, model, and the parts opened from them."""

import getpass
from dataclasses import dataclass, replace
from pathlib import Path

from catalog import editions
from catalog.database import Catalog
from catalog.folder import DataFolder
from catalog.opening import open_existing
from catalog.scope import Scope, scope_of
from catalog.units import check_unit
from catalog.vectors import VectorSet
from embedding.cores import available_cores
from embedding.embedder import Embedder
from engine.engine import Engine
from operations import printing
from search.opening import open_embedder, open_searcher
from search.searcher import Searcher


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
        return open_embedder(catalog, self.model, threads=threads)

    def engine(self, catalog: Catalog, model: Embedder, threads: int) -> Engine:
        """Return the derived indexes of the catalog's folder."""
        has = editions.current(catalog)
        of = VectorSet(model.model_id) if has is None else has.vectors
        return replace(Engine.open(catalog.folder, of, model.width, threads=threads), tell=printing.aloud)

    def searcher(self, catalog: Catalog) -> Searcher:
        """Return the searcher over the catalog."""
        return open_searcher(catalog, self.model, threads=available_cores())


def actor() -> str:
    """Return who the trail says has called the command: the user of the system."""
    try:
        return f"cli:{getpass.getuser()}"
    except (OSError, KeyError):
        return "cli"


def viewer_scope(catalog: Catalog, viewer: str | None) -> Scope:
    """Return the scope of `--as`; RujukanError `unknown_unit` for a unit that is none."""
    if viewer not in (None, "public", "internal"):
        check_unit(catalog, viewer)
    return scope_of(viewer)

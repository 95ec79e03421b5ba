"""A searcher over a catalog, with the model that made the vectors of the edition that answers."""

from dataclasses import dataclass, field
from threading import Lock

from catalog import editions
from catalog.database import Catalog
from catalog.editions import Edition, Model
from catalog.errors import RujukanError
from catalog.vectors import VectorSet
from embedding import embedder
from embedding.embedder import Embedder, ModelError
from embedding.reader import reader
from embedding.reader.reader import Reader
from engine.dense import DenseIndex
from engine.engine import Engine, lexical_folder
from engine.lexical import LexicalIndex
from search.searcher import Searcher
from search.understanding import glossary

BUNDLED = "bawaan"
"""How the bundled model is called in the catalog and in messages."""
_OWN_MODEL = (
    "Model itulah yang membuat vektor katalog ini: kembalikan berkasnya, atau pindahkan katalog dengan"
    " `rujukan reindex --model bawaan` lalu `rujukan switch --force`."
)


def load_model(name: str | None, *, threads: int) -> tuple[Embedder, Model]:
    """Load a model by path or name, the bundled one unless told; RujukanError `bad_model` if it cannot be had."""
    try:
        loaded = embedder.load(None if name == BUNDLED else name, threads=threads)
    except ModelError as error:
        raise RujukanError("bad_model", str(error)) from error
    return loaded, Model(loaded.model_id, loaded.width, name or BUNDLED)


def open_embedder(catalog: Catalog, model: str | None, *, threads: int) -> Embedder:
    """Give the named model, else the one of the current edition, else the bundled one.

    Raises RujukanError `bad_model` when it cannot be loaded, `other_model` when another made the catalog's vectors.
    """
    has = editions.current(catalog)
    try:
        loaded, named = load_model(model or (has.model.name if has is not None else None), threads=threads)
    except RujukanError as error:
        if model or has is None:
            raise
        raise RujukanError(error.code, f"{error.message} {_OWN_MODEL}") from error
    editions.check_model(catalog, named)
    return loaded


def open_edition(catalog: Catalog, edition: Edition, *, threads: int) -> Searcher:
    """Give a searcher over one edition, be it current or not; RujukanError if its model is not to be had any more."""
    loaded, found = load_model(edition.model.name, threads=threads)
    if found.id != edition.model.id:
        raise RujukanError(
            "other_model",
            f"Model {edition.model.name} kini lain ({found.id}) daripada yang membuat vektor edisi {edition.number}"
            f" ({edition.model.id}). Kembalikan berkas model yang lama, atau bangun edisi baru dengan"
            " `rujukan reindex --model`.",
        )
    return _searcher(catalog, edition.vectors, loaded, threads)


def open_searcher(catalog: Catalog, model: str | None, *, threads: int) -> Searcher:
    """Give a searcher over what answers now, with the model as `open_embedder` chooses it."""
    loaded = open_embedder(catalog, model, threads=threads)
    has = editions.current(catalog)
    of = VectorSet(loaded.model_id) if has is None else has.vectors
    return _searcher(catalog, of, loaded, threads)


def open_words(catalog: Catalog) -> LexicalIndex:
    """Give the index of words of what answers now; no model is loaded."""
    has = editions.current(catalog)
    splitting = VectorSet("").splitting if has is None else has.vectors.splitting
    return LexicalIndex(lexical_folder(catalog.folder, splitting), splitting)


def open_vectors(catalog: Catalog, *, threads: int) -> DenseIndex | None:
    """Give the vectors of what answers now, None where nothing is indexed yet; no model is loaded."""
    has = editions.current(catalog)
    return None if has is None else Engine.open(catalog.folder, has.vectors, has.model.width, threads=threads).dense


def _searcher(catalog: Catalog, of: VectorSet, model: Embedder, threads: int) -> Searcher:
    engine = Engine.open(catalog.folder, of, model.width, threads=threads)
    return Searcher(engine, model, glossary.load(), _reader(threads))


def _reader(threads: int) -> Reader:
    try:
        return reader.load(threads=threads)
    except ModelError as error:
        raise RujukanError("bad_model", str(error)) from error


@dataclass
class Searchers:
    """The searcher of whatever edition a snapshot names, for a process that outlives a switch.

    Serves any number of threads. The last two editions asked for are kept: requests that began before a switch are
    answered from the one they began with.
    """

    model: str | None
    threads: int
    _held: dict[int, Searcher] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, catalog: Catalog) -> Searcher:
        """Give the searcher of the catalog's current edition; belongs inside the `reading()` in which it is used."""
        edition = editions.current(catalog)
        number = 0 if edition is None else edition.number
        with self._lock:
            held = self._held.pop(number, None) or self._opened(catalog, edition)
            self._held = dict(list(self._held.items())[-1:]) | {number: held}
        return held

    def _opened(self, catalog: Catalog, edition: Edition | None) -> Searcher:
        if edition is None or self.model:
            return open_searcher(catalog, self.model, threads=self.threads)
        return open_edition(catalog, edition, threads=self.threads)

"""Both derived indexes of one data folder as one thing: all that the workshops know of FAISS and Tantivy."""

import logging
import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import disk_usage
from typing import Self

from catalog.audit import Finding
from catalog.database import Catalog
from catalog.errors import DiskFullError, RujukanError, disk_is_full
from catalog.folder import DataFolder
from catalog.scope import Scope
from catalog.vectors import VectorSet
from embedding.cores import CORES
from engine import findings, words
from engine.dense import TAIL_LIMIT, DenseIndex, Nearest
from engine.generation import Generations
from engine.lexical import DamagedLexicalError, LexicalIndex
from engine.query import ByWords, Candidates, Request, Scored

_log = logging.getLogger(__name__)
_HARDLY_ANY = 16 << 20  # bytes; less than one segment of the lexical index needs


def _nobody(_sentence: str) -> None:
    return None


@dataclass(frozen=True)
class Engine:
    """The two indexes of one edition in one data folder. One engine serves all threads of a process.

    `tell` is given a sentence about each base generation that is built: its size, and the recall of its graph.
    """

    lexical: LexicalIndex
    dense: DenseIndex
    tell: Callable[[str], None] = _nobody

    @classmethod
    def open(cls, folder: DataFolder, of: VectorSet, width: int, *, threads: int, tail_limit: int = TAIL_LIMIT) -> Self:
        """Name the indexes; nothing is read or created before the first request or publication."""
        generations = Generations(folder.index, of.model, width, threads)
        lexical = LexicalIndex(lexical_folder(folder, of.splitting), of.splitting, threads - 1)
        return cls(lexical, DenseIndex(generations, tail_limit, of.splitting))

    def delete(self, kept: set[int], *, lexical: bool) -> None:
        """Delete the base generations outside `kept`, and the lexical index if no other edition uses it.

        Who holds one open may go on with it.
        """
        self.dense.files.sweep(kept)
        if lexical:
            self.lexical.delete()

    def retrieve(self, catalog: Catalog, request: Request) -> Candidates:
        """Return both lists of candidates as of the catalog's snapshot; belongs inside `catalog.reading()`.

        Where the lexical index is missing or of another version its list is empty, until the writer publishes:
        `findings` says so, and the log wherever that took anything from the answer.
        """
        with catalog.reading():
            return self.both(self.by_words(catalog, request), self.by_vector(catalog, request)(request.vector))

    def by_words(self, catalog: Catalog, request: Request) -> ByWords:
        """Return the first of both lists, for which the request needs no vector."""
        try:
            return ByWords(self.lexical.search(catalog, request))
        except DamagedLexicalError as error:
            return ByWords((), str(error))

    def by_vector(self, catalog: Catalog, request: Request) -> Nearest:
        """Return what gives the second list for a vector, in any thread; see `DenseIndex.prepared`."""
        return self.dense.prepared(catalog, request)

    def both(self, words: ByWords, dense: tuple[Scored, ...]) -> Candidates:
        """Return the two lists, which one snapshot gave."""
        if words.damage and dense:
            _log.warning(
                "Indeks kata tidak dapat dipakai (%s): hasil hanya menurut makna. Jalankan `rujukan verify --repair`.",
                words.damage,
            )
        return Candidates(words.hits, dense)

    def counts(self, stems: Collection[str], scope: Scope) -> dict[str, int]:
        """Return in how many passages of a scope each stem stands; see `engine.words`."""
        return words.counts(self.lexical, stems, scope)

    def heads_like(self, catalog: Catalog, word: str, scope: Scope) -> set[str]:
        """Return the words of titles and headings within a scope that are near a word, and those beside them."""
        return set(words.heads_like(self.lexical, catalog, word, scope))

    def publish(self, catalog: Catalog, *, patience: int | None = 1) -> None:
        """Bring the indexes up to the catalog, whatever state they are in; cheap if nothing changed.

        For the holder of the writer's lock, outside any transaction: after commits, about once a second, and at the
        end of every run. New vectors are readable before this; the lexical index follows here. A tail is made into a
        base generation when it is `patience` times as long as it should be; None leaves it.
        """
        with _writing(catalog.folder):
            bring_up = partial(self.lexical.bring_up, catalog)
            if patience is not None and self.dense.due(catalog, patience=patience):
                self._compact(catalog, bring_up)
            else:
                bring_up()

    def findings(self, catalog: Catalog) -> list[Finding]:
        """Return what does not agree with the catalog, empty if all is well; reads the indexes whole."""
        with catalog.reading():
            return findings.of_lexical(catalog, self.lexical) + findings.of_dense(catalog, self.dense)

    def rebuild(self, catalog: Catalog) -> None:
        """Build both indexes again from the rows and the vector cache, for the holder of the writer's lock."""
        with _writing(catalog.folder):
            self._compact(catalog, partial(self.lexical.rebuild, catalog))

    def _compact(self, catalog: Catalog, beside: Callable[[], None]) -> None:
        with CORES.taken(self.dense.files.threads):
            built = self.dense.compact(catalog, beside)
        if built is not None:
            self.tell(built.sentence())


def lexical_folder(folder: DataFolder, splitting: int) -> Path:
    """Return where the lexical index of a splitting lies."""
    return folder.index if splitting == 1 else folder.index / f"split-{splitting}"


@contextmanager
def _writing(folder: DataFolder) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:  # Tantivy raises ValueError, FAISS RuntimeError
        # A worker of Tantivy that dies of a full disk does not say so: what is free tells.
        if disk_is_full(error) or disk_usage(folder.root).free < _HARDLY_ANY:
            raise DiskFullError from error
        if not isinstance(error, OSError):
            raise
        raise RujukanError(
            "unwritable_index",
            f"Indeks di {folder.index} tidak dapat ditulis ({_reason(error)}). Katalognya utuh; periksa ruang"
            " dan izin folder itu, lalu jalankan `rujukan verify --repair`.",
        ) from error


def _reason(error: OSError) -> str:
    """Return what the system said, also where Tantivy put it into words of its own."""
    said = re.search(r'message: "([^"]+)"', str(error))
    return error.strerror or (said[1] if said else str(error))

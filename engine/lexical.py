"""The lexical index: Tantivy, brought up to the change log by its writer and followed by any number of readers.

`lexical.json` names the folder that readers open and the last change that it certainly holds. It is written after
Tantivy's own commit, so a crash between the two replays changes that are already there: each is a delete and an add.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from threading import Lock

from tantivy import Index, IndexWriter, Query, Searcher

from catalog import changes, passages
from catalog.database import Catalog
from engine.analysts import Analysts
from engine.codes import year_of
from engine.held_back import HeldBack, held_back_of
from engine.lexical_document import VERSION, documents, passage_ids, schema, teach
from engine.lexical_query import query_of, words_of
from engine.openable import openable
from engine.query import Filters, Request, Scored

_UNFILTERED = Filters()
_SPARE = 4  # a quarter more is looked for where some of it may be held back
_SHARED_FROM = 20_000  # passages; fewer are sooner analysed than a further process has started
_MOST = 3  # further processes: what this one does beside takes as long as a quarter of the analysis
_HEAP = 32 << 20  # bytes, of the one indexing thread; Tantivy wants at least 15 MB


class DamagedLexicalError(Exception):
    """The lexical index is missing, of another version, or cannot be opened."""


@dataclass(frozen=True)
class State:
    """What `lexical.json` says: the folder to open, the version of its fields, and the last change it holds."""

    folder: str
    version: str
    seq: int


@dataclass(frozen=True)
class Reader:
    """An opened index: what it holds stays readable after a newer commit or a rebuild."""

    state: State
    index: Index
    searcher: Searcher
    held_back: HeldBack


@dataclass
class LexicalIndex:
    """The lexical index of one splitting below one folder. Serves any number of threads, each with its own catalog.

    `processes` further ones, some at most, analyse texts where many are to be added.
    """

    root: Path
    splitting: int = 1
    processes: int = 0
    _reader: Reader | None = None
    _lock: Lock = field(default_factory=Lock)

    def search(self, catalog: Catalog, request: Request) -> tuple[Scored, ...]:
        """Return the allowed passages that match best; DamagedLexicalError if there is no index to ask."""
        reader = self.reader()
        with _panics_told():
            found = _found(reader, request)
        current = self._still_allowed(catalog, reader.state.seq, found, request)
        return tuple(sorted(current, key=lambda hit: (-hit.score, hit.passage)))

    def reader(self) -> Reader:
        """Return the newest commit opened, from memory if it is held; raise DamagedLexicalError if it cannot be."""
        with self._lock:
            state = self._state()
            if self._reader is None or self._reader.state != state:
                self._reader = self._opened(state) or self._opened_again(state)
            return self._reader

    @property
    def usable(self) -> bool:
        """Tell whether there is an index to ask, of this version."""
        try:
            self.reader()
        except DamagedLexicalError:
            return False
        return True

    def bring_up(self, catalog: Catalog) -> None:
        """Apply what the change log has beyond the index; build the index again if it is not usable. Writer only."""
        try:
            with _panics_told():
                self._apply(catalog, self.reader())
        except DamagedLexicalError:
            self.rebuild(catalog)

    def _apply(self, catalog: Catalog, reader: Reader) -> None:
        with catalog.reading():
            last = changes.last_seq(catalog)
            if last == reader.state.seq:
                return
            if last < reader.state.seq:  # an older catalog was put back under this index
                self.rebuild(catalog)
                return
            operations = changes.since(catalog, reader.state.seq, self.splitting)
            with _writing(reader.index) as writer:
                for passage in operations:
                    writer.delete_documents_by_term("id", passage)
                _add(catalog, writer, [p for p, op in operations.items() if op == "put"], self.processes)
        self._record(State(reader.state.folder, VERSION, last))

    def rebuild(self, catalog: Catalog) -> None:
        """Build the index from the live passages beside the old one, then let readers go over to it. Writer only."""
        name = f"tantivy-{1 + max(self._numbers(), default=0)}"
        place = self.root / name
        place.mkdir(parents=True)
        try:
            self._record(State(name, VERSION, self._build(catalog, place)))
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)
            raise
        for number in self._numbers():
            if f"tantivy-{number}" != name:
                shutil.rmtree(self.root / f"tantivy-{number}", ignore_errors=True)

    def delete(self) -> None:
        """Delete the index, and its folder where it has one of its own; who holds it open may go on with it."""
        (self.root / "lexical.json").unlink(missing_ok=True)
        for number in self._numbers():
            shutil.rmtree(self.root / f"tantivy-{number}", ignore_errors=True)
        if self.root.is_dir() and not any(self.root.iterdir()):
            self.root.rmdir()

    def ids(self) -> set[int]:
        """Return the ids of all passages that the index holds; raise DamagedLexicalError if there is none to ask."""
        searcher = self.reader().searcher
        if searcher.num_docs == 0:
            return set()
        with _panics_told():
            hits = searcher.search(Query.all_query(), limit=searcher.num_docs, count=False).hits
            return set(passage_ids(searcher, hits))

    def _build(self, catalog: Catalog, place: Path) -> int:
        """Fill a new index with the live passages; return the last change that it holds."""
        index = teach(Index(schema(), path=str(place)))
        with catalog.reading():
            with _writing(index) as writer:
                _add(catalog, writer, passages.live_ids(catalog, self.splitting), self.processes)
            return changes.last_seq(catalog)

    def _still_allowed(self, catalog: Catalog, seq: int, found: list[Scored], request: Request) -> Iterable[Scored]:
        """Look again at those hits that changed after the index's last commit: their terms may be of yesterday."""
        changed = changes.since(catalog, seq, self.splitting).keys() & {hit.passage for hit in found}
        if not changed:
            return found
        seen = passages.read(catalog, sorted(changed), request.scope)
        kept = {key for key, passage in seen.items() if _matches(passage, request.filters)}
        return [hit for hit in found if hit.passage not in changed or hit.passage in kept]

    def _state(self) -> State:
        try:
            state = State(**json.loads((self.root / "lexical.json").read_bytes()))
        except (OSError, ValueError, TypeError) as error:
            raise DamagedLexicalError(f"lexical.json: {error}") from error
        if state.version != VERSION:
            raise DamagedLexicalError(f"lexical.json: version {state.version}, not {VERSION}")
        return state

    def _opened(self, state: State) -> Reader | None:
        try:
            with _panics_told(), openable(self.root / state.folder) as place:
                index = teach(Index.open(str(place)))
                searcher = index.searcher()
                return Reader(state, index, searcher, held_back_of(index.schema, searcher))
        except (OSError, ValueError, DamagedLexicalError):
            return None

    def _opened_again(self, failed: State) -> Reader:
        """Open what the writer's rebuild has just put in the place of a folder that was gone."""
        state = self._state()
        reader = self._opened(state) if state != failed else None
        if reader is None:
            raise DamagedLexicalError(f"{state.folder}: cannot be opened")
        return reader

    def _record(self, state: State) -> None:
        part = self.root / "lexical.json.part"
        with part.open("w", encoding="utf8") as file:
            json.dump(vars(state), file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.root / "lexical.json")
        handle = os.open(self.root, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)

    def _numbers(self) -> list[int]:
        names = (path.name.removeprefix("tantivy-") for path in self.root.glob("tantivy-*"))
        return [int(name) for name in names if name.isdigit()]


def _found(reader: Reader, request: Request) -> list[Scored]:
    """Return the best that a request lets through, looked for without a filter where that holds little back."""
    schema, limit = reader.index.schema, request.limit
    held = reader.held_back(request.scope) if request.filters == _UNFILTERED else None
    if held is not None:
        wanted = limit + min(len(held), limit // _SPARE)
        found = _best(reader.searcher, words_of(schema, request), wanted)
        kept = [hit for hit in found if hit.passage not in held]
        if len(kept) >= limit or len(found) < wanted:
            return kept[:limit]
    return _best(reader.searcher, query_of(schema, request), limit)


def _best(searcher: Searcher, query: Query | None, limit: int) -> list[Scored]:
    if query is None:
        return []
    hits = searcher.search(query, limit=limit, count=False).hits
    ids = passage_ids(searcher, hits)
    return [Scored(passage, float(score)) for passage, (score, _) in zip(ids, hits, strict=True)]


@contextmanager
def _panics_told() -> Iterator[None]:
    """Tell what Tantivy does with changed bytes: it panics, which the binding raises outside of Exception, unnamed."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise DamagedLexicalError(f"tantivy: {error}") from error


@contextmanager
def _writing(index: Index) -> Iterator[IndexWriter]:
    try:
        writer = index.writer(heap_size=_HEAP, num_threads=1)
        yield writer
        writer.commit()
        writer.wait_merging_threads()
    except ValueError as error:  # all that Tantivy raises, a full disk and a second writer too
        if "FileAlreadyExists" in str(error):
            # A process was killed before its commit: the same changes again get the names of the files it left.
            raise DamagedLexicalError(f"tantivy: {error}") from error
        raise OSError(str(error)) from error


def _add(catalog: Catalog, writer: IndexWriter, ids: Sequence[int], processes: int) -> None:
    with Analysts(min(processes, _MOST) if len(ids) >= _SHARED_FROM else 0) as analysts:
        for batch, bodies in analysts.each(passages.indexed(catalog, ids), attrgetter("text")):
            for document in documents(batch, bodies):
                writer.add_document(document)


def _matches(passage: passages.Passage, filters: Filters) -> bool:
    wanted = (filters.kind, filters.unit, filters.community)
    has = (passage.kind, passage.unit, passage.community)
    then = filters.years is None or year_of(passage.date) in filters.years
    return then and all(want is None or want == value for want, value in zip(wanted, has, strict=True))

"""Indexing what people sent through the web: its original is stored already, so only its reading is new."""

from collections.abc import Sequence
from pathlib import Path

from catalog import editions, originals, uploads
from catalog.database import Catalog
from catalog.originals import Incoming
from catalog.uploads import SOURCE, Upload
from embedding.embedder import Embedder
from indexer.building import Vectors, build, keep_vectors
from indexer.document import ReadError
from indexer.flow import Ready
from indexer.outcome import Item, Run
from indexer.pool import ReadResult
from indexer.rereading import Rereading, read_originals
from indexer.run import Tools


class UploadWriter:
    """Uploads during the run that indexes them; two of them may have the same original."""

    def __init__(self, catalog: Catalog, embedder: Embedder) -> None:
        self._catalog = catalog
        self._embedder = embedder
        self._sizes = editions.splitting(catalog)
        self._waiting: dict[str, list[Upload]] = {}

    def take(self, upload: Upload, /) -> tuple[Path, str]:
        """Return the place and the name of the original to read."""
        place = originals.place_of(self._catalog.folder, upload.sha256)
        self._waiting.setdefault(str(place), []).append(upload)
        return place, upload.name

    def read(self, result: ReadResult) -> Ready[Upload] | Item:
        """Return what was read, ready to be embedded; its item where it cannot be read or searched."""
        upload = self._waiting[str(result.path)].pop()
        try:
            if result.document is None:
                raise ReadError(result.code, result.reason)
            incoming = Incoming(result.path, upload.sha256, upload.bytes)
            return Ready(upload, build(result.document, incoming, upload.given_title, self._sizes), result.seconds)
        except ReadError as error:
            uploads.fail(self._catalog, upload, error.code, error.reason)
            return Item(upload.path, SOURCE, "failed", error.code, error.reason)

    def store(self, ready: Ready[Upload], made: Vectors, seconds_a_text: float) -> Item:
        """Store an upload as a version, whole or not at all; return its item."""
        mine = keep_vectors(self._catalog, self._embedder, ready.built.texts, made)
        with self._catalog.writing():
            stored = uploads.finish(self._catalog, ready.of, ready.built.version)
        if stored is None:
            return Item(ready.of.path, SOURCE, "unchanged", "unchanged", "")
        key, number = stored
        return ready.stored(Item(ready.of.path, SOURCE, "indexed", "ok", "", key, number), seconds_a_text * mine)


def index_uploads(tools: Tools, chosen: Sequence[Upload], work: Rereading) -> Run:
    """Index these uploads as long as `go_on` says so; those that are done are ended, the next call does the rest.

    Raises RujukanError `disk_full` where no byte more fits, all earlier items being safe.
    """
    writer = UploadWriter(tools.catalog, tools.embedder)
    return read_originals(tools, writer, chosen, (Run([SOURCE]), work))

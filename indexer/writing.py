"""What a run writes for the files of one source: unchanged, touched, moved, changed, failed."""

from dataclasses import dataclass, replace

from catalog import assets, editions, files, metadata, originals, purging, stored_pages, storing
from catalog.database import Catalog
from catalog.errors import disk_is_full
from catalog.files import FileState, Programs
from catalog.metadata import Metadata
from catalog.originals import Incoming
from catalog.storing import NewVersion
from catalog.words import UNSEARCHABLE_STATES
from embedding.embedder import Embedder
from indexer.building import Vectors, build, keep_vectors
from indexer.document import ReadError
from indexer.flow import Ready
from indexer.manifest import Manifest
from indexer.outcome import Item, counted
from indexer.pool import ReadResult
from indexer.reembedding import embed_under_title, store_hashes
from indexer.sources import Found, Scan

SKIPPED_CODES = ("needs_ocr", "needs_office", "unsupported", "purged")
"""Codes of files that are well but cannot be searched as they are; every other code is a failure."""

_PURGED = (
    "Isi berkas ini telah dimusnahkan untuk selamanya, sehingga tidak diindeks lagi. Hapus berkasnya dari foldernya."
)


@dataclass(frozen=True)
class Taken:
    """A file to be read: as it was found, and the copy of it that is read."""

    found: Found
    incoming: Incoming


class SourceWriter:
    """The state of one source during a run: what was known of its files, and which copies wait for their reading."""

    def __init__(
        self,
        catalog: Catalog,
        embedder: Embedder,
        scan: Scan,
        given: Metadata,
        manifest: Manifest,
        *,
        programs: Programs,
    ) -> None:
        self._catalog = catalog
        self._programs = programs
        self._embedder = embedder
        self._scan = scan
        self._given = given
        self._manifest = manifest
        self._waiting: dict[str, Taken] = {}
        with catalog.writing():
            self._source = storing.source_id(catalog, scan.source)
        self._sizes = editions.splitting(catalog)
        self._known = files.states(catalog, self._source)
        self._counts = assets.counts(catalog, self._source)
        self._present = {found.path for found in scan.found}
        self._lost = {s.sha256: s for s in self._known.values() if s.sha256 and self._is_lost(s.path)}

    def settle(self, found: Found, *, retry_failed: bool, checksum: bool) -> Item | None:
        """Return the item of a file that needs no reading; None for one that does."""
        if found.path in self._manifest.bad:
            return self._item(found, "failed", "bad_manifest_row", self._manifest.bad[found.path])
        if found.refusal is not None:
            return self._item(found, *found.refusal)  # not remembered: the next scan finds it again
        known = self._known.get(found.path)
        if known is None or known.stat is None or (retry_failed and known.outcome == "failed"):
            return None
        if known.stat != found.stat or (checksum and self._differs(found, known)):
            return None
        return None if known.may_gain_by(self._programs) else self._keep(found, known)

    def take(self, found: Found) -> Incoming | Item:
        """Copy a file to read; return its item instead if the bytes turn out to be known, or cannot be had."""
        try:
            incoming = originals.take(self._catalog.folder, found.place)
        except OSError as error:
            if disk_is_full(error):
                raise
            reason = f"Berkas tidak dapat dibuka ({error.strerror}). Periksa hak aksesnya lalu jalankan lagi."
            return self._fail(found, ReadError("unreadable", reason), None)
        known = self._known.get(found.path)
        if known is not None and known.sha256 == incoming.sha256 and self._is_done(known):
            originals.mend(self._catalog.folder, incoming)
            return self._keep(found, known)
        if known is None and (lost := self._lost.pop(incoming.sha256, None)):
            originals.discard(incoming)
            return self._move(found, lost)
        if purging.is_purged(self._catalog, incoming.sha256):
            originals.discard(incoming)
            return self._fail(found, ReadError("purged", _PURGED), incoming.sha256)
        self._waiting[str(incoming.path)] = Taken(found, incoming)
        return incoming

    def read(self, result: ReadResult) -> Ready[Taken] | Item:
        """Return what was read, ready to be embedded; its item instead if it cannot be read or searched."""
        taken = self._waiting.pop(str(result.path))
        found, incoming = taken.found, taken.incoming
        known = self._known.get(found.path)
        try:
            if result.document is None:
                raise ReadError(result.code, result.reason)
            built = build(result.document, incoming, self._title(found, known), self._sizes)
        except ReadError as error:
            originals.discard(incoming)
            ocr = (result.document.ocr if result.document else "") if error.code == "needs_ocr" else None
            item = self._fail(found, error, incoming.sha256, ocr)
            return replace(item, read_seconds=round(result.seconds, 3))
        return Ready(taken, built, result.seconds)

    def store(self, ready: Ready[Taken], made: Vectors, seconds_a_text: float) -> Item:
        """Store a file, whole or not at all, with its share of the vectors that were made; return its item."""
        mine = keep_vectors(self._catalog, self._embedder, ready.built.texts, made)
        key, number = self._store(ready)
        item = Item(ready.of.found.path, self._scan.source, "indexed", "ok", "", key, number)
        return ready.stored(item, seconds_a_text * mine)

    def mark_gone(self) -> list[str]:
        """Mark the files that are no longer there, once all found ones are settled; return their paths."""
        known = files.states(self._catalog, self._source)
        paths = [path for path in known if self._is_lost(path)]
        with self._catalog.writing():
            files.mark_gone(self._catalog, self._source, [p for p in paths if not known[p].gone])
        return paths

    def _differs(self, found: Found, known: FileState) -> bool:
        """Return whether a file has other bytes than were indexed, or the catalog has lost those that it has."""
        try:
            if originals.sha256_of(found.place) != known.sha256:
                return True
        except OSError:
            return True  # whoever takes it up says why it cannot be read
        lost = known.sha256 is not None and not originals.is_whole(self._catalog.folder, known.sha256)
        return lost and self._is_done(known)

    def _is_lost(self, path: str) -> bool:
        return path not in self._present and self._scan.may_be_gone(path)

    def _title(self, found: Found, known: FileState | None) -> str | None:
        given = self._metadata(found).title
        if given is not None or known is None or known.asset is None:
            return given
        return self._title_now(known.asset)

    def _metadata(self, found: Found) -> Metadata:
        return self._manifest.given.get(found.path, Metadata()).over(self._given)

    def _store(self, ready: Ready[Taken]) -> tuple[str, int]:
        found, built, incoming = ready.of.found, ready.built, ready.of.incoming
        known = self._known.get(found.path)
        with self._catalog.writing():
            originals.keep(self._catalog.folder, incoming)  # no one deletes the same bytes in between
            asset = known.asset if known is not None else None
            if asset is None:
                asset = storing.add_asset(self._catalog, self._source, found.path)
            number = self._put(asset, built.version)
            metadata.apply(self._catalog, asset, self._metadata(found))
            poor = any(page.state in UNSEARCHABLE_STATES for page in built.version.pages)
            ocr = built.ocr if poor else None
            state = FileState(found.path, asset, found.stat, incoming.sha256, "indexed", "ok", "", ocr=ocr)
            files.record(self._catalog, self._source, state)
            rows = self._catalog.db.query("SELECT key FROM asset WHERE id = ?", [asset])
            return str(next(iter(rows))["key"]), number

    def _put(self, asset: int, new: NewVersion) -> int:
        """Store a version and return its number; another reading of the newest one's bytes takes the old one's place.

        So a paper that a person approved before OCR was there stays approved.
        """
        stored = stored_pages.newest(self._catalog, asset)
        if stored is None or stored.sha256 != new.sha256:
            return storing.add_version(self._catalog, asset, new)
        storing.replace_reading(self._catalog, stored.id, new, job=0)
        return stored.number

    def _is_done(self, known: FileState) -> bool:
        return known.outcome == "indexed" and not known.may_gain_by(self._programs)

    def _keep(self, found: Found, known: FileState) -> Item:
        """Leave a file as it was last time: unchanged, failed or skipped; only what people say of it may change."""
        self._describe(found, known)
        state = replace(known, stat=found.stat, gone=False)
        if state != known:
            with self._catalog.writing():
                files.record(self._catalog, self._source, state)
        if known.outcome == "indexed":
            return self._item(found, "unchanged", "unchanged", "", known.asset)
        return self._item(found, known.outcome, known.code, known.reason, known.asset)

    def _move(self, found: Found, lost: FileState) -> Item:
        state = replace(lost, path=found.path, stat=found.stat, gone=False)
        with self._catalog.writing():
            files.move(self._catalog, self._source, lost.path, state)
        self._describe(found, state)
        if lost.outcome == "indexed":
            return self._item(found, "unchanged", "moved", "", lost.asset)
        return self._item(found, lost.outcome, lost.code, lost.reason, lost.asset)

    def _describe(self, found: Found, known: FileState) -> None:
        given = self._metadata(found)
        if known.asset is None or given == Metadata():
            return
        hashes = {}
        if given.title is not None and given.title != self._title_now(known.asset):
            hashes = embed_under_title(self._catalog, self._embedder, known.asset, given.title)
        with self._catalog.writing():
            store_hashes(self._catalog, hashes)
            metadata.apply(self._catalog, known.asset, given)

    def _title_now(self, asset: int) -> str | None:
        rows = self._catalog.db.query("SELECT title FROM asset WHERE id = ?", [asset])
        title = next(iter(rows))["title"]
        return None if title is None else str(title)

    def _fail(self, found: Found, error: ReadError, sha256: str | None, ocr: str | None = None) -> Item:
        outcome = "skipped" if error.code in SKIPPED_CODES else "failed"
        state = FileState(found.path, None, found.stat, sha256, outcome, error.code, error.reason, ocr=ocr)
        office = self._programs.office if error.code == "needs_office" else None
        return self._tell(found, replace(state, office=office))

    def _tell(self, found: Found, state: FileState) -> Item:
        """Remember what became of a file of which nothing new is stored; what older versions hold stays."""
        known = self._known.get(found.path)
        if known is not None and known.asset is not None:
            state = replace(state, asset=known.asset)
        if state != known:
            with self._catalog.writing():
                files.record(self._catalog, self._source, state)
        return self._item(found, state.outcome, state.code, state.reason, state.asset)

    def _item(self, found: Found, outcome: str, code: str, reason: str, asset: int | None = None) -> Item:
        item = Item(found.path, self._scan.source, outcome, code, reason)
        return counted(item, self._counts.get(asset) if asset is not None else None)

"""An online backup: a snapshot of the database and the originals that it names, while others read and write.

Why the set is whole although a `drop` may run meanwhile: originals are never changed, only added before a row names
them and deleted after no row does. The snapshot is taken first and its originals are copied after it. One that is gone
by then was dropped after the snapshot, so a second snapshot does not name it; what is copied already stays, and only
the difference is copied. An original that is gone while the newest snapshot names it is lost, and is said so.
"""

import errno
import fcntl
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from catalog import originals
from catalog.backup_set import BackupSet, Manifest, sync, told, write_manifest
from catalog.database import Catalog
from catalog.digest import digest
from catalog.errors import RujukanError
from catalog.folder import DataFolder
from catalog.schema import migrations

_CHUNK = 1 << 20
_SNAPSHOTS = 10  # each more one needs a drop in the seconds since the last: ten in a row is a catalog in dissolution


@dataclass(frozen=True)
class Report:
    """What a backup did: originals in the set, copied now, and removed because no row names them any more."""

    manifest: Manifest
    copied: int
    removed: int


@dataclass
class _Copying:
    """The originals that are known to lie in the set, byte for byte, and how many were copied now."""

    catalog: Catalog
    held: BackupSet
    trust_sizes: bool
    good: set[str]
    copied: int = 0

    def missing(self, wanted: dict[str, int]) -> set[str]:
        """Bring these originals into the set; return the hashes of those that are nowhere."""
        return {sha for sha, size in wanted.items() if sha not in self.good and not self._bring(sha, size)}

    def _bring(self, sha: str, size: int) -> bool:
        place = self.held.original(sha)
        if not (place.is_file() and place.stat().st_size == size and (self.trust_sizes or _is(place, sha))):
            try:
                _copy(originals.place_of(self.catalog.folder, sha), place, sha)
            except FileNotFoundError:
                return False
            self.copied += 1
        self.good.add(sha)
        return True


def backup(catalog: Catalog, target: Path, *, trust_sizes: bool = False) -> Report:
    """Bring the set in `target` up to the catalog and return what was done; the earlier set holds until this one does.

    Originals that lie there already are hashed again, unless sizes are trusted. RujukanError: `bad_target` for a folder
    that holds something else, `locked`, `missing_original`, `damaged_original`, `disk_full`, `unwritable`.
    """
    held = BackupSet(target.absolute())
    _check_target(catalog, held)
    with told(held.root):
        held.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(held):
            try:
                return _backup(catalog, held, trust_sizes=trust_sizes)
            except BaseException:
                _sweep(held)
                raise


def _backup(catalog: Catalog, held: BackupSet, *, trust_sizes: bool) -> Report:
    copying = _Copying(catalog, held, trust_sizes, set())
    lost: set[str] = set()
    for _ in range(_SNAPSHOTS):
        for old in held.unfinished():
            old.unlink()
        _snapshot(catalog, held.snapshot)
        wanted = _named_by(held.snapshot)
        if still := lost & wanted.keys():
            raise _lost(still)
        lost = copying.missing(wanted)
        if not lost:
            manifest = _put_in_force(held, wanted)
            return Report(manifest, copying.copied, _prune(held, manifest))
    raise _lost(lost)


def _snapshot(catalog: Catalog, place: Path) -> None:
    """Copy the database as of one moment; one step, so that a busy writer cannot make it start again for ever."""
    copy = sqlite3.connect(place)
    try:
        catalog.db.conn.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file that is whole by itself
    finally:
        copy.close()


def _named_by(snapshot: Path) -> dict[str, int]:
    database = _opened(snapshot)
    try:
        return {row["sha256"]: row["bytes"] for row in database.query("SELECT sha256, bytes FROM original")}
    finally:
        database.close()


def _opened(snapshot: Path) -> Database:
    return Database(sqlite3.connect(f"{snapshot.as_uri()}?mode=ro", uri=True), execute_plugins=False)


def _put_in_force(held: BackupSet, wanted: dict[str, int]) -> Manifest:
    sha = originals.sha256_of(held.snapshot)
    place = held.root / f"catalog-{sha[:16]}.db"
    database = _opened(held.snapshot)
    try:
        manifest = Manifest(
            made=datetime.now(UTC).isoformat(timespec="seconds"),
            schema=max(m.name for m in migrations.applied(database)),
            digest=digest(Catalog(DataFolder(held.root), database)),
            database=place.name,
            database_bytes=held.snapshot.stat().st_size,
            database_sha256=sha,
            originals=dict(sorted(wanted.items())),
        )
    finally:
        database.close()
    sync(held.snapshot)
    held.snapshot.replace(place)
    write_manifest(held, manifest)
    return manifest


def _copy(source: Path, place: Path, sha: str) -> None:
    """Copy one original, whole and on disk or not at all, checking its bytes on the way."""
    made = hashlib.sha256()
    part = place.with_name(f"{sha}.part")
    with source.open("rb") as file:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with part.open("wb") as out:
            while chunk := file.read(_CHUNK):
                made.update(chunk)
                out.write(chunk)
    if made.hexdigest() != sha:
        part.unlink()
        raise RujukanError(
            "damaged_original",
            f"Berkas asli {sha} di folder data sudah rusak, sehingga tidak dicadangkan; cadangan lama tetap utuh."
            " Jalankan `rujukan verify --all`.",
        )
    sync(part)
    part.replace(place)
    sync(place.parent)


def _is(place: Path, sha: str) -> bool:
    return originals.sha256_of(place) == sha


def _prune(held: BackupSet, manifest: Manifest) -> int:
    """Delete what the set no longer names; what was dropped from the catalog leaves the backup too."""
    for place in held.databases():
        if place.name != manifest.database:
            place.unlink()
    unnamed = [place for place in held.stored() if place.name not in manifest.originals]
    for place in unnamed:
        place.unlink()
    return sum(place.suffix != ".part" for place in unnamed)


def _sweep(held: BackupSet) -> None:
    """Give back the space of what did not get into the set."""
    parts = (place for place in held.stored() if place.suffix == ".part")
    for place in (*held.unfinished(), *parts):
        place.unlink()


def _lost(hashes: set[str]) -> RujukanError:
    first = min(hashes)
    return RujukanError(
        "missing_original",
        f"{len(hashes)} berkas asli tidak ada di folder data, misalnya {first}; cadangan lama tetap utuh."
        " Jalankan `rujukan verify`.",
    )


def _check_target(catalog: Catalog, held: BackupSet) -> None:
    root, data = held.root.resolve(), catalog.folder.root.resolve()
    if root.is_relative_to(data) or data.is_relative_to(root):
        raise RujukanError("bad_target", f"Cadangan di {root} bertumpuk dengan folder data {data}. Pilih tempat lain.")
    if root.exists() and not root.is_dir():
        raise RujukanError("bad_target", f"{root} bukan folder. Pilih folder kosong atau folder cadangan.")
    ours = {"manifest.json", "manifest.json.new", "originals", "backup.lock"}
    known = {*held.databases(), *held.unfinished()}
    others = [p.name for p in root.glob("*") if p.name not in ours and p not in known]
    if others and not (root / "manifest.json").exists():
        raise RujukanError(
            "bad_target", f"Folder {root} berisi hal lain ({others[0]}). Pilih folder kosong atau folder cadangan."
        )


@contextmanager
def _alone(held: BackupSet) -> Iterator[None]:
    with (held.root / "backup.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RujukanError(
                "locked", f"Cadangan di {held.root} sedang dibuat oleh proses lain. Tunggu sampai selesai."
            ) from None
        except OSError as error:
            if error.errno not in (errno.ENOLCK, errno.ENOTSUP):  # a share without locks takes backups all the same
                raise
        yield

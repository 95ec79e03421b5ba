"""Bringing a backup set back into an empty data folder: all of it, or nothing."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalog import originals
from catalog.backup_set import BackupSet, Manifest, check_file, damaged, read_manifest, sync, told
from catalog.database import Catalog
from catalog.errors import RujukanError
from catalog.folder import DataFolder
from catalog.lock import writer_lock
from catalog.opening import create


@contextmanager
def restoring(source: Path, data: Path) -> Iterator[tuple[Catalog, Manifest]]:
    """Yield the restored catalog while it still lies beside `data`; it takes that place when the block ends well.

    The caller builds the derived indexes in between. Whatever fails, and whenever the process ends, `data` is as it
    was. RujukanError: `no_backup`, `damaged_backup` that names the file, `not_empty`, `locked`, `disk_full`, and
    `newer_schema` for a set of a newer Rujukan.
    """
    held = BackupSet(source.absolute())
    manifest = read_manifest(held)
    data = data.resolve()
    _refuse_full(data)
    part = DataFolder(data.with_name(f".{data.name}.restore"))
    with told(part.root), writer_lock(part, "restore"):
        _sweep(part)
        try:
            catalog = _filled(held, manifest, part)
            try:
                yield catalog, manifest
            finally:
                catalog.close()
            _take_place(part, data)
        except BaseException:
            shutil.rmtree(part.root, ignore_errors=True)
            raise


def _filled(held: BackupSet, manifest: Manifest, part: DataFolder) -> Catalog:
    """Copy the set, check every byte of the copy, and open it; an older schema is brought up on the way."""
    database = held.root / manifest.database
    check_file(database, manifest.database_bytes, manifest.database_sha256)
    _copy(database, part.database)
    check_file(part.database, manifest.database_bytes, manifest.database_sha256)
    _refuse_incomplete(held, manifest)
    for sha, size in manifest.originals.items():
        place = originals.place_of(part, sha)
        if not held.original(sha).is_file():
            raise damaged(held.original(sha), "berkasnya tidak ada")
        place.parent.mkdir(parents=True, exist_ok=True)
        _copy(held.original(sha), place)
        place.chmod(0o440)
        if place.stat().st_size != size or originals.sha256_of(place) != sha:
            raise damaged(held.original(sha), "isinya berubah (ukuran atau SHA-256 tidak cocok)")
    return create(part.root)


def _refuse_incomplete(held: BackupSet, manifest: Manifest) -> None:
    """Hold the manifest's list against the database's: one that left out an original would restore holes."""
    with sqlite3.connect(f"{(held.root / manifest.database).as_uri()}?mode=ro&immutable=1", uri=True) as database:
        named = dict(database.execute("SELECT sha256, bytes FROM original").fetchall())
    database.close()
    if named != manifest.originals:
        wrong = min(k for k in {*named, *manifest.originals} if named.get(k) != manifest.originals.get(k))
        raise damaged(held.manifest, f"daftarnya tidak cocok dengan basis data pada berkas asli {wrong}")


def _copy(source: Path, place: Path) -> None:
    shutil.copyfile(source, place)
    sync(place)


def _refuse_full(data: Path) -> None:
    if data.exists() and (not data.is_dir() or any(data.iterdir())):
        raise RujukanError(
            "not_empty",
            f"{data} sudah berisi. Pemulihan hanya ke folder data yang kosong atau belum ada; pilih yang lain dengan"
            " --data.",
        )


def _sweep(part: DataFolder) -> None:
    """Delete what a killed restore left, but not the lock that is held."""
    for place in part.root.iterdir():
        if place == part.lock:
            continue
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink()


def _take_place(part: DataFolder, data: Path) -> None:
    try:
        part.root.replace(data)
    except OSError as error:
        if error.errno in (errno.EBUSY, errno.EXDEV):
            raise RujukanError(
                "unwritable",
                f"{data} adalah titik kait (mount) dan tidak dapat diganti. Pulihkan ke folder di dalamnya.",
            ) from error
        raise

"""Original files, kept byte for byte under their SHA-256. A copy is whole and on disk before a row names it."""

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from catalog.folder import DataFolder

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Incoming:
    """A copy that no row knows yet, with the hash and size of the bytes that were really copied."""

    path: Path
    sha256: str
    bytes: int


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def take(folder: DataFolder, source: Path) -> Incoming:
    """Copy `source` into the data folder and hash what was copied; OSError passes through, leaving nothing behind."""
    digest = hashlib.sha256()
    size = 0
    handle, name = tempfile.mkstemp(dir=folder.incoming)
    try:
        with os.fdopen(handle, "wb") as out, source.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                out.write(chunk)
                size += len(chunk)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Incoming(Path(name), digest.hexdigest(), size)


def keep(folder: DataFolder, incoming: Incoming) -> None:
    """Move a copy to its place for good; the bytes and the folder entry reach the disk before this returns."""
    place = place_of(folder, incoming.sha256)
    if place.exists() and place.stat().st_size == incoming.bytes:
        incoming.path.unlink(missing_ok=True)
    else:
        _settle(folder, incoming, place)


def mend(folder: DataFolder, incoming: Incoming) -> None:
    """Put a copy in the place of an original that is missing or damaged; forget it where that one is whole."""
    if is_whole(folder, incoming.sha256):
        discard(incoming)
    else:
        _settle(folder, incoming, place_of(folder, incoming.sha256))


def is_whole(folder: DataFolder, sha256: str) -> bool:
    """Read the original of that hash, and return whether it is there and has these bytes."""
    try:
        return sha256_of(place_of(folder, sha256)) == sha256
    except OSError:
        return False


def _settle(folder: DataFolder, incoming: Incoming, place: Path) -> None:
    place.parent.mkdir(exist_ok=True)
    with incoming.path.open("rb") as file:
        os.fsync(file.fileno())
    incoming.path.chmod(0o440)
    incoming.path.replace(place)
    for directory in (place.parent, folder.originals):
        handle = os.open(directory, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


def discard(incoming: Incoming) -> None:
    """Forget a copy that no row will name."""
    incoming.path.unlink(missing_ok=True)


def place_of(folder: DataFolder, sha256: str) -> Path:
    """Return where the original of that hash lies."""
    return folder.originals / sha256[:2] / sha256


def sweep_incoming(folder: DataFolder) -> None:
    """Empty the folder of copies that a killed run left; only the holder of the writer's lock may call this."""
    shutil.rmtree(folder.incoming, ignore_errors=True)
    folder.incoming.mkdir(exist_ok=True)

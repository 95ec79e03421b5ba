"""Copies that arrive through the web, piece by piece, beside the writer: it may not empty their folder under them."""

import hashlib
import os
import tempfile
import time
from pathlib import Path

from catalog.folder import DataFolder
from catalog.originals import Incoming

ABANDONED_AFTER = 24 * 3600
"""Seconds after its last byte from which a copy belongs to a request that was killed."""


class Reception:
    """A file being received: written from its beginning to its end, then read.

    Of a file that is longer than `most` bytes the rest is counted, and not kept.
    """

    def __init__(self, folder: DataFolder, most: int) -> None:
        folder.received.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder.received)
        self.path = Path(name)
        self.bytes = 0
        self._most = most
        self._file = os.fdopen(handle, "w+b")
        self._digest = hashlib.sha256()

    @property
    def is_too_large(self) -> bool:
        """Return whether it is longer than what may be received."""
        return self.bytes > self._most

    def write(self, data: bytes) -> int:
        """Take the next piece."""
        self.bytes += len(data)
        if not self.is_too_large:
            self._digest.update(data)
            self._file.write(data)
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place in what was received."""
        return self._file.seek(offset, whence)

    def read(self, size: int = -1) -> bytes:
        """Read on from there."""
        return self._file.read(size)

    def readline(self, size: int = -1) -> bytes:
        """Read on to the end of a line."""
        return self._file.readline(size)

    def received(self) -> Incoming:
        """Return the whole copy once its bytes are on the disk; the caller keeps or discards it."""
        self._file.flush()
        os.fsync(self._file.fileno())
        return Incoming(self.path, self._digest.hexdigest(), self.bytes)

    def close(self) -> None:
        """Let go of the copy, and delete it where it was not kept."""
        self._file.close()
        self.path.unlink(missing_ok=True)


def sweep(folder: DataFolder, *, now: float | None = None) -> None:
    """Delete copies that a killed request left; those that still arrive have a younger last byte."""
    before = (time.time() if now is None else now) - ABANDONED_AFTER
    for place in folder.received.glob("*"):
        try:
            if place.stat().st_mtime < before:
                place.unlink()
        except FileNotFoundError:
            continue  # its request ended meanwhile

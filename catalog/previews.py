"""Pictures of pages, drawn for the web and kept by the original's SHA-256.

Derived: the folder may be deleted at any time. It stays within a bound, those looked at longest ago go first, and
nothing is kept of an original that is gone.
"""

import os
import shutil
import tempfile
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from catalog import originals
from catalog.folder import DataFolder

MOST_BYTES = 256 << 20
"""About 2,500 pages as people look at them."""
_KEPT = 0.8  # of the bound, when it is reached: not every picture after that makes room for one


def get(folder: DataFolder, sha256: str, name: str) -> bytes | None:
    """Return a kept picture, which counts as looked at; None where there is none."""
    place = _place(folder, sha256) / name
    try:
        content = place.read_bytes()
    except OSError:
        return None
    with suppress(OSError):
        os.utime(place)
    return content


def put(folder: DataFolder, sha256: str, name: str, content: bytes, *, most: int = MOST_BYTES) -> None:
    """Keep a picture, whole or not at all; a full disk or a folder that cannot be written keeps nothing."""
    with suppress(OSError):
        _write(_place(folder, sha256) / name, content)
        _bound(folder.previews, most)
    if not originals.place_of(folder, sha256).exists():  # dropped while the picture was being drawn
        forget(folder, sha256)


def forget(folder: DataFolder, sha256: str) -> None:
    """Delete the pictures of an original's pages."""
    shutil.rmtree(_place(folder, sha256), ignore_errors=True)


def sweep(folder: DataFolder, known: Collection[str]) -> None:
    """Delete the pictures of originals that are not among the known ones: what a killed drop left."""
    for place in folder.previews.glob("??/*"):
        if place.name not in known:
            shutil.rmtree(place, ignore_errors=True)


def _place(folder: DataFolder, sha256: str) -> Path:
    return folder.previews / sha256[:2] / sha256


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _bound(root: Path, most: int) -> None:
    """Delete those that were looked at longest ago, if all together are over the bound."""
    seen = []
    for place in root.glob("??/*/*"):
        with suppress(OSError):  # another process makes room as well
            stat = place.stat()
            seen.append((stat.st_mtime_ns, stat.st_size, place))
    total = sum(size for _, size, _ in seen)
    if total <= most:
        return
    for _, size, place in sorted(seen):
        place.unlink(missing_ok=True)
        total -= size
        if total <= most * _KEPT:
            return

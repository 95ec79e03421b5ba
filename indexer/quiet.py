"""Files that are still being written wait for the next run: half a document must not be indexed as if it were whole."""

import time
from collections.abc import Mapping
from dataclasses import replace

from catalog.files import Stat
from indexer.sources import Found, Scan

QUIET = 2.0
"""Seconds without a change after which a file counts as written."""
_WATCHED = 60.0  # seconds: a file that changed since then is looked at twice, whatever time a copying program gave it
_PAUSE = 1.0  # seconds between the two looks, at most
_WAITS = ("skipped", "still_written", "Berkas ini masih ditulis; akan dibaca pada pengindeksan berikutnya.")


def without_restless(scan: Scan, known: Mapping[str, Stat | None], quiet: float = QUIET) -> Scan:
    """Return the scan in which files that are still being written wait: skipped, `still_written`, and not remembered.

    A file waits if it changed less than `quiet` seconds ago, or between two looks at it. One that is as it was when it
    was last indexed does not. A time in the future says nothing about age: such files are looked at twice, too.
    """
    now = time.time()
    fresh = [f for f in scan.found if f.refusal is None and known.get(f.path) != f.stat]
    young = {f.place for f in fresh if 0 <= now - f.stat.mtime_ns / 1e9 < quiet}
    watched = [f for f in fresh if f.place not in young and now - f.stat.ctime_ns / 1e9 < _WATCHED]
    if watched:
        time.sleep(min(quiet, _PAUSE))
    restless = young | {f.place for f in watched if _has_moved(f)}
    found = (replace(f, refusal=_WAITS) if f.place in restless else f for f in scan.found)
    return replace(scan, found=tuple(found))


def _has_moved(file: Found) -> bool:
    try:
        return Stat.of(file.place.lstat()) != file.stat
    except OSError:
        return True  # renamed or removed since: the next run finds what became of it

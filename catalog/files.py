"""What is known of each file of each source: its stat, its hash, what became of it, and whether it is gone."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from sys import intern
from typing import Any

from catalog.database import Catalog

_STRETCH = 500  # files that are read at once
_MOST_WINDOWS = 8


@dataclass(frozen=True, slots=True)
class Stat:
    """What one `stat` tells: if all four are the same, the file was not touched."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int

    @classmethod
    def of(cls, seen: os.stat_result) -> "Stat":
        """Return the four of them from what the kernel said."""
        return cls(seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino)


@dataclass(frozen=True, slots=True)
class Programs:
    """The programs of the system that are there beside the readers, by name: empty for none."""

    ocr: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class FileState:
    """One file of a source. `asset` is None where nothing of it was ever stored; `stat` None asks for a new reading.

    `ocr` names the OCR program to which its last reading showed those pages that cannot be searched all the same: empty
    where there was none, None where every page can be searched. `office` names, in the same manner, the LibreOffice
    that was there but could not read it; None for a file that needs none.
    """

    path: str
    asset: int | None
    stat: Stat | None
    sha256: str | None
    outcome: str
    code: str
    reason: str
    gone: bool = False
    ocr: str | None = None
    office: str | None = None

    def may_gain_by(self, programs: Programs) -> bool:
        """Tell whether what could not be read or searched has not been shown to one of these programs."""
        pairs = ((self.ocr, programs.ocr), (self.office, programs.office))
        return any(seen_by is not None and there not in ("", seen_by) for seen_by, there in pairs)


@dataclass(frozen=True)
class _Window:
    """The known files of a stretch of paths, both ends inclusive; `last` None is the end of all."""

    first: str
    last: str | None
    states: dict[str, FileState]

    def covers(self, path: str) -> bool:
        return self.first <= path and (self.last is None or path <= self.last)


class KnownFiles(Mapping[str, FileState]):
    """Every known file of a source by its path, read a stretch at a time: a run asks in the order of the paths.

    All at once, those of 100,000 files would take 50 MB. What was read stays as it was read, whatever is recorded
    meanwhile.
    """

    def __init__(self, catalog: Catalog, source: int, stretch: int = _STRETCH) -> None:
        self._catalog = catalog
        self._source = source
        self._stretch = stretch
        # Several: names in another Unicode form are found in another order, and would have every stretch read again.
        self._windows: deque[_Window] = deque(maxlen=_MOST_WINDOWS)

    def __getitem__(self, path: str) -> FileState:
        for window in self._windows:
            if window.covers(path):
                return window.states[path]
        self._windows.appendleft(self._read(path))
        return self._windows[0].states[path]

    def __iter__(self) -> Iterator[str]:
        paths = self._paths(">=", "")
        while paths:
            yield from paths
            paths = self._paths(">", paths[-1])

    def __len__(self) -> int:
        return int(self._catalog.db.execute("SELECT count(*) FROM file WHERE source = ?", [self._source]).fetchone()[0])

    def _read(self, first: str) -> _Window:
        rows = self._catalog.db.execute(
            "SELECT path, asset, size, mtime_ns, ctime_ns, inode, sha256, outcome, code, reason, gone, ocr, office"
            " FROM file WHERE source = ? AND path >= ? ORDER BY path LIMIT ?",
            [self._source, first, self._stretch],
        ).fetchall()
        states = {row[0]: _state(row) for row in rows}
        return _Window(first, rows[-1][0] if len(rows) == self._stretch else None, states)

    def _paths(self, beyond: str, path: str) -> list[str]:
        rows = self._catalog.db.execute(
            f"SELECT path FROM file WHERE source = ? AND path {beyond} ? ORDER BY path LIMIT ?",
            [self._source, path, self._stretch],
        )
        return [row[0] for row in rows]


def states(catalog: Catalog, source: int) -> Mapping[str, FileState]:
    """Return every known file of a source by its path."""
    return KnownFiles(catalog, source)


def _state(row: tuple[Any, ...]) -> FileState:
    path, asset, *stat, sha256, outcome, code, reason, gone, ocr, office = row
    seen = None if stat[0] is None else Stat(*stat)
    # A few words, over and over: one string of each is enough.
    return FileState(path, asset, seen, sha256, intern(outcome), intern(code), reason, bool(gone), ocr, office)


def record(catalog: Catalog, source: int, state: FileState) -> None:
    """Store what is now known of a file, in place of what was known of its path."""
    stat = state.stat
    four = [stat.size, stat.mtime_ns, stat.ctime_ns, stat.inode] if stat else [None] * 4
    catalog.db.execute(
        "INSERT OR REPLACE INTO file (source, path, asset, size, mtime_ns, ctime_ns, inode, sha256, outcome, code,"
        " reason, gone, ocr, office) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            *(source, state.path, state.asset, *four, state.sha256),
            *(state.outcome, state.code, state.reason, int(state.gone), state.ocr, state.office),
        ],
    )


def move(catalog: Catalog, source: int, old: str, new: FileState) -> None:
    """Give a known file its new path; its asset goes with it."""
    catalog.db.execute("DELETE FROM file WHERE source = ? AND path = ?", [source, old])
    record(catalog, source, new)
    if new.asset is not None:
        catalog.db.execute("UPDATE asset SET path = ? WHERE id = ?", [new.path, new.asset])


def mark_gone(catalog: Catalog, source: int, paths: Iterable[str]) -> None:
    """Remember that these files are no longer in their folder; their assets stay searchable until dropped."""
    catalog.db.conn.executemany(
        "UPDATE file SET gone = 1 WHERE source = ? AND path = ?", [(source, path) for path in paths]
    )


def forget_failures(catalog: Catalog, source: int | None) -> int:
    """Forget failed and gone files that never gave an asset, and let those that did be read again; return how many."""
    where, values = ("", []) if source is None else (" AND source = ?", [source])
    forgotten = catalog.db.execute(
        f"DELETE FROM file WHERE (outcome = 'failed' OR gone = 1) AND asset IS NULL{where}", values
    )
    again = catalog.db.execute(
        "UPDATE file SET size = NULL, outcome = 'indexed', code = 'ok', reason = ''"
        f" WHERE outcome = 'failed' AND asset IS NOT NULL{where}",
        values,
    )
    return forgotten.rowcount + again.rowcount


def gone_assets(catalog: Catalog, source: int | None) -> list[int]:
    """Return the assets whose file is gone, of one source or of all."""
    where, values = ("", []) if source is None else (" AND source = ?", [source])
    rows = catalog.db.query(f"SELECT asset FROM file WHERE gone = 1 AND asset IS NOT NULL{where}", values)
    return [row["asset"] for row in rows]

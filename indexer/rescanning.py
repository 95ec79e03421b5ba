"""Finding the files that the catalog knows again, at their sources: no file that is new is taken up."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from catalog import sources
from catalog.database import Catalog
from catalog.errors import RujukanError
from indexer.sources import Scan, scan

_KNOWN = """
SELECT s.name, f.path
FROM file f JOIN source s ON s.id = f.source
LEFT JOIN asset a ON a.id = f.asset LEFT JOIN version v ON v.asset = a.id AND v.newest = 1
WHERE f.gone = 0 AND (?1 IS NULL OR coalesce(a.kind, v.kind) = ?1) AND (?2 IS NULL OR a.unit = ?2)
    AND (?3 = 0 OR f.outcome = 'failed') AND (?4 IS NULL OR (s.name = ?4 AND f.path = ?5))
"""


_NONE = (None, None)


@dataclass(frozen=True)
class Chosen:
    """Which of the known files are meant: all, those of a kind, of a unit, that failed, or one by source and path."""

    kind: str | None = None
    unit: str | None = None
    failed: bool = False
    one: tuple[str, str] | None = None


@dataclass(frozen=True)
class Rescan:
    """What was found again, and the sources whose folder is not known or not there, each with the reason."""

    scans: tuple[Scan, ...]
    unreachable: dict[str, str]


def rescan(catalog: Catalog, chosen: Chosen) -> Rescan:
    """Look for the chosen files at their sources; a source that cannot be listed stops no other."""
    wanted: dict[str, set[str]] = {}
    for name, path in catalog.db.execute(_KNOWN, [chosen.kind, chosen.unit, chosen.failed, *(chosen.one or _NONE)]):
        wanted.setdefault(name, set()).add(path)
    scans, unreachable = [], {}
    named = {folder.name: folder.path for folder in sources.folders(catalog)}
    for name, paths in sorted(wanted.items()):
        try:
            scans.append(_only(scan(_folder(name, named), name), paths))
        except RujukanError as error:
            unreachable[name] = error.message
    return Rescan(tuple(scans), unreachable)


def _folder(name: str, named: dict[str, Path]) -> Path:
    folder = named.get(name) or Path(name)
    if not folder.is_absolute():
        raise RujukanError(
            "unknown_folder",
            f"Folder sumber “{name}” tidak diketahui. Daftarkan dengan `rujukan sources add {name} FOLDER`.",
        )
    return folder


def _only(found: Scan, paths: Iterable[str]) -> Scan:
    """Leave out the files that are not meant; what is not there then says nothing of what is gone."""
    wanted = set(paths)
    return replace(found, found=tuple(file for file in found.found if file.path in wanted), whole=False)
